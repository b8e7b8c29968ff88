/** How far ahead another device's clock may be before it is taken to be wrong. */
export const MAX_DRIFT_MS = 5 * 60_000;

/** A hybrid logical time: milliseconds since 1970, and a counter for what happened within one of them. */
export interface Tick {
  readonly ms: number;
  readonly count: number;
}

const MAX_COUNT = 0xffff;

/** `2026-11-22T10:00:00.000Z-0003`: text order is time order. */
export function formatAt({ ms, count }: Tick): string {
  if (ms !== lastMs) {
    lastInstant = new Date(ms).toISOString();
    lastMs = ms;
  }
  return `${lastInstant}-${count.toString(16).padStart(4, '0')}`;
}

// An import writes thousands of entries within one millisecond.
let lastMs = Number.NaN;
let lastInstant = '';

const SHAPE = '0000-00-00T00:00:00.000Z-';

/**
 * Reads an `at`; undefined where it is not one or names a time that does not exist. Digit by digit: every entry that
 * arrives passes here twice.
 */
export function parseAt(at: string): Tick | undefined {
  if (at.length !== SHAPE.length + 4) return undefined;
  for (let place = 0; place < SHAPE.length; place += 1) {
    const sign = SHAPE.charCodeAt(place);
    if (sign === ZERO ? !isDigit(at.charCodeAt(place)) : sign !== at.charCodeAt(place)) return undefined;
  }
  const count = hexNumber(at, SHAPE.length);
  const [year, month, day] = [number(at, 0, 4), number(at, 5, 2), number(at, 8, 2)];
  const [hour, minute, second] = [number(at, 11, 2), number(at, 14, 2), number(at, 17, 2)];
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) && hour < 24 && minute < 60 && second < 60;
  if (count === undefined || !exists) return undefined;
  return { ms: epochDay(year, month, day) * 86_400_000 + ((hour * 60 + minute) * 60 + second) * 1000 + number(at, 20, 3), count };
}

/** The instant of an `at`, without the counter. */
export const instantOfAt = (at: string): string => at.slice(0, 24);

/**
 * The next time this device gives: later than every time it gave or observed (`last`), and not before its own clock.
 * A clock that was set back therefore never puts an entry before the one it follows.
 */
export function tick(last: string | undefined, nowMs: number): string {
  const before = last === undefined ? undefined : parseAt(last);
  if (!before || nowMs > before.ms) return formatAt({ ms: nowMs, count: 0 });
  if (before.count < MAX_COUNT) return formatAt({ ms: before.ms, count: before.count + 1 });
  return formatAt({ ms: before.ms + 1, count: 0 });
}

/**
 * LAW 3, the clock's part: a remote clock more than five minutes ahead does not drag ours; any other time that was
 * seen moves ours forward, so that what is written with it in view also reads as later.
 */
export function observe(last: string | undefined, remote: string, nowMs: number): string | undefined {
  const seen = parseAt(remote);
  if (!seen || seen.ms > nowMs + MAX_DRIFT_MS) return last;
  return last === undefined || remote > last ? remote : last;
}

const ZERO = 48;
const isDigit = (code: number): boolean => code >= ZERO && code <= ZERO + 9;

function number(text: string, from: number, length: number): number {
  let value = 0;
  for (let place = from; place < from + length; place += 1) value = value * 10 + text.charCodeAt(place) - ZERO;
  return value;
}

/** Four lower-case hex digits. */
function hexNumber(text: string, from: number): number | undefined {
  let value = 0;
  for (let place = from; place < from + 4; place += 1) {
    const digit = HEX.indexOf(text.charAt(place));
    if (digit < 0) return undefined;
    value = value * 16 + digit;
  }
  return value;
}

const HEX = '0123456789abcdef';
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year: number, month: number): number => (month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);

/** Days since 1970-01-01 in the Gregorian calendar: years counted from March, so that the leap day comes last. */
function epochDay(year: number, month: number, day: number): number {
  const fromMarch = month > 2 ? year : year - 1;
  const era = Math.floor(fromMarch / 400);
  const yearOfEra = fromMarch - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}
