import { addDays, addMonths, isDate, type CalendarDate } from '../values/calendar';
import { foldWord } from '../values/words';

/** Days between which something was said, both included, and the words of the claim that say so. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly said: string;
}

interface Found extends Period {
  readonly start: number;
  readonly end: number;
}

const MONTHS = [
  ['january', 'jan', 'januar', 'janner'],
  ['february', 'feb', 'februar'],
  ['march', 'mar', 'marz'],
  ['april', 'apr'],
  ['may', 'mai'],
  ['june', 'jun', 'juni'],
  ['july', 'jul', 'juli'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['october', 'oct', 'oktober', 'okt'],
  ['november', 'nov'],
  ['december', 'dec', 'dezember', 'dez'],
] as const;
const MONTH_OF = new Map(MONTHS.flatMap((names, at) => names.map((name) => [name as string, at + 1] as const)));
const MONTH_WORD =
  '(?:jan(?:uary|uar)?|jänner|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)';

/** First month of each season, as people in the northern half speak of it. */
const SEASONS: Readonly<Record<string, number>> = {
  spring: 3,
  fruhling: 3,
  fruhjahr: 3,
  summer: 6,
  sommer: 6,
  autumn: 9,
  fall: 9,
  herbst: 9,
  winter: 12,
};

type Reading = readonly [
  pattern: RegExp,
  read: (parts: readonly string[], today: CalendarDate) => readonly [CalendarDate, CalendarDate] | undefined,
];

const pad = (value: number): string => String(value).padStart(2, '0');
const day = (year: number, month: number, date: number): CalendarDate => `${year}-${pad(month)}-${pad(date)}`;
const oneDay = (date: CalendarDate) => (isDate(date) ? ([date, date] as const) : undefined);
const monthOf = (year: number, month: number) => monthsFrom(day(year, month, 1), 1);
const monthsFrom = (first: CalendarDate, months: number) => [first, addDays(addMonths(first, months), -1)] as const;
const yearOf = (date: CalendarDate): number => Number(date.slice(0, 4));
const numberOfMonth = (word = ''): number => MONTH_OF.get(foldWord(word)) ?? 1;

/** The last such time that has begun by today: what people mean by "in March" without a year. */
function latest(today: CalendarDate, inYear: (year: number) => readonly [CalendarDate, CalendarDate] | undefined) {
  const now = inYear(yearOf(today));
  return now && now[0] <= today ? now : inYear(yearOf(today) - 1);
}

const READINGS: readonly Reading[] = [
  [/\b(\d{4}-\d{2}-\d{2})\b/giu, ([, iso = '']) => oneDay(iso)],
  [/\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b/giu, ([, d, m, y]) => oneDay(day(Number(y), Number(m), Number(d)))],
  [
    new RegExp(`\\b(?:on|am)\\s+(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+(?:of\\s+)?(${MONTH_WORD})\\b\\.?(?:,?\\s+(\\d{4}))?`, 'giu'),
    ([, d, m, y], today) =>
      y ? oneDay(day(Number(y), numberOfMonth(m), Number(d))) : latest(today, (year) => oneDay(day(year, numberOfMonth(m), Number(d)))),
  ],
  [
    new RegExp(`\\bon\\s+(${MONTH_WORD})\\b\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?:,?\\s+(\\d{4}))?`, 'giu'),
    ([, m, d, y], today) =>
      y ? oneDay(day(Number(y), numberOfMonth(m), Number(d))) : latest(today, (year) => oneDay(day(year, numberOfMonth(m), Number(d)))),
  ],
  [
    new RegExp(
      `\\b(?:in|im|during|last|letzten)\\s+(?:early\\s+|late\\s+|anfang\\s+|ende\\s+)?(${MONTH_WORD})\\b\\.?(?:\\s+(?:of\\s+)?(\\d{4}))?`,
      'giu',
    ),
    ([, m, y], today) => (y ? monthOf(Number(y), numberOfMonth(m)) : latest(today, (year) => monthOf(year, numberOfMonth(m)))),
  ],
  [
    /\b(?:in|im|last|letzten?|letztes|this|diesen?|dieses)\s+(?:the\s+)?(spring|summer|autumn|fall|winter|frühling|frühjahr|sommer|herbst)\b(?:\s+(?:of\s+)?(\d{4}))?/giu,
    ([, season = '', y], today) => {
      const inYear = (year: number) => monthsFrom(day(year, SEASONS[foldWord(season)] ?? 1, 1), 3);
      return y ? inYear(Number(y)) : latest(today, inYear);
    },
  ],
  [/\b(?:last|letztes)\s+(?:year|jahr)\b/giu, (_, today) => [day(yearOf(today) - 1, 1, 1), day(yearOf(today) - 1, 12, 31)]],
  [/\b(?:last|letzten)\s+(?:month|monat)\b/giu, (_, today) => monthsFrom(addMonths(`${today.slice(0, 7)}-01`, -1), 1)],
  [/\b(?:in|during)\s+((?:19|20)\d{2})\b/giu, ([, y]) => [day(Number(y), 1, 1), day(Number(y), 12, 31)]],
];

/** What makes a date part of the promise and not the day on which it was given: "by May", "bis Mai". */
const DEADLINE = /\b(?:by|until|till|before|from|after|since|within|bis|vor|ab|nach|seit|spätestens)\s+(?:the\s+)?$/iu;

/** When the claim says that it was said, where it does. Days without a year are the latest that have come. */
export function periodIn(text: string, today: CalendarDate): (Found & Period) | undefined {
  for (const [pattern, read] of READINGS) {
    for (const found of text.matchAll(pattern)) {
      if (DEADLINE.test(text.slice(0, found.index))) continue;
      const days = read(found, today);
      if (days) return { from: days[0], to: days[1], said: found[0], start: found.index, end: found.index + found[0].length };
    }
  }
  return undefined;
}
