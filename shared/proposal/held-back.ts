import { recordsReliedOn, undecidedMessage } from '../deal/undecided';
import type { RecordId } from '../ledger/entry';
import type { CalendarDateText } from '../records/define-record';
import type { Records } from '../records/records';
import type { Proposal, ProposalLine } from '../records/registry';
import { constraintBreaches } from '../scope/constraint-check';
import { breachMessage } from '../scope/ready';
import { formatMoney, multiplyMoney, sumMoney } from '../values/money';
import { discountLines, discountStanding, mayApprove, type DiscountStanding } from './discount';
import { driftedLines } from './draft';
import { isPromisedWork, lineTitle, linesOf, offeredAs } from './offer-line';
import { offerPrice, offerValue } from './pricing';
import { spokenLanguage, t } from '../values/texts';

/** One thing about a version that somebody has to see to. `message` is fit to show and says what to do. */
export interface HeldBack {
  readonly kind:
    'lines' | 'price' | 'currencies' | 'undecided' | 'breach' | 'discount' | 'validity' | 'billing' | 'milestones' | 'terms' | 'scope';
  /** What blocks must be put right before it is sent; the rest is worth a look. */
  readonly weight: 'blocks' | 'worth a look';
  readonly message: string;
  /** Where it is put right. */
  readonly record: RecordId;
  /** As stored, of what is undecided. */
  readonly field?: string;
}

/** What the reader holds beside the records. */
export interface Reading {
  readonly records: Records;
  readonly today: CalendarDateText;
  /** Fields of a record between whose values nobody has chosen yet. */
  readonly undecided: (record: RecordId) => readonly string[];
}

/** Everything that keeps a draft from being sent, what blocks first. Empty: it can go. */
export function heldBack(proposal: Proposal, reading: Reading): readonly HeldBack[] {
  const lines = linesOf(reading.records, proposal.id);
  const found = [
    ...undecidedValues(proposal, reading),
    ...lineProblems(proposal, lines, reading.records),
    ...breaches(proposal, lines, reading.records),
    ...discounts(lines, reading.records),
    ...validity(proposal, reading.today),
    ...billing(proposal, lines),
    ...feesAgainstPrice(proposal, lines, reading.records),
    ...notices(proposal, reading.records),
  ];
  return found.toSorted((a, b) => Number(b.weight === 'blocks') - Number(a.weight === 'blocks'));
}

/** What blocks, in one sentence for a refusal; nothing where it can go. */
export function blockMessage(found: readonly HeldBack[]): string | undefined {
  const blocking = found.filter(({ weight }) => weight === 'blocks');
  const [first, ...others] = blocking;
  if (!first) return undefined;
  return others.length > 0
    ? t('{{message}} ({{others}} more {{value}} it back.)', {
        message: first.message,
        others: others.length,
        value: others.length === 1 ? t('thing holds') : t('things hold'),
      })
    : first.message;
}

const blocks = (kind: HeldBack['kind'], message: string, record: RecordId): HeldBack => ({ kind, weight: 'blocks', message, record });
const look = (kind: HeldBack['kind'], message: string, record: RecordId): HeldBack => ({ kind, weight: 'worth a look', message, record });

/** The same that `commit` refuses on: nothing binding rests on a value that nobody has chosen. */
export function undecidedValues(proposal: Pick<Proposal, 'id'>, { records, undecided }: Reading): readonly HeldBack[] {
  const relied = recordsReliedOn({ act: 'proposal.send', changes: [{ record: proposal.id, set: {} }] }, records);
  return relied.flatMap((record) => {
    const fields = undecided(record);
    const [field] = fields;
    return field === undefined ? [] : [{ ...blocks('undecided', undecidedMessage(record, fields), record), field }];
  });
}

/** What must be settled in Review before a version can be accepted: of itself, of its deal, of all that is sold. */
export function undecidedAtAcceptance(
  proposal: Proposal,
  { records, undecided }: Reading,
): readonly { readonly record: RecordId; readonly field: string }[] {
  const changes = [proposal.id, proposal.deal].map((record) => ({ record, set: {} }));
  return recordsReliedOn({ act: 'proposal.accept', changes }, records).flatMap((record) =>
    undecided(record).map((field) => ({ record, field })),
  );
}

function lineProblems(proposal: Proposal, lines: readonly ProposalLine[], records: Records): readonly HeldBack[] {
  if (lines.length === 0) return [blocks('lines', t('The offer has no line. Add one from the scope.'), proposal.id)];
  const unpriced = lines.filter((line) => !line.price && (offeredAs(line) === 'work' || offeredAs(line) === 'option'));
  const price = offerPrice(lines);
  const isMixed = !price.ok && unpriced.length < lines.length && lines.some((line) => line.price);
  return [
    ...unpriced.map((line) => blocks('price', t('“{{records}}” has no price.', { records: lineTitle(records, line) }), line.id)),
    ...(isMixed ? [blocks('currencies', price.error.message, proposal.id)] : []),
    ...(price.ok && price.value.total.amount < 0 ? [blocks('price', t('The discounts are larger than the price.'), proposal.id)] : []),
  ];
}

/** Only lines of this version: what is left out of it may be settled later. */
function breaches(proposal: Proposal, lines: readonly ProposalLine[], records: Records): readonly HeldBack[] {
  const offered = new Set<string | undefined>(lines.map(({ scopeLine }) => scopeLine));
  return constraintBreaches(records, proposal.deal)
    .filter(({ line }) => offered.has(line.id))
    .map((breach) => blocks('breach', breachMessage(breach), breach.line.id));
}

function discounts(lines: readonly ProposalLine[], records: Records): readonly HeldBack[] {
  return discountLines(lines).flatMap((line) => {
    const message = discountMessage(discountStanding(records, line), line, records);
    return message ? [blocks('discount', message, line.id)] : [];
  });
}

function discountMessage(standing: DiscountStanding, line: ProposalLine, records: Records): string | undefined {
  const sum = line.price ? formatMoney(multiplyMoney(line.price, -1), 'en') : t('no sum');
  const title = lineTitle(records, line);
  switch (standing.kind) {
    case 'approved':
      return undefined;
    case 'unapproved':
      return t('The discount “{{title}}” of {{sum}} is not approved. {{records}}', { title, sum, records: whoMay(records) });
    case 'another sum': {
      const approved = standing.concession.value ? formatMoney(standing.concession.value, 'en') : t('no sum');
      return t('The discount “{{title}}” takes off {{sum}}, and {{approved}} was approved. Take it out and give it anew.', {
        title,
        sum,
        approved,
      });
    }
    case 'no concession':
      return t('Nothing stands behind the discount “{{title}}” any more. Take it out and give it anew.', { title });
  }
}

function whoMay(records: Records): string {
  const names = mayApprove(records).map(({ name }) => name);
  if (names.length === 0) return t('A partner or finance may approve it; nobody here has that role yet.');
  return t('{{names}} may approve it.', { names: new Intl.ListFormat(spokenLanguage(), { type: 'disjunction' }).format(names) });
}

function validity({ id, validUntil }: Proposal, today: CalendarDateText): readonly HeldBack[] {
  if (!validUntil) return [blocks('validity', t('Say until when the offer is valid.'), id)];
  return validUntil < today
    ? [blocks('validity', t('The offer was valid until {{validUntil}}. Set a later day.', { validUntil }), id)]
    : [];
}

function billing(proposal: Proposal, lines: readonly ProposalLine[]): readonly HeldBack[] {
  const { id, billingModel, cap, retainerFee, retainerPeriod, retainerPeriods } = proposal;
  if (!billingModel) return [blocks('billing', t('Say how it is billed: fixed, by effort, by milestone or as a retainer.'), id)];
  if (billingModel === 'capped T&M' && !cap) return [blocks('billing', t('Capped T&M needs its cap.'), id)];
  if (billingModel === 'retainer' && !(retainerFee && retainerPeriod && retainerPeriods)) {
    return [blocks('billing', t('A retainer needs its fee, its period and the number of periods.'), id)];
  }
  const price = offerPrice(lines);
  const value = offerValue(proposal, lines);
  if (!price.ok) return [];
  if (!value.ok) return [blocks('currencies', value.error.message, id)];
  const { total } = price.value;
  const [priced, agreed] = [formatMoney(total, 'en'), formatMoney(value.value, 'en')];
  if (billingModel === 'retainer' && total.amount !== value.value.amount) {
    return [
      blocks('billing', t('The lines come to {{priced}}, the fees of all periods to {{agreed}}. Make them agree.', { priced, agreed }), id),
    ];
  }
  const isTight = billingModel === 'capped T&M' && value.value.amount < total.amount;
  return isTight
    ? [look('billing', t('The lines come to {{priced}}, which is more than the cap of {{agreed}}.', { priced, agreed }), id)]
    : [];
}

/** Fees that exist must make the price. A plan that does not exist yet is worth a look, no more. */
export function feesAgainstPrice(
  { id, deal, billingModel }: Proposal,
  lines: readonly ProposalLine[],
  records: Records,
): readonly HeldBack[] {
  if (billingModel !== 'milestone') return [];
  const price = offerPrice(lines);
  const fees = records.of('milestone', 'deal', deal).flatMap(({ fee }) => (fee ? [fee] : []));
  if (fees.length === 0) return [look('milestones', t('Billed by milestone, and no milestone has a fee yet.'), id)];
  if (!price.ok) return [];
  const { total } = price.value;
  const foreign = fees.find(({ currency }) => currency !== total.currency);
  if (foreign) return [blocks('milestones', `A milestone has a fee in ${foreign.currency}; the offer is in ${total.currency}.`, id)];
  const planned = sumMoney(fees, total.currency);
  if (planned.amount === total.amount) return [];
  return [
    blocks(
      'milestones',
      t('The milestones bill {{planned}}, the lines come to {{total}}. Make them agree.', {
        planned: formatMoney(planned, 'en'),
        total: formatMoney(total, 'en'),
      }),
      id,
    ),
  ];
}

function notices(proposal: Proposal, records: Records): readonly HeldBack[] {
  const drifted = driftedLines(records, proposal).length;
  const lines = drifted === 1 ? t('One line says') : t('{{drifted}} lines say', { drifted });
  return [
    ...(proposal.terms ? [] : [look('terms', t('The offer says nothing of its terms.'), proposal.id)]),
    ...(drifted > 0 ? [look('scope', t('{{lines}} something else than the scope does now.', { lines }), proposal.id)] : []),
  ];
}

/** The work of a version: what is in it for the client, priced or not, options only when chosen. */
export const workOf = (lines: readonly ProposalLine[]): readonly ProposalLine[] =>
  lines.filter((line) => line.scopeLine !== undefined && isPromisedWork(line));
