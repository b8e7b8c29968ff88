import type { WorkedOn } from '#shared/time/entry';
import { rowKey } from '#shared/time/week';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface WeekRows {
  /** `workspace/person/monday` → rows that somebody opened and has not filled. */
  readonly opened: Readonly<Record<string, readonly WorkedOn[]>>;
  open(week: string, rows: readonly WorkedOn[]): void;
  close(week: string, row: string): void;
}

/** Weeks whose empty rows are remembered: enough for whoever catches up. */
const KEPT = 8;

/** Rows of a week without hours. Once hours are in one it is told by them, on every device. */
export const useWeekRows = create<WeekRows>()(
  persist(
    (set) => ({
      opened: {},
      open: (week, rows) => set(({ opened }) => ({ opened: lastOf({ ...opened, [week]: added(opened[week] ?? [], rows) }) })),
      close: (week, row) =>
        set(({ opened }) => ({ opened: { ...opened, [week]: (opened[week] ?? []).filter((one) => rowKey(one) !== row) } })),
    }),
    { name: 'throughline.week-rows' },
  ),
);

function added(rows: readonly WorkedOn[], more: readonly WorkedOn[]): readonly WorkedOn[] {
  const known = new Set(rows.map(rowKey));
  return [...rows, ...more.filter((row) => !known.has(rowKey(row)))];
}

function lastOf(opened: WeekRows['opened']): WeekRows['opened'] {
  return Object.fromEntries(Object.entries(opened).slice(-KEPT));
}
