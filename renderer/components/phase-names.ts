import { useCallback } from 'react';
import type { Phase } from '#shared/records/deal';
import { useLive } from '../data/live';
import { phaseNames } from '../data/reads/settings';

/** What the firm calls a phase. */
export function usePhaseName(phase: Phase): string {
  return useLive((records) => phaseNames(records)[phase], [phase]);
}

/** What the firm calls each phase, as a function that changes only when a name does. */
export function usePhaseNames(): (phase: Phase) => string {
  const names = useLive(phaseNames, []);
  return useCallback((phase: Phase) => names[phase], [names]);
}
