import { useEffect, useRef, useState } from 'react';
import type { Clash } from '#shared/ledger/clash';
import type { Entry, RecordId } from '#shared/ledger/entry';
import { useWorkspace } from '../../data/live';
import { isTold } from '../../data/review-detail';

/** The entries of records, as far as they have been read. */
export type Sources = ReadonlyMap<RecordId, readonly Entry[]>;

type Wanted = Pick<Clash, 'record' | 'sides'>;

/** Records that are read from the disk at a time, so that the first are shown while the rest is read. */
const AT_A_TIME = 100;
const NONE: Sources = new Map();

/**
 * Who wrote what, for everything in a list: read from the ledger in the order of the list, each record again only where
 * something new stands against it. A failure to read is thrown while rendering, so that the error page shows it.
 */
export function useSources(wanted: readonly Wanted[]): Sources {
  const workspace = useWorkspace();
  const [sources, setSources] = useState(NONE);
  const [failure, setFailure] = useState<{ readonly cause: unknown }>();
  const held = useRef(NONE);
  useEffect(() => {
    const missing = [...new Set(wanted.filter((clash) => !isTold(clash, held.current.get(clash.record))).map(({ record }) => record))];
    const leaving = new AbortController();
    const read = async (): Promise<void> => {
      for (let from = 0; from < missing.length; from += AT_A_TIME) {
        if (leaving.signal.aborted) return;
        const logs = await workspace.logs(missing.slice(from, from + AT_A_TIME));
        held.current = new Map([...held.current, ...logs]);
        setSources(held.current);
      }
    };
    read().catch((cause: unknown) => setFailure({ cause }));
    return () => leaving.abort();
  }, [workspace, wanted]);
  if (failure) throw failure.cause;
  return sources;
}
