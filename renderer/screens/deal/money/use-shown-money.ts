import type { Fees } from '#shared/money/fees';
import type { Margin } from '#shared/money/margin';
import type { NoWaterfall, Waterfall } from '#shared/money/waterfall';
import type { CalendarDateText, Id } from '#shared/records/define-record';
import type { Records } from '#shared/records/records';
import type { Deal } from '#shared/records/registry';
import type { Result } from '#shared/values/result';
import { useLive } from '../../../data/live';
import { dealErosion, dealFees, dealMargin } from '../../../data/reads/money';

/** The money of a deal on a day, and the records that it was read from where they are not those of now. */
export type ShownMoney =
  | { readonly kind: 'reading' }
  | {
      readonly kind: 'read';
      readonly deal: Deal;
      readonly fees: Fees | undefined;
      readonly margin: Margin | undefined;
      readonly waterfall: Result<Waterfall, NoWaterfall> | undefined;
      readonly records: Records | undefined;
    };

/** The money of a deal as its records say it on `day`. */
export function useShownMoney(deal: Deal, day: CalendarDateText): ShownMoney {
  const id: Id<'deal'> = deal.id;
  const fees = useLive((records) => dealFees(records, id, day), [id, day]);
  const margin = useLive((records) => dealMargin(records, id, day), [id, day]);
  const waterfall = useLive((records) => dealErosion(records, id, day), [id, day]);
  return { kind: 'read', deal, fees, margin, waterfall, records: undefined };
}
