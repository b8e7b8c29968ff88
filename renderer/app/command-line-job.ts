import { backUp } from '../data/backup/backups';
import { checkInWorker } from '../data/backup/check-in-worker';
import { recoveryKeyOf } from '../data/backup/key-of-workspace';
import { parseRecoveryKey } from '../data/backup/recovery-key';
import { listWorkspaces, openWorkspace, restoreBackup } from '../data/session';
import type { DesktopBackups } from '../platform/backups';
import { t } from '#shared/values/texts';

/**
 * Does what `--backup FILE` and `--restore FILE` ask for, in a window that nobody sees, and tells the shell how it went. A
 * backup is of the workspace that was open last.
 */
export async function doJob(tag: 'backup' | 'restore', backups: DesktopBackups, recoveryKey: string | undefined): Promise<void> {
  try {
    await backups.jobDone(true, tag === 'backup' ? await backup(backups) : await restore(backups, recoveryKey));
  } catch (cause) {
    await backups.jobDone(false, cause instanceof Error ? cause.message : String(cause));
  }
}

async function backup(backups: DesktopBackups): Promise<string> {
  const [last, ...others] = await listWorkspaces();
  if (last === undefined) throw new Error('There is no workspace on this computer to back up.');
  const workspace = await openWorkspace(last.id, await backups.profileMark());
  const madeAt = new Date(workspace.now()).toISOString();
  const sink = await backups.begin({ workspace: last.id, madeAt, to: 'command-line' });
  if (sink === 'cancelled') throw new Error('No file was named.');
  const made = await backUp(workspace, { key: await recoveryKeyOf(workspace), sink, check: checkInWorker });
  await workspace.close();
  if (!made.ok) throw new Error(made.error.message);
  const { entries, files, devices } = made.value;
  const rest = others.length === 0 ? '' : t(' Not in it: {{join}}.', { join: others.map(({ name }) => `“${name}”`).join(', ') });
  return t(
    '“{{name}}” is backed up and verified: {{entries}} changes of {{devices}} devices, {{files}} files.{{rest}} It opens with the recovery key that Settings, Backups shows.',
    { name: last.name, entries, devices, files, rest },
  );
}

async function restore(backups: DesktopBackups, recoveryKey: string | undefined): Promise<string> {
  const file = await backups.open('command-line');
  if (file === 'cancelled') throw new Error('No file was named.');
  const key = recoveryKey === undefined ? undefined : parseRecoveryKey(recoveryKey);
  if (key && !key.ok) throw new Error(key.error.message);
  const restored = await restoreBackup(file, { check: checkInWorker, ...(key && { key: key.value }) });
  await file.close();
  if (!restored.ok)
    throw new Error(restored.error.needsKey ? `${restored.error.message} Name it with --recovery-key-file FILE.` : restored.error.message);
  const { workspace, report } = restored.value;
  await workspace.close();
  return t('“{{name}}” is restored: {{entries}} changes and {{files}} files came in. What was here already stayed.', {
    name: workspace.info.name,
    entries: report.entries,
    files: report.files,
  });
}
