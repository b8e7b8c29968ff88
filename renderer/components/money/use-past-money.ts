import { useEffect, useMemo, useState } from 'react';
import type { DealMoney } from '#shared/money/rollup';
import type { CalendarDateText, Id } from '#shared/records/define-record';
import type { Records } from '#shared/records/records';
import { useWorkspace } from '../../data/live';
import { dealsEver, moneyAsOf } from '../../data/money-as-of';
import { notify } from '../notify';
import { t } from '#shared/values/texts';

/** The money of a deal on a past day, and the records that said it. */
export interface PastDeal {
  readonly money: DealMoney;
  readonly then: Records;
}

/** How far the past is read; `off` where nobody asks for it. */
export type PastMoney =
  | { readonly kind: 'off' }
  | { readonly kind: 'reading'; readonly share: number | undefined }
  | { readonly kind: 'read'; readonly deals: readonly PastDeal[] };

/** The end of a day where the person sits. */
const endOf = (day: CalendarDateText): string => new Date(`${day}T23:59:59.999`).toISOString();

type Answer = { readonly of: string; readonly share: number | undefined; readonly deals?: readonly PastDeal[] };

/** Reads, from the history, the money of one deal or of all as the records said it at the end of `day`; nothing without a day. */
export function usePastMoney(deal: Id<'deal'> | 'all', day: CalendarDateText | undefined): PastMoney {
  const workspace = useWorkspace();
  const [answer, setAnswer] = useState<Answer>();
  const of = `${deal} ${day ?? ''}`;
  useEffect(() => {
    if (day === undefined) return undefined;
    const work = new AbortController();
    const deals: PastDeal[] = [];
    const question = {
      deals: deal === 'all' ? dealsEver(workspace) : [deal],
      days: [day],
      endOf,
      onRecords: (money: DealMoney, then: Records) => void deals.push({ money, then }),
    };
    const onProgress = ({ done, total }: { readonly done: number; readonly total: number }): void =>
      setAnswer({ of, share: total ? done / total : undefined });
    moneyAsOf(workspace, question, { signal: work.signal, onProgress }).then(
      () => setAnswer({ of, share: 1, deals }),
      (cause: unknown) => {
        if (!work.signal.aborted)
          notify.problem(cause instanceof Error ? cause.message : String(cause), t('The records of that day were not read'));
      },
    );
    return () => work.abort();
  }, [workspace, deal, day, of]);
  return useMemo(() => {
    if (day === undefined) return { kind: 'off' };
    if (answer?.of !== of || !answer.deals) return { kind: 'reading', share: answer?.of === of ? answer.share : undefined };
    return { kind: 'read', deals: answer.deals };
  }, [day, of, answer]);
}
