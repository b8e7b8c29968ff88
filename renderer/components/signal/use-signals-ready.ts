import { useEffect, useState } from 'react';
import { useWorkspace } from '../../data/live';
import { areSignalsNear, prepareSignals } from '../../data/reads/signals';

/** False while the deals of a large firm are read for the first time; they are read in pieces, so that nothing stands still. */
export function useSignalsReady(): boolean {
  const { records } = useWorkspace();
  const [isReady, setReady] = useState(() => areSignalsNear(records));
  useEffect(() => {
    if (isReady) return undefined;
    const calledOff = new AbortController();
    prepareSignals(records, { signal: calledOff.signal }).then(
      () => setReady(true),
      (cause: unknown) => {
        if (!calledOff.signal.aborted) throw cause;
      },
    );
    return () => calledOff.abort();
  }, [records, isReady]);
  return isReady;
}
