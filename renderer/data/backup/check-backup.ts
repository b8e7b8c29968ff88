import { verifyWorkspaceFile } from '#shared/exchange/verify-bundle';
import { asText, splitBackup } from './backup-contents';
import type { RecoveryKey } from './recovery-key';
import { BackupUnreadable, headerOf, openedStream } from './sealed-stream';

/** What a backup turned out to be when it was read from its first to its last byte. */
export type CheckedBackup =
  | {
      readonly ok: true;
      readonly workspace: string;
      readonly name: string;
      readonly madeAt: string;
      readonly entries: number;
      /** Entries of which only the place is there. */
      readonly leftOut: number;
      readonly files: number;
      readonly devices: number;
    }
  | { readonly ok: false; readonly kind: BackupUnreadable['kind']; readonly reason: string };

/**
 * Reads a backup whole: opens every chunk, hashes every entry and file, follows every chain to the tips that the file names,
 * and counts. Never throws for what the file is, only for what cannot be read at all.
 */
export async function checkBackup(read: () => AsyncIterable<Uint8Array>, key: RecoveryKey): Promise<CheckedBackup> {
  try {
    const { madeAt, workspace } = await headerOf(read());
    const split = await splitBackup(asText(openedStream(read(), key)));
    if (split === undefined) return wrong('its first line makes no sense');
    const { beside, rest } = split;
    const verified = await verifyWorkspaceFile(rest);
    if (!verified.ok) return wrong(`line ${verified.line} does not hold: ${verified.reason}`);
    const { entries, leftOut, files, devices } = verified;
    if (beside.workspace !== workspace) return wrong('it says of itself that it is of another workspace');
    return { ok: true, workspace, name: beside.name, madeAt, entries, leftOut, files, devices };
  } catch (cause) {
    if (cause instanceof BackupUnreadable) return { ok: false, kind: cause.kind, reason: cause.message };
    throw cause;
  }
}

const wrong = (what: string): CheckedBackup => ({
  ok: false,
  kind: 'damaged',
  reason: `This backup is damaged: ${what}. Choose another one.`,
});
