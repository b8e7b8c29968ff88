import { fileText, type NamedBytes } from '#shared/exchange/file-text/file-text';
import type { ReaderAnswer } from './reader-messages';

const answer = (said: ReaderAnswer): void => globalThis.postMessage(said);

globalThis.onmessage = async ({ data }: MessageEvent<NamedBytes>) => {
  try {
    answer({ kind: 'read', parts: await fileText(data) });
  } catch (cause) {
    answer({ kind: 'missing', message: cause instanceof Error ? cause.message : String(cause) });
  }
};
answer({ kind: 'ready' });
