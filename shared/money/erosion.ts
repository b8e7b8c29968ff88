import type { RecordId } from '../ledger/entry';
import { marginOver } from '../proposal/margin';
import type { CalendarDateText } from '../records/define-record';
import { money, negateMoney, subtractMoney, type Money } from '../values/money';
import { ratio } from '../values/percent';
import { err, ok, type Result } from '../values/result';
import type { CostBooks, DealBooks } from './books';
import { fees, type Fees } from './fees';
import { lossItems } from './losses';
import { accountOf, marginOfAccount, type Account, type Margin } from './margin';
import {
  LOSS_CAUSES,
  type Bar,
  type BarItem,
  type Level,
  type LossCause,
  type NoWaterfall,
  type StepCause,
  type Waterfall,
} from './waterfall';
import { t } from '../values/texts';

/** Above this share of the difference the rest without a cause is a warning (product.md §4). */
export const UNEXPLAINED_LIMIT = 0.2;

/**
 * From margin sold over what was agreed anew to the re-based margin, and from there by cause to the margin at completion
 * (decisions/0003-the-waterfall.md). Refused where one end of it cannot be known.
 */
export function erosion(
  books: DealBooks,
  cost: CostBooks,
  today: CalendarDateText,
  known: Fees = fees(books, today),
): Result<Waterfall, NoWaterfall> {
  const account = accountOf(books, cost, today, known);
  const margin = marginOfAccount(account, cost, books);
  const why = whyNot(known, margin);
  const ends = endsOf(known, margin);
  if (why || !ends) return err({ message: why ?? t('The margin sold cannot be computed yet.') });
  const { contracted, sold, rebased, atCompletion } = ends;
  const bar = barMaker(contracted);
  const steps = stepItems(books, account, margin, ends).map(([cause, items]) => bar(cause, items));
  const items = lossItems(books, cost, account);
  const named = LOSS_CAUSES.filter((cause) => cause !== 'unexplained').map((cause) => bar(cause, items.get(cause) ?? []));
  const difference = subtractMoney(atCompletion.amount, rebased.amount);
  const unexplained = restBar(bar, difference, named, items.get('unexplained') ?? [], books.deal.id);
  const share = ratio(Math.abs(unexplained.amount.amount), Math.abs(difference.amount));
  return ok({
    currency: known.currency,
    contracted,
    sold: { ...sold, of: ends.signedThen, isFrozen: margin.marginSold.frozen !== undefined },
    steps,
    rebased,
    losses: [...named, unexplained],
    atCompletion,
    unexplained,
    unexplainedShare: share,
    warns: share === undefined ? unexplained.amount.amount !== 0 : share > UNEXPLAINED_LIMIT,
  });
}

function whyNot({ signed, contracted }: Fees, { plannedCost }: Margin): string | undefined {
  if (!signed.value) return t('The deal has no signed value yet: the waterfall begins at the margin that was sold.');
  if (!contracted.value) return t('Open T&M has no agreed total, so there is no margin at completion to compare with.');
  if (!plannedCost.value) return t('Nobody has planned what the deal costs: plan the cost of its scope lines.');
  return undefined;
}

interface Ends {
  readonly contracted: Money;
  readonly signed: Money;
  readonly signedThen: Money;
  readonly sold: Level;
  readonly rebased: Level;
  readonly atCompletion: Level;
}

function endsOf({ signed, contracted }: Fees, { marginSold, plannedCost, changeOrderCost, eac }: Margin): Ends | undefined {
  if (!signed.value || !contracted.value || !plannedCost.value || !marginSold.value || !marginSold.signedValue) return undefined;
  const budget = money(plannedCost.value.amount + changeOrderCost.value.amount, contracted.value.currency);
  return {
    contracted: contracted.value,
    signed: signed.value,
    signedThen: marginSold.signedValue,
    sold: { amount: marginSold.value, share: marginSold.share },
    rebased: marginOver(contracted.value, budget),
    atCompletion: marginOver(contracted.value, eac.value),
  };
}

type Make = <C extends StepCause | LossCause>(cause: C, items: readonly BarItem[]) => Bar<C>;

function barMaker(contracted: Money): Make {
  return (cause, items) => {
    const kept = items
      .filter(({ amount }) => amount.amount !== 0)
      .toSorted((a, b) => Math.abs(b.amount.amount) - Math.abs(a.amount.amount));
    const amount = money(
      kept.reduce((sum, item) => sum + item.amount.amount, 0),
      contracted.currency,
    );
    const share = ratio(amount.amount, contracted.amount);
    return {
      cause,
      amount,
      points: share === undefined ? undefined : share * 100,
      at: firstDay(kept),
      items: kept,
      records: [...new Set(kept.flatMap(({ records }) => records))],
    };
  };
}

const firstDay = (items: readonly BarItem[]): CalendarDateText | undefined =>
  items.flatMap(({ at }) => (at === undefined ? [] : [at])).toSorted()[0];

/** What was agreed after the signature: it moves what is contracted, and with it where the losses begin. */
function stepItems(
  { deal, changeOrders, concessions }: DealBooks,
  { planning }: Account,
  { marginSold }: Margin,
  { signed, signedThen }: Ends,
): readonly (readonly [StepCause, readonly BarItem[]])[] {
  const corrected = subtractMoney(signed, signedThen);
  const billed = changeOrders.flatMap((order): readonly BarItem[] => {
    if (order.status !== 'billed') return [];
    const price = order.price?.currency === signed.currency ? order.price : money(0, signed.currency);
    const work = order.price?.currency === signed.currency ? planning.sold.get(order.id) : undefined;
    const amount = money(price.amount - (work?.cost?.amount ?? 0), signed.currency);
    return [{ record: order.id, amount, at: order.decidedAt ?? order.requestedAt, records: [order.id, ...(work?.records ?? [])] }];
  });
  const given = concessions.flatMap(({ concession: { id, givenBy, value }, givenOn }): readonly BarItem[] => {
    const isCredit =
      givenBy === 'us' && value?.currency === signed.currency && deal.signedAt !== undefined && (givenOn ?? '') > deal.signedAt;
    return isCredit ? [{ record: id, amount: negateMoney(value), at: givenOn, records: [id] }] : [];
  });
  const value: readonly BarItem[] =
    corrected.amount === 0 ? [] : [{ record: deal.id, amount: corrected, at: undefined, records: [deal.id, ...marginSold.records] }];
  return [['billed change orders', billed], ['concessions', given], ...(value.length > 0 ? ([['signed value', value]] as const) : [])];
}

/** What no record names the cause of: what is left of the difference, with the hours that stand on nothing. */
function restBar(make: Make, difference: Money, named: readonly Bar[], items: readonly BarItem[], deal: RecordId): Bar<'unexplained'> {
  const rest = difference.amount - named.reduce((sum, { amount }) => sum + amount.amount, 0);
  const other = rest - items.reduce((sum, { amount }) => sum + amount.amount, 0);
  const records = [...new Set(items.flatMap((item) => item.records))];
  const unnamed: BarItem = { record: deal, amount: money(other, difference.currency), at: undefined, records: [deal] };
  return { ...make('unexplained', other === 0 ? items : [...items, unnamed]), records: other === 0 ? records : [...records, deal] };
}
