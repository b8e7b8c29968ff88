import type { Id } from '../records/define-record';
import { addMoney, money, type Money } from '../values/money';
import { ratio } from '../values/percent';
import { UNEXPLAINED_LIMIT } from './erosion';
import { LOSS_CAUSES, type Bar, type BarItem, type LossCause, STEP_CAUSES, type StepCause, type Waterfall } from './waterfall';

/** One deal's waterfall among others. */
export interface DealWaterfall {
  readonly deal: Id<'deal'>;
  readonly waterfall: Waterfall;
}

/**
 * The waterfall of many deals in one currency: every level and every bar is the sum of the deals', and a bar's items are
 * the deals. Undefined for none. Throws on two currencies.
 */
export function sumWaterfalls(all: readonly DealWaterfall[]): Waterfall | undefined {
  const [first] = all;
  if (!first) return undefined;
  const { currency } = first.waterfall;
  const total = (of: (waterfall: Waterfall) => Money): Money =>
    all.reduce((sum, { waterfall }) => addMoney(sum, of(waterfall)), money(0, currency));
  const contracted = total((one) => one.contracted);
  const signed = total((one) => one.sold.of);
  const sold = total((one) => one.sold.amount);
  const level = (amount: Money) => ({ amount, share: ratio(amount.amount, contracted.amount) });
  const rebased = level(total((one) => one.rebased.amount));
  const atCompletion = level(total((one) => one.atCompletion.amount));
  const losses = LOSS_CAUSES.map((cause) => sumBars(cause, all, contracted));
  const unexplained = sumBars('unexplained', all, contracted);
  const difference = Math.abs(atCompletion.amount.amount - rebased.amount.amount);
  const share = ratio(Math.abs(unexplained.amount.amount), difference);
  return {
    currency,
    contracted,
    sold: {
      amount: sold,
      of: signed,
      share: ratio(sold.amount, signed.amount),
      isFrozen: all.every(({ waterfall }) => waterfall.sold.isFrozen),
    },
    steps: STEP_CAUSES.map((cause) => sumBars(cause, all, contracted)),
    rebased,
    losses,
    atCompletion,
    unexplained,
    unexplainedShare: share,
    warns: share === undefined ? unexplained.amount.amount !== 0 : share > UNEXPLAINED_LIMIT,
  };
}

function sumBars<C extends StepCause | LossCause>(cause: C, all: readonly DealWaterfall[], contracted: Money): Bar<C> {
  const items = all.flatMap(({ deal, waterfall }): readonly BarItem[] => {
    const bar = [...waterfall.steps, ...waterfall.losses].find((one) => one.cause === cause);
    return bar && bar.amount.amount !== 0 ? [{ record: deal, amount: bar.amount, at: bar.at, records: bar.records }] : [];
  });
  const amount = items.reduce((sum, item) => addMoney(sum, item.amount), money(0, contracted.currency));
  const share = ratio(amount.amount, contracted.amount);
  const days = items.flatMap(({ at }) => (at === undefined ? [] : [at])).toSorted();
  return {
    cause,
    amount,
    points: share === undefined ? undefined : share * 100,
    at: days[0],
    items: items.toSorted((a, b) => Math.abs(b.amount.amount) - Math.abs(a.amount.amount)),
    records: items.flatMap(({ records }) => records),
  };
}
