import type { Bar, Waterfall } from '#shared/money/waterfall';
import type { Money } from '#shared/values/money';
import { CAUSE_NAMES } from './money-words';
import { t } from '#shared/values/texts';

/** One line of the waterfall, as a bar and as a line of its table. */
export interface WaterfallRow {
  readonly key: string;
  readonly name: string;
  readonly kind: 'level' | 'change';
  readonly amount: Money;
  /** Of a level. */
  readonly share: number | undefined;
  /** Of a change. */
  readonly bar: Bar | undefined;
  readonly about: string;
}

/**
 * Levels and changes from the top. Causes that cost nothing are left out, but for two: the margin of change orders, with
 * which it begins, and what is unexplained, which is always in sight.
 */
export function waterfallRows(waterfall: Waterfall): readonly WaterfallRow[] {
  const { sold, steps, rebased, losses, atCompletion } = waterfall;
  return [
    level('sold', t('Margin sold'), sold, t('(signed value − planned cost) / signed value')),
    ...steps.filter(isShown).map(change),
    level('rebased', t('Re-based margin'), rebased, t('(contracted − planned cost, that of billed change orders included) / contracted')),
    ...losses.filter(isShown).map(change),
    level('atCompletion', t('Margin at completion'), atCompletion, t('(contracted − cost at completion) / contracted')),
  ];
}

const isShown = ({ cause, amount }: Bar): boolean => amount.amount !== 0 || cause === 'unexplained' || cause === 'billed change orders';

const change = (bar: Bar): WaterfallRow => ({
  key: bar.cause,
  name: CAUSE_NAMES[bar.cause],
  kind: 'change',
  amount: bar.amount,
  share: undefined,
  bar,
  about: '',
});

const level = (
  key: string,
  name: string,
  { amount, share }: { readonly amount: Money; readonly share: number | undefined },
  about: string,
): WaterfallRow => ({ key, name, kind: 'level', amount, share, bar: undefined, about });
