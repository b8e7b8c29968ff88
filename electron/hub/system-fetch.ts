import type { Session } from 'electron';
import type { Fetch } from './server-session';

/** Chromium's network, so with the system's proxy and certificates, through a session that keeps nothing. */
export function systemFetch(session: Pick<Session, 'fetch'>): Fetch {
  return async (url, init) => {
    const controller = new AbortController();
    const signal = init.signal ? AbortSignal.any([init.signal, controller.signal]) : controller.signal;
    const response = await session.fetch(url, { ...init, signal });
    // No server may say this of itself: it is the proxy on the way, where the system's own sign-in did not help.
    if (response.status === 407) throw new Error('ERR_PROXY_AUTH_REQUESTED');
    if (!response.body) return response;
    const { status, headers } = response;
    return new Response(abortedOnCancel(response.body, controller), { status, headers });
  };
}

/** Electron goes on receiving an answer whose body was cancelled: a long-poll would stay open behind a closed window. */
function abortedOnCancel(body: ReadableStream<Uint8Array>, controller: AbortController): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream(
    {
      pull: async (stream) => {
        const { done, value } = await reader.read();
        if (done) stream.close();
        else stream.enqueue(value);
      },
      cancel: () => controller.abort(),
    },
    { highWaterMark: 0 },
  );
}
