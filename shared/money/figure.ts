import type { RecordId } from '../ledger/entry';
import { sumMoney, type Money } from '../values/money';
import { t } from '../values/texts';

/** A sum with the records that make it up, so that it can be opened. Undefined is "n/a": it cannot be known. */
export interface Figure {
  readonly value: Money | undefined;
  readonly records: readonly RecordId[];
}

/** A figure that always has a value. */
export interface Sum extends Figure {
  readonly value: Money;
}

/** What stands on the deal and is in none of its figures, and why. `reason` is fit to show. */
export interface NotCounted {
  readonly record: RecordId;
  readonly reason: string;
}

/** One part of a sum: what a record adds to it. */
export interface Part {
  readonly record: RecordId;
  readonly value: Money;
}

/** The sum of parts in one currency. */
export const sumOf = (parts: readonly Part[], currency: string): Sum => ({
  value: sumMoney(
    parts.map(({ value }) => value),
    currency,
  ),
  records: parts.map(({ record }) => record),
});

/** A figure nobody can know, with what it would rest on. */
export const notKnown = (records: readonly RecordId[] = []): Figure => ({ value: undefined, records });

/** Why a sum in another currency is left out. */
export const inOtherCurrency = ({ currency }: Money): string => t('in {{currency}}', { currency });

/** Parts in `currency`; what is in another one is noted in `left` and never added. */
export function inCurrency(parts: readonly Part[], currency: string, left: NotCounted[]): readonly Part[] {
  return parts.filter(({ record, value }) => {
    if (value.currency === currency) return true;
    left.push({ record, reason: inOtherCurrency(value) });
    return false;
  });
}
