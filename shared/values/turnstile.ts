/** Lets one piece of work through at a time, in the order they came, whether or not the one before failed. */
export type Turnstile = <T>(work: () => Promise<T>) => Promise<T>;

export function openTurnstile(): Turnstile {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
