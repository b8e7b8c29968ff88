import type { Request, Response } from '#shared/ipc/contract';
import { BACKUP_PIECE, type BACKUP_CONTRACT } from '#shared/ipc/backup-messages';

type BackupChannel = keyof typeof BACKUP_CONTRACT;
type Ask = <C extends BackupChannel>(channel: C, request: Request<C>) => Promise<Response<C>>;

export interface StoredBackup {
  readonly name: string;
  readonly madeAt: string;
  readonly size: number;
}

/** Where automatic backups lie, and which there are, the newest first. */
export interface BackupFolder {
  readonly folder: string;
  /** The organisation decided it. */
  readonly isManaged: boolean;
  readonly backups: readonly StoredBackup[];
}

/** Where a backup is being written: `BackupSink` of renderer/data. */
export interface BackupOnDisk {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  readBack(): AsyncIterable<Uint8Array>;
  keep(): Promise<void>;
  drop(): Promise<void>;
}

/** A backup to read: `BackupFile` of renderer/data. */
export interface OpenedBackup {
  readonly name: string;
  readonly size: number;
  read(): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

/** What the desktop does about backups; a browser can only download one and be given one. */
export interface DesktopBackups {
  list(workspace: string): Promise<BackupFolder>;
  begin(at: {
    readonly workspace: string;
    readonly madeAt: string;
    readonly to: 'folder' | 'ask' | 'command-line';
  }): Promise<BackupOnDisk | 'cancelled'>;
  /** By its name in the folder, or from where the person or the command line says. */
  open(from: string): Promise<OpenedBackup | 'cancelled'>;
  chooseFolder(): Promise<'chosen' | 'cancelled'>;
  showFolder(): Promise<void>;
  job(): Promise<{ readonly tag: 'backup' | 'restore' | 'none'; readonly recoveryKey?: string | undefined }>;
  jobDone(ok: boolean, message: string): Promise<void>;
  /** Tells this profile folder from a copy of it. */
  profileMark(): Promise<string>;
}

export const backupsOver = (ask: Ask): DesktopBackups => ({
  list: (workspace) => ask('backups.list', { workspace }),
  begin: async (at) => {
    const begun = await ask('backups.begin', at);
    if (begun === 'cancelled') return begun;
    const { writing } = begun;
    return {
      write: async (bytes) => {
        for (let from = 0; from < bytes.length; from += BACKUP_PIECE)
          await ask('backups.append', { writing, bytes: bytes.slice(from, from + BACKUP_PIECE) });
      },
      readBack: () => piecesOf((offset) => ask('backups.readBack', { writing, offset })),
      keep: async () => void (await ask('backups.keep', { writing })),
      drop: async () => void (await ask('backups.drop', { writing })),
    };
  },
  open: async (from) => {
    const opened = await ask('backups.open', { from });
    if (opened === 'cancelled') return opened;
    const { reading, name, size } = opened;
    return {
      name,
      size,
      read: () => piecesOf((offset) => ask('backups.read', { reading, offset })),
      close: async () => void (await ask('backups.close', { reading })),
    };
  },
  chooseFolder: () => ask('backups.chooseFolder', {}),
  showFolder: async () => void (await ask('backups.showFolder', {})),
  job: () => ask('backups.job', {}),
  jobDone: async (ok, message) => void (await ask('backups.jobDone', { ok, message: message.slice(0, 2000) })),
  profileMark: async () => (await ask('profile.mark', {})).mark,
});

async function* piecesOf(at: (offset: number) => Promise<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (let offset = 0; ;) {
    const piece = await at(offset);
    if (piece.length === 0) return;
    yield piece;
    offset += piece.length;
  }
}
