import { join, resolve } from 'node:path';
import { app } from 'electron';
import { mayExport, type Policy } from '#shared/policy/policy';
import type { BackupSetting } from './backup';
import type { CommandLine } from './command-line';
import type { BackupJob } from './handlers/backups';

/** Where backups of this profile lie. A profile that was put elsewhere by `--user-data-dir` keeps them beside its data. */
export function backupSetting(asked: CommandLine, policy: Policy, userData: string): BackupSetting {
  const profile = app.getPath('userData');
  const { backupFolder, backupsKept } = policy;
  return {
    stateFile: join(profile, 'backups.json'),
    usualFolder: userData ? join(profile, 'Backups') : join(app.getPath('documents'), 'Throughline Backups'),
    ...(backupFolder !== undefined && { managedFolder: wholePath(backupFolder) }),
    ...(backupsKept !== undefined && { kept: backupsKept }),
    ...('file' in asked && { commandLineFile: resolve(asked.file) }),
    mayExport: mayExport(policy),
  };
}

const wholePath = (path: string): string => path.replace(/^(~|%USERPROFILE%)(?=[/\\])/i, () => app.getPath('home'));

/** What the window is to do, and how it ends: one line, and an exit code that a script can read. */
export function backupJob(asked: CommandLine): BackupJob {
  const tag = asked.tag === 'backup' || asked.tag === 'restore' ? asked.tag : 'none';
  const keyFile = valueAfter('--recovery-key-file', process.argv);
  return {
    tag,
    ...(keyFile && { recoveryKeyFile: resolve(keyFile) }),
    done: (ok, message) => {
      if (tag === 'none') return;
      (ok ? process.stdout : process.stderr).write(`${message}\n`);
      app.exit(ok ? 0 : 1);
    },
  };
}

/** A value follows its flag, or stands after `=`. */
function valueAfter(flag: string, args: readonly string[]): string | undefined {
  const at = args.findIndex((arg) => arg === flag || arg.startsWith(`${flag}=`));
  const arg = args[at];
  return arg?.includes('=') ? arg.slice(flag.length + 1) : args[at + 1] && at >= 0 ? args[at + 1] : undefined;
}

/** The app runs already. It was brought to the front; but a backup cannot be made beside it. */
export function quitBeside({ tag }: CommandLine): void {
  if (tag !== 'backup' && tag !== 'restore') return app.quit();
  process.stderr.write('Throughline is running. Close it first, or use Settings, Backups.\n');
  app.exit(1);
}
