import type { FigureValue, Mismatch, MismatchSide } from '#shared/money/reconciliation';
import { figureField, type FigureName } from '#shared/records/external-figure';
import { PHASES } from '#shared/records/deal';
import { minorDigits } from '#shared/values/money';
import { dateText, moneyText, numberText } from '../text-of';
import { t } from '#shared/values/texts';

/** `close date` → `Close date`. */
export const figureLabel = (field: FigureName): string => field.charAt(0).toUpperCase() + field.slice(1);

export const sourceLabel = (source: MismatchSide['source']): string =>
  source === 'project tool' ? t('Project tool') : capitalised(source);

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A figure as people read it: `€48,000.00`, `120 h`, `12 Jun 2026`, `Kickoff` by the firm's own names. */
export function figureText(field: FigureName, value: FigureValue, phaseName: (phase: (typeof PHASES)[number]) => string): string {
  switch (value.kind) {
    case 'money':
      return moneyText(value.value);
    case 'quantity':
      return `${numberText(Math.round(value.value * 100) / 100)}${unitOf(field)}`;
    case 'day':
      return dateText(value.value);
    case 'stage': {
      const phase = PHASES.find((known) => known === value.value);
      return phase ? phaseName(phase) : value.value;
    }
  }
}

function unitOf(field: FigureName): string {
  const unit = figureField(field)?.unit;
  return unit === undefined ? '' : ` ${unit}`;
}

/** How far two sides are apart: `€2,000.00 (4 %)`, `9 days`, `4 points`; in words where it has no measure. */
export function differenceText({ field, a, difference, apart }: Mismatch): string {
  if (difference === undefined || apart === undefined) return a.value.kind === 'money' ? t('another currency') : t('not the same');
  const share = `${numberText(Math.round(apart * 10) / 10)} %`;
  if (a.value.kind === 'money') {
    const { currency } = a.value.value;
    return `${moneyText({ amount: Math.abs(difference), currency }, minorDigits(currency) === 0 ? 'whole' : 'exact')} (${share})`;
  }
  if (a.value.kind === 'day') return `${numberText(Math.abs(difference))} ${Math.abs(difference) === 1 ? t('day') : t('days')}`;
  const amount = numberText(Math.round(Math.abs(difference) * 100) / 100);
  return figureField(field)?.unit === '%' ? t('{{amount}} points', { amount }) : `${amount}${unitOf(field)} (${share})`;
}

/** The unit in which a tolerance is set. */
export function toleranceUnit(field: FigureName): string {
  const declared = figureField(field);
  if (declared?.kind === 'day') return 'days';
  return declared?.unit === '%' ? 'points' : '%';
}
