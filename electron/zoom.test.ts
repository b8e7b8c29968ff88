import { describe, expect, it } from 'vitest';
import { zoomAfter } from './zoom';

describe('zoom', () => {
  it('goes by half a level and back to actual size', () => {
    expect(zoomAfter(0, 'zoom.in')).toBe(0.5);
    expect(zoomAfter(0, 'zoom.out')).toBe(-0.5);
    expect(zoomAfter(2.5, 'zoom.reset')).toBe(0);
  });

  it('stops at levels -4 and 6', () => {
    expect(zoomAfter(6, 'zoom.in')).toBe(6);
    expect(zoomAfter(-4, 'zoom.out')).toBe(-4);
  });
});
