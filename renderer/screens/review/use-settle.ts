import { useCallback, useRef } from 'react';
import { useWorkspace } from '../../data/live';
import { settleCommands, type Settlement } from '../../data/review-settle';
import { notify } from '../../components/notify';
import { t } from '#shared/values/texts';

export interface Settling {
  /** True where all of it was written. */
  readonly settle: (settlements: readonly Settlement[], told: string) => Promise<boolean>;
  /** Takes back what was settled last, or whatever one did last. */
  readonly undo: () => Promise<void>;
}

/** Writes choices down, each with a way back. Clashes of one ledger are one entry and one undo. */
export function useSettle(): Settling {
  const workspace = useWorkspace();
  const hideLast = useRef<() => void>(undefined);
  /** How many steps the last settling was: one for each ledger. */
  const steps = useRef({ count: 1, label: '' });

  const undo = useCallback(async (): Promise<void> => {
    hideLast.current?.();
    const label = workspace.undoState.get().undo?.label;
    if (label === undefined) return;
    const { count } = steps.current.label === label ? steps.current : { count: 1 };
    steps.current = { count: 1, label: '' };
    for (let step = 0; step < count; step += 1) {
      const done = await workspace.undo();
      if (!done.ok) return notify.problem(done.error.message);
    }
    notify.done(t('Undone: {{label}}.', { label }));
  }, [workspace]);

  const settle = useCallback(
    async (settlements: readonly Settlement[], told: string): Promise<boolean> => {
      const commands = settleCommands(settlements, workspace.records);
      for (const command of commands) {
        const done = await workspace.commit(command);
        if (!done.ok) {
          notify.problem(done.error.message);
          return false;
        }
      }
      steps.current = { count: commands.length, label: workspace.undoState.get().undo?.label ?? '' };
      hideLast.current?.();
      hideLast.current = notify.undoable(told, () => void undo());
      return true;
    },
    [workspace, undo],
  );
  return { settle, undo };
}
