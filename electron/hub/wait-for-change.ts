import type { EventEmitter } from 'node:events';
import type { Database } from './database';

/** Why a wait ended. `gone`: whoever waited hung up. */
export type Waited = 'change' | 'timeout' | 'stopping' | 'gone';

export interface Wait {
  readonly database: Database;
  /** A change after this one is what is waited for. */
  readonly since: number;
  readonly milliseconds: number;
  readonly beat: number | undefined;
  readonly stopping: AbortSignal;
  /** The answer's socket: it says when whoever waits hung up. */
  readonly closed: EventEmitter;
  readonly onBeat: () => void;
}

/** The longest that a timer of Node can wait. */
const LONGEST_MS = 2 ** 31 - 1;

/** Waits for the next change, for the end of time, for the end of the hub, or until nobody waits any more. */
export function waitForChange({ database, since, milliseconds, beat, stopping, closed, onBeat }: Wait): Promise<Waited> {
  if (stopping.aborted) return Promise.resolve('stopping');
  if (database.updates > since) return Promise.resolve('change');
  if (milliseconds <= 0) return Promise.resolve('timeout');
  return new Promise((resolve) => {
    const end = (why: Waited): void => {
      for (const undo of undoing) undo();
      resolve(why);
    };
    const [stop, hangUp] = [(): void => end('stopping'), (): void => end('gone')];
    const timer = setTimeout(() => end('timeout'), Math.min(milliseconds, LONGEST_MS));
    const pulse = beat === undefined ? undefined : setInterval(onBeat, beat);
    const forget = database.onChange(() => end('change'));
    stopping.addEventListener('abort', stop);
    closed.once('close', hangUp);
    const undoing = [
      (): void => clearTimeout(timer),
      (): void => clearInterval(pulse),
      forget,
      (): void => stopping.removeEventListener('abort', stop),
      (): void => void closed.removeListener('close', hangUp),
    ];
  });
}
