import { leftBehind, partsSplitFrom, type LeftBehind } from '#shared/deal/split-after';
import { netByPart, partsBy, type Choices, type PartOf } from '#shared/deal/split-parts';
import type { Id } from '#shared/records/define-record';
import type { Records } from '#shared/records/records';
import { REGISTERS } from '#shared/records/register';
import { REGISTRY, type AnyRecord, type Deal, type Invoice, type RecordOf, type RecordType } from '#shared/records/registry';
import { recordTitle } from '#shared/records/title';
import { sumMoney, type Money } from '#shared/values/money';
import { t } from '#shared/values/texts';

/** Something of a deal that goes to one part: a record, or hours that belong to nothing in particular. */
export interface SplitItem {
  readonly key: string;
  /** The records behind it: choosing for the item chooses for all of them. */
  readonly records: readonly AnyRecord['id'][];
  readonly title: string;
  readonly money?: Money;
  readonly hours?: number;
}

export interface SplitGroup {
  readonly key: string;
  readonly label: string;
  readonly items: readonly SplitItem[];
}

/** All that somebody can choose for, in the order in which a person would. Groups without anything are left out. */
export function splitGroups(records: Records, deal: Id<'deal'>): readonly SplitGroup[] {
  const promises = REGISTERS.flatMap((type) => itemsOf(records, type, deal));
  const groups: readonly SplitGroup[] = [
    group('milestone', itemsOf(records, 'milestone', deal).toSorted(by((id) => records.get('milestone', id)?.due))),
    group('scopeLine', itemsOf(records, 'scopeLine', deal).toSorted(by((id) => records.get('scopeLine', id)?.rank))),
    group('changeOrder', itemsOf(records, 'changeOrder', deal)),
    group('ticket', itemsOf(records, 'ticket', deal)),
    { key: 'promises', label: t('Promises'), items: promises },
    group('invoice', itemsOf(records, 'invoice', deal)),
    { key: 'hours', label: t('Hours on no line and no ticket'), items: looseHours(records, deal) },
    {
      key: 'expense',
      label: t('Expenses on no line'),
      items: itemsOf(records, 'expense', deal, (expense) => !expense.scopeLine && !expense.changeOrder && !expense.invoice),
    },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

/** Items of one record each, by something of it; those without it last. */
const by =
  (of: (id: string | undefined) => string | undefined) =>
  (a: SplitItem, b: SplitItem): number =>
    (of(a.records[0]) ?? '~') < (of(b.records[0]) ?? '~') ? -1 : 1;

const group = (type: RecordType, items: readonly SplitItem[]): SplitGroup => ({ key: type, label: REGISTRY[type].plural, items });

type Listed = 'milestone' | 'scopeLine' | 'changeOrder' | 'ticket' | 'invoice' | 'expense' | (typeof REGISTERS)[number];

function itemsOf<T extends Listed>(
  records: Records,
  type: T,
  deal: Id<'deal'>,
  passes: (record: RecordOf<T>) => boolean = () => true,
): readonly SplitItem[] {
  return records
    .of<Listed>(type, 'deal', deal)
    .filter((record) => passes(record as RecordOf<T>))
    .map((record) => ({ key: record.id, records: [record.id], title: recordTitle(record), ...figuresOf(records, record) }));
}

function figuresOf(records: Records, record: RecordOf<Listed>): Pick<SplitItem, 'money' | 'hours'> {
  const at = record as {
    readonly price?: Money;
    readonly fee?: Money;
    readonly value?: Money;
    readonly cost?: Money;
    readonly plannedHours?: number;
  };
  const money = record.id.startsWith('invoice:') ? netOf(records, record as Invoice) : (at.price ?? at.fee ?? at.value ?? at.cost);
  return { ...(money ? { money } : {}), ...(at.plannedHours === undefined ? {} : { hours: at.plannedHours }) };
}

function netOf(records: Records, invoice: Invoice): Money | undefined {
  const nets = records.of('invoiceLine', 'invoice', invoice.id).map(({ net }) => net);
  const [first] = nets;
  if (!first || nets.some(({ currency }) => currency !== first.currency)) return undefined;
  const sum = sumMoney(nets, first.currency);
  return invoice.kind === 'credit note' ? { ...sum, amount: -sum.amount } : sum;
}

/** Hours of one person that follow nothing: chosen for together. */
function looseHours(records: Records, deal: Id<'deal'>): readonly SplitItem[] {
  const loose = records
    .of('timeEntry', 'deal', deal)
    .filter(({ scopeLine, ticket, changeOrder, commitment }) => !scopeLine && !ticket && !changeOrder && !commitment);
  const people = [...new Set(loose.map(({ person }) => person))];
  return people.map((person) => {
    const own = loose.filter((entry) => entry.person === person);
    return {
      key: `hours ${person}`,
      records: own.map(({ id }) => id),
      title: records.get('person', person)?.name ?? t('Unknown person'),
      hours: Math.round(own.reduce((sum, { hours }) => sum + hours, 0) * 100) / 100,
    };
  });
}

/** The part of each item as the choices stand, by its key. */
export function partsOfItems(records: Records, groups: readonly SplitGroup[], choices: Choices): ReadonlyMap<string, number> {
  const partOf = partsBy(records, choices);
  return new Map(groups.flatMap(({ items }) => items.map((item) => [item.key, partOfItem(records, item, partOf)] as const)));
}

function partOfItem(records: Records, { records: ids }: SplitItem, partOf: PartOf): number {
  const [id] = ids;
  const type = id?.slice(0, id.indexOf(':')) as Listed | undefined;
  const record = type && records.get(type, id);
  return record ? partOf(record) : 0;
}

/** An invoice that bills more than one part: it goes whole, and this is what it bills of each. */
export interface SharedInvoice {
  readonly invoice: Invoice;
  readonly part: number;
  /** Net by part, in minor units. */
  readonly net: ReadonlyMap<number, number>;
  readonly currency: string;
}

export function sharedInvoices(records: Records, deal: Id<'deal'>, choices: Choices): readonly SharedInvoice[] {
  const partOf = partsBy(records, choices);
  return records.of('invoice', 'deal', deal).flatMap((invoice) => {
    const net = netByPart(records, invoice.id, (record) => partOf(record as Parameters<PartOf>[0]));
    const currency = records.of('invoiceLine', 'invoice', invoice.id)[0]?.net.currency ?? 'EUR';
    const part = partOf(invoice);
    return [...net.keys()].some((other) => other !== part) ? [{ invoice, part, net, currency }] : [];
  });
}

/** What a deal was part of, what became deals of their own, and what stands here although it belongs to one of them. */
export interface SplitStanding {
  readonly from: Deal | undefined;
  readonly parts: readonly Deal[];
  readonly left: readonly LeftBehind[];
}

export const splitStanding = (records: Records, deal: Deal): SplitStanding => ({
  from: records.get('deal', deal.splitFrom),
  parts: partsSplitFrom(records, deal.id),
  left: leftBehind(records, deal),
});
