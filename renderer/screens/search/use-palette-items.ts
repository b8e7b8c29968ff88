import { useEffect, useState } from 'react';
import { matchesOf } from '../../components/record-matches';
import { recordPath } from '../../components/record-path';
import { useWorkspace } from '../../data/live';
import type { SearchHit, Workspace } from '../../data/workspace';
import type { PaletteQuestion } from '../../ui-state/overlays';
import { hitItems, type PaletteItem } from './palette-items';
import { t } from '#shared/values/texts';

export type PaletteState = 'idle' | 'searching' | 'found' | 'nothing' | 'stopped';

const HITS = 40;

interface Answer {
  readonly query: string;
  readonly hits: readonly SearchHit[];
  /** False while what was asked did not hold all records and files yet. */
  readonly isWhole: boolean;
  readonly failed: boolean;
}

/** What the palette offers for a query: actions at once, records as soon as the search has answered. */
export function usePaletteItems(
  query: string,
  asks: PaletteQuestion,
  actions: readonly PaletteItem[],
): { readonly items: readonly PaletteItem[]; readonly state: PaletteState } {
  const workspace = useWorkspace();
  const found = useSearch(asks === 'anything' ? query.trim() : '');
  if (asks !== 'anything') {
    const deals = dealItems(workspace, query);
    return { items: deals, state: deals.length > 0 ? 'found' : 'nothing' };
  }
  const records = hitItems(found.hits, (hit) => belonging(workspace, hit));
  const items = [...records, ...actions];
  return { items, state: found.state === 'found' && items.length === 0 ? 'nothing' : found.state };
}

function useSearch(query: string): { readonly hits: readonly SearchHit[]; readonly state: PaletteState } {
  const workspace = useWorkspace();
  const [answer, setAnswer] = useState<Answer>();
  useEffect(() => {
    if (!query) return undefined;
    let wanted = true;
    // Right after the start the search does not have all records yet: the question stands until it has.
    const ask = async (): Promise<void> => {
      const filling = workspace.searchFilling();
      const hits = await workspace.search(query, { limit: HITS });
      if (wanted) setAnswer({ query, hits, isWhole: filling === undefined, failed: false });
      await filling;
      if (wanted && filling !== undefined) await ask();
    };
    ask().catch(() => wanted && setAnswer({ query, hits: [], isWhole: true, failed: true }));
    return () => {
      wanted = false;
    };
  }, [workspace, query]);
  if (!query) return { hits: [], state: 'idle' };
  // The last answer stays until the next one is there, so that the list does not flicker while one types.
  if (answer?.query !== query) return { hits: answer?.hits ?? [], state: 'searching' };
  if (answer.hits.length === 0 && !answer.isWhole) return { hits: [], state: 'searching' };
  return { hits: answer.hits, state: answer.failed ? 'stopped' : 'found' };
}

function dealItems({ records }: Workspace, query: string): readonly PaletteItem[] {
  return matchesOf(records, 'deal', query).map(({ id, title }) => ({
    kind: 'record',
    key: id,
    group: t('Deals'),
    type: 'deal',
    title,
    snippet: '',
    terms: [],
    path: recordPath(id as `deal:${string}`) ?? '',
    belongs: records.get('account', records.get('deal', id)?.account)?.name ?? '',
  }));
}

/** A deal or contact belongs to its account, everything else to its deal. */
function belonging({ records }: Workspace, { type, deal, account }: SearchHit): string {
  const ofDeal = type === 'deal' ? undefined : records.get('deal', deal)?.name;
  return ofDeal ?? (type === 'account' ? '' : (records.get('account', account)?.name ?? ''));
}
