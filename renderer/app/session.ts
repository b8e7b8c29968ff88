import { create } from 'zustand';
import { StorageRefused } from '../data/problems';
import { listWorkspaces, openWorkspace } from '../data/session';
import type { Workspace, WorkspaceInfo } from '../data/workspace';
import { lastWorkspace } from '../ui-state/last-workspace';

/** Which firm's data this window works on. */
export type Session =
  | { readonly kind: 'starting' }
  | { readonly kind: 'welcome'; readonly workspaces: readonly WorkspaceInfo[] }
  | { readonly kind: 'open'; readonly workspace: Workspace }
  | { readonly kind: 'refused'; readonly message: string };

interface SessionControl {
  readonly session: Session;
  /** Opens the workspace of last time, or welcomes. Called once, when the window opens. */
  start(): Promise<void>;
  /** Works on a workspace that is already open, from now on and after the next start. */
  enter(workspace: Workspace): void;
  open(id: string): Promise<void>;
  /** Closes the workspace that is open and shows the list of them. */
  leave(): Promise<void>;
}

export const useSession = create<SessionControl>()((set, get) => ({
  session: { kind: 'starting' },
  start: () => trying(async () => set({ session: await sessionOfLastTime() })),
  enter: (workspace) => {
    lastWorkspace.set(workspace.info.id);
    set({ session: { kind: 'open', workspace } });
  },
  open: (id) => trying(async () => get().enter(await openWorkspace(id))),
  leave: () =>
    trying(async () => {
      const { session } = get();
      lastWorkspace.clear();
      // The screens go first: none may read from a workspace that is closing.
      set({ session: { kind: 'starting' } });
      if (session.kind === 'open') await session.workspace.close();
      set({ session: { kind: 'welcome', workspaces: await listWorkspaces() } });
    }),
}));

async function sessionOfLastTime(): Promise<Session> {
  const workspaces = await listWorkspaces();
  const last = workspaces.find(({ id }) => id === lastWorkspace.get());
  return last ? { kind: 'open', workspace: await openWorkspace(last.id) } : { kind: 'welcome', workspaces };
}

/** Where the device keeps no data there is nothing to open; anything else is a bug and goes on to the error boundary. */
async function trying(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    if (!(cause instanceof StorageRefused)) throw cause;
    useSession.setState({ session: { kind: 'refused', message: cause.message } });
  }
}
