import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openAt, type Rectangle } from './window-place';

const LAPTOP: Rectangle = { x: 0, y: 25, width: 1440, height: 875 };
const MONITOR: Rectangle = { x: 1440, y: 0, width: 2560, height: 1400 };
const left = { bounds: { x: 1600, y: 100, width: 1800, height: 1000 }, maximized: false };

describe('where a window opens', () => {
  it('is where it was left, on the screen where it was left', () => {
    expect(openAt(left, [LAPTOP, MONITOR])).toEqual(left);
  });

  it('is the first screen when the one it was on is unplugged', () => {
    expect(openAt(left, [LAPTOP]).bounds).toEqual({ x: 0, y: 25, width: 1440, height: 875 });
  });

  it('is the middle of the first screen the first time', () => {
    expect(openAt(undefined, [MONITOR]).bounds).toEqual({ x: 2000, y: 250, width: 1440, height: 900 });
  });

  it('stays maximized on another screen', () => {
    expect(openAt({ ...left, maximized: true }, [LAPTOP]).maximized).toBe(true);
  });

  it('law: the title bar can always be grabbed', () => {
    const size = fc.integer({ min: 200, max: 8000 });
    const bounds = fc.record({
      x: fc.integer({ min: -9000, max: 9000 }),
      y: fc.integer({ min: -9000, max: 9000 }),
      width: size,
      height: size,
    });
    fc.assert(
      fc.property(bounds, fc.boolean(), (remembered, maximized) => {
        const { bounds: place } = openAt({ bounds: remembered, maximized }, [LAPTOP, MONITOR]);
        const reachable = [LAPTOP, MONITOR].some(
          (area) =>
            place.x + place.width >= area.x + 120 &&
            place.x <= area.x + area.width - 120 &&
            place.y >= area.y &&
            place.y <= area.y + area.height - 32,
        );
        expect(reachable).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
