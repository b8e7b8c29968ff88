import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { law } from '../test/law';
import { afterStop } from './crash-rule';

describe('a page that stopped', () => {
  it('starts over by itself the first and the second time', () => {
    expect(afterStop('crashed', [0])).toBe('reload');
    expect(afterStop('oom', [0, 10_000])).toBe('reload');
  });

  it('asks the third time within a minute, and again each time after that', () => {
    expect(afterStop('crashed', [0, 20_000, 59_999])).toBe('ask');
    expect(afterStop('crashed', [0, 20_000, 59_999, 70_000])).toBe('ask');
  });

  it('starts over once more when the other times are a minute past', () => {
    expect(afterStop('killed', [0, 20_000, 60_000])).toBe('reload');
    expect(afterStop('crashed', [0, 1, 2, 3, 3_600_000])).toBe('reload');
  });

  it('asks at once where the program cannot start, and lets be what was to end', () => {
    expect(afterStop('launch-failed', [0])).toBe('ask');
    expect(afterStop('integrity-failure', [0])).toBe('ask');
    expect(afterStop('clean-exit', [0, 1, 2])).toBe('leave');
  });
});

law(
  'however a page fails, it starts over by itself at most twice in any minute',
  fc.property(fc.array(fc.nat({ max: 30_000 }), { minLength: 1, maxLength: 60 }), (gaps) => {
    const stops: number[] = [];
    const reloads: number[] = [];
    for (const gap of gaps) {
      const at = (stops.at(-1) ?? 0) + gap;
      stops.push(at);
      if (afterStop('crashed', stops) === 'reload') reloads.push(at);
    }
    for (const at of reloads) expect(reloads.filter((other) => other <= at && at - other < 60_000).length).toBeLessThanOrEqual(2);
  }),
);
