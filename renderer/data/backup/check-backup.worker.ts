import { checkBackup } from './check-backup';
import type { RecoveryKey } from './recovery-key';

const pieces: Uint8Array[] = [];

async function* held(): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

/** First the bytes, one piece after the other; then the key, which begins the check. */
globalThis.onmessage = async ({ data }: MessageEvent<{ readonly bytes: Uint8Array } | { readonly key: RecoveryKey }>) => {
  if ('bytes' in data) pieces.push(data.bytes);
  else globalThis.postMessage(await checkBackup(held, data.key));
};
