import type { PlayedFirm } from './played-firm';

/** Plays two years of the sample firm in a worker: hashing some thousand entries takes longer than a frame. */
export function playedSampleFirm(now: number): Promise<PlayedFirm> {
  const worker = new Worker(new URL('./sample-firm.worker.ts', import.meta.url), { type: 'module', name: 'sample firm' });
  const played = new Promise<PlayedFirm>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<PlayedFirm>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(`The sample firm could not be made: ${message}`));
  });
  worker.postMessage(now);
  return played.finally(() => worker.terminate());
}
