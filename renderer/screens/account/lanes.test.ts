import { describe, expect, it } from 'vitest';
import { timelineOf, type LaneDeal } from './lanes';

const today = '2026-11-22';
const relaunch: LaneDeal = { id: 'deal:a', department: 'Sales', begins: '2026-01-10', signed: '2026-06-12', ends: '2027-03-31' };
const support: LaneDeal = { id: 'deal:b', department: 'Sales', begins: '2027-05-01', ends: '2027-09-30' };
const platform: LaneDeal = { id: 'deal:c', department: '', begins: '2026-05-11', expected: '2027-01-15', ends: '2027-02-01' };

describe('deals as lanes', () => {
  it('gives each department of the client a lane, those without one last', () => {
    const { lanes } = timelineOf([platform, relaunch, { ...support, department: 'Finance' }], today);
    expect(lanes.map((lane) => lane.department)).toEqual(['Finance', 'Sales', '']);
  });

  it('puts deals that follow each other on one line and deals that overlap on two', () => {
    expect(timelineOf([relaunch, support], today).lanes[0]).toMatchObject({ lines: 1 });
    const overlapping = timelineOf([relaunch, { ...support, begins: '2026-02-01' }], today).lanes[0];
    expect(overlapping?.bars.map((bar) => bar.line)).toEqual([0, 1]);
  });

  it('keeps the day of signature inside the bar of the deal it belongs to', () => {
    const bar = timelineOf([relaunch], today).lanes[0]?.bars[0];
    expect(bar?.signature).toBeGreaterThan(bar?.left ?? 100);
    expect(bar?.signature).toBeLessThan((bar?.left ?? 0) + (bar?.width ?? 0));
  });

  it('always has today on the axis, however old the deals are', () => {
    const { today: place } = timelineOf([{ ...relaunch, begins: '2019-01-01', ends: '2020-01-01' }], today);
    expect(place).toBeGreaterThan(90);
    expect(place).toBeLessThan(100);
  });

  it('never draws a bar outside the axis or too narrow to hit', () => {
    const bar = timelineOf([relaunch, { id: 'deal:n', department: '', begins: today, ends: today }, support], today).lanes.at(-1)?.bars[0];
    expect(bar?.width).toBeGreaterThanOrEqual(9);
    expect((bar?.left ?? 0) + (bar?.width ?? 0)).toBeLessThanOrEqual(100);
  });

  it('labels years and quarters, fewer as the axis grows', () => {
    const near = timelineOf([relaunch], today).ticks;
    expect(near.map((tick) => tick.label)).toEqual(['2026', 'Q2', 'Q3', 'Q4', '2027', 'Q2']);
    const far = timelineOf([{ ...relaunch, begins: '2016-01-01' }], today).ticks;
    expect(far.every((tick) => tick.year)).toBe(true);
  });
});
