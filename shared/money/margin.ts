import type { RecordId } from '../ledger/entry';
import { marginOver } from '../proposal/margin';
import type { CalendarDateText, Id } from '../records/define-record';
import { addMoney, money, shareOfMoney, subtractMoney, type Money } from '../values/money';
import { ratio } from '../values/percent';
import type { CostBooks, DealBooks } from './books';
import { exactOf, fromMillionths, roundExact } from './exact';
import { fees, type Fees } from './fees';
import { inOtherCurrency, notKnown, type Figure, type NotCounted, type Sum } from './figure';
import { labourOf, type Labour } from './labour';
import { planningOf, type Planning } from './planning';
import { remainingOf, type Remaining } from './remaining';

/** What is left of a sum, and its share of that sum. Both n/a where either side is. */
export interface MarginFigure extends Figure {
  readonly share: number | undefined;
}

/** The margin that the deal was signed with. */
export interface MarginSold extends MarginFigure {
  readonly signedValue: Money | undefined;
  readonly plannedCost: Money | undefined;
  /** The freeze that keeps it; undefined: it is computed from the plans of today and may still move. */
  readonly frozen: Id<'marginFreeze'> | undefined;
}

/** Hours that cost nothing here because no rate says what they cost. */
export interface UncostedHours {
  readonly hours: number;
  readonly records: readonly RecordId[];
}

/** Cost and margin of a deal, in its currency, net of tax (product.md §4). For readers of the finance ledger alone. */
export interface Margin {
  readonly currency: string;
  /** Of the scope that was signed; n/a where nobody planned any. */
  readonly plannedCost: Figure;
  /** Of billed change orders. */
  readonly changeOrderCost: Sum;
  /** Lines sold, and billed change orders, without a planned cost: the margin sold is that much too good. */
  readonly unplanned: readonly RecordId[];
  /** AC: hours at the rate of their day, and expenses. Pursuit is not in it. */
  readonly actualCost: Sum;
  readonly labourCost: Sum;
  readonly expenses: Sum;
  readonly uncosted: UncostedHours;
  /** What winning it cost: see decisions/0002-pursuit-is-cost-of-sale.md. */
  readonly pursuit: { readonly hours: number; readonly cost: Sum };
  /** ETC: remaining hours of each line at its planned rate. */
  readonly etc: Sum;
  readonly remaining: readonly Remaining[];
  /** Lines with hours to come that no rate prices. */
  readonly uncostedRemaining: UncostedHours;
  /** AC + ETC. */
  readonly eac: Sum;
  /** AC ÷ EAC. */
  readonly complete: number | undefined;
  /** complete × contracted. */
  readonly earned: Figure;
  /** billed − earned. */
  readonly overBilled: Figure;
  readonly marginSold: MarginSold;
  readonly rebased: MarginFigure;
  /** The headline: (contracted − EAC) / contracted. */
  readonly atCompletion: MarginFigure;
  readonly billedMargin: MarginFigure;
  /** planned cost + planned cost of billed change orders − EAC. */
  readonly vac: Figure;
  readonly notCounted: readonly NotCounted[];
}

/** What margin and waterfall are both computed from. */
export interface Account {
  readonly fees: Fees;
  readonly planning: Planning;
  readonly labour: readonly Labour[];
  readonly remaining: readonly Remaining[];
  readonly expenses: CostBooks['expenses'];
  readonly notCounted: readonly NotCounted[];
}

/** Reads both sides of a deal once. `known`: its fees, where they were computed already. */
export function accountOf(books: DealBooks, cost: CostBooks, today: CalendarDateText, known: Fees = fees(books, today)): Account {
  const { currency } = known;
  const planning = planningOf(books, cost, currency, today);
  const left: NotCounted[] = [...planning.notCounted];
  const expenses = cost.expenses.filter(({ id, date, cost: sum }) => {
    if (date > today) return false;
    if (sum.currency === currency) return true;
    left.push({ record: id, reason: inOtherCurrency(sum) });
    return false;
  });
  const labour = labourOf(books, cost, { currency, today, isSold: planning.isSold });
  return { fees: known, planning, labour, remaining: remainingOf(books, planning, today), expenses, notCounted: left };
}

/** Cost, earned value and margins as they stand on `today`. */
export function margin(books: DealBooks, cost: CostBooks, today: CalendarDateText, known?: Fees): Margin {
  return marginOfAccount(accountOf(books, cost, today, known), cost, books);
}

export function marginOfAccount(account: Account, cost: CostBooks, books: DealBooks): Margin {
  const { fees: own, planning, remaining } = account;
  const { currency, contracted, billed } = own;
  const costs = costsOf(account);
  const { actualCost, etc, eac } = costs;
  const changeOrderCost = changeOrderCostOf(planning, own, currency);
  const plannedCost: Figure = { value: planning.plannedCost, records: planning.plannedRecords };
  const budget: Figure = plannedCost.value
    ? { value: addMoney(plannedCost.value, changeOrderCost.value), records: [...plannedCost.records, ...changeOrderCost.records] }
    : notKnown();
  const earned = contracted.value && shareOfMoney(contracted.value, actualCost.value.amount, eac.value.amount);
  const ordersUnplanned = books.changeOrders.filter(({ id, status }) => status === 'billed' && planning.sold.get(id)?.cost === undefined);
  return {
    currency,
    plannedCost,
    changeOrderCost,
    unplanned: [...planning.unplanned, ...ordersUnplanned.map(({ id }) => id)],
    ...costs,
    remaining,
    complete: ratio(actualCost.value.amount, eac.value.amount),
    earned: { value: earned, records: [...contracted.records, ...eac.records] },
    overBilled: { value: earned && subtractMoney(billed.value, earned), records: [...billed.records, ...eac.records] },
    marginSold: marginSoldOf(account, cost),
    rebased: over(contracted, budget),
    atCompletion: over(contracted, eac),
    billedMargin: over(billed, actualCost),
    vac: {
      value: budget.value && subtractMoney(budget.value, eac.value),
      records: [...budget.records, ...etc.records, ...actualCost.records],
    },
    notCounted: account.notCounted,
  };
}

function over(value: Figure, cost: Figure): MarginFigure {
  const records = [...value.records, ...cost.records];
  if (!value.value || !cost.value) return { ...notKnown(records), share: undefined };
  const { amount, share } = marginOver(value.value, cost.value);
  return { value: amount, share, records };
}

/** As it was frozen; where nobody froze it, from the signed value and the plans of today. */
export function marginSoldOf({ fees: { signed, currency }, planning }: Account, { marginFreeze }: CostBooks): MarginSold {
  const frozen =
    marginFreeze?.signedValue.currency === currency && marginFreeze.plannedCost.currency === currency ? marginFreeze : undefined;
  const value: Figure = frozen && signed.value ? { value: frozen.signedValue, records: [frozen.id] } : signed;
  const planned: Figure = { value: planning.plannedCost, records: planning.plannedRecords };
  return { ...over(value, planned), signedValue: value.value, plannedCost: planned.value, frozen: frozen?.id };
}

function changeOrderCostOf({ sold }: Planning, { changeOrders }: Fees, currency: string): Sum {
  const works = changeOrders.records.flatMap((id) => sold.get(id) ?? []);
  const amount = works.reduce((sum, { cost }) => sum + (cost?.amount ?? 0), 0);
  return { value: money(amount, currency), records: works.flatMap(({ records }) => records) };
}

type Costs = Pick<Margin, 'actualCost' | 'labourCost' | 'expenses' | 'uncosted' | 'pursuit' | 'etc' | 'uncostedRemaining' | 'eac'>;

function costsOf({ labour, remaining, expenses, fees: { currency } }: Account): Costs {
  const worked = labour.filter(({ bucket }) => bucket !== 'pursuit');
  const selling = labour.filter(({ bucket }) => bucket === 'pursuit');
  const entriesOf = (groups: readonly Labour[]): readonly RecordId[] => groups.flatMap(({ entries }) => entries.map(({ id }) => id));
  const hours = (groups: readonly Labour[]): number => fromMillionths(groups.reduce((sum, group) => sum + group.hours, 0));
  const cost = (groups: readonly Labour[]): bigint => groups.reduce((sum, group) => sum + group.cost, 0n);
  const spent = expenses.reduce((sum, expense) => sum + exactOf(expense.cost), 0n);
  const expenseIds = expenses.map(({ id }) => id);
  const uncosted = worked.flatMap((group) => group.uncosted);
  const toCome = remaining.filter((line) => line.hours > 0);
  const unpriced = toCome.filter(({ rate }) => rate === undefined);
  const ahead = remaining.reduce((sum, line) => sum + line.cost, 0n);
  const lineIds = toCome.map(({ line }) => line);
  const actualIds = [...entriesOf(worked), ...expenseIds];
  const [actualCost, etc] = [roundExact(cost(worked) + spent, currency), roundExact(ahead, currency)];
  return {
    actualCost: { value: actualCost, records: actualIds },
    labourCost: { value: roundExact(cost(worked), currency), records: entriesOf(worked) },
    expenses: { value: roundExact(spent, currency), records: expenseIds },
    uncosted: { hours: sumHours(uncosted), records: uncosted.map(({ id }) => id) },
    pursuit: { hours: hours(selling), cost: { value: roundExact(cost(selling), currency), records: entriesOf(selling) } },
    etc: { value: etc, records: lineIds },
    uncostedRemaining: { hours: sumHours(unpriced), records: unpriced.map(({ line }) => line) },
    eac: { value: addMoney(actualCost, etc), records: [...actualIds, ...lineIds] },
  };
}

const sumHours = (list: readonly { readonly hours: number }[]): number =>
  fromMillionths(list.reduce((sum, { hours }) => sum + Math.round(hours * 1_000_000), 0));
