import type { Change } from '../ledger/command';
import type { Json } from '../ledger/entry';
import type { Id } from '../records/define-record';
import { REGISTERS } from '../records/register';
import type { Records } from '../records/records';
import { recordsOf } from '../records/records-from';
import type { AnyRecord, Deal } from '../records/registry';
import { typeOf } from '../records/registry';
import { viewAs } from '../records/view';
import type { Money } from '../values/money';
import { movedOf } from './split-parts';
import { t } from '../values/texts';

/** What must be the same before and after. Sums per currency in minor units, hours in thousandths; people by themselves. */
export interface Measure {
  readonly key: string;
  readonly label: string;
  readonly unit: 'count' | 'hours' | 'money' | 'people';
  /** Of money. */
  readonly currency?: string;
  readonly value: number;
}

interface Tally {
  readonly label: string;
  readonly unit: Measure['unit'];
  readonly currency?: string;
  value: number;
}

/**
 * Everything that a deal holds and a split must keep: scope, promises, work, people, time and money, line by line of a table.
 * Cost rows stand only where this client holds the finance ledger.
 */
export function measuresOf(records: Records, deals: readonly Id<'deal'>[]): readonly Measure[] {
  const sums = new Map<string, Tally>();
  const add = (key: string, label: string, unit: Measure['unit'], value: number, currency?: string): void => {
    const held = sums.get(key) ?? { label, unit, ...(currency ? { currency } : {}), value: 0 };
    held.value += value;
    sums.set(key, held);
  };
  const counted = (key: string, label: string, value: number): void => add(key, label, 'count', value);
  const summed = (key: string, label: string, value: Money | undefined): void => {
    if (value) add(`${key} ${value.currency}`, label, 'money', value.amount, value.currency);
  };
  const hours = (key: string, label: string, value: number | undefined): void => add(key, label, 'hours', Math.round((value ?? 0) * 1_000));
  for (const deal of deals) {
    const record = records.get('deal', deal);
    summed('amount', t('Signed value'), record?.amount);
    summed('cap', t('Cap'), record?.cap);
    summed('retainerFee', t('Retainer fee'), record?.retainerFee);
    addScope(records, deal, { counted, summed, hours });
    addWork(records, deal, { counted, summed, hours });
    addMoney(records, deal, { counted, summed, hours });
  }
  add('people', 'Buyers', 'people', new Set(deals.flatMap((deal) => records.get('deal', deal)?.buyers ?? [])).size);
  return [...sums].map(([key, { label, unit, currency, value }]) => ({ key, label, unit, ...(currency ? { currency } : {}), value }));
}

interface Adding {
  readonly counted: (key: string, label: string, value: number) => void;
  readonly summed: (key: string, label: string, value: Money | undefined) => void;
  readonly hours: (key: string, label: string, value: number | undefined) => void;
}

function addScope(records: Records, deal: Id<'deal'>, { counted, summed, hours }: Adding): void {
  const lines = records.of('scopeLine', 'deal', deal);
  counted('lines', t('Scope lines'), lines.length);
  for (const line of lines) {
    hours('planned', t('Planned hours'), line.plannedHours);
    summed('scope', t('Price of the scope'), line.price);
  }
  const promises = REGISTERS.reduce((sum, register) => sum + records.of<typeof register>(register, 'deal', deal).length, 0);
  counted('promises', t('Promises'), promises);
  for (const concession of records.of('concession', 'deal', deal)) {
    if (concession.givenBy === 'us') summed('conceded', t('Given up by us'), concession.value);
  }
}

function addWork(records: Records, deal: Id<'deal'>, { counted, summed, hours }: Adding): void {
  counted('tickets', t('Tickets'), records.of('ticket', 'deal', deal).length);
  counted('questions', t('Questions'), records.of('question', 'deal', deal).length);
  const entries = records.of('timeEntry', 'deal', deal);
  counted('entries', t('Time entries'), entries.length);
  for (const entry of entries) hours('hours', t('Hours booked'), entry.hours);
  const milestones = records.of('milestone', 'deal', deal);
  counted('milestones', t('Milestones'), milestones.length);
  for (const { fee } of milestones) summed('fees', t('Milestone fees'), fee);
  const orders = records.of('changeOrder', 'deal', deal);
  counted('orders', t('Change orders'), orders.length);
  for (const { price, status } of orders) summed('changes', t('Billed change orders'), status === 'billed' ? price : undefined);
}

function addMoney(records: Records, deal: Id<'deal'>, { counted, summed }: Adding): void {
  const invoices = records.of('invoice', 'deal', deal);
  counted('invoices', t('Invoices'), invoices.length);
  for (const invoice of invoices) {
    const sign = invoice.kind === 'credit note' ? -1 : 1;
    for (const { net } of records.of('invoiceLine', 'invoice', invoice.id)) {
      summed('billed', t('Billed, net'), { amount: net.amount * sign, currency: net.currency });
    }
    for (const { amount } of records.of('payment', 'invoice', invoice.id)) summed('paid', t('Paid'), amount);
  }
  for (const { planned, estimated } of records.of('costPlan', 'deal', deal)) {
    summed('plannedCost', t('Planned cost'), planned);
    summed('estimatedCost', t('Estimated cost'), estimated);
  }
  for (const { cost } of records.of('expense', 'deal', deal)) summed('expenses', t('Expenses'), cost);
  for (const { signedValue, plannedCost } of records.of('marginFreeze', 'deal', deal)) {
    summed('frozenValue', t('Signed value, frozen'), signedValue);
    summed('frozenCost', t('Planned cost, frozen'), plannedCost);
  }
}

/** One line of the table: before, each part, and whether the parts make the whole. */
export interface SumCheck extends Measure {
  readonly parts: readonly number[];
  readonly after: number;
  readonly holds: boolean;
}

/** Holds a deal before the split against all of its parts after it. */
export function checkSums(before: Records, after: Records, deal: Deal, parts: readonly Id<'deal'>[]): readonly SumCheck[] {
  const was = measuresOf(before, [deal.id]);
  const is = new Map(measuresOf(after, parts).map((measure) => [measure.key, measure]));
  const perPart = parts.map((part) => new Map(measuresOf(after, [part]).map(({ key, value }) => [key, value])));
  const held = new Map(was.map((measure) => [measure.key, measure]));
  return [...new Map([...held, ...is]).values()].map((measure) => {
    const value = held.get(measure.key)?.value ?? 0;
    const sum = is.get(measure.key)?.value ?? 0;
    return { ...measure, value, parts: perPart.map((part) => part.get(measure.key) ?? 0), after: sum, holds: sum === value };
  });
}

/**
 * All that a deal holds as it would be after some changes, and nothing else: what the sums of the parts are taken from, so that
 * they are sums of what will be written and not of what was meant.
 */
export function heldAfter(records: Records, deal: Deal, changes: readonly Change[]): Records {
  const views = new Map<string, AnyRecord>(heldBy(records, deal).map((view) => [view.id, view]));
  for (const { record, set } of changes) {
    const type = typeOf(record);
    const view = type && viewAs(type, { id: record, values: { ...storedOf(views.get(record)), ...set } });
    if (view) views.set(record, view);
  }
  return recordsOf(views.values());
}

function heldBy(records: Records, deal: Deal): readonly AnyRecord[] {
  const invoices = records.of('invoice', 'deal', deal.id);
  return [
    deal,
    ...movedOf(records, deal.id),
    ...records.of('marginFreeze', 'deal', deal.id),
    ...invoices.flatMap(({ id }) => [...records.of('invoiceLine', 'invoice', id), ...records.of('payment', 'invoice', id)]),
  ];
}

/** A view as stored values again: a set as one field per member. */
function storedOf(view: AnyRecord | undefined): Readonly<Record<string, Json>> {
  if (!view) return {};
  const values = Object.entries(view).filter(([field]) => field !== 'id') as readonly (readonly [string, Json])[];
  return Object.fromEntries(
    values.flatMap(([field, value]) =>
      Array.isArray(value) ? value.map((member) => [`${field}/${String(member)}`, true]) : [[field, value]],
    ),
  );
}
