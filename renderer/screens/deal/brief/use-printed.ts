import type { Printed } from '#shared/handover/brief-document';
import { phrasingOf } from '#shared/handover/phrasing';
import { firmProfile } from '#shared/records/firm-profile';
import type { Deal } from '#shared/records/registry';
import { todayOf } from '../../../components/use-today';
import { useMe, useWorkspace, useWorkspaceInfo } from '../../../data/live';
import { readLogo } from '../../../data/reads/offer-facts';

/** What a printed page of this deal says of itself, as of the moment in which it is asked for; as the firm prints. */
export function usePrinted(deal: Deal): () => Promise<Printed> {
  const workspace = useWorkspace();
  const { name } = useWorkspaceInfo();
  const me = useMe();
  return async () => {
    const { records } = workspace;
    const firm = firmProfile(records, name);
    const logo = await readLogo(workspace, firm);
    return {
      records,
      deal,
      phrasing: phrasingOf(firm.language),
      language: firm.language,
      author: records.get('person', me)?.name ?? '',
      firm: firm.name,
      today: todayOf(workspace),
      ...(logo ? { logo } : {}),
    };
  };
}
