import type { CalendarDateText } from '../records/define-record';
import type { ChangeOrder } from '../records/registry';
import { daysBetween } from '../values/calendar';
import type { Money } from '../values/money';

/** How a request can end. Nothing else is an end. */
export const DECIDED = ['billed', 'absorbed', 'rejected'] as const satisfies readonly ChangeOrder['status'][];
export type Decided = (typeof DECIDED)[number];

/** Nobody has said yet whether it is billed, absorbed or rejected. */
export const isUndecided = ({ status }: Pick<ChangeOrder, 'status'>): boolean => !(DECIDED as readonly string[]).includes(status);

/** Days since it was asked for; undefined where nobody noted when. */
export function ageInDays({ requestedAt, submittedAt }: ChangeOrder, today: CalendarDateText): number | undefined {
  const since = requestedAt ?? submittedAt;
  return since === undefined ? undefined : Math.max(0, daysBetween(since, today));
}

/** Those that wait first, the oldest of them first; then what was decided, the latest first. */
export function byUrgency(a: ChangeOrder, b: ChangeOrder): number {
  const waits = Number(isUndecided(b)) - Number(isUndecided(a));
  if (waits !== 0) return waits;
  const [first, second] = [dayOf(a), dayOf(b)];
  if (first === second) return a.id < b.id ? -1 : 1;
  return (first < second ? -1 : 1) * (isUndecided(a) ? 1 : -1);
}

const dayOf = (order: ChangeOrder): string =>
  (isUndecided(order) ? (order.requestedAt ?? order.submittedAt) : (order.decidedAt ?? order.requestedAt)) ?? '';

/** What a decided request cost or brought at its price: the sum that was billed, given for nothing, or turned down. */
export const decidedValue = ({ status, price, absorbed }: ChangeOrder): Money | undefined =>
  status === 'absorbed' ? (absorbed ?? price) : price;
