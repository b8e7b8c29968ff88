import { instantOf } from '#shared/values/calendar';
import { err, ok, type Result } from '#shared/values/result';
import type { LongWork } from '../workspace';
import { asBytes, backupLines, type BackupSource, type Written } from './backup-contents';
import type { CheckedBackup } from './check-backup';
import type { RecoveryKey } from './recovery-key';
import { BACKUP_FORMAT, sealedStream, type BackupHeader } from './sealed-stream';

/** Where a backup is being written. It has no name that counts before `keep`. */
export interface BackupSink {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** What was written, read from where it lies. */
  readBack(): AsyncIterable<Uint8Array>;
  /** Durable under its name from now on. */
  keep(): Promise<void>;
  /** Nothing of it stays. */
  drop(): Promise<void>;
}

/** How a backup is read and checked: in a worker in the app, on the same thread in tests. */
export type BackupCheck = (read: () => AsyncIterable<Uint8Array>, key: RecoveryKey) => Promise<CheckedBackup>;

export interface BackupMaking {
  readonly source: BackupSource;
  readonly workspace: string;
  readonly key: RecoveryKey;
  readonly check: BackupCheck;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly random: (bytes: number) => Uint8Array;
}

export type MadeBackup = Extract<CheckedBackup, { ok: true }>;

/**
 * Writes a backup, reads it back from where it lies, and only then lets it count. One that does not hold leaves nothing
 * behind and is said. Called off or broken off, nothing stays either.
 */
export async function makeBackup(
  making: BackupMaking,
  sink: BackupSink,
  work: LongWork = {},
): Promise<Result<MadeBackup, { readonly message: string }>> {
  const { source, key, check, random } = making;
  try {
    const written = { items: 0, files: 0 };
    const lines = asBytes(backupLines(source, written, work));
    for await (const piece of sealedStream(newHeader(making), key, lines, random)) {
      work.signal?.throwIfAborted();
      await sink.write(piece);
    }
    const checked = await check(() => sink.readBack(), key);
    work.signal?.throwIfAborted();
    const problem = checked.ok ? miscounted(checked, written) : checked.reason;
    if (!checked.ok || problem !== undefined) {
      await sink.drop();
      return err({ message: `The backup was written, but did not read back as it should, and was not kept. ${problem}` });
    }
    await sink.keep();
    return ok(checked);
  } catch (cause) {
    await sink.drop();
    throw cause;
  }
}

function miscounted({ entries, leftOut, files }: MadeBackup, written: Written): string | undefined {
  if (entries + leftOut !== written.items) return `It holds ${entries + leftOut} entries of ${written.items}.`;
  return files === written.files ? undefined : `It holds ${files} files of ${written.files}.`;
}

function newHeader({ workspace, now, random }: BackupMaking): BackupHeader {
  return { format: BACKUP_FORMAT, v: 1, id: hex(random(8)), workspace, madeAt: instantOf(now), salt: hex(random(16)) };
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
