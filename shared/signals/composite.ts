import type { Signal } from './signal';

/** From how many true signals on a firm is losing margin at the handover (product.md §4). */
export const TRUE_SIGNALS = 3;

/** What the five come to. */
export interface Composite {
  readonly verdict: 'losing margin' | 'holding' | 'not enough data';
  readonly trueOnes: number;
  /** Those that are switched on and have enough data. */
  readonly withData: number;
}

/**
 * Three or more true of those with data: you are losing margin at the handover. With fewer than three that have data
 * nothing can be said, whatever they say.
 */
export function composite(signals: readonly Pick<Signal, 'state'>[]): Composite {
  const trueOnes = signals.filter(({ state }) => state === 'true').length;
  const withData = signals.filter(({ state }) => state === 'true' || state === 'false').length;
  if (trueOnes >= TRUE_SIGNALS) return { verdict: 'losing margin', trueOnes, withData };
  return { verdict: withData < TRUE_SIGNALS ? 'not enough data' : 'holding', trueOnes, withData };
}
