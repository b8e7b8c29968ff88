import { err, ok, type Result } from '#shared/values/result';
import { partsOfPieces, type FileReading } from '../file-parts';
import { OpenWorkspace } from '../open-workspace';
import type { LongWork, MergeReport, Workspace } from '../workspace';
import { asText, groupsOf, refusedOf, sealedForBackup, sealedOf, splitBackup, type BackupSource, type Beside } from './backup-contents';
import { readLooks, restoreLooks } from './looks';
import { makeBackup, type BackupCheck, type BackupSink, type MadeBackup } from './make-backup';
import type { RecoveryKey } from './recovery-key';
import { BackupUnreadable, openedStream } from './sealed-stream';

/** Reads a backup from its beginning, each time it is called. */
export interface BackupFile {
  readonly size: number;
  read(): AsyncIterable<Uint8Array>;
}

/** Writes a backup of an open workspace: all ledgers that this device holds, all files, and what is kept beside them. */
export function backUp(
  workspace: Workspace,
  { key, sink, check }: { readonly key: RecoveryKey; readonly sink: BackupSink; readonly check: BackupCheck },
  work?: LongWork,
): Promise<Result<MadeBackup, { readonly message: string }>> {
  const open = opened(workspace);
  const { random } = open.parts;
  return makeBackup({ source: sourceOf(open), workspace: open.info.id, key, check, now: open.now(), random }, sink, work);
}

/**
 * Takes up a backup into a workspace: the union of what is here and what it holds. Nothing that is here goes. The chain of
 * this device is never written anew: where the backup brings entries under its id, it goes on under another one.
 */
export async function restoreInto(
  workspace: Workspace,
  file: BackupFile,
  key: RecoveryKey,
  work?: LongWork,
): Promise<Result<MergeReport, { readonly message: string }>> {
  const open = opened(workspace);
  try {
    const { beside, reading } = await openBackup(file, key);
    if (beside.workspace !== open.info.id) {
      reading.close();
      return err({
        message: `This backup is of another workspace, “${beside.name}”. Open that one, or restore it from the list of workspaces.`,
      });
    }
    const merged = await open.mergeReading(reading, file.size, work);
    if (!merged.ok) return err({ message: merged.error.message });
    await takeBeside(open, beside);
    return ok(merged.value);
  } catch (cause) {
    if (cause instanceof BackupUnreadable) return err({ message: cause.message });
    throw cause;
  }
}

/** What stands beside the ledger in a backup, and its entries and files on their way. Throws `BackupUnreadable`. */
export async function openBackup(file: BackupFile, key: RecoveryKey): Promise<{ readonly beside: Beside; readonly reading: FileReading }> {
  let bytes = 0;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const piece of file.read()) {
      bytes += piece.length;
      yield piece;
    }
  };
  const pieces = asText(openedStream(counted(), key));
  const split = await splitBackup(pieces);
  if (split === undefined)
    throw new BackupUnreadable('damaged', 'This backup is damaged: its first line makes no sense. Choose another one.');
  return { beside: split.beside, reading: { parts: partsOfPieces(split.rest, () => bytes), close: () => void pieces.return(undefined) } };
}

/** Puts back what no ledger holds: what refused entries said, names of imports, how the window looks. Nothing newer is written over. */
export async function takeBeside(workspace: OpenWorkspace, beside: Beside): Promise<void> {
  const { groups, sync } = workspace.parts;
  const known = new Set((await groups.all()).map(({ id }) => id));
  for (const group of groupsOf(beside)) if (!known.has(group.id)) await groups.put(group);
  if (sync !== undefined) {
    const there = new Set((await sync.shelf.refused()).map(({ entry }) => entry));
    await sync.shelf.keepRefused(refusedOf(beside).filter(({ entry }) => !there.has(entry)));
    const kept = new Set((await sync.shelf.sealed()).map(({ id }) => id));
    for (const row of sealedOf(beside)) if (!kept.has(row.id)) await sync.shelf.keepSealed(row);
  }
  restoreLooks(beside.looks);
}

function sourceOf(workspace: OpenWorkspace): BackupSource {
  const { info, parts } = workspace;
  return {
    entries: workspace.exportSource(),
    beside: async () => ({
      workspace: info.id,
      name: info.name,
      sample: info.sample,
      createdAt: info.createdAt,
      me: workspace.me,
      ...(info.link && { link: { ...info.link, roles: [...info.link.roles] } }),
      groups: (await parts.groups.all()).map((row) => ({ ...row })),
      refused: ((await parts.sync?.shelf.refused()) ?? []).map((row) => ({ ...row })),
      sealed: await sealedForBackup((await parts.sync?.shelf.sealed()) ?? []),
      looks: readLooks(),
    }),
  };
}

/** What stands in for a workspace while it opens cannot be backed up: no screen offers it then. */
function opened(workspace: Workspace): OpenWorkspace {
  if (!(workspace instanceof OpenWorkspace)) throw new Error('The workspace is still being opened. Try again in a moment.');
  return workspace;
}
