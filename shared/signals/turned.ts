import type { Signal, SignalKey, SignalRow } from './signal';

/** Something that came to speak for a signal between two days, or no longer does. */
export interface Turned {
  readonly signal: SignalKey;
  readonly row: SignalRow;
}

/** A signal that became true, or stopped being true. */
export interface TurnedSignal {
  readonly signal: Signal;
  readonly was: Signal['state'];
}

export interface Turns {
  readonly signals: readonly TurnedSignal[];
  /** What newly speaks for a signal: the deals to look at, the change orders to decide. */
  readonly rows: readonly Turned[];
}

/** What turned between two looks at the same signals. A signal without data, or switched off, has not turned. */
export function turned(before: readonly Signal[], now: readonly Signal[]): Turns {
  const then = new Map(before.map((signal) => [signal.key, signal]));
  const pairs = now.flatMap((signal) => {
    const was = then.get(signal.key);
    return was ? [{ signal, was }] : [];
  });
  return {
    signals: pairs.filter(({ signal, was }) => speaks(signal) && speaks(was) && signal.state !== was.state).map(stateTurned),
    rows: pairs.flatMap(({ signal, was }) => newlyOver(signal, was)),
  };
}

const speaks = ({ state }: Signal): boolean => state === 'true' || state === 'false';
const stateTurned = ({ signal, was }: { readonly signal: Signal; readonly was: Signal }): TurnedSignal => ({ signal, was: was.state });

function newlyOver(signal: Signal, was: Signal): readonly Turned[] {
  const before = new Set(was.rows.filter(({ over }) => over).map(({ key }) => key));
  return signal.rows.filter(({ over, key }) => over && !before.has(key)).map((row) => ({ signal: signal.key, row }));
}
