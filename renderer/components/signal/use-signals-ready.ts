import { useEffect, useState } from 'react';
import type { CalendarDate } from '#shared/values/calendar';
import { useWorkspace } from '../../data/live';
import { areSignalsNear, prepareSignals } from '../../data/reads/signals';

/** What is measured of a firm is asked for as of `today`, and compared with `before`. False while the deals of a large firm are read for the first time; they are read in pieces, so that nothing stands still. */
export function useSignalsReady(today: CalendarDate, before?: CalendarDate): boolean {
  const { records } = useWorkspace();
  const [isReady, setReady] = useState(() => areSignalsNear(records));
  useEffect(() => {
    if (isReady) return undefined;
    const calledOff = new AbortController();
    prepareSignals(records, today, { signal: calledOff.signal, ...(before === undefined ? {} : { before }) }).then(
      () => setReady(true),
      (cause: unknown) => {
        if (!calledOff.signal.aborted) throw cause;
      },
    );
    return () => calledOff.abort();
  }, [records, today, before, isReady]);
  return isReady;
}
