import type { RecordId } from '#shared/ledger/entry';
import type { CalendarDateText, MoneyValue } from '#shared/records/define-record';
import { joinedPerson } from '#shared/records/joined-person';
import type { Records } from '#shared/records/records';
import { type AnyRecord, definitionOf, type InvoiceLine, type RecordType } from '#shared/records/registry';
import { recordTitle, shorten } from '#shared/records/title';
import { negateMoney, sumMoney } from '#shared/values/money';
import { typeOf } from '../record-path';
import { t } from '#shared/values/texts';

/** One record behind a number, as a line of a list. */
export interface RecordFacts {
  readonly id: RecordId;
  /** The noun of its kind: `Invoice`. */
  readonly kind: string;
  readonly title: string;
  readonly deal: RecordId | undefined;
  readonly dealName: string | undefined;
  readonly on: CalendarDateText | undefined;
  readonly amount: MoneyValue | undefined;
  readonly hours: number | undefined;
  readonly who: string | undefined;
}

/** The records with these ids, each once, as far as this device has them. */
export function recordFacts(records: Records, ids: readonly string[]): readonly RecordFacts[] {
  return [...new Set(ids)].flatMap((id) => {
    const type = typeOf(id) as RecordType;
    const record = records.get(type, id);
    return record ? [factsOf(records, record, type)] : [];
  });
}

type Fields = Readonly<Record<string, unknown>>;

function factsOf(records: Records, record: AnyRecord, type: RecordType): RecordFacts {
  const fields = record as unknown as Fields;
  const invoice = type === 'payment' || type === 'invoiceLine' ? records.get('invoice', textIn(fields, 'invoice')) : undefined;
  const deal = type === 'deal' ? record.id : ((textIn(fields, 'deal') as RecordId | undefined) ?? invoice?.deal);
  const hours = fields['hours'] ?? fields['plannedHours'];
  return {
    id: record.id,
    kind: kindOf(type, fields),
    title: invoice ? `${type === 'payment' ? t('Paid on') : t('Line of')} ${invoice.number}` : titleOf(records, record, type, fields),
    deal,
    dealName: records.get('deal', deal)?.name,
    on: dayOf(type, fields),
    amount: amountOf(records, record, type, fields),
    hours: typeof hours === 'number' ? hours : undefined,
    who: joinedPerson(records, textIn(fields, 'person') ?? textIn(fields, 'decidedBy') ?? textIn(fields, 'owner'))?.name,
  };
}

const textIn = (fields: Fields, name: string): string | undefined => {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

const kindOf = (type: RecordType, fields: Fields): string =>
  type === 'invoice' && fields['kind'] === 'credit note' ? t('Credit note') : definitionOf(type).label;

/** Time entries are told by their work, plans by what they plan. */
function titleOf(records: Records, record: AnyRecord, type: RecordType, fields: Fields): string {
  if (type !== 'timeEntry' && type !== 'costPlan' && type !== 'costRate' && type !== 'marginFreeze') return recordTitle(record);
  const about = records.get('ticket', textIn(fields, 'ticket')) ?? records.get('scopeLine', textIn(fields, 'scopeLine'));
  const other = records.get('changeOrder', textIn(fields, 'changeOrder')) ?? records.get('commitment', textIn(fields, 'commitment'));
  const work = about ?? other;
  const note = textIn(fields, 'note');
  return [work && recordTitle(work), note && shorten(note, 60)].filter(Boolean).join(': ') || definitionOf(type).label;
}

/** What one record adds to a number, where that is not what the record itself says. */
export interface CauseOf {
  readonly record: string;
  readonly amount: MoneyValue;
  readonly hours?: number;
  readonly at: CalendarDateText | undefined;
}

/** The same for causes: each with what it adds. A record that is not here any more is told all the same. */
export function causeFacts(records: Records, causes: readonly CauseOf[]): readonly RecordFacts[] {
  return causes.map(({ record, amount, hours, at }) => {
    const [facts] = recordFacts(records, [record]);
    return { ...(facts ?? gone(record as RecordId)), amount, hours, on: at };
  });
}

const gone = (id: RecordId): RecordFacts => ({
  id,
  kind: definitionOf(typeOf(id) as RecordType).label,
  title: t('No longer here'),
  deal: undefined,
  dealName: undefined,
  on: undefined,
  amount: undefined,
  hours: undefined,
  who: undefined,
});

/** The day on which a record of a kind began to count. */
const DAYS: Readonly<Partial<Record<RecordType, readonly string[]>>> = {
  invoice: ['issuedAt'],
  payment: ['paidAt'],
  milestone: ['reachedAt', 'due'],
  changeOrder: ['decidedAt', 'submittedAt', 'requestedAt'],
  concession: ['givenAt'],
  commitment: ['madeAt'],
  deal: ['signedAt'],
  marginFreeze: ['acceptedAt'],
  costRate: ['from'],
};

function dayOf(type: RecordType, fields: Fields): CalendarDateText | undefined {
  for (const name of DAYS[type] ?? ['date']) {
    const day = textIn(fields, name);
    if (day) return day;
  }
  return undefined;
}

const AMOUNTS = ['amount', 'net', 'fee', 'absorbed', 'price', 'value', 'cost', 'estimated', 'planned', 'hourlyCost'] as const;

function amountOf(records: Records, record: AnyRecord, type: RecordType, fields: Fields): MoneyValue | undefined {
  if (type === 'invoice') return invoiceNet(records.of('invoiceLine', 'invoice', record.id), fields);
  for (const name of AMOUNTS) {
    const value = fields[name];
    if (typeof value === 'object' && value !== null && 'currency' in value) return value as MoneyValue;
  }
  return undefined;
}

function invoiceNet(lines: readonly InvoiceLine[], fields: Fields): MoneyValue | undefined {
  const first = lines[0]?.net;
  if (!first || lines.some(({ net }) => net.currency !== first.currency)) return undefined;
  const net = sumMoney(
    lines.map((line) => line.net),
    first.currency,
  );
  return fields['kind'] === 'credit note' ? negateMoney(net) : net;
}
