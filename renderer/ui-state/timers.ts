import type { Id } from '#shared/records/define-record';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

/** A timer that runs on a ticket. */
export interface RunningTimer {
  readonly ticket: Id<'ticket'>;
  /** Milliseconds since 1970, by the clock of the workspace. */
  readonly startedAt: number;
}

interface Timers {
  /** `workspace/person` → the one timer that runs there. */
  readonly running: Readonly<Record<string, RunningTimer>>;
  start(whose: string, timer: RunningTimer): void;
  stop(whose: string): void;
}

const NAME = 'throughline.timers';

/** What runs on this device. It is kept, so it runs on through a reload and a restart; once stopped it is a time entry. */
export const useTimers = create<Timers>()(
  persist(
    (set) => ({
      running: {},
      start: (whose, timer) => set(({ running }) => ({ running: { ...running, [whose]: timer } })),
      stop: (whose) => set(({ running }) => ({ running: without(running, whose) })),
    }),
    { name: NAME },
  ),
);

function without(running: Timers['running'], whose: string): Timers['running'] {
  return Object.fromEntries(Object.entries(running).filter(([key]) => key !== whose));
}

/** Started or stopped in another window: the same here. Gives the way to stop listening. */
export function followTimers(): () => void {
  const onStorage = ({ key }: StorageEvent): void => {
    if (key === NAME) void useTimers.persist.rehydrate();
  };
  window.addEventListener('storage', onStorage);
  return () => window.removeEventListener('storage', onStorage);
}
