import { useEffect, useMemo, useState } from 'react';
import type { Records } from '#shared/records/records';
import { usePastMoney } from '../../components/money/use-past-money';
import { useToday } from '../../components/use-today';
import { useLive, useWorkspace } from '../../data/live';
import { type FirmDeal, firmDeals, pastFirmDeals, prepareFirmDetail, type Then } from '../../data/reads/money-firm';
import { pastRecords } from './past-records';

export interface ReadFirm {
  readonly kind: 'read';
  readonly rows: readonly FirmDeal[];
  readonly then: Then;
  /** Where records of that day are looked up, where it is past. */
  readonly records: Records | undefined;
}

/** The money of all signed deals, or how far reading it is. */
export type FirmMoney = { readonly kind: 'reading'; readonly share: number | undefined } | ReadFirm;

/** The money of the firm now, or as the records said it at the end of a past day. */
export function useFirmMoney(day: string): FirmMoney {
  const today = useToday();
  const isPast = day !== today;
  const past = usePastMoney('all', isPast ? day : undefined);
  const now = useFirmNow(today, !isPast);
  const { records } = useWorkspace();
  return useMemo(() => {
    if (past.kind === 'off') return now;
    if (past.kind === 'reading') return past;
    const then = new Map(past.deals.map((one) => [one.money.deal, one.then]));
    return { kind: 'read', rows: pastFirmDeals(records, past.deals), then, records: pastRecords(then, records) };
  }, [past, now, records]);
}

/** The first time it is made deal by deal, so that nothing stands still; then a change makes only the deals anew that it touched. */
function useFirmNow(today: string, isWanted: boolean): FirmMoney {
  const { records } = useWorkspace();
  const [made, setMade] = useState<{ readonly day: string; readonly share: number | undefined; readonly done: boolean }>();
  useEffect(() => {
    if (!isWanted) return undefined;
    const work = new AbortController();
    const tell = (share: number | undefined, done: boolean): void => {
      if (!work.signal.aborted) setMade({ day: today, share, done });
    };
    const onProgress = ({ done, total }: { readonly done: number; readonly total: number }): void =>
      tell(total ? done / total : undefined, false);
    prepareFirmDetail(records, today, { signal: work.signal, onProgress }).then(
      () => tell(1, true),
      () => undefined,
    );
    return () => work.abort();
  }, [records, today, isWanted]);
  const isMade = isWanted && made?.day === today && made.done;
  const share = made?.share;
  const rows = useLive((live) => (isMade ? firmDeals(live, today) : undefined), [isMade, today]);
  return useMemo(() => (rows ? { kind: 'read', rows, then: undefined, records: undefined } : { kind: 'reading', share }), [rows, share]);
}
