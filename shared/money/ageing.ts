import { sumMoney, type Money } from '../values/money';
import type { BillStanding } from './billing';

/** How long a bill has been due. Without a due date it is not due; credit that nobody has used lowers what is not due. */
export const AGES = ['not due', '1–30 days', '31–60 days', '61–90 days', 'over 90 days'] as const;
export type Age = (typeof AGES)[number];

const UP_TO = [0, 30, 60, 90] as const;

/** The age of a bill by the days that have passed since its due date: 30 is still `1–30 days`, 31 is not. */
export function ageOf(daysOverdue: number): Age {
  const at = UP_TO.findIndex((days) => daysOverdue <= days);
  return AGES[at === -1 ? AGES.length - 1 : at] ?? 'over 90 days';
}

/** What is open of bills in one currency, by age; the five sums add up to what is outstanding. */
export function ageing(bills: readonly Pick<BillStanding, 'open' | 'daysOverdue'>[], currency: string): readonly (readonly [Age, Money])[] {
  return AGES.map((age) => [
    age,
    sumMoney(
      bills.filter(({ daysOverdue }) => ageOf(daysOverdue) === age).map(({ open }) => open),
      currency,
    ),
  ]);
}
