import type { MoneyValue } from '#shared/records/define-record';
import { moneyText } from './text-of';

interface MoneyTotalsProps {
  /** One amount for each currency; they are listed, never added. */
  readonly values: readonly MoneyValue[];
}

/** Sums in several currencies, beside each other, without cents. Nothing for none. */
export function MoneyTotals({ values }: MoneyTotalsProps) {
  if (values.length === 0) return null;
  return <span className="num">{values.map((value) => moneyText(value, 'whole')).join(' · ')}</span>;
}
