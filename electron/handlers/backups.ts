import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, type BrowserWindow, dialog, shell } from 'electron';
import type { BACKUP_CONTRACT } from '#shared/ipc/backup-messages';
import { Backups, profileMark, type AskPlace, type BackupSetting } from '../backup';
import type { Handlers } from '../bridge';

type BackupChannel = keyof typeof BACKUP_CONTRACT;

/** What the command line asked for; `done` ends the app with what became of it. */
export interface BackupJob {
  readonly tag: 'backup' | 'restore' | 'none';
  readonly recoveryKeyFile?: string;
  readonly done: (ok: boolean, message: string) => void;
}

const FILTERS = [{ name: 'Throughline backup', extensions: ['throughline-backup'] }];

/** Backups for the windows of this app. A window says which backup and hands over bytes; where they lie is decided here. */
export function backupHandlers(setting: BackupSetting, job: BackupJob): Pick<Handlers, BackupChannel> {
  const backups = new Backups(setting);
  return {
    'backups.list': (request) => backups.list(request),
    'backups.begin': (request, window) => backups.begin(request, askIn(window)),
    'backups.append': (request) => backups.append(request),
    'backups.readBack': async (request) => new Uint8Array(await backups.readBack(request)),
    'backups.keep': (request) => backups.keep(request),
    'backups.drop': (request) => backups.drop(request),
    'backups.open': (request, window) => backups.open(request, askIn(window)),
    'backups.read': async (request) => new Uint8Array(await backups.read(request)),
    'backups.close': (request) => backups.close(request),
    'backups.chooseFolder': (_request, window) => backups.chooseFolder(askIn(window)),
    'backups.showFolder': async () => {
      const problem = await shell.openPath(backups.folder);
      if (problem !== '') throw new Error('There is no backup folder yet: it is made with the first backup.');
      return {};
    },
    'backups.job': async () => {
      const { tag, recoveryKeyFile } = job;
      return { tag, ...(recoveryKeyFile !== undefined && { recoveryKey: readFileSync(recoveryKeyFile, 'utf8').trim().slice(0, 200) }) };
    },
    'backups.jobDone': async ({ ok, message }) => {
      job.done(ok, message);
      return {};
    },
    'profile.mark': async () => ({ mark: profileMark(app.getPath('userData')) }),
  };
}

const askIn = (window: BrowserWindow): AskPlace => ({
  forNew: async (proposed) => {
    const choice = await dialog.showSaveDialog(window, { defaultPath: join(app.getPath('documents'), proposed), filters: FILTERS });
    return choice.canceled || choice.filePath === '' ? undefined : choice.filePath;
  },
  forExisting: async () => (await dialog.showOpenDialog(window, { properties: ['openFile'], filters: FILTERS })).filePaths[0],
  forFolder: async (now) =>
    (await dialog.showOpenDialog(window, { properties: ['openDirectory', 'createDirectory'], defaultPath: now })).filePaths[0],
});
