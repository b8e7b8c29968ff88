import { draftProposal, nextVersion, type Draft } from '#shared/proposal/draft';
import type { Id } from '#shared/records/define-record';
import { firmProfile } from '#shared/records/firm-profile';
import type { Deal, Proposal } from '#shared/records/registry';
import { addDays } from '#shared/values/calendar';
import { useToday } from '../../../components/use-today';
import { useCommit, useWorkspace } from '../../../data/live';
import { usualTerms } from '../../../data/reads/proposals';

/** How long an offer stands unless somebody says otherwise. */
const DAYS_VALID = 30;

/** Begins a version: the first from the scope, every other from one that was sent. Gives its id, or nothing where it was refused. */
export function useDrafting(deal: Deal) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const today = useToday();
  const begin = (): Draft => ({
    id: workspace.newId('proposal'),
    lineId: () => workspace.newId('proposalLine'),
    validUntil: addDays(today, DAYS_VALID),
  });
  const draft = async (): Promise<Id<'proposal'> | undefined> => {
    const { records, info } = workspace;
    const terms = firmProfile(records, info.name).terms ?? usualTerms(records, deal);
    const version = { ...begin(), ...(terms ? { terms } : {}) };
    return (await commit(draftProposal(records, deal, version))) ? version.id : undefined;
  };
  const next = async (previous: Proposal): Promise<Id<'proposal'> | undefined> => {
    const version = begin();
    return (await commit(nextVersion(workspace.records, previous, version))) ? version.id : undefined;
  };
  return { draft, next };
}
