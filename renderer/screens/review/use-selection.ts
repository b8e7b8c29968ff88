import { useMemo, useState } from 'react';
import { mayNotSettle } from '../../components/may-write';
import { useMe, useRecord, useWorkspace } from '../../data/live';
import type { ReviewItem } from '../../data/review';
import { isTold, reviewDetail } from '../../data/review-detail';
import { peopleIn, valueOfPick, type BulkPick, type Settlement } from '../../data/review-settle';
import type { Sources } from './use-sources';

/** Which clashes are selected, to be settled at once. */
export function useSelection(items: readonly ReviewItem[]) {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const chosen = useMemo(() => items.filter(({ key }) => keys.has(key)), [items, keys]);
  return {
    keys,
    items: chosen,
    toggle: (key: string) => setKeys((was) => (was.has(key) ? new Set([...was].filter((other) => other !== key)) : new Set([...was, key]))),
    all: () => setKeys(chosen.length === items.length ? new Set() : new Set(items.map(({ key }) => key))),
    clear: () => setKeys(new Set()),
  };
}

/** What a pick means for all that is selected, as far as it may be changed. */
export function useBulk(items: readonly ReviewItem[], sources: Sources) {
  const { records } = useWorkspace();
  const me = useMe();
  const myself = useRecord('person', me);
  const known = useMemo(
    () =>
      items.flatMap((item) => {
        const log = sources.get(item.clash.record);
        return isTold(item.clash, log) ? [{ item, detail: reviewDetail(item.clash, log) }] : [];
      }),
    [items, sources],
  );
  const people = useMemo(() => new Set(known.flatMap(({ detail }) => [...peopleIn(detail, records)])), [known, records]);
  const settlementsFor = (pick: BulkPick): { readonly settlements: readonly Settlement[]; readonly left: number } => {
    const settlements = known.flatMap(({ item, detail }): Settlement[] => {
      const value = valueOfPick(pick, item.clash, detail, records);
      return value === undefined || mayNotSettle(item.type, myself, item.declared) ? [] : [{ clash: item.clash, value }];
    });
    return { settlements, left: items.length - settlements.length };
  };
  return { me, people, settlementsFor };
}
