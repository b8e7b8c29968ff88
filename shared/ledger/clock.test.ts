import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../test/law';
import { formatAt, MAX_DRIFT_MS, observe, parseAt, tick } from './clock';

const aMoment = fc.record({
  ms: fc.integer({ min: Date.UTC(1970, 0), max: Date.UTC(9999, 11, 31) }),
  count: fc.integer({ min: 0, max: 0xffff }),
});

describe('hybrid logical clock', () => {
  law(
    'a time reads back as it was written, and text order is time order',
    fc.property(aMoment, aMoment, (a, b) => {
      expect(parseAt(formatAt(a))).toEqual(a);
      const inTime = a.ms - b.ms || a.count - b.count;
      expect(Math.sign(inTime)).toBe(formatAt(a) < formatAt(b) ? -1 : formatAt(a) > formatAt(b) ? 1 : 0);
    }),
  );

  law(
    'a device never gives a time twice or goes back, whatever its own clock does',
    fc.property(fc.array(aMoment, { minLength: 1, maxLength: 20 }), (clock) => {
      let last: string | undefined;
      for (const { ms } of clock) {
        const next = tick(last, ms);
        if (last !== undefined) expect(next > last).toBe(true);
        expect(parseAt(next)?.ms).toBeGreaterThanOrEqual(ms);
        last = next;
      }
    }),
  );

  law(
    'a clock more than five minutes ahead does not drag ours; any other moves it forward, never back',
    fc.property(aMoment, aMoment, aMoment, (own, remote, { ms: now }) => {
      const moved = observe(formatAt(own), formatAt(remote), now);
      const isWrong = remote.ms > now + MAX_DRIFT_MS;
      const later = formatAt(remote) > formatAt(own) ? formatAt(remote) : formatAt(own);
      expect(moved).toBe(isWrong ? formatAt(own) : later);
    }),
  );

  law(
    'what does not name a time that exists is no time',
    fc.property(
      fc.constantFrom('2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '1900-02-29', '2026-1-01', '20260101'),
      fc.constantFrom('T10:00:00.000Z-0000', 'T24:00:00.000Z-0000', ' 10:00:00.000Z-0000'),
      (day, time) => {
        expect(parseAt(day + time)).toBeUndefined();
      },
    ),
  );

  test('hours, counters and signs out of range are no time; a leap day is', () => {
    for (const at of [
      '2026-01-05T24:00:00.000Z-0000',
      '2026-01-05T10:60:00.000Z-0000',
      '2026-01-05T10:00:00.000Z-00G0',
      '2026-01-05T10:00:00.000Z',
    ]) {
      expect(parseAt(at)).toBeUndefined();
    }
    expect(parseAt('2028-02-29T10:00:00.000Z-000a')).toEqual({ ms: Date.UTC(2028, 1, 29, 10), count: 10 });
  });

  test('after 65,536 entries within one millisecond the clock goes on to the next', () => {
    expect(tick('2026-01-05T09:00:00.000Z-ffff', Date.UTC(2026, 0, 5, 9))).toBe('2026-01-05T09:00:00.001Z-0000');
  });
});
