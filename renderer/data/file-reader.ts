import type { FilePart, FileReading } from './file-parts';

/** Reads a workspace file in a worker: parsing and hashing run beside the writing and folding of what was read before. */
export function readInWorker(file: Blob): FileReading {
  const worker = new Worker(new URL('./file-reader.worker.ts', import.meta.url), { type: 'module', name: 'workspace file' });
  const arrived: (FilePart | Error)[] = [];
  let wake = (): void => undefined;
  const take = (part: FilePart | Error): void => {
    arrived.push(part);
    wake();
  };
  worker.onmessage = ({ data }: MessageEvent<FilePart>) => take(data);
  worker.onerror = ({ message }) => take(new Error(`The file could not be read: ${message}`));
  worker.postMessage(file);
  return { parts: inOrder(arrived, () => new Promise((resolve) => (wake = resolve))), close: () => worker.terminate() };
}

/**
 * Begins to read a file at once, while there is no workspace yet to take it up. `reader` gives what has begun to the first
 * who asks for this file.
 */
export function readAhead(file: Blob): { readonly reader: (asked: Blob) => FileReading; readonly close: () => void } {
  const begun = readInWorker(file);
  let given = false;
  const reader = (asked: Blob): FileReading => {
    if (given || asked !== file) return readInWorker(asked);
    given = true;
    return begun;
  };
  return { reader, close: begun.close };
}

/** What arrives, one after the other, up to the end. */
async function* inOrder(arrived: (FilePart | Error)[], more: () => Promise<void>): AsyncGenerator<FilePart> {
  for (;;) {
    const next = arrived.shift();
    if (next === undefined) await more();
    else if (next instanceof Error) throw next;
    else {
      yield next;
      if (next.kind === 'end') return;
    }
  }
}
