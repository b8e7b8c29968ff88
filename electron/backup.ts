import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { open, readdir, rename, rm, stat, writeFile, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { BACKUP_PIECE, backupName } from '#shared/ipc/backup-messages';
import { backupsToKeep } from '#shared/ipc/backup-rotation';
import type { Request, Response } from '#shared/ipc/contract';

/** What backups need of the shell around them. */
export interface BackupSetting {
  /** Where what the person chose is kept. */
  readonly stateFile: string;
  readonly usualFolder: string;
  /** Decided by the organisation. */
  readonly managedFolder?: string;
  readonly kept?: number;
  /** The file that the command line names. */
  readonly commandLineFile?: string;
  /** False: nothing is written but into the backup folder. */
  readonly mayExport: boolean;
}

/** Asking the person for a place. Undefined: they cancelled. */
export interface AskPlace {
  readonly forNew: (proposed: string) => Promise<string | undefined>;
  readonly forExisting: () => Promise<string | undefined>;
  readonly forFolder: (now: string) => Promise<string | undefined>;
}

interface Writing {
  readonly handle: FileHandle;
  readonly draft: string;
  readonly target: string;
  readonly workspace: string;
  readonly isRotated: boolean;
}

const SUFFIX = '.throughline-backup';
const PART = '.part';

/** Backups on the disk of this computer: written beside their name, read back, and only then named. */
export class Backups {
  readonly #setting: BackupSetting;
  readonly #writing = new Map<string, Writing>();
  readonly #reading = new Map<string, FileHandle>();

  constructor(setting: BackupSetting) {
    this.#setting = setting;
  }

  get folder(): string {
    return this.#setting.managedFolder ?? chosenFolder(this.#setting.stateFile) ?? this.#setting.usualFolder;
  }

  async list({ workspace }: Request<'backups.list'>): Promise<Response<'backups.list'>> {
    const backups = await this.#stored(workspace);
    return { folder: this.folder, isManaged: this.#setting.managedFolder !== undefined, backups };
  }

  async begin({ workspace, madeAt, to }: Request<'backups.begin'>, ask: AskPlace): Promise<Response<'backups.begin'>> {
    const name = nameOf(workspace, madeAt);
    const target = to === 'folder' ? join(this.folder, name) : to === 'ask' ? await this.#asked(name, ask) : this.#setting.commandLineFile;
    if (target === undefined) return 'cancelled';
    if (to === 'folder') mkdirSync(this.folder, { recursive: true });
    const draft = `${target}.${randomBytes(4).toString('hex')}${PART}`;
    const handle = await opened(draft, 'wx+', basename(target));
    const writing = newToken();
    this.#writing.set(writing, { handle, draft, target, workspace, isRotated: to === 'folder' });
    return { writing };
  }

  async append({ writing, bytes }: Request<'backups.append'>): Promise<Response<'backups.append'>> {
    const { handle } = known(this.#writing, writing);
    let written = 0;
    while (written < bytes.length) written += (await handle.write(bytes, written)).bytesWritten;
    return {};
  }

  /** From the disk, not from what was handed in. */
  async readBack({ writing, offset }: Request<'backups.readBack'>): Promise<Uint8Array> {
    const { handle } = known(this.#writing, writing);
    if (offset === 0) await handle.sync();
    return pieceAt(handle, offset);
  }

  async keep({ writing }: Request<'backups.keep'>): Promise<Response<'backups.keep'>> {
    const { handle, draft, target, workspace, isRotated } = known(this.#writing, writing);
    await handle.sync();
    await handle.close();
    this.#writing.delete(writing);
    await rename(draft, target);
    await syncFolder(dirname(target));
    if (isRotated) await this.#rotate(workspace);
    return { name: basename(target) };
  }

  async drop({ writing }: Request<'backups.drop'>): Promise<Response<'backups.drop'>> {
    const begun = this.#writing.get(writing);
    this.#writing.delete(writing);
    await begun?.handle.close();
    if (begun) await rm(begun.draft, { force: true });
    return {};
  }

  async open({ from }: Request<'backups.open'>, ask: AskPlace): Promise<Response<'backups.open'>> {
    const path =
      from === 'ask' ? await ask.forExisting() : from === 'command-line' ? this.#setting.commandLineFile : join(this.folder, from);
    if (path === undefined) return 'cancelled';
    const handle = await opened(path, 'r', basename(path));
    const reading = newToken();
    this.#reading.set(reading, handle);
    return { reading, name: basename(path), size: (await handle.stat()).size };
  }

  read({ reading, offset }: Request<'backups.read'>): Promise<Uint8Array> {
    return pieceAt(known(this.#reading, reading), offset);
  }

  async close({ reading }: Request<'backups.close'>): Promise<Response<'backups.close'>> {
    const handle = this.#reading.get(reading);
    this.#reading.delete(reading);
    await handle?.close();
    return {};
  }

  async chooseFolder(ask: AskPlace): Promise<Response<'backups.chooseFolder'>> {
    if (this.#setting.managedFolder !== undefined) throw new Error('Your organisation decided where backups lie on this computer.');
    const folder = await ask.forFolder(this.folder);
    if (folder === undefined) return 'cancelled';
    await writeFile(this.#setting.stateFile, JSON.stringify({ folder }));
    return 'chosen';
  }

  async #asked(name: string, ask: AskPlace): Promise<string | undefined> {
    if (!this.#setting.mayExport)
      throw new Error('Your organisation does not let Throughline save files. Backups go into the backup folder.');
    const path = await ask.forNew(name);
    return path === undefined || path.endsWith(SUFFIX) ? path : path + SUFFIX;
  }

  async #stored(workspace: string): Promise<Response<'backups.list'>['backups']> {
    const names = (await namesIn(this.folder)).filter(
      (name) => backupName.safeParse(name).success && name.startsWith(`throughline-${workspace}-`),
    );
    const stored = await Promise.all(
      names.map(async (name) => ({ name, madeAt: madeAtOf(name), size: (await stat(join(this.folder, name))).size })),
    );
    return stored.sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
  }

  /** After a new one is there: older ones that nobody wants go, and what a kill left of unfinished ones. */
  async #rotate(workspace: string): Promise<void> {
    const stored = await this.#stored(workspace);
    const kept = new Set(backupsToKeep(stored, this.#setting.kept));
    const drafts = new Set([...this.#writing.values()].map(({ draft }) => draft));
    const unfinished = (await namesIn(this.folder)).filter((name) => name.startsWith(`throughline-${workspace}-`) && name.endsWith(PART));
    for (const { name } of stored.filter((backup) => !kept.has(backup))) await rm(join(this.folder, name), { force: true });
    for (const name of unfinished) if (!drafts.has(join(this.folder, name))) await rm(join(this.folder, name), { force: true });
  }
}

const newToken = (): string => randomBytes(8).toString('hex');

function known<T>(map: ReadonlyMap<string, T>, token: string): T {
  const found = map.get(token);
  if (found === undefined) throw new Error('This backup is not open any more.');
  return found;
}

async function opened(path: string, flags: string, name: string): Promise<FileHandle> {
  try {
    return await open(path, flags);
  } catch (error) {
    throw new Error(`${name} cannot be opened: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

async function pieceAt(handle: FileHandle, offset: number): Promise<Uint8Array> {
  const piece = new Uint8Array(BACKUP_PIECE);
  const { bytesRead } = await handle.read(piece, 0, BACKUP_PIECE, offset);
  return piece.slice(0, bytesRead);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    // Not made yet: there is no backup.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** A name is durable when its folder is. Windows does not open folders, and needs no such thing. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}

const nameOf = (workspace: string, madeAt: string): string =>
  `throughline-${workspace}-${madeAt.slice(0, 10).replaceAll('-', '')}-${madeAt.slice(11, 19).replaceAll(':', '')}${SUFFIX}`;

function madeAtOf(name: string): string {
  const [, y, m, d, h, min, s] = /-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)\./.exec(name) ?? [];
  return `${y}-${m}-${d}T${h}:${min}:${s}.000Z`;
}

function chosenFolder(stateFile: string): string | undefined {
  try {
    const { folder } = JSON.parse(readFileSync(stateFile, 'utf8')) as { readonly folder?: unknown };
    return typeof folder === 'string' ? folder : undefined;
  } catch {
    // Never chosen, or not readable any more: the usual folder.
    return undefined;
  }
}

/**
 * Tells a profile folder from a copy of it: a copy is another folder, made at another time. Says nothing of the computer,
 * and of the folder only a digest. A whole disk that was imaged keeps its mark: that is found when the two meet.
 */
export function profileMark(folder: string): string {
  const { ino, birthtimeNs } = statSync(folder, { bigint: true });
  return createHash('sha256').update(`${ino} ${birthtimeNs} ${machineId()}`).digest('hex').slice(0, 32);
}

/** Linux names each installation; elsewhere the folder must do. */
function machineId(): string {
  try {
    return readFileSync('/etc/machine-id', 'utf8').trim();
  } catch {
    return '';
  }
}
