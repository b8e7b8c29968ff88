import { useCallback } from 'react';
import type { Phase } from '#shared/records/deal';
import { phaseName, phaseNames } from '#shared/records/phase-names';
import { useLive } from '../data/live';

/** What the firm calls a phase. */
export function usePhaseName(phase: Phase): string {
  return useLive((records) => phaseName(phase, records), [phase]);
}

/** What the firm calls each phase, as a function that changes only when a name does. */
export function usePhaseNames(): (phase: Phase) => string {
  const names = useLive(phaseNames, []);
  return useCallback((phase: Phase) => names[phase], [names]);
}
