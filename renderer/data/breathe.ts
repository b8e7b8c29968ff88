/** How long work may hold the thread before typing is felt. */
const SLICE_MS = 10;

/**
 * Gives a function to call between small pieces of work. It lets input and painting through when the slice is used
 * up, and throws the signal's reason when the work was called off. True when others had their turn: time to tell how
 * far the work is.
 */
export function breather(signal?: AbortSignal): () => Promise<boolean> {
  let since = performance.now();
  return async () => {
    signal?.throwIfAborted();
    if (performance.now() - since < SLICE_MS) return false;
    await letOthersRun();
    since = performance.now();
    signal?.throwIfAborted();
    return true;
  };
}

/** A macrotask, without the 4 ms that nested timers cost. */
function letOthersRun(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** Runs `work` when the browser has nothing better to do. Gives a function that calls it off. */
export function whenIdle(work: () => void, timeout = 5_000): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(work, { timeout });
    return () => cancelIdleCallback(handle);
  }
  const handle = setTimeout(work, 0);
  return () => clearTimeout(handle);
}
