import type { Attention, SyncState } from '../sync-state';

/** What the state is made of. */
export interface Standing {
  readonly isLinked: boolean;
  /** Something that only a person can put right keeps sync from the server. */
  readonly stopped: Attention | undefined;
  readonly paused: 'by-you' | 'metered' | 'battery' | undefined;
  /** The last attempt failed; since when nothing was heard of the server. */
  readonly offlineSince: number | undefined;
  /** Something that a person should look at, while sync goes on. */
  readonly notice: Attention | undefined;
  readonly isBusy: boolean;
  readonly progress: { readonly done: number; readonly total: number } | undefined;
  readonly waiting: number;
  readonly waitingSince: number | undefined;
  /** When this device and the server last held the same. */
  readonly inStepAt: number | undefined;
  readonly now: number;
}

/** The one thing that the person is told first. `synced` only where nothing waits and everything was compared. */
export function stateOf(standing: Standing): SyncState {
  const { isLinked, stopped, paused, offlineSince, notice, isBusy, progress, waiting, waitingSince, inStepAt, now } = standing;
  const since = waitingSince ?? now;
  if (!isLinked) return { kind: 'alone' };
  if (stopped !== undefined) return { kind: 'attention', attention: stopped };
  if (paused !== undefined) return { kind: 'waiting', entries: waiting, since, paused };
  if (offlineSince !== undefined) return { kind: 'offline', since: offlineSince };
  if (notice !== undefined) return { kind: 'attention', attention: notice };
  if (isBusy || inStepAt === undefined) return { kind: 'syncing', ...(progress && { progress }) };
  return waiting > 0 ? { kind: 'waiting', entries: waiting, since } : { kind: 'synced', at: inStepAt };
}
