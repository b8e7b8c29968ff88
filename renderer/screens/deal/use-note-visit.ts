import { useEffect } from 'react';
import type { Id } from '#shared/records/define-record';
import { signalSettings } from '#shared/signals/signal-settings';
import { noteVisit, visitId } from '#shared/signals/visit';
import { dateOfInstant, instantOf } from '#shared/values/calendar';
import { useMayWrite } from '../../components/use-may-write';
import { TIME_ZONE } from '../../components/use-today';
import { useLive, useMe, useRecord, useWorkspace } from '../../data/live';

/** Who leaves sooner has not looked. */
const LOOK_MS = 4_000;

/**
 * Notes that I looked at a deal, once a day, where the firm notes visits. It is written past the person: nothing to undo,
 * nothing to say where it fails.
 */
export function useNoteVisit(deal: Id<'deal'>): void {
  const workspace = useWorkspace();
  const me = useRecord('person', useMe());
  const isNoted = useLive((records) => signalSettings(records).notesVisits, []);
  const mayWrite = useMayWrite('visit');
  const person = isNoted && mayWrite && me ? me.id : undefined;
  useEffect(() => {
    if (person === undefined) return undefined;
    const timer = setTimeout(() => {
      const at = instantOf(workspace.now());
      const looked = { person, deal, at, on: dateOfInstant(at, TIME_ZONE) };
      if (!workspace.records.get('visit', visitId(looked))) void workspace.commit(noteVisit(looked));
    }, LOOK_MS);
    return () => clearTimeout(timer);
  }, [workspace, person, deal]);
}
