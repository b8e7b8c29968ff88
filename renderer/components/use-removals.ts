import { create } from 'zustand';
import { removeWorkspace } from '../data/session';
import type { WorkspaceInfo } from '../data/workspace';
import { notify } from './notify';

interface Removals {
  /** Workspaces that are about to go: hidden, but still whole. */
  readonly going: readonly string[];
  /** Hides a workspace that is closed, and deletes it once the time to undo is over. */
  remove(info: WorkspaceInfo): void;
}

const TIME_TO_UNDO = 12_000;

/**
 * Deleting a workspace cannot be undone, so it waits: until the notification is gone nothing has happened.
 * A window closed before that deletes nothing.
 */
export const useRemovals = create<Removals>()((set) => ({
  going: [],
  remove: (info) => {
    const stay = (): void => set(({ going }) => ({ going: going.filter((id) => id !== info.id) }));
    set(({ going }) => ({ going: [...going, info.id] }));
    const timer = setTimeout(() => void removeWorkspace(info.id).catch((cause: unknown) => tellAndKeep(cause, stay)), TIME_TO_UNDO);
    notify.undoable(`${info.name} was removed from this computer.`, () => {
      clearTimeout(timer);
      stay();
    });
  },
}));

function tellAndKeep(cause: unknown, stay: () => void): void {
  stay();
  notify.problem(cause instanceof Error ? cause.message : String(cause), 'The workspace was not removed');
}
