/** How far ahead another device's clock may be before it is taken to be wrong. */
export const MAX_DRIFT_MS = 5 * 60_000;

/** A hybrid logical time: milliseconds since 1970, and a counter for what happened within one of them. */
export interface Tick {
  readonly ms: number;
  readonly count: number;
}

const AT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)-([0-9a-f]{4})$/u;
const MAX_COUNT = 0xffff;

/** `2026-11-22T10:00:00.000Z-0003`: text order is time order. */
export const formatAt = ({ ms, count }: Tick): string => `${new Date(ms).toISOString()}-${count.toString(16).padStart(4, '0')}`;

/** Reads an `at`; undefined where it is not one or names a time that does not exist. */
export function parseAt(at: string): Tick | undefined {
  const [, instant, count] = AT.exec(at) ?? [];
  if (instant === undefined || count === undefined) return undefined;
  const ms = Date.parse(instant);
  if (Number.isNaN(ms) || new Date(ms).toISOString() !== instant) return undefined;
  return { ms, count: Number.parseInt(count, 16) };
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
