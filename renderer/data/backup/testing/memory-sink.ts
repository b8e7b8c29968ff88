import type { BackupFile } from '../backups';
import type { BackupSink } from '../make-backup';

/** A backup in memory, and what a disk may do to it. */
export interface MemorySink extends BackupSink {
  /** What is kept; nothing before `keep` and after `drop`. */
  kept(): Uint8Array<ArrayBuffer> | undefined;
}

/** `spoil`: what the disk makes of the bytes before they are read back. */
export function memorySink(spoil: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> = (bytes) => bytes): MemorySink {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let kept: Uint8Array<ArrayBuffer> | undefined;
  const joined = (): Uint8Array<ArrayBuffer> => {
    const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const piece of pieces) {
      all.set(piece, at);
      at += piece.length;
    }
    return spoil(all);
  };
  return {
    write: async (bytes) => void pieces.push(bytes),
    readBack: () => inPieces(joined()),
    keep: async () => void (kept = joined()),
    drop: async () => void (kept = undefined),
    kept: () => kept,
  };
}

export async function* inPieces(bytes: Uint8Array, size = 100_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

export const backupFile = (bytes: Uint8Array): BackupFile => ({ size: bytes.length, read: () => inPieces(bytes) });
