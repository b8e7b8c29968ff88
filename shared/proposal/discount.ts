import type { Command } from '../ledger/command';
import { approveConcession, needsApproval } from '../promise/concession';
import { BOOKKEEPERS } from '../records/access';
import type { CalendarDateText, Id, MoneyValue, Role } from '../records/define-record';
import { isJoinedAway } from '../records/joined-person';
import type { Records } from '../records/records';
import type { Concession, Person, Proposal, ProposalLine } from '../records/registry';
import { archiveRecord, createRecord, editRecord, together } from '../records/write';
import { formatMoney, negateMoney } from '../values/money';
import { err, ok, type Result } from '../values/result';
import { rankBetween } from '../values/rank';
import { frozenError } from './draft';
import { linesOf, offeredAs, type ProposalError } from './offer-line';
import { offerTotals } from './pricing';
import { t } from '../values/texts';

/** What is taken off, for what reason, and who is asked to approve it. */
export interface Discount {
  readonly text: string;
  /** Positive: what comes off the price. */
  readonly value: MoneyValue;
  readonly by: Id<'person'>;
  readonly on: CalendarDateText;
  readonly ids: { readonly line: Id<'proposalLine'>; readonly concession: Id<'concession'> };
  readonly ask?: { readonly id: Id<'question'>; readonly to: Id<'person'>; readonly due: CalendarDateText };
}

/**
 * Takes something off the price of a draft. It is a concession of ours like any other, and a line of the offer that
 * says how much; nothing is sent before somebody who may has approved that very sum.
 */
export function giveDiscount(records: Records, proposal: Proposal, discount: Discount): Result<Command, ProposalError> {
  const { text, value, by, on, ids, ask } = discount;
  if (proposal.status !== 'draft') return err(frozenError(proposal));
  if (!text.trim()) return err({ message: t('Say what the discount is for: it stands in the offer and in the register of concessions.') });
  if (value.amount <= 0) return err({ message: t('Say how much comes off: a sum above zero.') });
  const lines = linesOf(records, proposal.id);
  const other = offerTotals(lines).find(({ currency }) => currency !== value.currency);
  if (other)
    return err({ message: t('The offer is in {{currency}}. Give the discount in the same currency.', { currency: other.currency }) });
  const { deal } = proposal;
  const about = t('Approve a discount of {{value}} in version {{version}}? {{text}}', {
    value: formatMoney(value, 'en'),
    version: proposal.version,
    text: text.trim(),
  });
  const line = {
    proposal: proposal.id,
    concession: ids.concession,
    offeredAs: 'discount' as const,
    text: text.trim(),
    price: negateMoney(value),
    rank: rankBetween(lines.at(-1)?.rank ?? null, null),
  };
  const question = ask
    ? [createRecord('question', ask.id, { deal, text: about, askedBy: by, to: ask.to, about: ids.concession, due: ask.due })]
    : [];
  const commands = [
    createRecord('concession', ids.concession, { deal, text: text.trim(), givenBy: 'us', value, givenAt: on }),
    createRecord('proposalLine', ids.line, line, { deal }),
    ...question,
  ];
  return ok({ ...together('proposal.giveDiscount', commands), deal });
}

/** Approves it, and answers whoever was asked. Who may, and that it freezes, is `approveConcession`'s to say. */
export function approveDiscount(
  records: Records,
  concession: Concession,
  facts: { readonly by: Person; readonly on: CalendarDateText; readonly undecided?: readonly string[] },
): Result<Command, ProposalError> {
  const approved = approveConcession(concession, facts);
  if (!approved.ok) return approved;
  const answers = records
    .of('question', 'about', concession.id)
    .filter(({ answer }) => !answer)
    .map((question) => editRecord('question', question, { answer: 'Approved.', answeredAt: facts.on, answeredBy: facts.by.id }));
  return ok(together('concession.approve', [approved.value, ...answers]));
}

/** Takes a discount out of a draft again. One that nobody approved is put away with it; an approved one stays in the register. */
export function withdrawDiscount(records: Records, proposal: Proposal, line: ProposalLine): Result<Command, ProposalError> {
  if (proposal.status !== 'draft') return err(frozenError(proposal));
  const { deal } = proposal;
  const concession = records.get('concession', line.concession);
  const isOnlyHere = records.of('proposalLine', 'concession', line.concession ?? '').length < 2;
  const putAway = concession && !concession.approvedBy && isOnlyHere ? [archiveRecord(concession)] : [];
  return ok({ ...together('proposal.withdrawDiscount', [archiveRecord(line, { deal }), ...putAway]), deal });
}

/** How a discount stands: its concession, and what keeps it from being sent. */
export type DiscountStanding =
  | { readonly kind: 'approved'; readonly concession: Concession }
  | { readonly kind: 'unapproved'; readonly concession: Concession }
  /** Another sum was approved than the one that is taken off. */
  | { readonly kind: 'another sum'; readonly concession: Concession }
  | { readonly kind: 'no concession' };

export function discountStanding(records: Records, line: ProposalLine): DiscountStanding {
  const concession = records.get('concession', line.concession);
  if (!concession || concession.archived) return { kind: 'no concession' };
  if (needsApproval(concession)) return { kind: 'unapproved', concession };
  const { value } = concession;
  const isSame = value !== undefined && value.currency === line.price?.currency && value.amount === -line.price.amount;
  return isSame ? { kind: 'approved', concession } : { kind: 'another sum', concession };
}

export const discountLines = (lines: readonly ProposalLine[]): readonly ProposalLine[] =>
  lines.filter((line) => offeredAs(line) === 'discount');

/** Who may approve what we give up: everybody active who keeps the books, by name. */
export function mayApprove(records: Records): readonly Person[] {
  const keeps = ({ roles }: Person): boolean => roles.some((role) => (BOOKKEEPERS as readonly Role[]).includes(role));
  return records
    .all('person')
    .filter((person) => person.active && !isJoinedAway(person) && keeps(person))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
