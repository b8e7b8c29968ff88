import { useCallback } from 'react';
import type { ImportSteps } from './carry-out';
import { notify } from '../../components/notify';
import { numberText } from '../../components/text-of';
import { useWorkspace } from '../../data/live';
import { t } from '#shared/values/texts';

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
          ? t('The import is taken back')
          : t('The import is taken back. {{kept}} {{value}} changed since {{value2}} as they are.', {
              kept: numberText(kept),
              value: kept === 1 ? t('value') : t('values'),
              value2: kept === 1 ? t('stays') : t('stay'),
            }),
      );
      return true;
    },
    [workspace],
  );
}
