/**
 * Ends a long-poll that nobody waits for any more. Electron does not tell the handler of a scheme that a page stopped
 * waiting, and Chromium has six connections to a server: a page that starts over a few times would use them up. Only
 * one window of a workspace syncs, so a new long-poll on a database takes the place of the former.
 */
export class LonePolls {
  readonly #waiting = new Map<string, AbortController>();

  /** The signal of a request that begins now; undefined where it is no long-poll. */
  signalFor(url: URL): AbortSignal | undefined {
    if (url.searchParams.get('feed') !== 'longpoll') return undefined;
    this.#waiting.get(url.pathname)?.abort();
    const controller = new AbortController();
    this.#waiting.set(url.pathname, controller);
    return controller.signal;
  }
}
