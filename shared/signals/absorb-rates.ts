import type { MoneyValue } from '../records/define-record';
import type { ChangeOrder, Deal } from '../records/registry';
import { addDays, daysBetween, type CalendarDate } from '../values/calendar';
import { ratio } from '../values/percent';
import { keptWith, type DealFacts } from './deal-facts';
import type { SamePerson } from './escalations';
import { byWeight, countOf, groupsOf, toHundredth, type Measured, type SignalRow } from './signal';
import type { SignalSettings } from './signal-settings';
import { t } from '../values/texts';

type Person = NonNullable<Deal['pm']>;

/** A decision speaks for a year. */
const YEAR_DAYS = 365;

/** How much of what clients asked for on the deals of a project manager was given for nothing, in one currency. */
export interface AbsorbRate {
  readonly person: Person;
  readonly currency: string;
  /** Absorbed ÷ (absorbed + billed) by value, 0 to 1. Rejected requests are no work and count in neither. */
  readonly rate: number;
  readonly decided: readonly ChangeOrder[];
}

interface Decided {
  readonly person: Person;
  readonly currency: string;
  readonly decided: ChangeOrder[];
}

/** What some deals add to the signal. */
export interface ChangeOrdersTally {
  /** Requests that wait, by weight. */
  readonly waiting: readonly SignalRow[];
  /** By project manager and currency. */
  readonly decided: ReadonlyMap<string, Readonly<Decided>>;
}

/** Absorb rates of project managers on whose deals at least `least` orders of one currency were decided within a year. */
export const absorbRates = (facts: readonly DealFacts[], day: CalendarDate, least: number, same: SamePerson): readonly AbsorbRate[] =>
  ratesOf([decidedIn(facts, day, same)], least);

function decidedIn(facts: readonly DealFacts[], day: CalendarDate, same: SamePerson): ReadonlyMap<string, Decided> {
  const groups = new Map<string, Decided>();
  const from = addDays(day, -YEAR_DAYS);
  for (const { deal, orders } of facts) {
    for (const order of orders) {
      const currency = worthOf(order)?.currency;
      if (!deal.pm || currency === undefined || !isDecidedWithin(order, from, day)) continue;
      const person = same(deal.pm);
      const group = groups.get(`${person} ${currency}`) ?? { person, currency, decided: [] };
      group.decided.push(order);
      groups.set(`${person} ${currency}`, group);
    }
  }
  return groups;
}

function ratesOf(parts: readonly ChangeOrdersTally['decided'][], least: number): readonly AbsorbRate[] {
  const groups = new Map<string, Decided>();
  for (const [key, { person, currency, decided }] of parts.flatMap((part) => [...part])) {
    const group = groups.get(key) ?? { person, currency, decided: [] };
    group.decided.push(...decided);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ person, currency, decided: all }) => {
    const decided = all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const sum = (orders: readonly ChangeOrder[]) => orders.reduce((total, order) => total + (worthOf(order)?.amount ?? 0), 0);
    const rate = ratio(sum(decided.filter(({ status }) => status === 'absorbed')), sum(decided));
    return decided.length < least || rate === undefined ? [] : [{ person, currency, rate, decided }];
  });
}

/** Changes that take something out of the contract have nothing to absorb. */
function worthOf({ status, absorbed, price }: ChangeOrder): MoneyValue | undefined {
  const worth = status === 'absorbed' ? (absorbed ?? price) : price;
  return worth && worth.amount > 0 ? worth : undefined;
}

function isDecidedWithin({ status, decidedAt }: ChangeOrder, from: CalendarDate, day: CalendarDate): boolean {
  const isGivenOrSold = status === 'absorbed' || status === 'billed';
  return isGivenOrSold && decidedAt !== undefined && decidedAt <= day && decidedAt > from;
}

/** Percentage points between the highest and the lowest rate of one currency; the widest of all currencies. */
export function spreadOf(rates: readonly AbsorbRate[]): number | undefined {
  const byCurrency = groupsOf(rates, ({ currency }) => currency);
  const spreads = [...byCurrency.values()].filter((some) => some.length > 1).map((some) => range(some.map(({ rate }) => rate)));
  return spreads.length > 0 ? toHundredth(Math.max(...spreads) * 100) : undefined;
}

const range = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);

/**
 * Signal 4 (product.md §4): change orders decided differently by project manager (spread of the absorb rate by value
 * above the threshold), or a request that has waited too long. The number is the spread; a request that waits makes the
 * signal true whatever the spread.
 */
export const changeOrders = (facts: readonly DealFacts[], day: CalendarDate, settings: SignalSettings, same: SamePerson): Measured =>
  changeOrdersFrom([tallyChangeOrders(facts, day, settings, same)], settings);

export function tallyChangeOrders(
  facts: readonly DealFacts[],
  day: CalendarDate,
  settings: SignalSettings,
  same: SamePerson,
): ChangeOrdersTally {
  const waiting = facts.flatMap((one) =>
    one.orders.length === 0 ? [] : keptWith(one, settings, `waiting ${day}`, () => waitingRows(one, day, settings)),
  );
  return { waiting: waiting.toSorted(byWeight), decided: decidedIn(facts, day, same) };
}

/** The signal from what all deals add to it, whichever way they are grouped. */
export function changeOrdersFrom(tallies: readonly ChangeOrdersTally[], settings: SignalSettings): Measured {
  const waiting = tallies.flatMap((one) => one.waiting);
  const rates = ratesOf(
    tallies.map(({ decided }) => decided),
    settings.minimumSample,
  );
  const spread = spreadOf(rates);
  const rows = [...waiting, ...rates.map(rateRow)];
  const late = waiting.filter(({ over }) => over).length;
  const remark =
    late > 0
      ? t('{{late}} undecided for more than {{undecidedDays}} days', {
          late: countOf(late, 'request'),
          undecidedDays: settings.undecidedDays,
        })
      : undefined;
  const common = { rows, ...(remark ? { remark } : {}) };
  if (spread === undefined && late === 0) {
    const lacks = t(
      'Two project managers with {{minimumSample}} each, in one currency and within a year, are needed to compare them. No request is late.',
      { minimumSample: countOf(settings.minimumSample, t('decided change order')) },
    );
    return { ...common, isTrue: false, lacks };
  }
  return { ...common, ...(spread === undefined ? {} : { value: spread }), isTrue: late > 0 || (spread ?? 0) > settings.absorbPoints };
}

function waitingRows({ deal, orders }: DealFacts, day: CalendarDate, { undecidedDays }: SignalSettings): readonly SignalRow[] {
  return orders.flatMap((order): SignalRow[] => {
    const asked = order.requestedAt;
    if (asked === undefined || asked > day || !isUndecidedOn(order, day)) return [];
    const value = daysBetween(asked, day);
    const over = value > undecidedDays;
    return [{ key: order.id, deal: deal.id, text: order.title, value, unit: 'days', over, records: [order.id] }];
  });
}

const isUndecidedOn = ({ status, decidedAt }: ChangeOrder, day: CalendarDate): boolean =>
  status === 'requested' || status === 'submitted' || (decidedAt !== undefined && decidedAt > day);

function rateRow({ person, currency, rate, decided }: AbsorbRate): SignalRow {
  const value = toHundredth(rate * 100);
  return {
    key: `${person} ${currency}`,
    person,
    text: t('absorbed {{value}} % of what was asked for in {{currency}}, over {{length}}', {
      value,
      currency,
      length: countOf(decided.length, 'decision'),
    }),
    value,
    unit: '%',
    over: false,
    records: decided.map(({ id }) => id),
    aboutPeople: true,
  };
}
