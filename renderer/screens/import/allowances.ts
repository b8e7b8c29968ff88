import type { ImportChoices } from '#shared/exchange/import-plan';
import { ledgersOf } from '#shared/hub/access';
import { BOOKKEEPERS } from '#shared/records/access';
import type { Role } from '#shared/records/define-record';
import type { Workspace } from '../../data/workspace';
import { mayAddPeople } from './may-add-people';

/** What who sits here may bring in: people of ours, the nouns of their roles, and costs where this device holds the finance ledger. */
export function allowances(
  workspace: Pick<Workspace, 'records' | 'me' | 'info'>,
): Pick<ImportChoices, 'newPeople' | 'roles' | 'costRates'> {
  const { link } = workspace.info;
  const roles: readonly Role[] = link?.roles ?? workspace.records.get('person', workspace.me)?.roles ?? [];
  const holds = link === undefined || ledgersOf(link.roles).includes('finance');
  // Somebody whose roles nobody has set yet is alone with their own workspace.
  const keepsBooks = roles.length === 0 || BOOKKEEPERS.some((role) => roles.includes(role));
  return { newPeople: mayAddPeople(workspace), ...(roles.length > 0 ? { roles } : {}), costRates: holds && keepsBooks };
}
