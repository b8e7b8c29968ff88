import type { Printed } from '#shared/handover/brief-document';
import type { Deal } from '#shared/records/registry';
import { todayOf } from '../../../components/use-today';
import { useMe, useWorkspace, useWorkspaceInfo } from '../../../data/live';
import { PHRASING } from '../../../data/reads/handover';

/** What a printed page of this deal says of itself, as of the moment in which it is asked for. */
export function usePrinted(deal: Deal): () => Printed {
  const workspace = useWorkspace();
  const { name } = useWorkspaceInfo();
  const me = useMe();
  return () => ({
    records: workspace.records,
    deal,
    phrasing: PHRASING,
    language: navigator.language,
    author: workspace.records.get('person', me)?.name ?? '',
    firm: name,
    today: todayOf(workspace),
  });
}
