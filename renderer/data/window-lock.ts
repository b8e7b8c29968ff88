/**
 * Runs `work` while no other window of this browser profile holds the lock `name`. A window that dies lets go.
 * Without the Web Locks API (tests in Node) it holds within this process only.
 */
export async function underLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = (globalThis.navigator as Navigator | undefined)?.locks as LockManager | undefined;
  if (locks === undefined) return inThisProcess(name, work);
  return (await locks.request(name, work)) as T;
}

/** As `underLock`, but gives up at once with `undefined` where somebody holds it. */
export async function ifLockIsFree<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
  const locks = (globalThis.navigator as Navigator | undefined)?.locks as LockManager | undefined;
  if (locks === undefined) return queues.has(name) ? undefined : inThisProcess(name, work);
  return (await locks.request(name, { ifAvailable: true }, async (lock) => (lock === null ? undefined : work()))) as T | undefined;
}

const queues = new Map<string, Promise<unknown>>();

function inThisProcess<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = queues.get(name) ?? Promise.resolve();
  const mine = before.then(work, work);
  const last = mine.then(
    () => undefined,
    () => undefined,
  );
  queues.set(name, last);
  void last.then(() => {
    if (queues.get(name) === last) queues.delete(name);
  });
  return mine;
}
