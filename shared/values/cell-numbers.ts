import { err, ok, type Result } from './result';
import { t } from './texts';

/** Which sign parts the whole from the fraction. */
export type Decimal = '.' | ',';

const CURRENCY_MARKS = /[€$£¥₹]|\b[A-Z]{3}\b/g;
/** Signs that group digits and nothing else: spaces of every width and the Swiss apostrophe. */
const GROUP_MARKS = /[\s\u00A0\u202F\u2009'’]/g;

/**
 * The decimal sign of a column, from all its values: a value with both signs settles it, so does a sign that stands twice
 * (it groups) or that is not followed by exactly three digits (it is decimal). `ambiguous` when every value reads both
 * ways, such as `1.234`; `undefined` when no value has a sign.
 */
export function decimalOf(values: readonly string[]): Decimal | 'ambiguous' | undefined {
  let points = 0;
  let commas = 0;
  let ambiguous = false;
  for (const value of values) {
    const found = decimalOfOne(bare(value));
    if (found === '.') points += 1;
    if (found === ',') commas += 1;
    ambiguous ||= found === 'ambiguous';
  }
  if (points + commas > 0) return commas > points ? ',' : '.';
  return ambiguous ? 'ambiguous' : undefined;
}

function decimalOfOne(text: string): Decimal | 'ambiguous' | undefined {
  const signs = [...text].filter((sign): sign is Decimal => sign === '.' || sign === ',');
  const last = signs.at(-1);
  if (!last) return undefined;
  const other = last === '.' ? ',' : '.';
  if (signs.includes(other)) return last;
  if (signs.length > 1) return other;
  return /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(text) ? 'ambiguous' : last;
}

/**
 * The number in a cell as plain decimal text (`-1234.50`), exact: no floating point on the way. Understands groups,
 * currency signs, accountants' brackets and a trailing minus. A value that can only be read with the other decimal sign
 * than its column is still read rightly (`125,000.50` in a column of commas).
 */
export function parseDecimal(cell: string, decimal: Decimal): Result<string, string> {
  const text = bare(cell);
  const own = decimalOfOne(text);
  const sign = own === '.' || own === ',' ? own : decimal;
  const [whole = '', fraction, ...more] = text.split(sign);
  const group = sign === '.' ? ',' : '.';
  const grouped = new RegExp(`^-?(\\d+|\\d{1,3}(\\${group}\\d{2,3})*\\${group}\\d{3})?$`);
  const holds = more.length === 0 && grouped.test(whole) && /^\d*$/.test(fraction ?? '') && /\d/.test(text);
  if (!holds) return err(t('“{{cell}}” is not a number.', { cell: cell.trim() }));
  const digits = whole.replaceAll(group, '');
  const before = digits === '' || digits === '-' ? `${digits}0` : digits;
  return ok(fraction ? `${before}.${fraction}` : before);
}

/** The cell without currency marks and spaces, brackets and trailing minus turned into a leading one. */
function bare(cell: string): string {
  const text = cell.replace(CURRENCY_MARKS, '').replace(GROUP_MARKS, '').replaceAll('\u2212', '-');
  const bracketed = /^\((.*)\)$/.exec(text)?.[1];
  if (bracketed !== undefined) return `-${bracketed}`;
  return text.endsWith('-') ? `-${text.slice(0, -1)}` : text.replace(/^\+/, '');
}
