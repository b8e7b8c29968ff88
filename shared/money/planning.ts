import type { RecordId } from '../ledger/entry';
import type { CalendarDateText, Id } from '../records/define-record';
import type { ChangeOrder, CostPlan, ScopeLine } from '../records/registry';
import { shareOfMoney, sumMoney, type Money } from '../values/money';
import type { CostBooks, DealBooks } from './books';
import { costOfHours, millionths, roundExact } from './exact';
import { inOtherCurrency, type NotCounted } from './figure';

/** What one piece of work was planned at: a scope line, or a billed change order as a whole. */
export interface PlannedWork {
  readonly record: RecordId;
  /** Undefined where nobody has planned any. */
  readonly hours: number | undefined;
  readonly cost: Money | undefined;
  /** Cost of an hour in millionths of a minor unit; undefined where nothing says it. */
  readonly rate: number | undefined;
  /** Planned in money beyond its hours: licences, travel, subcontractors. */
  readonly external: Money | undefined;
  /** The cost plans, or the freeze. */
  readonly records: readonly RecordId[];
}

/** What a deal was to cost, line by line. */
export interface Planning {
  /** Of the scope that was signed: as it was frozen, else as the plans say today. n/a where nobody has planned anything. */
  readonly plannedCost: Money | undefined;
  readonly plannedRecords: readonly RecordId[];
  /** Whether a line was part of what was signed. */
  readonly isSold: (line: Id<'scopeLine'>) => boolean;
  /** What a line or a change order was sold at. */
  readonly sold: ReadonlyMap<string, PlannedWork>;
  /** Cost of an hour that is still to be worked on a line, by the plans of today. */
  readonly rateToCome: (line: ScopeLine) => number | undefined;
  /** Planned cost of an hour on a line or change order that was not sold: of its plan, its role, or all plans. */
  readonly rateOf: (record: RecordId) => number | undefined;
  /** Lines in the scope that was signed without a planned cost: the margin is that much too good. */
  readonly unplanned: readonly Id<'scopeLine'>[];
  readonly notCounted: readonly NotCounted[];
}

const SOLD: readonly ScopeLine['status'][] = ['in', 'done', 'courtesy'];

/** The plans of a deal. `currency` is the deal's: a plan in another one is listed and not counted. */
export function planningOf(books: DealBooks, cost: CostBooks, currency: string, today: CalendarDateText): Planning {
  const left: NotCounted[] = [];
  const plans = cost.costPlans.filter((plan) => isIn(plan, currency, left));
  const average = averageRate(books, plans, currency);
  const now = (line: ScopeLine): PlannedWork => {
    const work = plannedLine(line, plans, currency);
    return work.rate === undefined ? { ...work, rate: roleRate(line, cost, currency, today) ?? average } : work;
  };
  const lines = new Map(books.scopeLines.map((line) => [line.id, now(line)]));
  const freeze = cost.marginFreeze?.plannedCost.currency === currency ? cost.marginFreeze : undefined;
  const frozen = freeze?.lines;
  const isSold = (id: Id<'scopeLine'>): boolean => (frozen ? frozen[id] !== undefined : isSoldLine(books, id));
  const sold = new Map<string, PlannedWork>();
  for (const [id, work] of lines) if (isSold(id)) sold.set(id, frozen ? asFrozen(work, frozen[id], freeze.id, currency) : work);
  for (const order of books.changeOrders) {
    if (order.status === 'billed') sold.set(order.id, plannedOrder(order, { books, plans, lines, currency, average }));
  }
  const soldNow = books.scopeLines.filter(({ id, changeOrder }) => changeOrder === undefined && isSoldLine(books, id));
  const whole = plans.filter((plan) => isWhole(plan) || soldNow.some(({ id }) => id === plan.scopeLine));
  const costs = whole.flatMap(({ planned }) => (planned ? [planned] : []));
  return {
    plannedCost: freeze?.plannedCost ?? (costs.length > 0 ? sumMoney(costs, currency) : undefined),
    plannedRecords: freeze ? [freeze.id] : whole.map(({ id }) => id),
    isSold,
    sold,
    rateToCome: ({ id }) => lines.get(id)?.rate,
    rateOf: (record) => (lines as ReadonlyMap<string, PlannedWork>).get(record)?.rate ?? average,
    unplanned: soldNow.filter(({ id }) => lines.get(id)?.cost === undefined && isSold(id)).map(({ id }) => id),
    notCounted: left,
  };
}

/** Planned for the deal as a whole, on no line. */
const isWhole = ({ scopeLine, changeOrder, commitment }: CostPlan): boolean => !scopeLine && !changeOrder && !commitment;

const isSoldLine = ({ scopeLines }: DealBooks, id: Id<'scopeLine'>): boolean =>
  scopeLines.some((line) => line.id === id && line.changeOrder === undefined && SOLD.includes(line.status));

function isIn({ id, planned, estimated, plannedRate }: CostPlan, currency: string, left: NotCounted[]): boolean {
  const other = [planned, estimated, plannedRate].find((sum) => sum !== undefined && sum.currency !== currency);
  if (other) left.push({ record: id, reason: inOtherCurrency(other) });
  return other === undefined;
}

/** The rate that is stated, else planned cost over planned hours. */
function plannedLine({ id, plannedHours }: ScopeLine, plans: readonly CostPlan[], currency: string): PlannedWork {
  return plannedAt(
    id,
    plannedHours,
    plans.filter(({ scopeLine }) => scopeLine === id),
    currency,
  );
}

function plannedAt(record: RecordId, hours: number | undefined, plans: readonly CostPlan[], currency: string): PlannedWork {
  const costs = plans.flatMap(({ planned }) => (planned ? [planned] : []));
  const cost = costs.length > 0 ? sumMoney(costs, currency) : undefined;
  const stated = plans.find(({ plannedRate }) => plannedRate)?.plannedRate;
  const rate = stated ? millionths(stated.amount) : cost && hours ? ratePer(cost, hours) : undefined;
  return { record, hours, cost, rate, external: cost && externalPart(cost, hours, stated), records: plans.map(({ id }) => id) };
}

/** What is planned in money beyond hours × the stated rate; all of it where no hours are planned. */
function externalPart(cost: Money, hours: number | undefined, stated: Money | undefined): Money | undefined {
  if (!hours) return stated ? undefined : cost;
  if (!stated) return undefined;
  const labour = roundExact(costOfHours(millionths(hours), millionths(stated.amount)), cost.currency);
  return labour.amount < cost.amount ? { ...cost, amount: cost.amount - labour.amount } : undefined;
}

const ratePer = (cost: Money, hours: number): number | undefined => {
  const perHour = shareOfMoney(cost, 1_000_000 * 1_000_000, millionths(hours));
  return perHour?.amount;
};

const roleRate = ({ role }: ScopeLine, { rates }: CostBooks, currency: string, today: CalendarDateText): number | undefined => {
  const rate = rates.ofRole(role, today)?.hourlyCost;
  return rate?.currency === currency ? millionths(rate.amount) : undefined;
};

/** All planned cost of lines with planned hours, over those hours. */
function averageRate({ scopeLines }: DealBooks, plans: readonly CostPlan[], currency: string): number | undefined {
  const planned = scopeLines.map((line) => plannedLine(line, plans, currency)).filter(({ hours, cost }) => hours && cost);
  const hours = planned.reduce((sum, line) => sum + millionths(line.hours ?? 0), 0);
  const cost = sumMoney(
    planned.flatMap((line) => (line.cost ? [line.cost] : [])),
    currency,
  );
  return shareOfMoney(cost, 1_000_000 * 1_000_000, hours)?.amount;
}

function asFrozen(
  now: PlannedWork,
  frozen: { readonly hours: number; readonly cost?: number; readonly rate?: number } | undefined,
  freeze: RecordId,
  currency: string,
): PlannedWork {
  if (!frozen) return now;
  const cost: Money | undefined = frozen.cost === undefined ? undefined : { amount: frozen.cost, currency };
  const stated: Money | undefined = frozen.rate === undefined ? undefined : { amount: frozen.rate, currency };
  const rate = stated ? millionths(stated.amount) : ((cost && frozen.hours ? ratePer(cost, frozen.hours) : undefined) ?? now.rate);
  return {
    record: now.record,
    hours: frozen.hours,
    cost,
    rate,
    external: cost && externalPart(cost, frozen.hours, stated),
    records: [freeze],
  };
}

interface OrderFacts {
  readonly books: DealBooks;
  readonly plans: readonly CostPlan[];
  readonly lines: ReadonlyMap<string, PlannedWork>;
  readonly currency: string;
  readonly average: number | undefined;
}

/** A change order by the plan of its own, else by those of the lines that it added. */
function plannedOrder({ id, hours }: ChangeOrder, { books, plans, lines, currency, average }: OrderFacts): PlannedWork {
  const added = books.scopeLines.filter(({ changeOrder }) => changeOrder === id).flatMap((line) => lines.get(line.id) ?? []);
  const own = plans.filter(({ changeOrder, planned }) => changeOrder === id && planned);
  const ofLines = added.reduce((sum, line) => sum + (line.hours ?? 0), 0);
  const planned = hours ?? (added.length > 0 ? ofLines : undefined);
  const lineIds = new Set(added.map(({ record }) => record as string));
  const used = own.length > 0 ? own : plans.filter(({ scopeLine }) => scopeLine !== undefined && lineIds.has(scopeLine));
  const work = plannedAt(id, planned, used, currency);
  return { ...work, rate: work.rate ?? added.find(({ rate }) => rate !== undefined)?.rate ?? average };
}
