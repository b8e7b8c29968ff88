import type { Reading } from '#shared/proposal/held-back';
import { linesOf, offeredAs, versionsOf, type OfferedAs } from '#shared/proposal/offer-line';
import type { CalendarDateText, Id } from '#shared/records/define-record';
import type { Records } from '#shared/records/records';
import type { Deal, Milestone, Proposal, ProposalLine, ScopeLine } from '#shared/records/registry';
import { scopeLinesOf } from '#shared/scope/live-line';
import type { LiveRecords } from '../workspace';

/** The versions of a deal, the newest first. */
export const proposalsOf = (records: Records, deal: Id<'deal'>): readonly Proposal[] => versionsOf(records, deal);

/** The records as the rules of proposals want them. */
export const readingOf = (records: LiveRecords, today: CalendarDateText): Reading => ({
  records,
  today,
  undecided: (record) => records.undecided(record),
});

/** One part of an offer: the lines that are offered in one way. */
export interface OfferPart {
  readonly as: OfferedAs;
  readonly lines: readonly ProposalLine[];
}

const PARTS: readonly OfferedAs[] = ['work', 'option', 'courtesy', 'discount'];

/** A version in its parts, empty ones left out. */
export function offerParts(records: Records, proposal: Id<'proposal'>): readonly OfferPart[] {
  const lines = linesOf(records, proposal);
  return PARTS.map((as) => ({ as, lines: lines.filter((line) => offeredAs(line) === as) })).filter((part) => part.lines.length > 0);
}

/** Lines of scope that a version does not offer, in the order of the scope. */
export function leftOut(records: Records, proposal: Proposal): readonly ScopeLine[] {
  const offered = new Set<string | undefined>(linesOf(records, proposal.id).map(({ scopeLine }) => scopeLine));
  return scopeLinesOf(records, proposal.deal).filter(({ id }) => !offered.has(id));
}

/** The fees that a deal is billed by, in the order of their days. */
export const feesOf = (records: Records, deal: Id<'deal'>): readonly Milestone[] =>
  records.of('milestone', 'deal', deal).toSorted((a, b) => ((a.due ?? '~') < (b.due ?? '~') ? -1 : 1));

/** What the firm last offered on under the same way of billing: a start for the terms of a first version. */
export function usualTerms(records: Records, { billingModel }: Deal): string | undefined {
  const sent = records.all('proposal').filter((one) => one.terms && one.sentAt && one.billingModel === billingModel);
  return sent.toSorted((a, b) => ((a.sentAt ?? '') < (b.sentAt ?? '') ? 1 : -1))[0]?.terms;
}
