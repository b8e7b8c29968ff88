import type { Change, Command } from '../ledger/command';
import type { Json } from '../ledger/entry';
import type { Values } from '../records/parse';
import type { Records } from '../records/records';
import type { Proposal, ProposalLine, RecordOf, RecordType, ScopeLine } from '../records/registry';
import { archiveRecord, createRecord, editRecord, setOf, together, type Telling } from '../records/write';
import { rankBetween } from '../values/rank';
import { err, ok, type Result } from '../values/result';
import { frozenError } from './draft';
import { blockMessage, heldBack, type Reading } from './held-back';
import { linesOf, offerOf, versionsOf, type ProposalError } from './offer-line';
import { offerPrice } from './pricing';
import { t } from '../values/texts';

type Decided = Result<Command, ProposalError>;

/** Puts a line of scope into a draft, as the scope says it now. */
export function offerLine(records: Records, proposal: Proposal, scopeLine: ScopeLine, id: ProposalLine['id']): Decided {
  if (proposal.status !== 'draft') return err(frozenError(proposal));
  const lines = linesOf(records, proposal.id);
  if (lines.some((line) => line.scopeLine === scopeLine.id))
    return err({ message: t('“{{title}}” is in this version already.', { title: scopeLine.title }) });
  const offer = offerOf(scopeLine);
  if (!offer)
    return err({ message: t('“{{title}}” was negotiated away. Put it back on the Scope tab first.', { title: scopeLine.title }) });
  const rank = rankBetween(lines.at(-1)?.rank ?? null, null);
  const values = { proposal: proposal.id, scopeLine: scopeLine.id, ...offer, rank };
  return ok(createRecord('proposalLine', id, values, { act: 'proposalLine.offer', deal: proposal.deal }));
}

/** Leaves a line out of a draft. The line of scope stays as it is, and can be put back. */
export function leaveOut(proposal: Proposal, line: ProposalLine): Decided {
  if (proposal.status !== 'draft') return err(frozenError(proposal));
  return ok(archiveRecord(line, { act: 'proposalLine.leaveOut', deal: proposal.deal }));
}

/** Changes what a draft offers: text, hours, price of a line, whether it is an option. `saw` is what the editor showed. */
export function editOffer(proposal: Proposal, line: ProposalLine, values: Values<'proposalLine'>, saw: Telling['saw'] = {}): Decided {
  if (proposal.status !== 'draft') return err(frozenError(proposal));
  return ok(editRecord('proposalLine', line, values, { deal: proposal.deal, saw }));
}

/**
 * Sends a draft. It freezes: the entry carries what its author had before them, and says again every value that left
 * the house, so that an edit made offline meanwhile is a clash to settle and no silent change of what was sent. The
 * version sent before is superseded in the same act.
 */
export function sendProposal(proposal: Proposal, reading: Reading): Decided {
  if (proposal.status !== 'draft') return err(frozenError(proposal));
  const { records, today } = reading;
  const block = blockMessage(heldBack(proposal, reading));
  if (block) return err({ message: block });
  const lines = linesOf(records, proposal.id);
  const price = offerPrice(lines);
  if (!price.ok) return price;
  const sent: Values<'proposal'> = { status: 'sent', sentAt: today, total: price.value.total };
  const replaced = versionsOf(records, proposal.deal).filter(({ id, status }) => id !== proposal.id && status === 'sent');
  const changes = [
    said('proposal', proposal, SENT_TERMS, sent),
    ...lines.map((line) => said('proposalLine', line, SENT_LINE, {})),
    ...replaced.map((earlier) => changeOf('proposal', earlier, { status: 'superseded' })),
  ];
  return ok({ act: 'proposal.send', deal: proposal.deal, freezes: true, changes });
}

/** What a client has in hand once it was sent. */
const SENT_TERMS = [
  'billingModel',
  'cap',
  'retainerFee',
  'retainerPeriod',
  'retainerPeriods',
  'background',
  'terms',
  'validUntil',
] as const;
const SENT_LINE = ['offeredAs', 'text', 'hours', 'price'] as const;

/** The client said no to what was sent. The deal goes on: the next version is a copy away. */
export function declineProposal(proposal: Proposal, { why }: { readonly why: string }): Decided {
  if (proposal.status !== 'sent')
    return err({
      message: t('Version {{version}} is not with the client: it is {{status}}.', { version: proposal.version, status: proposal.status }),
    });
  if (!why.trim()) return err({ message: t('Say why the client declined: the next version begins there.') });
  const values = { status: 'declined' as const, declinedWhy: why.trim() };
  return ok({ ...editRecord('proposal', proposal, values, { act: 'proposal.decline' }), freezes: true });
}

/** Puts a draft away with its lines. What was sent stays. */
export function discardDraft(records: Records, proposal: Proposal): Decided {
  if (proposal.status !== 'draft') return err(frozenError(proposal));
  const lines = linesOf(records, proposal.id).map((line) => archiveRecord(line, { deal: proposal.deal }));
  return ok({ ...together('proposal.discard', [archiveRecord(proposal), ...lines]), deal: proposal.deal });
}

/** A change that says `fields` again although they did not change, beside what it sets. */
export function said<T extends RecordType>(type: T, record: RecordOf<T>, fields: readonly string[], values: Values<T>): Change {
  const held = record as unknown as Readonly<Record<string, Json | undefined>>;
  const again = Object.fromEntries(fields.flatMap((field) => (held[field] === undefined ? [] : [[field, held[field]]])));
  return { record: record.id, set: { ...again, ...setOf(type, values, record) } };
}

export const changeOf = <T extends RecordType>(type: T, record: RecordOf<T>, values: Values<T>): Change => ({
  record: record.id,
  set: setOf(type, values, record),
});
