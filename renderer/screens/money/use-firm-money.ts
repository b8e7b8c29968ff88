import { useEffect, useState } from 'react';
import { useLive, useWorkspace } from '../../data/live';
import { type FirmDeal, firmDeals, prepareFirmDetail } from '../../data/reads/money-firm';

/** The money of all signed deals, or how far reading it is. */
export type FirmMoney =
  { readonly kind: 'reading'; readonly share: number | undefined } | { readonly kind: 'read'; readonly rows: readonly FirmDeal[] };

/**
 * The money of the firm as of a day. The first time it is made deal by deal, so that nothing stands still meanwhile; then
 * it is kept, and a change makes only the deals anew that it touched.
 */
export function useFirmMoney(day: string): FirmMoney {
  const { records } = useWorkspace();
  const [made, setMade] = useState<{ readonly day: string; readonly share: number | undefined; readonly done: boolean }>();
  useEffect(() => {
    const work = new AbortController();
    const tell = (share: number | undefined, done: boolean): void => {
      if (!work.signal.aborted) setMade({ day, share, done });
    };
    const onProgress = ({ done, total }: { readonly done: number; readonly total: number }): void =>
      tell(total ? done / total : undefined, false);
    prepareFirmDetail(records, day, { signal: work.signal, onProgress }).then(
      () => tell(1, true),
      () => undefined,
    );
    return () => work.abort();
  }, [records, day]);
  const isMade = made?.day === day && made.done;
  const rows = useLive((live) => (isMade ? firmDeals(live, day) : undefined), [isMade, day]);
  return rows ? { kind: 'read', rows } : { kind: 'reading', share: made?.day === day ? made.share : undefined };
}
