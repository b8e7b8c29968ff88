import { create } from 'zustand';
import { err, ok, type Result } from '#shared/values/result';
import { notify } from '../components/notify';
import type { FirstScreen } from '../data/first-screen';
import { StorageRefused } from '../data/problems';
import { PassphraseNeeded } from '../data/vault/key-ring';
import { protectionOf, unlockWorkspace } from '../data/vault/workspace-vault';
import { listWorkspaces, openWorkspace, signOut as signOutOf } from '../data/session';
import { readFirstScreen } from '../data/snapshot';
import type { ServerLink } from '../data/sync-state';
import type { Workspace, WorkspaceInfo } from '../data/workspace';
import { platform } from '../platform/current-platform';
import type { PickedFile } from '../platform/platform';
import { lastWorkspace } from '../ui-state/last-workspace';
import { lockMark } from '../ui-state/lock-mark';
import { keepBackedUp } from './automatic-backups';
import { workspaceWhileOpening } from './workspace-while-opening';
import { t } from '#shared/values/texts';

/** Which firm's data this window works on. */
export type Session =
  | { readonly kind: 'starting' }
  /** `file`: a saved workspace that was dropped, to open on its own. */
  | { readonly kind: 'welcome'; readonly workspaces: readonly WorkspaceInfo[]; readonly file?: PickedFile }
  /** The first screen is painted from what was kept of it; the workspace stands in until the real one is open. */
  | { readonly kind: 'opening'; readonly workspace: Workspace; readonly totals: FirstScreen['totals'] }
  | { readonly kind: 'open'; readonly workspace: Workspace }
  /** Nothing of the workspace `id` is in this window. */
  | { readonly kind: 'locked'; readonly id: string; readonly needsPassphrase: boolean }
  | { readonly kind: 'refused'; readonly message: string }
  /** A bug: thrown on to the error boundary, which can explain it. */
  | { readonly kind: 'failed'; readonly cause: unknown };

interface SessionControl {
  readonly session: Session;
  /** Opens the workspace of last time, or welcomes. Called once, when the window opens. */
  start(): Promise<void>;
  /** Works on a workspace that is already open, from now on and after the next start. */
  enter(workspace: Workspace): void;
  open(id: string): Promise<void>;
  /** Opens the workspace that is locked. False where the passphrase is another. */
  unlock(passphrase?: string): Promise<boolean>;
  /** Closes the workspace that is open and shows the list of them, or goes on to open `file` as another. */
  leave(file?: PickedFile): Promise<void>;
  /** Takes the workspace off this device, and its password out of the shell. Refused while something of it is here alone. */
  signOut(how: { readonly exported: boolean }): Promise<Result<void, { readonly message: string }>>;
}

/** Ends the daily backup of the workspace that was open before. */
let stopBackups: () => void = () => undefined;

export const useSession = create<SessionControl>()((set, get) => {
  return {
    session: { kind: 'starting' },
    start: () => trying(startWithLast),
    enter: (workspace) => {
      lastWorkspace.set(workspace.info);
      workspace.about.subscribe(() => lastWorkspace.set(workspace.info));
      set({ session: { kind: 'open', workspace } });
      stopBackups();
      stopBackups = keepBackedUp(workspace);
    },
    open: (id) => trying(() => openOne(id)),
    unlock,
    leave: (file) =>
      trying(async () => {
        const { session } = get();
        lastWorkspace.clear();
        lockMark.clear();
        stopBackups();
        // The screens go first: none may read from a workspace that is closing.
        set({ session: { kind: 'starting' } });
        if (session.kind === 'open') await session.workspace.close();
        await welcome(file);
      }),
    signOut: async (how) => {
      const { session } = get();
      if (session.kind !== 'open') return err({ message: t('The workspace is still being opened. Try again in a moment.') });
      const { workspace } = session;
      if (!workspace.sync.mayLeave().ok && !how.exported) return signOutOf(workspace, how);
      lastWorkspace.clear();
      stopBackups();
      // The screens go first: none may read from a workspace that is closing.
      set({ session: { kind: 'starting' } });
      return signedOut(workspace, how);
    },
  };
});

const welcome = async (file?: PickedFile): Promise<void> =>
  useSession.setState({ session: { kind: 'welcome', workspaces: await listWorkspaces(), ...(file ? { file } : {}) } });

const lockOn = async (id: string): Promise<void> => {
  const { by } = await protectionOf(id);
  useSession.setState({ session: { kind: 'locked', id, needsPassphrase: by === 'passphrase' } });
};

const openOne = async (id: string): Promise<void> => {
  try {
    useSession.getState().enter(await opened(id));
  } catch (cause) {
    if (!needsPassphrase(cause)) throw cause;
    await lockOn(id);
  }
};

const openLast = async (last: WorkspaceInfo): Promise<void> => {
  const opening = opened(last.id);
  const first = await readFirstScreen(last.id);
  if (first)
    useSession.setState({ session: { kind: 'opening', workspace: workspaceWhileOpening(last, first, opening), totals: first.totals } });
  useSession.getState().enter(await opening);
};

const startWithLast = async (): Promise<void> => {
  const last = lastWorkspace.get();
  if (!last) return welcome();
  if (lockMark.isSet()) return lockOn(last.id);
  try {
    return await openLast(last);
  } catch (cause) {
    if (needsPassphrase(cause)) return lockOn(last.id);
    if (!(cause instanceof StorageRefused)) throw cause;
    lastWorkspace.clear();
    notify.problem(cause.message, t('{{name}} could not be opened', { name: last.name }));
    return welcome();
  }
};

async function unlock(passphrase?: string): Promise<boolean> {
  const { session } = useSession.getState();
  if (session.kind !== 'locked') return true;
  const { id } = session;
  if (session.needsPassphrase && (passphrase === undefined || !(await unlockWorkspace(id, passphrase)))) return false;
  useSession.setState({ session: { kind: 'starting' } });
  lockMark.clear();
  await trying(() => (lastWorkspace.get()?.id === id ? startWithLast() : openOne(id)));
  return true;
}

const needsPassphrase = (cause: unknown): boolean => cause instanceof StorageRefused && cause.cause instanceof PassphraseNeeded;

/** Opens a workspace on this profile folder, which the shell tells from a copy of it. */
const opened = async (id: string): Promise<Workspace> => openWorkspace(id, await platform.backups?.profileMark());

/** Takes a workspace that no screen shows any more off this device, and shows what is left. */
async function signedOut(workspace: Workspace, how: { readonly exported: boolean }): ReturnType<SessionControl['signOut']> {
  const { enter, leave } = useSession.getState();
  let done: Awaited<ReturnType<typeof signOutOf>> = ok(undefined);
  await trying(async () => {
    done = await signOutOf(workspace, how);
    if (!done.ok) return enter(workspace);
    await forgetConnection(workspace.info.link);
    await leave();
  });
  return done;
}

/** The shell forgets the password, unless another workspace on this device needs it. */
async function forgetConnection(left: ServerLink | undefined): Promise<void> {
  if (!left) return;
  const others = await listWorkspaces();
  if (!others.some(({ link }) => link?.connection === left.connection)) await platform.hub.signOut(left.connection);
}

/** Where the device keeps no data there is nothing to open; anything else is a bug. Neither may leave an empty window. */
async function trying(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    const refused = cause instanceof StorageRefused;
    useSession.setState({ session: refused ? { kind: 'refused', message: cause.message } : { kind: 'failed', cause } });
  }
}
