import { useCallback } from 'react';
import type { ImportSteps } from './carry-out';
import { notify } from '../../components/notify';
import { numberText } from '../../components/text-of';
import { useWorkspace } from '../../data/live';

/** Takes a whole import back, and says what somebody changed since and therefore stays. */
export function useUndoImport(): (steps: ImportSteps) => Promise<boolean> {
  const workspace = useWorkspace();
  return useCallback(
    async (steps) => {
      let kept = 0;
      for (const step of steps) {
        const undone = await workspace.undoGroup(step);
        if (!undone.ok) {
          notify.problem(undone.error.message);
          return false;
        }
        kept += undone.value.kept.length;
      }
      notify.done(
        kept === 0
          ? 'The import is taken back'
          : `The import is taken back. ${numberText(kept)} ${kept === 1 ? 'value' : 'values'} changed since ${kept === 1 ? 'stays' : 'stay'} as they are.`,
      );
      return true;
    },
    [workspace],
  );
}
