import { useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { mayNotSettle } from '../../components/may-write';
import { notify } from '../../components/notify';
import { useMe, useRecord, useWorkspace } from '../../data/live';
import type { ReviewItem } from '../../data/review';
import { companionsOf, isTold, reviewDetail, type ReviewDetail } from '../../data/review-detail';
import type { Settlement } from '../../data/review-settle';
import { beginOther, type Draft, firstDraft, mayBeOther, optionsOf, valueOfDraft } from './draft';
import { currentAt } from './review-rows';
import type { Sources } from './use-sources';
import { t } from '#shared/values/texts';

/**
 * The clash that one is on. An address may name it; from there one moves on. Settled, the next comes into its place. It
 * is not written back to the address: that would be drawn later than the next key may come.
 */
export function useCurrent(items: readonly ReviewItem[]) {
  const [params] = useSearchParams();
  const address = params.toString();
  const [record, field] = [params.get('record'), params.get('field')];
  const [held, setHeld] = useState<{ readonly since: string; readonly key: string }>();
  const asked = items.find(({ clash }) => clash.record === record && (field === null || clash.field === field));
  const place = useRef(0);
  const at = currentAt(items, held?.since === address ? held.key : asked?.key, place.current);
  useEffect(() => {
    place.current = at;
  }, [at]);
  const current = items[at];
  const go = (key: string): void => setHeld({ since: address, key });
  const move = (by: number): void => {
    const next = items[Math.max(0, Math.min(items.length - 1, at + by))];
    if (next) go(next.key);
  };
  return { current, move, go };
}

/** What one is about to choose on the current clash. It begins anew with each. */
export function useChoice(item: ReviewItem | undefined, sources: Sources) {
  const { records } = useWorkspace();
  const me = useRecord('person', useMe());
  const detail = useDetail(item, sources);
  const [held, setHeld] = useState<{ readonly of: string; readonly draft: Draft; readonly withCompanions: boolean }>();
  const of = item && detail ? `${item.key} ${item.clash.sides.map(({ entry }) => entry).join(' ')}` : '';
  const fresh = { of, draft: item && detail ? firstDraft(item, detail) : ({ kind: 'none' } as const), withCompanions: true };
  const { draft, withCompanions } = held?.of === of ? held : fresh;
  const put = (next: Partial<typeof fresh>): void => setHeld({ of, draft, withCompanions, ...next });
  const value = item && detail ? valueOfDraft(item, detail, draft) : undefined;
  const log = item && sources.get(item.clash.record);
  const companions =
    item && detail && log && value?.ok && draft.kind === 'choice' && item.declared?.kind === 'choice' && item.clash.kind === 'guarded'
      ? companionsOf(item.clash, detail, value.value, log, (field) => records.heads(item.clash.record, field))
      : [];
  const isMine = item !== undefined && mayNotSettle(item.type, me, item.declared) === undefined;

  return {
    detail,
    draft,
    companions,
    withCompanions,
    onDraft: (next: Draft) => put({ draft: next }),
    onWithCompanions: (goes: boolean) => put({ withCompanions: goes }),
    pick: (choice: number) => {
      if (item && detail && isMine && optionsOf(item, detail)[choice]?.value !== undefined) put({ draft: { kind: 'choice', at: choice } });
    },
    other: () => {
      if (item && detail && isMine && mayBeOther(item)) put({ draft: beginOther(item, detail, draft, records) });
    },
    /** What would be written, or nothing, with the reason shown. */
    decide: (): Settlement | undefined => {
      if (!item || !value || !isMine) return undefined;
      if (value.ok) return { clash: item.clash, value: value.value, ...(withCompanions ? { companions } : {}) };
      if (draft.kind === 'other') put({ draft: { ...draft, problem: value.error } });
      else notify.problem(value.error, t('Nothing is chosen'));
      return undefined;
    },
  };
}

function useDetail(item: ReviewItem | undefined, sources: Sources): ReviewDetail | undefined {
  const log = item && sources.get(item.clash.record);
  return useMemo(() => (item && isTold(item.clash, log) ? reviewDetail(item.clash, log) : undefined), [item, log]);
}
