import { err, ok, type Result } from './result';

/** An amount that cannot be separated from its currency: integer minor units and an ISO 4217 code. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** How a number is written: which sign parts the whole from the fraction. */
export interface NumberStyle {
  readonly decimal: '.' | ',';
}

/** Why a text is not an amount; `ambiguous` means that the number style must be asked for. */
export type MoneyProblem = { readonly problem: 'not a number' | 'ambiguous' | 'too precise' | 'too large'; readonly text: string };

// ISO 4217, not Intl: two machines with different locale data must agree on what a minor unit is.
const MINOR_DIGITS: ReadonlyMap<string, number> = new Map([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3] as const),
  ...'CLF UYW'.split(' ').map((code) => [code, 4] as const),
]);

/** Digits after the point of a currency (ISO 4217): 2 for EUR, 0 for JPY, 3 for KWD. */
export const minorDigits = (currency: string): number => MINOR_DIGITS.get(currency) ?? 2;

/** `money(4_800_000, 'EUR')` is € 48,000.00. Throws on an amount that is not a safe integer. */
export function money(amount: number, currency: string): Money {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Money needs a safe integer of minor units, got ${amount} ${currency}`);
  return { amount: amount === 0 ? 0 : amount, currency };
}

/** Sum of two amounts of one currency. Adding two currencies is a bug and throws. */
export const addMoney = (a: Money, b: Money): Money => money(a.amount + sameCurrency(a, b).amount, a.currency);

/** Difference of two amounts of one currency; throws where they differ. */
export const subtractMoney = (a: Money, b: Money): Money => money(a.amount - sameCurrency(a, b).amount, a.currency);

export const negateMoney = (value: Money): Money => money(-value.amount, value.currency);

/** Sum of any number of amounts of `currency`; zero for none. Throws on another currency. */
export const sumMoney = (values: Iterable<Money>, currency: string): Money => {
  let total = money(0, currency);
  for (const value of values) total = addMoney(total, value);
  return total;
};

/** One total per currency, by currency code. Two currencies are never added. */
export function totalsByCurrency(values: Iterable<Money>): readonly Money[] {
  const totals = new Map<string, Money>();
  for (const value of values) totals.set(value.currency, addMoney(totals.get(value.currency) ?? money(0, value.currency), value));
  return [...totals.values()].toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** Negative, zero or positive as `a` is less than, equal to or more than `b`. Throws on two currencies. */
export const compareMoney = (a: Money, b: Money): number => a.amount - sameCurrency(a, b).amount;

/**
 * `value × factor`, rounded once, half away from zero. The factor is taken as the decimal that it prints as, so
 * 0.50 × 1.15 is 0.58 and not what binary fractions make of it.
 */
export function multiplyMoney(value: Money, factor: number): Money {
  if (!Number.isFinite(factor)) throw new RangeError(`Cannot multiply money by ${factor}`);
  const { digits, scale } = decimalOf(factor);
  return money(Number(roundedQuotient(BigInt(value.amount) * digits, scale)), value.currency);
}

/** `value ÷ divisor`, rounded once, half away from zero; undefined ("n/a") for a divisor of zero. */
export function divideMoney(value: Money, divisor: number): Money | undefined {
  if (divisor === 0 || !Number.isFinite(divisor)) return undefined;
  const { digits, scale } = decimalOf(divisor);
  return money(Number(roundedQuotient(BigInt(value.amount) * scale, digits)), value.currency);
}

/** `value × part ÷ whole`, exact and rounded once, half away from zero; undefined ("n/a") for a whole of zero. */
export function shareOfMoney(value: Money, part: number, whole: number): Money | undefined {
  if (whole === 0) return undefined;
  return money(Number(roundedQuotient(BigInt(value.amount) * BigInt(part), BigInt(whole))), value.currency);
}

/**
 * Splits `value` in proportion to `weights` (≥ 0; all zero means equally), to the cent: the parts always sum to the
 * whole. What rounding leaves over goes to the largest remainders, earlier parts first.
 */
export function allocateMoney(value: Money, weights: readonly number[]): readonly Money[] {
  if (weights.length === 0 || weights.some((weight) => !(weight >= 0 && Number.isFinite(weight)))) {
    throw new RangeError('Allocation needs one or more finite weights of zero or more');
  }
  const exact = commonScale(weights.every((weight) => weight === 0) ? weights.map(() => 1) : weights);
  const total = exact.reduce((sum, weight) => sum + weight, 0n);
  const sign = value.amount < 0 ? -1n : 1n;
  const whole = BigInt(value.amount) * sign;
  const shares = exact.map((weight) => ({ share: (whole * weight) / total, rest: (whole * weight) % total }));
  let left = whole - shares.reduce((sum, part) => sum + part.share, 0n);
  const byRest = shares.toSorted((a, b) => (a.rest === b.rest ? 0 : a.rest > b.rest ? -1 : 1));
  for (const part of byRest) {
    if (left === 0n) break;
    part.share += 1n;
    left -= 1n;
  }
  return shares.map((part) => money(Number(part.share * sign), value.currency));
}

/**
 * Reads an amount as people and exports write it: `€ 48.000,50`, `1,234.56`, `(1 234,00)`, `1'234.50-`.
 * Without `style`, a text such as `1,234` that could be read two ways is `ambiguous`.
 */
export function parseMoney(text: string, currency: string, style?: NumberStyle): Result<Money, MoneyProblem> {
  const refuse = (problem: MoneyProblem['problem']) => err({ problem, text });
  const bare = withoutCurrency(text.replace(/[\s\u00a0\u202f'’_]/gu, ''));
  const shape = /^(?<open>\()?(?<minus>[-−+])?(?<body>[\d.,]*\d[\d.,]*)(?<late>[-−])?(?<close>\))?$/u.exec(bare)?.groups;
  if (!shape?.['body'] || Boolean(shape['open']) !== Boolean(shape['close'])) return refuse('not a number');
  const decimal = style?.decimal ?? decimalSign(shape['body']);
  if (decimal === 'ambiguous') return refuse('ambiguous');
  const [whole = '', fraction = '', ...more] = shape['body'].split(decimal);
  const group = decimal === '.' ? ',' : '.';
  if (more.length > 0 || fraction.includes(group) || !groupedByThree(whole, group)) return refuse('not a number');
  const digits = minorDigits(currency);
  if (/[1-9]/u.test(fraction.slice(digits))) return refuse('too precise');
  const amount = Number(whole.replaceAll(group, '') + fraction.slice(0, digits).padEnd(digits, '0'));
  if (!Number.isSafeInteger(amount)) return refuse('too large');
  const negative = shape['open'] !== undefined || shape['late'] !== undefined || /[-−]/u.test(shape['minus'] ?? '');
  return ok(money(negative ? -amount : amount, currency));
}

const formats = new Map<string, Intl.NumberFormat>();

/** `formatMoney({amount: 4800000, currency: 'EUR'}, 'en')` is `€48,000.00`; `whole` leaves out the minor units. */
export function formatMoney(value: Money, locale: string, precision: 'exact' | 'whole' = 'exact'): string {
  const digits = precision === 'whole' ? 0 : minorDigits(value.currency);
  const key = `${locale} ${value.currency} ${digits}`;
  let format = formats.get(key);
  if (!format) {
    format = currencyFormat(locale, value.currency, digits);
    formats.set(key, format);
  }
  return format.format(value.amount / 10 ** minorDigits(value.currency));
}

/** Takes `EUR`, `€`, `US$` or `$US` from either end, inside the sign or outside of it. */
const withoutCurrency = (text: string): string =>
  text
    .replace(/^([(+−-]?)(?:[A-Z]{3}|[A-Z]{0,2}\p{Sc}[A-Z]{0,2})/u, '$1')
    .replace(/(?:[A-Z]{3}|[A-Z]{0,2}\p{Sc}[A-Z]{0,2})([)−-]?)$/u, '$1');

function currencyFormat(locale: string, currency: string, digits: number): Intl.NumberFormat {
  const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  // Intl throws on what is not three letters; an imported code must still be shown.
  if (/^[A-Za-z]{3}$/u.test(currency)) return new Intl.NumberFormat(locale, { style: 'currency', currency, ...fraction });
  return new Intl.NumberFormat(locale, fraction);
}

function sameCurrency(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new TypeError(`Two currencies are never added: ${a.currency} and ${b.currency}`);
  return b;
}

/** A finite number as the exact fraction `digits / scale` that its shortest decimal text means. */
function decimalOf(value: number): { readonly digits: bigint; readonly scale: bigint } {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const places = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return places >= 0 ? { digits, scale: 10n ** BigInt(places) } : { digits: digits * 10n ** BigInt(-places), scale: 1n };
}

function commonScale(weights: readonly number[]): readonly bigint[] {
  const decimals = weights.map(decimalOf);
  const scale = decimals.reduce((most, weight) => (weight.scale > most ? weight.scale : most), 1n);
  return decimals.map((weight) => weight.digits * (scale / weight.scale));
}

function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  const sign = numerator < 0n === denominator < 0n ? 1n : -1n;
  const [n, d] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator];
  return sign * ((2n * n + d) / (2n * d));
}

/** The last of two different signs parts the fraction; one sign alone, before exactly three digits, could be either. */
function decimalSign(body: string): '.' | ',' | 'ambiguous' {
  const [dot, comma] = [body.lastIndexOf('.'), body.lastIndexOf(',')];
  if (dot >= 0 && comma >= 0) return dot > comma ? '.' : ',';
  const sign = dot >= 0 ? '.' : ',';
  const at = Math.max(dot, comma);
  if (at < 0) return '.';
  if (body.indexOf(sign) !== at) return sign === '.' ? ',' : '.';
  return body.length - at === 4 && at > 0 && at <= 3 && body[0] !== '0' ? 'ambiguous' : sign;
}

const groupedByThree = (whole: string, group: string): boolean => {
  const [first = '', ...rest] = whole.split(group);
  return rest.length === 0 || (first.length >= 1 && first.length <= 3 && rest.every((part) => part.length === 3));
};
