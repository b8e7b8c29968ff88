import { useEffect, useState } from 'react';
import type { Entry, RecordId } from '#shared/ledger/entry';
import { authorsWanted, type AuthorOf } from '#shared/handover/leaving';
import { useLive, useWorkspace } from '../../data/live';

/** Who wrote the lines of scope that lack a why, as their history says. Undefined until the history was read. */
export function useAuthors(): AuthorOf | undefined {
  const workspace = useWorkspace();
  const wanted = useLive(authorsWanted, []);
  const [authors, setAuthors] = useState<AuthorOf>();
  useEffect(() => {
    let isLeft = false;
    const read = async (): Promise<void> => {
      const logs = await workspace.logs(wanted);
      if (!isLeft) setAuthors(() => (record: RecordId) => authorIn(logs.get(record) ?? []));
    };
    read().catch((failure: unknown) =>
      // Thrown while rendering, so that the screen's error page shows it.
      setAuthors(() => {
        throw failure;
      }),
    );
    return () => {
      isLeft = true;
    };
  }, [workspace, wanted]);
  return authors;
}

/** Whoever wrote the first entry. */
function authorIn(entries: readonly Entry[]): RecordId | undefined {
  return entries.reduce<Entry | undefined>((first, entry) => (first === undefined || entry.at < first.at ? entry : first), undefined)?.by;
}
