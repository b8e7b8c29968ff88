import type { Id } from '../records/define-record';
import type { OFFERED_AS } from '../records/proposal';
import type { Records } from '../records/records';
import type { Proposal, ProposalLine, ScopeLine } from '../records/registry';
import { t } from '../values/texts';

/** Why something cannot be done with a proposal, and what to do. `message` is fit to show. */
export interface ProposalError {
  readonly message: string;
}

export type OfferedAs = (typeof OFFERED_AS)[number];

/** What a line is in its offer; lines from before this was recorded are work. */
export const offeredAs = ({ offeredAs: as }: ProposalLine): OfferedAs => as ?? 'work';

/** The lines of a version in their order; equal ranks by id, so that two devices show the same order. */
export function linesOf(records: Records, proposal: Id<'proposal'>): readonly ProposalLine[] {
  return records.of('proposalLine', 'proposal', proposal).toSorted(byRank);
}

/** The versions of a deal, the newest first. Two that were begun offline at once carry one number; the later id is newer. */
export function versionsOf(records: Records, deal: Id<'deal'>): readonly Proposal[] {
  return records.of('proposal', 'deal', deal).toSorted((a, b) => b.version - a.version || (a.id < b.id ? 1 : -1));
}

/** What the client is to get from this line whether or not it costs anything: it becomes work when the offer is accepted. */
export function isPromisedWork(line: ProposalLine): boolean {
  const as = offeredAs(line);
  return as === 'work' || as === 'courtesy' || (as === 'option' && line.chosen);
}

/** How a line of scope stands in an offer that is written now; nothing for what was negotiated away. */
export function offerOf(line: ScopeLine): Pick<ProposalLine, 'text' | 'hours' | 'price' | 'offeredAs'> | undefined {
  if (line.status === 'negotiated away' || line.archived) return undefined;
  const as: OfferedAs = line.status === 'optional' ? 'option' : line.status === 'courtesy' ? 'courtesy' : 'work';
  return {
    text: line.included ? `${line.title}: ${line.included}` : line.title,
    offeredAs: as,
    ...(line.plannedHours === undefined ? {} : { hours: line.plannedHours }),
    ...(line.price === undefined || as === 'courtesy' ? {} : { price: line.price }),
  };
}

/** What to call a line in a sentence: the title of its scope line, else the beginning of what was offered. */
export function lineTitle(records: Records, line: ProposalLine): string {
  return records.get('scopeLine', line.scopeLine)?.title ?? records.get('concession', line.concession)?.text ?? line.text ?? t('a line');
}

function byRank(a: ProposalLine, b: ProposalLine): number {
  if (a.rank !== b.rank) return a.rank === undefined ? 1 : b.rank === undefined || a.rank < b.rank ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
