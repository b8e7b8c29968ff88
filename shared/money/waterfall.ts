import type { RecordId } from '../ledger/entry';
import type { CalendarDateText } from '../records/define-record';
import type { Money } from '../values/money';

/** From the margin sold to the re-based margin: what was agreed anew. */
export const STEP_CAUSES = ['signed value', 'billed change orders', 'concessions'] as const;
/** From the re-based margin to the margin at completion: what it cost more than planned. */
export const LOSS_CAUSES = [
  'commitments',
  'absorbed change orders',
  'effort',
  'rates',
  'rework',
  'reconstruction',
  'write-offs',
  'external',
  'unexplained',
] as const;
export type StepCause = (typeof STEP_CAUSES)[number];
export type LossCause = (typeof LOSS_CAUSES)[number];

/** One cause within a bar: a commitment, a change order, a scope line, a ticket, an expense. */
export interface BarItem {
  /** What caused it; the deal where nothing nearer is known. */
  readonly record: RecordId;
  /** Negative: margin lost. */
  readonly amount: Money;
  /** Of hours: how many. */
  readonly hours?: number;
  /** The day of the cause; undefined where nobody noted one. */
  readonly at: CalendarDateText | undefined;
  /** The records behind the amount. */
  readonly records: readonly RecordId[];
}

export interface Bar<C extends string = StepCause | LossCause> {
  readonly cause: C;
  /** Negative: margin lost; positive: margin won. The sum of its items. */
  readonly amount: Money;
  /** Percent points of contracted; undefined ("n/a") where that is zero. */
  readonly points: number | undefined;
  /** The first day of its causes. */
  readonly at: CalendarDateText | undefined;
  /** The largest first. */
  readonly items: readonly BarItem[];
  readonly records: readonly RecordId[];
}

/** A margin where the waterfall stands still. */
export interface Level {
  readonly amount: Money;
  readonly share: number | undefined;
}

/** Where the margin went. `sold` + steps = `rebased`; `rebased` + losses = `atCompletion`; both to the cent. */
export interface Waterfall {
  readonly currency: string;
  readonly contracted: Money;
  /** `of`: the signed value that it is a share of. */
  readonly sold: Level & { readonly of: Money; readonly isFrozen: boolean };
  readonly steps: readonly Bar<StepCause>[];
  readonly rebased: Level;
  /** Every cause, also those that cost nothing; `unexplained` is the last. */
  readonly losses: readonly Bar<LossCause>[];
  readonly atCompletion: Level;
  readonly unexplained: Bar<'unexplained'>;
  /** |unexplained| ÷ |re-based − at completion|; undefined where both are zero. */
  readonly unexplainedShare: number | undefined;
  /** More than a fifth of the difference has no cause that the records name. */
  readonly warns: boolean;
}

/** Why there is no waterfall; fit to show. */
export interface NoWaterfall {
  readonly message: string;
}
