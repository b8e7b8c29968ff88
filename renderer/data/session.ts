import type { LedgerName } from '#shared/ledger/entry';
import type { Role } from '#shared/records/define-record';
import { createRecord } from '#shared/records/write';
import { instantOf } from '#shared/values/calendar';
import { mintId } from '#shared/values/id';
import { err, ok, type Result } from '#shared/values/result';
import { openBackup, restoreInto, type BackupFile } from './backup/backups';
import { adoptRecoveryKey, recoveryKeyOf } from './backup/key-of-workspace';
import type { BackupCheck } from './backup/make-backup';
import type { RecoveryKey } from './backup/recovery-key';
import { BackupUnreadable, headerOf } from './backup/sealed-stream';
import type { FileReading } from './file-parts';
import { readAhead, readInWorker } from './file-reader';
import { openFiles } from './files';
import { askToKeep } from './health';
import type { LedgerStore } from './ledger-store';
import { newDeviceId } from './devices';
import { openOnDisk } from './disk-workspace';
import type { OpenWorkspace } from './open-workspace';
import { overwriteRemoved } from './overwrite-removed';
import { COPIED, openProblems, StorageRefused } from './problems';
import { playedSampleFirm } from './sample-firm';
import { searchWorker } from './search';
import { appSyncPorts } from './sync/app-ports';
import { firstLoad, titleThere } from './sync/first-load';
import { hubClient } from './sync/hub-client';
import { NOBODY } from './sync/identity';
import { memorySyncShelf } from './sync/memory-shelf';
import { preflight } from './sync/preflight';
import type { ServerLink } from './sync-state';
import { FOUNDING } from './undo';
import { textReaderWorker } from './text-reader';
import { verifyWorker } from './verify';
import type { LongWork, MergeReport, Workspace, WorkspaceInfo } from './workspace';
import { forgetHeads } from './recovery/heads';
import { listedWorkspace, listedWorkspaces } from './recovery/listed';
import { onThisProfile } from './recovery/profile-copy';
import { dropCopy } from './recovery/registration';
import { infoOf, register, unregister, type RegisteredWorkspace } from './workspace-registry';
import { t } from '#shared/values/texts';

export interface NewPerson {
  readonly name: string;
  readonly email?: string;
  /** Without any: partner and admin, so that the first person of a firm can do everything. */
  readonly roles?: readonly Role[];
}

/** The workspaces of this device, the one opened last first. */
export async function listWorkspaces(): Promise<readonly WorkspaceInfo[]> {
  return (await listedWorkspaces(random)).map(infoOf);
}

/** Opens a workspace; all its records are in memory when the promise resolves. `mark`: as the shell tells this profile folder from a copy of it. */
export async function openWorkspace(id: string, mark?: string): Promise<Workspace> {
  const listed = await listedWorkspace(id, random);
  const registered = listed && onThisProfile(listed, mark, random);
  if (registered === undefined) throw new StorageRefused('This workspace is no longer on this device. Choose another one from the list.');
  const workspace = await openRegistered({ ...registered, openedAt: instantOf(now()) });
  const { devices } = registered;
  // Before anything can be written: the copy of a profile must not go on where the other one does.
  await workspace.parts.amend({ openedAt: workspace.info.openedAt, devices, ...(mark !== undefined && { mark }) });
  if (registered !== listed) workspace.problems.raise(COPIED);
  return workspace;
}

/** Makes an empty workspace with its first person, and opens it. */
export async function createWorkspace({ name, person }: { readonly name: string; readonly person: NewPerson }): Promise<Workspace> {
  const me = mintId('person', { now: now(), random: random(10) });
  const workspace = await openNew({ name, me, sample: false });
  const roles = person.roles?.length ? person.roles : (['partner', 'admin'] as const);
  const values = { name: person.name, roles, active: true, ...(person.email && { email: person.email }) };
  const made = await workspace.writer.commitOwn([createRecord('person', me, values, { act: FOUNDING })]);
  if (!made.ok) return discard(workspace, new StorageRefused(made.error.message));
  await keep(workspace);
  return workspace;
}

/** Opens the firm that ships with the app; the first time it is made. It is a workspace of its own. Called off, it leaves nothing behind. */
export async function openSampleFirm({ onProgress, signal }: LongWork = {}): Promise<Workspace> {
  const made = (await listedWorkspaces(random)).find(({ sample }) => sample);
  if (made !== undefined) return openWorkspace(made.id);
  onProgress?.({ done: 0, total: 2 });
  const firm = await playedSampleFirm(now(), signal);
  onProgress?.({ done: 1, total: 2 });
  const fill = async ({ pages, files }: LedgerStore): Promise<void> => {
    const kept = openFiles(files, openProblems());
    for (const { bytes, ...facts } of firm.files) await kept.put(bytes, facts);

    for (const ledger of ['team', 'finance'] as const satisfies readonly LedgerName[]) await pages[ledger].add(firm.pages[ledger]);
  };
  const workspace = await openNew({ name: firm.name, me: firm.me, sample: true }, { fill });
  await keep(workspace, signal);
  onProgress?.({ done: 2, total: 2 });
  return workspace;
}

/** Makes a workspace from an exported file, and opens it. Nobody sits there yet: say who with `become`. */
export async function createWorkspaceFromFile(
  { name, file }: { readonly name: string; readonly file: Blob },
  work?: LongWork,
): Promise<Result<Workspace, { readonly message: string }>> {
  const ahead = readAhead(file);
  const workspace = await openNew({ name, me: NOBODY, sample: false }, { readFile: ahead.reader }).catch((cause: unknown) => {
    ahead.close();
    throw cause;
  });
  const merged = await workspace.mergeFile(file, work).catch((cause: unknown) => discard(workspace, cause));
  if (!merged.ok) {
    await removeUnlisted(workspace);
    return err(merged.error);
  }
  await keep(workspace, work?.signal);
  return ok(workspace);
}

/**
 * Brings a workspace of a server to this device, and opens it. Whoever signed in sits there. It is listed once all of it is
 * here; called off, or where the server says no, nothing stays. A connection that breaks is waited for.
 */
export async function createWorkspaceFromServer(
  { name, link }: { readonly name?: string; readonly link: ServerLink },
  work: LongWork = {},
): Promise<Result<Workspace, { readonly message: string }>> {
  const problem = await preflight(link, appSyncPorts(memorySyncShelf()));
  if (problem !== undefined) return err({ message: problem });
  const called = name ?? (await titleThere(link, hubClient(link))) ?? link.workspace;
  const workspace = await openNew({ name: called, me: NOBODY, sample: false, link });
  const refusal = await firstLoad(workspace.sync, work).catch((cause: unknown) => discard(workspace, cause));
  if (refusal !== undefined) {
    await removeUnlisted(workspace);
    return err({ message: refusal });
  }
  await keep(workspace, work.signal);
  return ok(workspace);
}

/**
 * Takes a workspace that meets a server off this device, once the server holds all of it. `exported`: what it does not hold
 * was saved in a file. The open workspace is closed.
 */
export async function signOut(
  workspace: Workspace,
  { exported = false }: { readonly exported?: boolean } = {},
): Promise<Result<void, { readonly message: string; readonly unsent: number }>> {
  const may = workspace.sync.mayLeave();
  if (!may.ok && !exported) {
    const { unsent } = may;
    const what = unsent === 1 ? t('One change is') : t('{{unsent}} changes are', { unsent });
    return err({ unsent, message: t('{{what}} not on the server yet. Send them first, or export what waits.', { what }) });
  }
  await workspace.close();
  await removeWorkspace(workspace.info.id);
  return ok(undefined);
}

/** Deletes a workspace and all its data from this device. Close it first. */
export async function removeWorkspace(id: string): Promise<void> {
  const channel = new BroadcastChannel(`throughline/${id}`);
  channel.postMessage({ kind: 'removed' });
  channel.close();
  await forget(id);
  await overwriteRemoved();
}

/** How a backup is restored, and why it was not. */
export interface Restoring {
  /** Without one: the key that this device has for the workspace. */
  readonly key?: RecoveryKey;
  readonly check: BackupCheck;
  /** The workspace that is open, where the backup is of it. */
  readonly into?: Workspace;
}

/**
 * Brings a backup back: into its workspace where that is on this device, else as that workspace, under device ids of its own.
 * The backup is read whole and checked before anything of it is taken up.
 */
export async function restoreBackup(
  file: BackupFile,
  { key: given, check, into }: Restoring,
  work?: LongWork,
): Promise<
  Result<{ readonly workspace: Workspace; readonly report: MergeReport }, { readonly message: string; readonly needsKey: boolean }>
> {
  const header = await headerOf(file.read()).catch(unreadable);
  if ('message' in header) return err({ message: header.message, needsKey: false });
  const isHere = (await listedWorkspace(header.workspace, random)) !== undefined;
  const open = into?.info.id === header.workspace ? into : isHere ? await openWorkspace(header.workspace) : undefined;
  const close = async (): Promise<void> => (open === into ? undefined : open?.close());
  const key = given ?? (open && (await recoveryKeyOf(open)));
  const checked = key && (await check(() => file.read(), key));
  if (key === undefined || !checked?.ok) {
    await close();
    const isKeyWrong = checked === undefined || (!checked.ok && checked.kind === 'wrong-key');
    return err({ message: checked?.ok === false ? checked.reason : t('This backup opens with its recovery key.'), needsKey: isKeyWrong });
  }
  const workspace = open ?? (await openFromBackup(file, key));
  const restored = await restoreInto(workspace, file, key, work).catch((cause: unknown) =>
    open ? Promise.reject(cause as Error) : discard(workspace as OpenWorkspace, cause),
  );
  if (!restored.ok) {
    if (open) await close();
    else await removeUnlisted(workspace as OpenWorkspace);
    return err({ message: restored.error.message, needsKey: false });
  }
  if (!open) {
    await keep(workspace as OpenWorkspace, work?.signal);
    await adoptRecoveryKey(workspace as OpenWorkspace, key);
  }
  return ok({ workspace, report: restored.value });
}

/** The workspace of a backup, empty yet: it keeps its id, who sits there and its server, and takes new device ids. */
async function openFromBackup(file: BackupFile, key: RecoveryKey): Promise<OpenWorkspace> {
  const { beside, reading } = await openBackup(file, key);
  reading.close();
  const { workspace: id, name, sample, createdAt, me, link } = beside;
  const made = newRegistration({ name, sample, me: me as RegisteredWorkspace['me'], ...(link && { link }) });
  return openRegistered({ ...made, id, createdAt });
}

function unreadable(cause: unknown): { readonly message: string } {
  if (cause instanceof BackupUnreadable) return { message: cause.message };
  throw cause;
}

const now = (): number => Date.now();
const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));

function newRegistration(given: Pick<RegisteredWorkspace, 'name' | 'me' | 'sample' | 'link'>): RegisteredWorkspace {
  const at = instantOf(now());
  return {
    ...given,
    id: newDeviceId(random),
    createdAt: at,
    openedAt: at,
    devices: { team: newDeviceId(random), finance: newDeviceId(random) },
  };
}

/** Only now it is listed: a crash before leaves no half-made workspace behind in the list. Called off by then, it goes again. */
async function keep(workspace: OpenWorkspace, signal?: AbortSignal): Promise<void> {
  if (!signal?.aborted) await register(workspace.registered);
  if (!signal?.aborted) await workspace.parts.amend({});
  if (!signal?.aborted) await askToKeep(globalThis.navigator.storage);
  if (signal?.aborted) await discard(workspace, signal.reason);
}

async function discard(workspace: OpenWorkspace, cause: unknown): Promise<never> {
  await removeUnlisted(workspace);
  throw cause;
}

async function removeUnlisted(workspace: OpenWorkspace): Promise<void> {
  await workspace.close();
  await forget(workspace.info.id);
}

/** Everything of it that this device keeps, what only says that it was here first. */
async function forget(id: string): Promise<void> {
  await dropCopy(id);
  forgetHeads(id);
  await unregister(id);
}

interface Opening {
  /** Puts entries in before anything is read. */
  readonly fill?: (store: LedgerStore) => Promise<void>;
  readonly readFile?: (file: Blob) => FileReading;
}

function openNew(given: Pick<RegisteredWorkspace, 'name' | 'me' | 'sample' | 'link'>, opening?: Opening): Promise<OpenWorkspace> {
  return openRegistered(newRegistration(given), opening);
}

/** Opens the databases of a workspace, listed or not, with what the app reads and searches with. */
function openRegistered(registered: RegisteredWorkspace, { fill, readFile = readInWorker }: Opening = {}): Promise<OpenWorkspace> {
  const hosts = { searchHost: searchWorker, textReader: textReaderWorker, verifyHost: verifyWorker, readFile, failed: reportError };
  return openOnDisk(registered, hosts, fill);
}
