import type { PlayedFirm } from './played-firm';

/**
 * Plays two years of the sample firm in a worker: hashing some thousand entries takes longer than a frame. Rejects with
 * the signal's reason when it is called off.
 */
export async function playedSampleFirm(now: number, signal?: AbortSignal): Promise<PlayedFirm> {
  signal?.throwIfAborted();
  const worker = new Worker(new URL('./sample-firm.worker.ts', import.meta.url), { type: 'module', name: 'sample firm' });
  const played = new Promise<PlayedFirm>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<PlayedFirm>) => resolve(data);
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    worker.onerror = ({ message }) => reject(new Error(`The sample firm could not be made: ${message}`));
  });
  worker.postMessage(now);
  return played.finally(() => worker.terminate());
}
