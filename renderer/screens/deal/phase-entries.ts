import { instantOfAt } from '#shared/ledger/clock';
import { isRedacted, type Entry } from '#shared/ledger/entry';
import { dateOfInstant, type CalendarDate } from '#shared/values/calendar';
import type { Phase } from '#shared/records/deal';
import { PHASES } from '#shared/records/deal';
import { TIME_ZONE } from '../../components/use-today';

/** A deal coming into a phase. */
export interface PhaseEntry {
  readonly phase: Phase;
  readonly entry: Entry;
  /** The day, where the person sits; for the signature the day that was signed. */
  readonly date: CalendarDate;
}

/** Every phase that the deal came into, oldest first; a phase that it came into twice stands twice. */
export function phaseEntries(history: readonly Entry[], deal: Entry['by']): readonly PhaseEntry[] {
  return history.flatMap((entry) => {
    const edit = entry.edits.find((candidate) => candidate.record === deal);
    if (!edit || isRedacted(edit)) return [];
    const phase = PHASES.find((known) => known === edit.set['phase']);
    const signedAt = edit.set['signedAt'];
    const date = typeof signedAt === 'string' ? signedAt : dateOfInstant(instantOfAt(entry.at), TIME_ZONE);
    return phase ? [{ phase, entry, date }] : [];
  });
}
