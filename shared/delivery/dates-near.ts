import { isSignedDeal } from '../deal/phase';
import type { CalendarDateText } from '../records/define-record';
import type { Deal } from '../records/registry';
import { addDays, daysBetween } from '../values/calendar';

/** A date after which something is decided whether anybody looked or not. */
export type TermKind = 'notice' | 'renewal' | 'warranty';

export interface TermDate {
  readonly kind: TermKind;
  readonly date: CalendarDateText;
  /** Negative: so many days ago. */
  readonly days: number;
  readonly isNear: boolean;
}

/** So many days before each date somebody should act. */
export const NEAR_DAYS: Readonly<Record<TermKind, number>> = { notice: 45, renewal: 90, warranty: 30 };
/** A date that has passed is still shown as near for a while: it may have been missed. */
const SHOWN_AFTER_DAYS = 14;

/** Notice, renewal and end of warranty of a signed deal, the earliest first. */
export function termDates(deal: Deal, today: CalendarDateText): readonly TermDate[] {
  if (!isSignedDeal(deal)) return [];
  const dates: readonly (readonly [TermKind, CalendarDateText | undefined])[] = [
    ['notice', deal.noticeAt],
    ['renewal', deal.renewalAt],
    ['warranty', deal.warrantyUntil],
  ];
  return dates
    .flatMap(([kind, date]) => (date === undefined ? [] : [termDate(kind, date, today)]))
    .toSorted((a, b) => a.days - b.days || NEAR_DAYS[a.kind] - NEAR_DAYS[b.kind]);
}

function termDate(kind: TermKind, date: CalendarDateText, today: CalendarDateText): TermDate {
  const days = daysBetween(today, date);
  return { kind, date, days, isNear: days <= NEAR_DAYS[kind] && days >= -SHOWN_AFTER_DAYS };
}

/** Those that come near, on a deal that was not lost. */
export const termsNear = (deal: Deal, today: CalendarDateText): readonly TermDate[] =>
  deal.phase === 'lost' ? [] : termDates(deal, today).filter(({ isNear }) => isNear);

/** The first day on which a date counts as near. */
export const nearFrom = ({ kind, date }: Pick<TermDate, 'kind' | 'date'>): CalendarDateText => addDays(date, -NEAR_DAYS[kind]);
