/** An amount of money as it stands in a text: whole units, and the currency where one is named. */
export interface Amount {
  readonly value: number;
  readonly currency?: string;
  /** Where it stands, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

const CURRENCIES: Readonly<Record<string, string>> = {
  '€': 'EUR',
  eur: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  $: 'USD',
  usd: 'USD',
  dollar: 'USD',
  dollars: 'USD',
  '£': 'GBP',
  gbp: 'GBP',
  pound: 'GBP',
  pounds: 'GBP',
  chf: 'CHF',
  francs: 'CHF',
  franken: 'CHF',
};

const SCALES: Readonly<Record<string, number>> = {
  k: 1_000,
  thousand: 1_000,
  tausend: 1_000,
  tsd: 1_000,
  m: 1_000_000,
  mio: 1_000_000,
  million: 1_000_000,
  millions: 1_000_000,
  millionen: 1_000_000,
};

const SIGN = '€|\\$|£|(?:EUR|USD|GBP|CHF|euros?|dollars?|pounds?|francs|franken)\\b';
const NUMBER = "\\d{1,3}(?:[.,\\u00a0\\u202f'’ ]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?";
const MONEY = new RegExp(
  `(?:(${SIGN})\\s*)?(?<![\\p{L}\\d.,])(${NUMBER})(?!\\d)(?:\\s?(k|m|mio|tsd)\\b\\.?|\\s(thousand|tausend|millions?|millionen)\\b)?(?:\\s*(${SIGN}))?`,
  'giu',
);

/** Every amount in a text, however it is written: `€ 40,000`, `40 000 EUR`, `40.000 €`, `40k`. Bare small numbers are no amounts. */
export function amountsIn(text: string): readonly Amount[] {
  const amounts: Amount[] = [];
  for (const found of text.matchAll(MONEY)) {
    const [whole, before, digits = '', short, long, after] = found;
    const sign = before ?? after;
    const scale = SCALES[(short ?? long ?? '').toLowerCase()] ?? 1;
    const value = numberOf(digits) * scale;
    if (sign === undefined && value < 1_000) continue;
    if (sign === undefined && scale === 1 && !/\D/u.test(digits) && digits.length < 5) continue;
    const currency = sign === undefined ? undefined : CURRENCIES[sign.toLowerCase()];
    amounts.push({ value, ...(currency && { currency }), start: found.index, end: found.index + whole.trimEnd().length });
  }
  return amounts;
}

/** Whether two writings can mean the same money: equal figures, and no two currencies. */
export const sameAmount = (a: Pick<Amount, 'value' | 'currency'>, b: Pick<Amount, 'value' | 'currency'>): boolean =>
  a.value === b.value && (a.currency === undefined || b.currency === undefined || a.currency === b.currency);

/** `40,000`, `40.000`, `40 000.50`: a sign before exactly three digits parts thousands, the last one before fewer a fraction. */
function numberOf(digits: string): number {
  const fraction = /[.,](\d{1,2})$/u.exec(digits);
  const whole = fraction ? digits.slice(0, fraction.index) : digits;
  return Number(whole.replace(/\D/gu, '')) + (fraction ? Number(fraction[1]) / 10 ** (fraction[1] ?? '').length : 0);
}

const WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const WORTE =
  'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig'.split(
    ' ',
  );
const TENS: Readonly<Record<string, number>> = {
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
};
const ZEHNER: Readonly<Record<string, number>> = {
  dreissig: 30,
  vierzig: 40,
  funfzig: 50,
  sechzig: 60,
  siebzig: 70,
  achtzig: 80,
  neunzig: 90,
  hundert: 100,
};

const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...WORDS.map((word, value) => [word, value] as const),
  ...WORTE.map((word, value) => [word.normalize('NFD').replace(/\p{M}/gu, ''), value] as const),
  ...Object.entries(TENS),
  ...Object.entries(ZEHNER),
  ['once', 1] as const,
  ['twice', 2] as const,
]);

/** The number that a folded word is: 12 for `12`, `twelve` and `zwolf`. */
export function numberWord(word: string): number | undefined {
  return /^\d{1,6}$/u.test(word) ? Number(word) : NUMBER_WORDS.get(word);
}

/** Every folded word for a number. */
export function wordsOfNumber(value: number): readonly string[] {
  return [String(value), ...[...NUMBER_WORDS].flatMap(([word, number]) => (number === value ? [word] : []))];
}
