import { create } from 'zustand';
import { removeWorkspace } from '../data/session';
import type { WorkspaceInfo } from '../data/workspace';
import { notify } from './notify';
import { t } from '#shared/values/texts';

/** A workspace that is about to go: hidden, but still whole. */
interface Removal {
  readonly id: string;
  readonly timer: ReturnType<typeof setTimeout>;
  hideNotice(): void;
}

interface Removals {
  readonly going: readonly Removal[];
  /** Hides a workspace that is closed, and deletes it once the time to undo is over. */
  remove(info: WorkspaceInfo): void;
  /** Deletes at once whatever still waits: before the sample firm is made anew, for example. */
  finish(): Promise<void>;
}

const TIME_TO_UNDO = 12_000;

/**
 * Deleting a workspace cannot be undone, so it waits: until the notification is gone nothing has happened.
 * A window closed before that deletes nothing.
 */
export const useRemovals = create<Removals>()((set, get) => {
  const forget = (id: string): void => set(({ going }) => ({ going: going.filter((removal) => removal.id !== id) }));
  const carryOut = async ({ id, timer, hideNotice }: Removal): Promise<void> => {
    clearTimeout(timer);
    hideNotice();
    try {
      await removeWorkspace(id);
    } catch (cause) {
      notify.problem(cause instanceof Error ? cause.message : String(cause), t('The workspace was not removed'));
    }
    forget(id);
  };
  return {
    going: [],
    remove: ({ id, name }) => {
      const hideNotice = notify.undoable(t('{{name}} was removed from this computer.', { name }), () => {
        clearTimeout(removal.timer);
        forget(id);
      });
      const removal: Removal = { id, hideNotice, timer: setTimeout(() => void carryOut(removal), TIME_TO_UNDO) };
      set(({ going }) => ({ going: [...going, removal] }));
    },
    finish: async () => {
      await Promise.all(get().going.map(carryOut));
    },
  };
});
