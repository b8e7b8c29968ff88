import { ledgersOf } from '#shared/hub/access';
import { useHoldsFinance } from './use-roles';
import { useMe, useRecord } from '../data/live';

/** Whether cost and margin may be shown: this device holds them, and the person who sits here reads them. */
export function useMarginReader(): boolean {
  const holds = useHoldsFinance();
  const me = useRecord('person', useMe());
  // Somebody whose roles nobody has set yet is alone with their own workspace.
  return holds && (me === undefined || me.roles.length === 0 || ledgersOf(me.roles).includes('finance'));
}
