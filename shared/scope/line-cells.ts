import { parseField } from '../records/parse';
import { SCOPE_ORIGINS, SCOPE_STATUSES } from '../records/scope-line';
import { decimalOf, parseDecimal, type Decimal } from '../values/cell-numbers';
import { parseMoney } from '../values/money';
import { err, ok, type Result } from '../values/result';
import { currencyIn, type PastedField } from './paste-columns';
import { t } from '../values/texts';

/** What a cell leaves open. */
export interface CellStyle {
  /** What a price without a currency is in: the deal's. */
  readonly currency: string;
  /** How the reader writes numbers; settles what the cells themselves leave open, such as `1.234`. */
  readonly decimal: Decimal;
}

/** Cells of this field hold numbers. */
export const isNumeric = (field: PastedField): boolean => field === 'price' || field === 'plannedHours' || field === 'remainingHours';

/** A cell as it was typed into the editor: null for an empty one, or why it cannot be. */
export function readTyped(field: PastedField, typed: string, style: CellStyle): Result<unknown, string> {
  const cell = typed.trim();
  if (cell === '') return field === 'title' || field === 'status' ? err(t('It must not be empty.')) : ok(null);
  const decimal = isNumeric(field) ? decimalOf([withoutUnit(cell)]) : undefined;
  return readCell(field, cell, { ...style, decimal: decimal === '.' || decimal === ',' ? decimal : style.decimal });
}

/** What a cell that is not empty says, or why it cannot be read. */
export function readCell(field: PastedField, cell: string, { currency, decimal }: CellStyle): Result<unknown, string> {
  switch (field) {
    case 'price':
      return readPrice(cell, currency, decimal);
    case 'plannedHours':
    case 'remainingHours':
      return readHours(field, cell, decimal);
    case 'origin':
      return readChoice(t('Origin'), cell, SCOPE_ORIGINS, ORIGINS);
    case 'status':
      return readChoice(t('Status'), cell, SCOPE_STATUSES, STATUSES);
    default:
      return ok(cell);
  }
}

function readPrice(cell: string, currency: string, decimal: Decimal): Result<unknown, string> {
  const own = currencyIn(cell) ?? currency;
  const number = parseDecimal(cell, decimal);
  if (!number.ok) return err(t('Price: {{error}}', { error: number.error }));
  const price = parseMoney(number.value, own, { decimal: '.' });
  if (!price.ok) return err(t('Price: “{{cell}}” has more digits than {{own}} has.', { cell, own }));
  return price.value.amount < 0 ? err(t('Price: “{{cell}}” is negative. Give a discount as a concession.', { cell })) : ok(price.value);
}

function readHours(field: 'plannedHours' | 'remainingHours', cell: string, decimal: Decimal): Result<unknown, string> {
  if (/\d\s*(?:d|days?|pd|pt|mm)$/iu.test(cell)) return err(t('Hours: “{{cell}}” is not in hours.', { cell }));
  const number = parseDecimal(withoutUnit(cell), decimal);
  if (!number.ok) return err(t('Hours: {{error}}', { error: number.error }));
  const parsed = parseField('scopeLine', field, Number(number.value));
  return parsed.ok ? ok(parsed.value) : err(`${parsed.error.message}.`);
}

/** `8 h` → `8`. */
export const withoutUnit = (cell: string): string => cell.trim().replace(/\s*(?:h|hrs?|hours?|std\.?)$/iu, '');

function readChoice(
  label: string,
  cell: string,
  options: readonly string[],
  others: Readonly<Record<string, string>>,
): Result<string, string> {
  const asked = cell.toLowerCase().replace(/[\s_-]+/gu, ' ');
  const found = options.find((option) => option.toLowerCase().replace(/[\s_-]+/gu, ' ') === asked) ?? others[asked];
  return found ? ok(found) : err(t('{{label}}: “{{cell}}” is none of {{options}}.', { label, cell, options: options.join(', ') }));
}

const ORIGINS: Readonly<Record<string, string>> = {
  email: 'e-mail',
  mail: 'e-mail',
  call: 'verbal',
  meeting: 'verbal',
  offer: 'proposal',
  contract: 'SOW',
  // As they stand in German sheets, and on this app's German screens.
  angebot: 'proposal',
  vertrag: 'SOW',
  mündlich: 'verbal',
  anruf: 'verbal',
  telefonat: 'verbal',
  besprechung: 'verbal',
  annahme: 'assumption',
};
const STATUSES: Readonly<Record<string, string>> = {
  agreed: 'in',
  yes: 'in',
  out: 'negotiated away',
  removed: 'negotiated away',
  free: 'courtesy',
  option: 'optional',
  vorgeschlagen: 'proposed',
  enthalten: 'in',
  ja: 'in',
  vereinbart: 'in',
  kulanz: 'courtesy',
  kostenlos: 'courtesy',
  wegverhandelt: 'negotiated away',
  entfallen: 'negotiated away',
  gestrichen: 'negotiated away',
  fertig: 'done',
  erledigt: 'done',
};
