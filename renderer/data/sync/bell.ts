/** Why sync has something to do. `commit`, `file`: made here. `now`: a person cannot wait. `settings`: when to hold changed. */
export type Ring = 'commit' | 'file' | 'now' | 'settings';

/** Rings until somebody looks. */
export interface Bell {
  ring(why: Ring): void;
  /** Resolves when it rang since `take`, or when the signal is aborted. `urgent`: only for what a person asked for. */
  rung(signal: AbortSignal, urgent?: 'urgent'): Promise<void>;
  /** What it rang for; it is quiet after that. */
  take(): ReadonlySet<Ring>;
}

export function openBell(): Bell {
  let rings = new Set<Ring>();
  const listeners = new Set<() => void>();
  const isUrgent = (): boolean => rings.has('now') || rings.has('settings');
  return {
    ring: (why) => {
      rings.add(why);
      for (const listener of [...listeners]) listener();
    },
    rung: (signal, urgent) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!signal.aborted && (urgent === undefined ? rings.size === 0 : !isUrgent())) return;
          listeners.delete(look);
          signal.removeEventListener('abort', look);
          resolve();
        };
        listeners.add(look);
        signal.addEventListener('abort', look);
        look();
      }),
    take: () => {
      const taken = rings;
      rings = new Set();
      return taken;
    },
  };
}
