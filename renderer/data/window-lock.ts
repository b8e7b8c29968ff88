/** Absent outside of browsers. */
export const webLocks = (): LockManager | undefined => (globalThis.navigator as { readonly locks?: LockManager } | undefined)?.locks;

/**
 * Runs `work` while no other window of this browser profile holds the lock `name`. A window that dies lets go.
 * Without the Web Locks API (tests in Node) it holds within this process only. `signal`: waiting for it is given up.
 */
export function underLock<T>(name: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  const locks = webLocks();
  if (locks !== undefined) return locks.request(name, signal ? { signal } : {}, work);
  let isRunning = false;
  const run = inThisProcess(name, async () => {
    signal?.throwIfAborted();
    isRunning = true;
    return work();
  });
  if (signal === undefined) return run;
  const givenUp = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => {
      if (!isRunning) reject(signal.reason as Error);
    });
  });
  return Promise.race([run, givenUp]);
}

/** As `underLock`, but gives up at once with `undefined` where somebody holds it. */
export function ifLockIsFree<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
  const locks = webLocks();
  if (locks === undefined) return queues.has(name) ? Promise.resolve(undefined) : inThisProcess(name, work);
  return locks.request(name, { ifAvailable: true }, async (lock) => (lock === null ? undefined : work()));
}

/** Holds the lock `name` together with others who hold it so; gives a function that lets go. Nobody has it alone meanwhile. */
export function heldTogether(name: string): Promise<() => void> {
  const locks = webLocks();
  if (locks === undefined) return Promise.resolve(() => undefined);
  return new Promise((resolve, reject) => {
    const held = locks.request(name, { mode: 'shared' }, () => new Promise<void>((letGo) => resolve(letGo)));
    held.catch(reject);
  });
}

const queues = new Map<string, Promise<unknown>>();

/** Runs `work` after all that was asked for under this name before. */
export function inThisProcess<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = queues.get(name) ?? Promise.resolve();
  const mine = before.then(work, work);
  const over = mine.catch(() => undefined);
  queues.set(name, over);
  void over.then(() => {
    if (queues.get(name) === over) queues.delete(name);
  });
  return mine;
}
