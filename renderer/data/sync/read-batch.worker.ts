import { readBatch } from './read-batch';

globalThis.onmessage = ({ data: text }: MessageEvent<string>) => globalThis.postMessage(readBatch(text));
