import type { Json } from '#shared/ledger/entry';
import type { Field, MoneyValue } from '#shared/records/define-record';
import { formatMoney, minorDigits, subtractMoney } from '#shared/values/money';
import { formatPercent, moneyRatio } from '#shared/values/percent';
import classes from './ReviewPanel.module.css';
import { spokenLocale } from '#shared/values/texts';

interface DeltaProps {
  readonly declared: Field | undefined;
  readonly from: Json | undefined;
  readonly to: Json | undefined;
}

/** How far a sum is from the one that everybody started from: `+€8,000, +20%`. Nothing between currencies. */
export function Delta({ declared, from, to }: DeltaProps) {
  if (declared?.kind !== 'money' || !isMoney(from) || !isMoney(to) || from.currency !== to.currency || from.amount === to.amount)
    return null;
  const away = subtractMoney(to, from);
  const isWhole = away.amount % 10 ** minorDigits(away.currency) === 0;
  const sign = away.amount > 0 ? '+' : '−';
  const size = { amount: Math.abs(away.amount), currency: away.currency };
  const ratio = moneyRatio(size, from);
  return (
    <span className={classes.delta}>
      {sign}
      {formatMoney(size, spokenLocale(), isWhole ? 'whole' : 'exact')}
      {ratio === undefined ? null : `, ${sign}${formatPercent(ratio, spokenLocale())}`}
    </span>
  );
}

const isMoney = (value: Json | undefined): value is MoneyValue & Json =>
  typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value;
