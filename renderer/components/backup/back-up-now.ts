import { backUp } from '../../data/backup/backups';
import { checkInWorker } from '../../data/backup/check-in-worker';
import { recoveryKeyOf } from '../../data/backup/key-of-workspace';
import type { BackupSink, MadeBackup } from '../../data/backup/make-backup';
import type { LongWork, Workspace } from '../../data/workspace';
import { platform } from '../../platform/current-platform';

/** Writes a backup into the backup folder, or where the person says; in a browser, as a download. Throws with words fit to show. */
export async function backUpNow(workspace: Workspace, to: 'folder' | 'ask', work?: LongWork): Promise<MadeBackup | 'cancelled'> {
  const madeAt = new Date(workspace.now()).toISOString();
  const at = { workspace: workspace.info.id, madeAt, to };
  const sink = platform.backups ? await platform.backups.begin(at) : downloadSink(`${workspace.info.name} ${madeAt.slice(0, 10)}`);
  if (sink === 'cancelled') return sink;
  const made = await backUp(workspace, { key: await recoveryKeyOf(workspace), sink, check: checkInWorker }, work);
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}

/** Sealed bytes in memory, until they were read back and are handed to the browser. */
function downloadSink(name: string): BackupSink {
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  return {
    write: async (bytes) => void pieces.push(bytes),
    readBack: async function* () {
      yield* pieces;
    },
    keep: async () => {
      const content = new Blob(pieces, { type: 'application/octet-stream' });
      await platform.saveFile({ name: `${name}.throughline-backup`, type: 'application/octet-stream', content });
    },
    drop: async () => void (pieces = []),
  };
}
