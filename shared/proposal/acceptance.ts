import { isSignedDeal, winDeal } from '../deal/phase';
import { undecidedMessage } from '../deal/undecided';
import type { Change, Command } from '../ledger/command';
import type { Json } from '../ledger/entry';
import type { CalendarDateText, Id, MoneyValue } from '../records/define-record';
import type { Values } from '../records/parse';
import type { Records } from '../records/records';
import type { Deal, Proposal, ProposalLine, ScopeLine } from '../records/registry';
import { setOf } from '../records/write';
import { isDate } from '../values/calendar';
import { formatMoney } from '../values/money';
import { err, ok, type Result } from '../values/result';
import { blockMessage, feesAgainstPrice, undecidedAtAcceptance, workOf, type Reading } from './held-back';
import { changeOf, said } from './lifecycle';
import { lineTitle, linesOf, offeredAs, versionsOf, type ProposalError } from './offer-line';
import { offerPrice, offerValue, type BillingTerms } from './pricing';
import { t } from '../values/texts';

/** What the client said yes to. */
export interface Acceptance {
  /** The day of the signature. */
  readonly at: CalendarDateText;
  readonly by?: Id<'contact'>;
  /** The options that they take. */
  readonly chosen?: readonly Id<'proposalLine'>[];
}

/**
 * Acceptance is signature, in one entry that carries what its author had before them. It wins the deal with the value
 * and the billing terms of the version, or confirms the value of a deal that was signed already; every line sold becomes
 * a work package, the same record as the line of scope, with the hours and the price that were sold; what else is open
 * is superseded; and the project manager's brief is opened. The value is said again even where it does not change: a
 * price that somebody changed offline meanwhile is then a clash, and no second truth.
 */
export function acceptProposal(proposal: Proposal, reading: Reading, acceptance: Acceptance): Result<Command, ProposalError> {
  const { records } = reading;
  const deal = records.get('deal', proposal.deal);
  if (!deal) return err({ message: t('The deal of this proposal is not in the workspace.') });
  const lines = withChosen(linesOf(records, proposal.id), acceptance.chosen ?? []);
  const refusal = refusalOf(proposal, deal, lines, reading, acceptance);
  if (refusal) return err({ message: refusal });
  const value = offerValue(proposal, lines);
  if (!value.ok) return value;
  const signature = isSignedDeal(deal) ? confirmed(deal, proposal, value.value, acceptance) : won(deal, proposal, value.value, acceptance);
  if (!signature.ok) return signature;
  const price = offerPrice(lines);
  const accepted: Values<'proposal'> = {
    status: 'accepted',
    acceptedAt: acceptance.at,
    ...(acceptance.by ? { acceptedBy: acceptance.by } : {}),
    ...(price.ok ? { total: price.value.total } : {}),
  };
  const changes: readonly Change[] = [
    said('proposal', proposal, ['total'], accepted),
    { record: deal.id, set: signature.value },
    ...chosenOf(lines, records),
    ...workOf(lines).flatMap((line) => packageOf(line, records)),
    ...othersOf(records, proposal).map((other) => changeOf('proposal', other, { status: 'superseded' })),
  ];
  return ok({
    act: 'proposal.accept',
    deal: deal.id,
    ...(deal.account ? { account: deal.account } : {}),
    freezes: true,
    changes: changes.filter(({ set }) => Object.keys(set).length > 0),
  });
}

function refusalOf(
  proposal: Proposal,
  deal: Deal,
  lines: readonly ProposalLine[],
  reading: Reading,
  { at }: Acceptance,
): string | undefined {
  const { records } = reading;
  if (proposal.status !== 'sent') return notWithClient(proposal);
  if (!isDate(at)) return t('The day of the acceptance must be a date like 2026-11-22.');
  const [open] = undecidedAtAcceptance(proposal, reading);
  if (open) return undecidedMessage(open.record, reading.undecided(open.record));
  const earlier = isSignedDeal(deal) ? versionsOf(records, deal.id).find(({ status }) => status === 'accepted') : undefined;
  if (earlier)
    return t('Version {{version}} was accepted already. What changes after the signature is a change order.', { version: earlier.version });
  return changedSince(proposal, records) ?? goneSince(lines, records) ?? blockMessage(feesAgainstPrice(proposal, lines, records));
}

function notWithClient({ version, status }: Proposal): string {
  if (status === 'draft') return t('Send version {{version}} first: what the client accepts is what was sent.', { version });
  if (status === 'accepted') return t('Version {{version}} was accepted already.', { version });
  return t('Version {{version}} was {{status}}. Make the next version and send it.', { version, status });
}

/** A line that was added or taken out offline while the version was being sent, told by the total that was sent. */
function changedSince(proposal: Proposal, records: Records): string | undefined {
  const price = offerPrice(linesOf(records, proposal.id));
  const { total, version } = proposal;
  if (!total || (price.ok && price.value.total.currency === total.currency && price.value.total.amount === total.amount)) return undefined;
  const now = price.ok ? formatMoney(price.value.total, 'en') : 'nothing';
  return `Version ${version} was sent for ${formatMoney(total, 'en')}; its lines come to ${now} since somebody changed it offline. Make the next version.`;
}

/** A line of scope that was given up or put away after the version was sent. */
function goneSince(lines: readonly ProposalLine[], records: Records): string | undefined {
  for (const line of workOf(lines)) {
    const scopeLine = records.get('scopeLine', line.scopeLine);
    const how = !scopeLine
      ? t('not in this workspace')
      : scopeLine.archived
        ? 'archived'
        : scopeLine.status === 'negotiated away'
          ? scopeLine.status
          : '';
    if (how)
      return t('“{{records}}” stands in this version and is {{how}} by now. Put the line back, or make the next version without it.', {
        records: lineTitle(records, line),
        how,
      });
  }
  return undefined;
}

function won(deal: Deal, proposal: Proposal, value: MoneyValue, { at }: Acceptance): Result<Record<string, Json>, ProposalError> {
  const signed = winDeal(deal, { at, amount: value });
  if (!signed.ok) return signed;
  return ok({ ...signed.value.changes[0]?.set, ...setOf('deal', billingOf(proposal), deal), briefStartedAt: at });
}

/** The deal is signed: the version must say what was signed, and adds nothing but what nobody has filled in. */
function confirmed(deal: Deal, proposal: Proposal, value: MoneyValue, { at }: Acceptance): Result<Record<string, Json>, ProposalError> {
  const { amount, billingModel } = deal;
  if (amount && (amount.currency !== value.currency || amount.amount !== value.amount)) {
    const [signed, offered] = [formatMoney(amount, 'en'), formatMoney(value, 'en')];
    return err({
      message: `The deal was signed for ${signed}; version ${proposal.version} says ${offered}. Make the next version for ${signed}, or take the deal back before its signature and accept this one.`,
    });
  }
  if (billingModel && proposal.billingModel && billingModel !== proposal.billingModel) {
    return err({
      message: `The deal was signed as ${billingModel}; version ${proposal.version} says ${proposal.billingModel}. Correct the one that is wrong.`,
    });
  }
  const missing = Object.entries(billingOf(proposal)).filter(([field]) => deal[field as keyof BillingTerms] === undefined);
  const filled = {
    ...Object.fromEntries(missing),
    ...(deal.signedAt ? {} : { signedAt: at }),
    ...(deal.briefStartedAt ? {} : { briefStartedAt: at }),
  };
  return ok({ ...filled, amount: value });
}

const billingOf = ({ billingModel, cap, retainerFee, retainerPeriod, retainerPeriods }: BillingTerms): Record<string, Json> =>
  Object.fromEntries(
    Object.entries({ billingModel, cap, retainerFee, retainerPeriod, retainerPeriods }).filter(
      (entry): entry is [string, NonNullable<(typeof entry)[1]>] => entry[1] !== undefined,
    ),
  );

function withChosen(lines: readonly ProposalLine[], chosen: readonly Id<'proposalLine'>[]): readonly ProposalLine[] {
  return lines.map((line) => (offeredAs(line) === 'option' && chosen.includes(line.id) ? { ...line, chosen: true } : line));
}

const chosenOf = (lines: readonly ProposalLine[], records: Records): readonly Change[] =>
  lines
    .filter((line) => line.chosen && records.get('proposalLine', line.id)?.chosen !== true)
    .map(({ id }) => ({ record: id, set: { chosen: true } }));

/**
 * The line of scope as a work package: the same record, with what was sold. Work that runs already keeps what remains of
 * it; a courtesy stays one, with hours to be worked.
 */
function packageOf(line: ProposalLine, records: Records): readonly Change[] {
  const scopeLine = records.get('scopeLine', line.scopeLine);
  return scopeLine ? [changeOf('scopeLine', scopeLine, soldValues(line, scopeLine))] : [];
}

function soldValues(line: ProposalLine, scopeLine: ScopeLine): Values<'scopeLine'> {
  const hours = line.hours ?? scopeLine.plannedHours;
  const runs = scopeLine.status === 'in' && scopeLine.remainingHours !== undefined;
  const remaining = hours === undefined || runs || scopeLine.status === 'done' ? {} : { remainingHours: hours };
  const planned = hours === undefined ? {} : { plannedHours: hours };
  if (offeredAs(line) === 'courtesy') return { ...planned, ...remaining };
  const status = scopeLine.status === 'done' ? {} : { status: 'in' as const };
  return { ...status, ...planned, ...remaining, ...(line.price ? { price: line.price } : {}) };
}

/** Drafts and offers beside the accepted one, and a version accepted before the deal was taken back over its signature. */
const othersOf = (records: Records, accepted: Proposal): readonly Proposal[] =>
  versionsOf(records, accepted.deal).filter(({ id, status }) => id !== accepted.id && ['draft', 'sent', 'accepted'].includes(status));
