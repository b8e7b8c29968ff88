import { HubFailure } from './asking';
import type { BatchReader } from './ports';
import { readBatch, type ReadBatch, type Unreadable } from './read-batch';

/** Checks answers on this thread. */
export const readHere = (): BatchReader => ({ read: async (text) => readable(readBatch(text)), close: () => undefined });

/** Characters of an answer that is read at once: handing it to a worker would take longer. */
const SMALL = 30_000;

/** Hashing every entry of a large answer happens beside the writing and folding of the one before. */
export function readInWorker(): BatchReader {
  let worker: Worker | undefined;
  const inWorker = (text: string): Promise<ReadBatch | Unreadable> =>
    new Promise((resolve, reject) => {
      worker ??= new Worker(new URL('./read-batch.worker.ts', import.meta.url), { type: 'module', name: 'sync' });
      worker.onmessage = ({ data }: MessageEvent<ReadBatch | Unreadable>) => resolve(data);
      worker.onerror = ({ message }) => {
        worker?.terminate();
        worker = undefined;
        reject(new HubFailure('busy', `The server’s answer could not be checked: ${message}`));
      };
      worker.postMessage(text);
    });
  return {
    read: async (text) => readable(text.length < SMALL ? readBatch(text) : await inWorker(text)),
    close: () => worker?.terminate(),
  };
}

function readable(read: ReadBatch | Unreadable): ReadBatch {
  if ('unreadable' in read) throw new HubFailure('unreadable', read.unreadable);
  return read;
}
