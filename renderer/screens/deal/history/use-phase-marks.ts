import { useMemo } from 'react';
import type { Entry } from '#shared/ledger/entry';
import type { Id } from '#shared/records/define-record';
import { usePhaseNames } from '../../../components/phase-names';
import { sideOf } from '../../../components/phase-side';
import { phaseEntries } from '../phase-entries';
import type { PhaseMark } from './HistorySlider';

/** The phases of a deal as stretches of its slider, by the firm's own names. */
export function usePhaseMarks(deal: Id<'deal'>, entries: readonly Entry[]): readonly PhaseMark[] {
  const nameOf = usePhaseNames();
  return useMemo(() => {
    const places = new Map(entries.map(({ id }, act) => [id, act]));
    return phaseEntries(entries, deal).map(({ phase, entry }) => ({
      act: places.get(entry.id) ?? 0,
      name: nameOf(phase),
      side: sideOf(phase),
    }));
  }, [deal, entries, nameOf]);
}
