import type { MoneyValue } from '#shared/records/define-record';
import { moneyText } from './text-of';

interface MoneyTextProps {
  readonly value: MoneyValue | undefined;
  /** Without cents, for places where size matters more than the last digit. */
  readonly whole?: boolean;
}

/** An amount with its currency, in the person's locale. Nothing for no amount. */
export function MoneyText({ value, whole = false }: MoneyTextProps) {
  if (!value) return null;
  return <span className="num">{moneyText(value, whole ? 'whole' : 'exact')}</span>;
}
