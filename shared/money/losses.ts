import type { RecordId } from '../ledger/entry';
import type { CalendarDateText } from '../records/define-record';
import type { ChangeOrder, Commitment, ScopeLine, Ticket } from '../records/registry';
import { money, negateMoney, type Money } from '../values/money';
import type { CostBooks, DealBooks } from './books';
import { costOfHours, fromMillionths, millionths, roundExact, type Exact } from './exact';
import { causeOfLine, type Bucket, type Labour } from './labour';
import type { Account } from './margin';
import type { PlannedWork } from './planning';
import type { Remaining } from './remaining';
import type { BarItem, LossCause } from './waterfall';

/** What made the deal cost more, or less, than was planned, by cause. Amounts are rounded one by one; negative is lost. */
export function lossItems(books: DealBooks, cost: CostBooks, account: Account): ReadonlyMap<LossCause, readonly BarItem[]> {
  const { labour } = account;
  const ahead = aheadOf(books, account);
  const of = (bucket: Bucket): readonly Labour[] => labour.filter((group) => group.bucket === bucket);
  const daysOf = causeDays(books);
  const whole = (bucket: Bucket): readonly BarItem[] => wholeCost(of(bucket), ahead, bucket, { daysOf, currency: account.fees.currency });
  const works = workUnits(account, ahead);
  return new Map<LossCause, readonly BarItem[]>([
    ['commitments', whole('commitment')],
    ['absorbed change orders', whole('change order')],
    ['effort', works.flatMap((work) => effortItem(work, account.fees.currency))],
    ['rates', works.flatMap((work) => rateItem(work, account.fees.currency))],
    ['rework', whole('rework')],
    ['reconstruction', whole('reconstruction')],
    [
      'write-offs',
      account.expenses
        .filter(isWriteOff)
        .map(({ id, date, cost: sum }) => ({ record: id, amount: negateMoney(sum), at: date, records: [id] })),
    ],
    ['external', externalItems(account, books, cost)],
    ['unexplained', whole('no line')],
  ]);
}

const isWriteOff = ({ kind }: CostBooks['expenses'][number]): boolean => kind === 'write-off';

/** Work still to come, by what causes it: the same keys as the hours that were worked. */
type Ahead = ReadonlyMap<string, readonly Remaining[]>;
const keyOf = (bucket: Bucket, cause: RecordId): string => `${bucket} ${cause}`;

function aheadOf(books: DealBooks, { remaining, planning }: Account): Ahead {
  const lines = new Map<string, ScopeLine>(books.scopeLines.map((line) => [line.id, line]));
  const ahead = new Map<string, Remaining[]>();
  for (const left of remaining) {
    const line = lines.get(left.line);
    if (!line) continue;
    const { bucket, cause } = causeOfLine(books, line, planning.isSold);
    ahead.set(keyOf(bucket, cause), [...(ahead.get(keyOf(bucket, cause)) ?? []), left]);
  }
  return ahead;
}

interface Telling {
  readonly daysOf: (cause: RecordId) => CalendarDateText | undefined;
  readonly currency: string;
}

/** Nothing of it was planned: all that it cost is lost, and what it will still cost. */
function wholeCost(groups: readonly Labour[], ahead: Ahead, bucket: Bucket, { daysOf, currency }: Telling): readonly BarItem[] {
  const items = groups.map(({ cause, cost, hours, first, entries }) => {
    const left = ahead.get(keyOf(bucket, cause)) ?? [];
    const lost = roundExact(cost + left.reduce((sum, line) => sum + line.cost, 0n), currency);
    const toCome = left.reduce((sum, line) => sum + line.hours, 0);
    return {
      record: cause,
      amount: negateMoney(lost),
      hours: fromMillionths(hours) + toCome,
      at: daysOf(cause) ?? first,
      records: [cause, ...entries.map(({ id }) => id), ...left.map(({ line }) => line)],
    };
  });
  const begun = new Set(groups.map(({ cause }) => keyOf(bucket, cause)));
  const untouched = [...ahead].filter(([key]) => key.startsWith(`${bucket} `) && !begun.has(key));
  return [
    ...items,
    ...untouched.map(([key, left]) => {
      const cause = key.slice(bucket.length + 1) as RecordId;
      const lost = roundExact(
        left.reduce((sum, line) => sum + line.cost, 0n),
        currency,
      );
      const hours = left.reduce((sum, line) => sum + line.hours, 0);
      return { record: cause, amount: negateMoney(lost), hours, at: daysOf(cause), records: [cause, ...left.map(({ line }) => line)] };
    }),
  ];
}

/** A scope line or billed change order: what was planned, worked and is to come. */
interface WorkUnit {
  readonly record: RecordId;
  readonly planned: PlannedWork | undefined;
  readonly labour: Labour | undefined;
  readonly ahead: readonly Remaining[];
  /** Planned cost of an hour in millionths of a minor unit. */
  readonly rate: number;
}

/** Work without any rate has no variance to compute: it stays unexplained. */
function workUnits({ labour, planning }: Account, ahead: Ahead): readonly WorkUnit[] {
  const efforts = new Map(labour.filter(({ bucket }) => bucket === 'effort').map((group) => [group.cause as string, group]));
  const prefix = 'effort ';
  const causes = [
    ...planning.sold.keys(),
    ...efforts.keys(),
    ...[...ahead.keys()].flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : [])),
  ];
  return [...new Set(causes)].flatMap((cause): readonly WorkUnit[] => {
    const record = cause as RecordId;
    const planned = planning.sold.get(record);
    const left = ahead.get(keyOf('effort', record)) ?? [];
    const rate = planned?.rate ?? left.find((line) => line.rate !== undefined)?.rate ?? planning.rateOf(record);
    return rate === undefined ? [] : [{ record, planned, labour: efforts.get(cause), ahead: left, rate }];
  });
}

/** (EAC hours − planned hours) × planned rate. Hours that were planned in money alone have none to vary from. */
function effortItem({ record, planned, labour, ahead, rate }: WorkUnit, currency: string): readonly BarItem[] {
  if (planned?.cost && planned.hours === undefined && !labour && ahead.length === 0) return [];
  const toCome = ahead.reduce((sum, line) => sum + millionths(line.hours), 0);
  const over = (labour?.hours ?? 0) + toCome - millionths(planned?.hours ?? 0);
  if (over === 0) return [];
  const records = [record, ...(planned?.records ?? []), ...(labour?.entries ?? []).map(({ id }) => id), ...ahead.map(({ line }) => line)];
  return [
    {
      record,
      amount: negateMoney(roundExact(costOfHours(over, rate), currency)),
      hours: fromMillionths(over),
      at: overSince(planned, labour, ahead),
      records: [...new Set(records)],
    },
  ];
}

/** The day on which the hours worked went beyond the plan; else the day somebody said that more is to come. */
function overSince(
  planned: PlannedWork | undefined,
  labour: Labour | undefined,
  ahead: readonly Remaining[],
): CalendarDateText | undefined {
  const limit = millionths(planned?.hours ?? 0);
  let worked = 0;
  for (const { date, hours } of (labour?.entries ?? []).toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
    worked += millionths(hours);
    if (worked > limit) return date;
  }
  return ahead.flatMap(({ statedOn }) => (statedOn === undefined ? [] : [statedOn])).toSorted()[0] ?? labour?.last;
}

/** What the hours cost beyond the planned rate, those that are to come included. */
function rateItem({ record, labour, ahead, rate }: WorkUnit, currency: string): readonly BarItem[] {
  const worked: Exact = labour ? labour.cost - costOfHours(labour.costed, rate) : 0n;
  const toCome = ahead.reduce((sum, line) => sum + line.cost - costOfHours(millionths(line.hours), line.rate === undefined ? 0 : rate), 0n);
  const amount: Money = negateMoney(roundExact(worked + toCome, currency));
  if (amount.amount === 0) return [];
  const differs = [...(labour?.rates ?? [])].filter(([paid]) => millionths(paid) !== rate).map(([, day]) => day);
  const entries = (labour?.entries ?? []).map(({ id }) => id);
  return [
    {
      record,
      amount,
      hours: fromMillionths(labour?.costed ?? 0),
      at: differs.toSorted()[0],
      records: [record, ...entries, ...ahead.map(({ line }) => line)],
    },
  ];
}

/** Expenses beyond what was planned in money, line by line; those on no line against what was planned on none. */
function externalItems({ expenses, planning, fees: { currency } }: Account, books: DealBooks, cost: CostBooks): readonly BarItem[] {
  const lines = new Map<string, ScopeLine>(books.scopeLines.map((line) => [line.id, line]));
  const groups = new Map<RecordId, CostBooks['expenses'][number][]>();
  for (const expense of expenses) {
    if (isWriteOff(expense)) continue;
    const record = expense.changeOrder ?? lines.get(expense.scopeLine ?? '')?.changeOrder ?? expense.scopeLine ?? books.deal.id;
    groups.set(record, [...(groups.get(record) ?? []), expense]);
  }
  const whole = cost.costPlans.filter(
    (plan) => !plan.scopeLine && !plan.changeOrder && !plan.commitment && plan.planned?.currency === currency,
  );
  const onDeal = whole.reduce((sum, { planned }) => sum + (planned?.amount ?? 0), 0);
  return [...groups].flatMap(([record, own]) => {
    const allowed = record === books.deal.id ? onDeal : (planning.sold.get(record)?.external?.amount ?? 0);
    const beyond = own.reduce((sum, expense) => sum + expense.cost.amount, 0) - allowed;
    if (beyond <= 0) return [];
    return [
      {
        record,
        amount: money(-beyond, currency),
        at: own.map(({ date }) => date).toSorted()[0],
        records: [record, ...own.map(({ id }) => id)],
      },
    ];
  });
}

/** The day of a cause: when it was promised, decided or seen. */
function causeDays(books: DealBooks): (cause: RecordId) => CalendarDateText | undefined {
  const commitments = new Map<string, Commitment>(books.commitments.map((one) => [one.id, one]));
  const orders = new Map<string, ChangeOrder>(books.changeOrders.map((one) => [one.id, one]));
  const tickets = new Map<string, Ticket>(books.tickets.map((one) => [one.id, one]));
  return (cause) => {
    const order = orders.get(cause);
    return commitments.get(cause)?.madeAt ?? order?.decidedAt ?? order?.requestedAt ?? tickets.get(cause)?.openedAt;
  };
}
