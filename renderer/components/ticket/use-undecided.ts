import { useCallback } from 'react';
import type { Undecided } from '#shared/ticket/ticket-error';
import { useWorkspace } from '../../data/live';

/** What nobody has settled yet of a record, for the rules that ask. */
export function useUndecided(): Undecided {
  const { records } = useWorkspace();
  return useCallback<Undecided>((record) => records.undecided(record), [records]);
}
