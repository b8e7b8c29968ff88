import { useMemo } from 'react';
import type { ImportPlan } from '#shared/exchange/import-plan';
import { recordTitle } from '#shared/records/title';
import { typeOf } from '#shared/records/registry';
import { useWorkspace } from '../../data/live';
import { plannedTitles } from './import-groups';
import type { NameOf } from './planned-text';
import { t } from '#shared/values/texts';

/** Names for references in a plan: those of the workspace, and of what the plan itself would bring. */
export function useNameOf(plan: ImportPlan): NameOf {
  const { records } = useWorkspace();
  return useMemo(() => {
    const planned = plannedTitles(plan);
    return (id) => {
      const type = typeOf(id);
      const known = type && records.get(type, id);
      return known ? recordTitle(known) : (planned.get(id) ?? t('Unknown'));
    };
  }, [plan, records]);
}
