import { partsOfFile } from './file-parts';

globalThis.onmessage = async ({ data: file }: MessageEvent<Blob>) => {
  for await (const part of partsOfFile(file)) globalThis.postMessage(part);
};
