import { useMemo } from 'react';
import { booksOf, costBooksOf } from '#shared/money/books';
import { erosion } from '#shared/money/erosion';
import type { Fees } from '#shared/money/fees';
import type { Margin } from '#shared/money/margin';
import type { NoWaterfall, Waterfall } from '#shared/money/waterfall';
import type { CalendarDateText } from '#shared/records/define-record';
import type { Records } from '#shared/records/records';
import type { Deal } from '#shared/records/registry';
import type { Result } from '#shared/values/result';
import { type PastDeal, usePastMoney } from '../../../components/money/use-past-money';
import { useToday } from '../../../components/use-today';
import { useLive } from '../../../data/live';
import { dealErosion, dealFees, dealMargin } from '../../../data/reads/money';

interface ReadMoney {
  readonly kind: 'read';
  readonly deal: Deal;
  readonly fees: Fees | undefined;
  readonly margin: Margin | undefined;
  readonly waterfall: Result<Waterfall, NoWaterfall> | undefined;
  readonly records: Records | undefined;
}

/** The money of a deal on a day, and the records that it was read from where they are not those of now. */
export type ShownMoney = { readonly kind: 'reading' } | ReadMoney;

/** The money of a deal now, or as the records said it at the end of a past day. */
export function useShownMoney(deal: Deal, day: CalendarDateText): ShownMoney {
  const today = useToday();
  const isPast = day !== today;
  const past = usePastMoney(deal.id, isPast ? day : undefined);
  const { id } = deal;
  const fees = useLive((records) => dealFees(records, id, today), [id, today]);
  const margin = useLive((records) => dealMargin(records, id, today), [id, today]);
  const waterfall = useLive((records) => dealErosion(records, id, today), [id, today]);
  return useMemo(() => {
    if (past.kind === 'reading') return past;
    if (past.kind === 'off') return { kind: 'read', deal, fees, margin, waterfall, records: undefined };
    const [then] = past.deals;
    return then
      ? thenMoney(deal, then, day)
      : { kind: 'read', deal, fees: undefined, margin: undefined, waterfall: undefined, records: undefined };
  }, [past, deal, day, fees, margin, waterfall]);
}

function thenMoney(deal: Deal, { money, then }: PastDeal, day: CalendarDateText): ReadMoney {
  const books = booksOf(then, deal.id);
  const cost = books && costBooksOf(then, deal.id);
  return {
    kind: 'read',
    deal: books?.deal ?? deal,
    fees: money.fees,
    margin: money.margin,
    waterfall: cost && erosion(books, cost, day, money.fees),
    records: then,
  };
}
