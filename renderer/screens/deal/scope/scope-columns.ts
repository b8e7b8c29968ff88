import type { ScopeLine } from '#shared/records/registry';
import { SCOPE_ORIGINS, SCOPE_STATUSES } from '#shared/records/scope-line';
import type { Decimal } from '#shared/values/cell-numbers';
import { minorDigits } from '#shared/values/money';
import { sentence } from '../../../components/FieldValue';
import { moneyText, numberText } from '../../../components/text-of';
import { spokenLocale } from '#shared/values/texts';
import { t } from '#shared/values/texts';

/** The fields that the table shows and edits; the longer texts stand in the panel. */
export type CellField = 'title' | 'plannedHours' | 'remainingHours' | 'role' | 'price' | 'origin' | 'status';

export interface ScopeColumn {
  readonly field: CellField;
  readonly header: string;
  /** Least width in pixels. */
  readonly width: number;
  readonly grow?: true;
  readonly align?: 'end';
  readonly options?: readonly string[];
  /** Width of the table, in pixels, from which the column is shown; always when left out. */
  readonly shownFrom?: number;
}

const COLUMNS: readonly ScopeColumn[] = [
  { field: 'title', header: t('Title'), width: 170, grow: true },
  { field: 'plannedHours', header: t('Hours'), width: 66, align: 'end' },
  { field: 'remainingHours', header: t('Remaining'), width: 84, align: 'end', shownFrom: 560 },
  { field: 'role', header: t('Role'), width: 132, shownFrom: 720 },
  { field: 'price', header: t('Price'), width: 100, align: 'end' },
  { field: 'origin', header: t('Origin'), width: 96, options: SCOPE_ORIGINS, shownFrom: 640 },
  { field: 'status', header: t('Status'), width: 126, options: SCOPE_STATUSES, shownFrom: 500 },
];

/** What is shown in a table of this width. What remains to be done is a matter of work that was signed. */
export function columnsFor(width: number, isSigned: boolean): readonly ScopeColumn[] {
  return COLUMNS.filter(({ field, shownFrom = 0 }) => width >= shownFrom && (isSigned || field !== 'remainingHours'));
}

/** A value as the table shows it. */
export function cellText(line: ScopeLine, field: CellField): string {
  switch (field) {
    case 'plannedHours':
    case 'remainingHours':
      return line[field] === undefined ? '' : numberText(line[field]);
    case 'price':
      return line.price ? moneyText(line.price, line.price.amount % 10 ** minorDigits(line.price.currency) === 0 ? 'whole' : 'exact') : '';
    case 'origin':
    case 'status':
      return sentence(line[field] ?? '');
    case 'title':
    case 'role':
      return line[field] ?? '';
  }
}

/** How this person writes numbers. */
export const DECIMAL: Decimal = new Intl.NumberFormat(spokenLocale()).format(1.5).includes(',') ? ',' : '.';

/** A value as it is typed: the same, without what only makes it easy to read. */
export function typedText(line: ScopeLine, field: CellField): string {
  if (field === 'price') {
    if (!line.price) return '';
    const digits = minorDigits(line.price.currency);
    return (line.price.amount / 10 ** digits).toFixed(line.price.amount % 10 ** digits === 0 ? 0 : digits).replace('.', DECIMAL);
  }
  const value = line[field];
  return typeof value === 'number' ? String(value).replace('.', DECIMAL) : (value ?? '');
}
