import type { RecordId } from '../ledger/entry';
import { isSignedDeal } from '../deal/phase';
import type { CalendarDateText } from '../records/define-record';
import type { TimeEntry } from '../records/registry';
import { money, sumMoney, type Money } from '../values/money';
import type { CostBooks, DealBooks } from './books';
import { contractOf, valueOf } from './contract';
import { costOfHours, fromMillionths, millionths, roundExact } from './exact';
import { causeReader } from './labour';
import { planningOf } from './planning';

export const FRICTION_KINDS = [
  'absorbed change order',
  'commitment honoured free',
  'concession',
  'reconstruction',
  'escalation',
  'rework',
] as const;
export type FrictionKind = (typeof FRICTION_KINDS)[number];

/** One small thing that was let go. */
export interface FrictionItem {
  /** The change order, commitment, concession or time entry. */
  readonly record: RecordId;
  readonly kind: FrictionKind;
  /** The day it was decided, given or worked. */
  readonly on: CalendarDateText | undefined;
  readonly value: Money;
  /** Of work: how long it took. */
  readonly hours?: number;
}

/** The small items of one deal: each below a hundredth of the contract, together what nobody looks at. */
export interface Friction {
  readonly currency: string;
  /** A hundredth of the contract, rounded down. Undefined where no contract says what small is: nothing is listed then. */
  readonly limit: Money | undefined;
  /** The latest first. */
  readonly items: readonly FrictionItem[];
  readonly sum: Money;
  /** Hours of the same kinds that have no cost here: no rate is known, or cost is not for this reader. */
  readonly hoursWithoutCost: number;
}

/**
 * The friction ledger of a deal (product.md §4, "sums the small items, each < 1 % of contract"): absorbed change orders,
 * commitments outside the SOW that are made good for nothing, concessions after the signature, and each entry of
 * reconstruction, escalation and rework. The contract is contracted, of open T&M the signed value. An hour costs what the
 * rate of its day says and belongs to one cause, as in the erosion waterfall; without `cost` hours are only counted.
 */
export function friction(books: DealBooks, cost: CostBooks | undefined, today: CalendarDateText): Friction {
  const { currency, contracted } = contractOf(books);
  const contract = contracted.value ?? (isSignedDeal(books.deal) ? valueOf(books.deal) : undefined);
  const work = workItems(books, cost, currency, today);
  const all = [...absorbed(books), ...concessions(books), ...work.items];
  const items = contract ? all.filter((item) => isSmall(item, contract) && (item.on === undefined || item.on <= today)) : [];
  return {
    currency,
    limit: contract && money(Math.floor(contract.amount / 100), currency),
    items: items.toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : -1)),
    sum: sumMoney(
      items.map(({ value }) => value),
      currency,
    ),
    hoursWithoutCost: work.hoursWithoutCost,
  };
}

/** Exactly 1 % is not small any more. */
const isSmall = ({ value }: FrictionItem, contract: Money): boolean =>
  value.currency === contract.currency && value.amount > 0 && value.amount * 100 < contract.amount;

const absorbed = ({ changeOrders }: DealBooks): readonly FrictionItem[] =>
  changeOrders.flatMap(({ id, status, absorbed: given, price, decidedAt }) => {
    const value = given ?? price;
    return status === 'absorbed' && value ? [{ record: id, kind: 'absorbed change order' as const, on: decidedAt, value }] : [];
  });

/** Ours, after the signature: what was given before is in the signed value. */
const concessions = ({ deal: { signedAt }, concessions: given }: DealBooks): readonly FrictionItem[] =>
  given.flatMap(({ concession: { id, givenBy, value }, givenOn }) =>
    givenBy === 'us' && value && givenOn !== undefined && signedAt !== undefined && givenOn > signedAt
      ? [{ record: id, kind: 'concession' as const, on: givenOn, value }]
      : [],
  );

interface Work {
  readonly items: readonly FrictionItem[];
  readonly hoursWithoutCost: number;
}

/** Hours that nobody pays for. Those on a promise are one item with it; others are an item each. */
function workItems(books: DealBooks, cost: CostBooks | undefined, currency: string, today: CalendarDateText): Work {
  const reader = causeReader(books, cost ? planningOf(books, cost, currency, today).isSold : () => true);
  const items: FrictionItem[] = [];
  const promised = new Map<RecordId, { amount: bigint; hours: number; on: CalendarDateText }>();
  let uncosted = 0;
  for (const entry of books.timeEntries) {
    if (entry.date > today || entry.hours === 0) continue;
    const line = reader.lineOf(entry);
    const { bucket, cause } = reader.causeOf(entry, line);
    if (bucket !== 'rework' && bucket !== 'reconstruction' && bucket !== 'commitment') continue;
    const rate = cost?.rates.on(entry.person, line?.role, entry.date, currency)?.hourlyCost;
    if (rate?.currency !== currency) {
      uncosted += millionths(entry.hours);
      continue;
    }
    const exact = costOfHours(millionths(entry.hours), millionths(rate.amount));
    if (bucket !== 'commitment') {
      items.push({ record: entry.id, kind: kindOf(bucket, entry), on: entry.date, value: roundExact(exact, currency), hours: entry.hours });
      continue;
    }
    const own = promised.get(cause) ?? { amount: 0n, hours: 0, on: entry.date };
    own.amount += exact;
    own.hours += millionths(entry.hours);
    if (entry.date < own.on) own.on = entry.date;
    promised.set(cause, own);
  }
  for (const [record, { amount, hours, on }] of promised)
    items.push({ record, kind: 'commitment honoured free', on, value: roundExact(amount, currency), hours: fromMillionths(hours) });
  return { items, hoursWithoutCost: fromMillionths(uncosted) };
}

const kindOf = (bucket: 'rework' | 'reconstruction', { activity }: TimeEntry): FrictionKind =>
  bucket === 'rework' ? 'rework' : activity === 'reconstruction' ? 'reconstruction' : 'escalation';
