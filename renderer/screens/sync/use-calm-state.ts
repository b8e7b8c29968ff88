import { useEffect, useRef, useState } from 'react';
import type { SyncState } from '../../data/sync-state';

/** How long single changes may come and go unmentioned, in milliseconds. */
const PATIENCE = 1_500;

/** What passes by itself in a moment: nobody needs to see it begin and end with every change. */
const isPassing = (state: SyncState): boolean =>
  (state.kind === 'waiting' && state.paused === undefined) || (state.kind === 'syncing' && state.progress === undefined);

/** The state to show: one that only passes is shown once it has lasted. */
export function useCalmState(state: SyncState): SyncState {
  const passing = isPassing(state);
  const [lasting, setLasting] = useState(false);
  const settled = useRef<SyncState>(undefined);
  useEffect(() => {
    if (!passing) settled.current = state;
  }, [passing, state]);
  useEffect(() => {
    if (!passing) return undefined;
    const timer = setTimeout(() => setLasting(true), PATIENCE);
    return () => {
      clearTimeout(timer);
      setLasting(false);
    };
  }, [passing]);
  return passing && !lasting ? (settled.current ?? state) : state;
}
