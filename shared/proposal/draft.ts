import type { Command } from '../ledger/command';
import type { CalendarDateText, Id } from '../records/define-record';
import type { Values } from '../records/parse';
import type { Records } from '../records/records';
import type { Deal, Proposal, ProposalLine } from '../records/registry';
import { archiveRecord, createRecord, editRecord, together } from '../records/write';
import { scopeLinesOf } from '../scope/live-line';
import { ranksBetween } from '../values/rank';
import { err, ok, type Result } from '../values/result';
import { linesOf, offerOf, versionsOf, type ProposalError } from './offer-line';
import { t } from '../values/texts';

type Written = Result<Command, ProposalError>;

/** What the writer of a version brings along: ids, and what the record cannot know. */
export interface Draft {
  readonly id: Id<'proposal'>;
  /** The id of a new line: of the scope line, concession or earlier line that it is made from. */
  readonly lineId: (from: string) => Id<'proposalLine'>;
  readonly validUntil: CalendarDateText;
  readonly terms?: string;
}

/**
 * The first version, from what the deal holds: its lines of scope in their order, its billing terms, its blueprint.
 * What was negotiated away is left out; what is done for nothing is listed without a price.
 */
export function draftProposal(records: Records, deal: Deal, { id, lineId, validUntil, terms }: Draft): Written {
  const open = openDraft(records, deal.id);
  if (open) return err(beingWritten(open));
  const offers = scopeLinesOf(records, deal.id).flatMap((scopeLine) => {
    const offer = offerOf(scopeLine);
    return offer ? [{ scopeLine: scopeLine.id, ...offer }] : [];
  });
  if (offers.length === 0) return err({ message: t('There is no line of scope to offer. Write one on the Scope tab first.') });
  const ranks = ranksBetween(null, null, offers.length);
  const blueprint = blueprintOf(records, deal.id);
  const head: Values<'proposal'> = {
    deal: deal.id,
    version: nextNumber(records, deal.id),
    status: 'draft',
    validUntil,
    ...billingOf(deal),
    ...(terms ? { terms } : {}),
    ...(blueprint ? { blueprint } : {}),
  };
  const lines = offers.map((offer, at) =>
    createRecord(
      'proposalLine',
      lineId(offer.scopeLine),
      { proposal: id, ...offer, rank: ranks[at] ?? 'a0' },
      {
        deal: deal.id,
      },
    ),
  );
  return ok(written(deal.id, [createRecord('proposal', id, head), ...lines]));
}

/** The next version, begun as a copy of an earlier one: new lines from the same lines of scope, same terms, same discounts. */
export function nextVersion(records: Records, previous: Proposal, { id, lineId, validUntil, terms }: Draft): Written {
  const open = openDraft(records, previous.deal);
  if (open) return err(beingWritten(open));
  const blueprint = previous.blueprint ?? blueprintOf(records, previous.deal);
  const head: Values<'proposal'> = {
    deal: previous.deal,
    version: nextNumber(records, previous.deal),
    status: 'draft',
    validUntil,
    ...billingOf(previous),
    ...(previous.background ? { background: previous.background } : {}),
    ...((terms ?? previous.terms) ? { terms: terms ?? previous.terms } : {}),
    ...(blueprint ? { blueprint } : {}),
  };
  const lines = linesOf(records, previous.id).map((line) => {
    const { id: from, archived: _, proposal: __, chosen, ...kept } = line;
    const values = { ...kept, proposal: id, ...(chosen ? { chosen } : {}) };
    return createRecord('proposalLine', lineId(from), values, { deal: previous.deal });
  });
  return ok(written(previous.deal, [createRecord('proposal', id, head), ...lines]));
}

/** Where a line of a draft says something else than its line of scope does now. */
export function driftedLines(records: Records, proposal: Proposal): readonly ProposalLine[] {
  if (proposal.status !== 'draft') return [];
  return linesOf(records, proposal.id).filter((line) => takingOver(records, proposal, line).changes.length > 0);
}

/** Brings the lines of a draft up to what the scope says now; what was negotiated away since leaves the draft. */
export function takeOverScope(records: Records, proposal: Proposal): Written {
  if (proposal.status !== 'draft') return err(frozenError(proposal));
  const drifted = driftedLines(records, proposal);
  const changes = drifted.map((line) => takingOver(records, proposal, line));
  return ok({ ...together('proposal.takeOverScope', changes), deal: proposal.deal });
}

function takingOver(records: Records, { deal }: Proposal, line: ProposalLine): Command {
  const scopeLine = records.get('scopeLine', line.scopeLine);
  if (!scopeLine) return { act: 'proposalLine.edit', changes: [] };
  const offer = offerOf(scopeLine);
  if (!offer) return archiveRecord(line, { deal });
  const { hours = null, price = null } = offer;
  // An option that the client wants stays an option: the scope does not know of it yet.
  return editRecord('proposalLine', line, { ...offer, hours, price, offeredAs: offer.offeredAs ?? 'work' }, { deal });
}

/** The version that is being written, if one is. */
export const openDraft = (records: Records, deal: Id<'deal'>): Proposal | undefined =>
  versionsOf(records, deal).find(({ status }) => status === 'draft');

/** Why a version cannot be changed: it left the house, and what was sent is what both sides go by. */
export const frozenError = ({ version, status }: Proposal): ProposalError => ({
  message: t('Version {{version}} was {{value}} and stays as it is. Make the next version.', {
    version,
    value: status === 'superseded' ? t('sent and superseded') : status,
  }),
});

const beingWritten = ({ version }: Proposal): ProposalError => ({
  message: t('Version {{version}} is being written already. Go on with it, or put it away first.', { version }),
});

const written = (deal: Id<'deal'>, commands: readonly Command[]): Command => ({ ...together('proposal.write', commands), deal });

const nextNumber = (records: Records, deal: Id<'deal'>): number => (versionsOf(records, deal)[0]?.version ?? 0) + 1;

/** The billing terms that the deal, or an earlier version, already says. */
function billingOf({ billingModel, cap, retainerFee, retainerPeriod, retainerPeriods }: Deal | Proposal): Values<'proposal'> {
  return {
    ...(billingModel ? { billingModel } : {}),
    ...(cap ? { cap } : {}),
    ...(retainerFee ? { retainerFee } : {}),
    ...(retainerPeriod ? { retainerPeriod } : {}),
    ...(retainerPeriods === undefined ? {} : { retainerPeriods }),
  };
}

/** The blueprint that somebody approved, else the newest. */
function blueprintOf(records: Records, deal: Id<'deal'>): Id<'blueprint'> | undefined {
  const drawn = records.of('blueprint', 'deal', deal);
  return (drawn.findLast(({ status }) => status === 'approved') ?? drawn.at(-1))?.id;
}
