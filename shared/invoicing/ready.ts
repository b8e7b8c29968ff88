import type { CalendarDateText, Id } from '../records/define-record';
import type { Records } from '../records/records';
import type { ChangeOrder, Deal, Milestone, TimeEntry } from '../records/registry';
import { isSignedDeal } from '../deal/phase';
import { isBilledByHour } from '../time/activity';
import { byKey } from '../time/by-key';
import { sumHours } from '../ticket/hours';
import { addMonths } from '../values/calendar';
import { money, multiplyMoney, subtractMoney, sumMoney, type Money } from '../values/money';
import { billedNet } from './sums';
import { t } from '../values/texts';

/** Something that can go on a bill now. `net` is without tax. */
export type ReadyItem = { readonly key: string; readonly text: string; readonly net: Money } & (
  | { readonly kind: 'milestone'; readonly milestone: Milestone }
  | { readonly kind: 'change order'; readonly changeOrder: ChangeOrder }
  | { readonly kind: 'retainer'; readonly period: number; readonly from: CalendarDateText }
  | {
      readonly kind: 'time';
      readonly entries: readonly TimeEntry[];
      readonly hours: number;
      readonly rate: Money;
      readonly scopeLine?: Id<'scopeLine'>;
    }
);

/** What can be billed on a deal today, and what would be if it had a price. */
export interface ReadyToBill {
  readonly items: readonly ReadyItem[];
  /** Approved, billable hours that nobody has given a rate. */
  readonly unpriced: readonly TimeEntry[];
  /** What a capped deal still has room for, net; undefined where there is no cap. */
  readonly capLeft?: Money;
}

/**
 * Reached milestones with a fee, approved change orders, approved hours of T&M, retainer periods that have begun: with what
 * no bill has of them yet, or a credit note has taken back.
 */
export function readyToBill(records: Records, deal: Deal, today: CalendarDateText): ReadyToBill {
  if (!isSignedDeal(deal)) return { items: [], unpriced: [] };
  const time = isBilledByHour(deal) ? timeToBill(records, deal) : { items: [], unpriced: [] };
  const items = [
    ...milestonesToBill(records, deal),
    ...changeOrdersToBill(records, deal),
    ...retainerToBill(records, deal, today),
    ...time.items,
  ];
  const capLeft = deal.billingModel === 'capped T&M' && deal.cap ? leftOfCap(records, deal, deal.cap) : undefined;
  return { items, unpriced: time.unpriced, ...(capLeft ? { capLeft } : {}) };
}

function milestonesToBill(records: Records, deal: Deal): readonly ReadyItem[] {
  const reached = records.of('milestone', 'deal', deal.id).filter(({ reachedAt }) => reachedAt !== undefined);
  return reached.flatMap((milestone): readonly ReadyItem[] => {
    const { fee, id, title } = milestone;
    const net = fee && subtractMoney(fee, billedNet(records, 'milestone', id, fee.currency));
    return net && net.amount > 0 ? [{ kind: 'milestone', key: id, text: title, net, milestone }] : [];
  });
}

/** Where the client pays by the hour, hours on a change order are billed as hours; its price is a limit, not a fee. */
function changeOrdersToBill(records: Records, deal: Deal): readonly ReadyItem[] {
  const agreed = records.of('changeOrder', 'deal', deal.id).filter(({ status }) => status === 'billed');
  return agreed.flatMap((changeOrder): readonly ReadyItem[] => {
    const { price, id, title } = changeOrder;
    const net = price && subtractMoney(price, billedNet(records, 'changeOrder', id, price.currency));
    const isByHour = isBilledByHour(deal) && records.of('timeEntry', 'changeOrder', id).some(({ billable }) => billable);
    return isByHour || !net || net.amount <= 0
      ? []
      : [{ kind: 'change order', key: id, text: t('Change order: {{title}}', { title }), net, changeOrder }];
  });
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** Periods that have begun and are not billed. What is billed is told by the sum of lines that stand for nothing else. */
function retainerToBill(records: Records, deal: Deal, today: CalendarDateText): readonly ReadyItem[] {
  const { billingModel, retainerFee, retainerPeriod, retainerPeriods } = deal;
  const start = deal.kickoffAt ?? deal.signedAt;
  if (billingModel !== 'retainer' || !retainerFee || retainerFee.amount <= 0 || !retainerPeriod || !start) return [];
  const billed = Math.round(freeLinesNet(records, deal, retainerFee.currency).amount / retainerFee.amount);
  const items: ReadyItem[] = [];
  for (let period = Math.max(0, billed); period < (retainerPeriods ?? Infinity); period += 1) {
    const from = addMonths(start, period * MONTHS[retainerPeriod]);
    if (from > today) break;
    const text = t('Retainer, {{retainerPeriod}} {{period}} from {{from}}', { retainerPeriod, period: period + 1, from });
    items.push({ kind: 'retainer', key: `period-${period + 1}`, text, net: retainerFee, period: period + 1, from });
  }
  return items;
}

function freeLinesNet(records: Records, deal: Deal, currency: string): Money {
  const nets = records.of('invoice', 'deal', deal.id).flatMap(({ id, kind }) =>
    records
      .of('invoiceLine', 'invoice', id)
      .filter((line) => !line.milestone && !line.changeOrder && !line.scopeLine && line.net.currency === currency)
      .map(({ net }) => (kind === 'credit note' ? money(-net.amount, currency) : net)),
  );
  return sumMoney(nets, currency);
}

function timeToBill(records: Records, deal: Deal): Pick<ReadyToBill, 'items' | 'unpriced'> {
  const open = records
    .of('timeEntry', 'deal', deal.id)
    .filter(({ approved, billable, activity, invoiceLine }) => approved && billable && activity !== 'pursuit' && invoiceLine === undefined);
  const groups = byKey(open, ({ scopeLine = '', billRate }) => `${scopeLine} ${billRate ? `${billRate.amount} ${billRate.currency}` : ''}`);
  const items = [...groups].flatMap(([key, entries]): readonly ReadyItem[] => {
    const [first] = entries;
    if (!first?.billRate) return [];
    const hours = sumHours(entries);
    const line = records.get('scopeLine', first.scopeLine);
    return [
      {
        kind: 'time',
        key: `time ${key}`,
        text: `${line?.title ?? t('Work by the hour')}, ${hours} h ${periodOf(entries)}`,
        net: multiplyMoney(first.billRate, hours),
        rate: first.billRate,
        entries,
        hours,
        ...(line ? { scopeLine: line.id } : {}),
      },
    ];
  });
  return { items, unpriced: open.filter(({ billRate }) => billRate === undefined) };
}

/** `2026-11-02 to 2026-11-27`. */
function periodOf(entries: readonly TimeEntry[]): string {
  const days = entries.map(({ date }) => date).sort();
  const [first = '', last = ''] = [days[0], days.at(-1)];
  return first === last ? t('on {{first}}', { first }) : t('from {{first}} to {{last}}', { first, last });
}

function leftOfCap(records: Records, deal: Deal, cap: Money): Money {
  const nets = records.of('invoice', 'deal', deal.id).flatMap(({ id, kind }) =>
    records
      .of('invoiceLine', 'invoice', id)
      .filter(({ net, changeOrder }) => net.currency === cap.currency && !changeOrder)
      .map(({ net }) => (kind === 'credit note' ? money(-net.amount, cap.currency) : net)),
  );
  return subtractMoney(cap, sumMoney(nets, cap.currency));
}
