import type { Id } from '../records/define-record';
import type { Records } from '../records/records';
import type { Invoice, Payment } from '../records/registry';
import { derivedId } from '../values/id';
import { importedRowId } from './targets';
import type { Draft } from './draft';

/** An invoice that two deals share stands once for each of them: `INV-0101 · deal:…`. */
const PART = ' · ';
export const sharedInvoiceId = (invoice: string, deal: Id<'deal'>): string => `${invoice}${PART}${deal}`;

/** What earlier imports of a system, and hands, left of invoices: looked up once for a file. */
export class KnownInvoices {
  private readonly records: Records;
  private readonly system: string;
  private readonly byNumber = new Map<string, Invoice>();
  private readonly brought = new Map<string, string[]>();

  constructor(records: Records, system: string) {
    this.records = records;
    this.system = system;
    for (const invoice of records.all('invoice')) this.byNumber.set(`${invoice.kind} ${invoice.number}`, invoice);
    for (const row of records.all('importedRow')) {
      if (row.source !== this.source('invoices')) continue;
      const base = row.externalId.split(PART)[0] ?? '';
      this.brought.set(base, [...(this.brought.get(base) ?? []), row.externalId]);
    }
  }

  source(of: 'invoices' | 'lines' | 'payments'): string {
    return of === 'invoices' ? `${this.system}-invoices` : `${this.system}-invoice-${of}`;
  }

  /** An invoice of that number which a hand entered: it is the same one. */
  enteredByHand(kind: Invoice['kind'], number: string): Id<'invoice'> | undefined {
    const found = this.byNumber.get(`${kind} ${number}`);
    return found && this.records.of('importedRow', 'target', found.id).length === 0 ? found.id : undefined;
  }

  /** The record that an invoice of the file was, or will be. */
  recordOf(externalId: string, kind: Invoice['kind'], number: string): Id<'invoice'> {
    const row = this.records.get('importedRow', importedRowId(this.source('invoices'), externalId));
    return (row?.target as Id<'invoice'> | undefined) ?? this.enteredByHand(kind, number) ?? derivedId('invoice', this.system, externalId);
  }

  /** True where a hand entered it before the file brought it: its lines are that hand's. */
  isByHand(record: Id<'invoice'>, externalId: string): boolean {
    return record !== derivedId('invoice', this.system, externalId) && this.records.get('invoice', record) !== undefined;
  }

  /** Payments of an invoice that no import of this system brought. */
  paymentsByHand(record: Id<'invoice'>): readonly Payment[] {
    return this.records
      .of('payment', 'invoice', record)
      .filter(({ id }) => !this.records.of('importedRow', 'target', id).some(({ source }) => source === this.source('payments')));
  }

  /** What earlier imports brought of an invoice and the file no longer has: to be put away, with its lines and payments. */
  gone(invoice: string, stays: ReadonlySet<string>, line: number): readonly Draft[] {
    return (this.brought.get(invoice) ?? [])
      .filter((externalId) => !stays.has(externalId))
      .flatMap((externalId) => [
        ...this.draftIfHere('invoice', this.source('invoices'), externalId, line),
        ...this.goneAfter(externalId, 0, line),
        ...this.gonePayments(externalId, 0, line),
      ]);
  }

  /** Lines behind the last one that the file still has. */
  goneAfter(externalId: string, count: number, line: number): readonly Draft[] {
    return this.numbered('invoiceLine', this.source('lines'), externalId, count, line);
  }

  gonePayments(externalId: string, count: number, line: number): readonly Draft[] {
    return this.numbered('payment', this.source('payments'), externalId, count, line);
  }

  private numbered(type: Draft['type'], source: string, externalId: string, count: number, line: number): readonly Draft[] {
    const drafts: Draft[] = [];
    for (let n = count + 1; this.records.get('importedRow', importedRowId(source, `${externalId}#${n}`)); n += 1)
      drafts.push(...this.draftIfHere(type, source, `${externalId}#${n}`, line));
    return drafts;
  }

  private draftIfHere(type: Draft['type'], source: string, externalId: string, line: number): readonly Draft[] {
    const target = this.records.get('importedRow', importedRowId(source, externalId))?.target;
    const ours = target && (this.records.get(type, target) as { readonly archived?: boolean } | undefined);
    if (!ours || ours.archived) return [];
    return [
      {
        line,
        part: `gone ${externalId} ${type}`,
        source,
        type,
        externalId,
        title: titleOf(type, externalId),
        values: {},
        refs: [],
        problems: [],
        isGone: true,
      },
    ];
  }
}

const titleOf = (type: Draft['type'], externalId: string): string => {
  const number = (externalId.split(PART)[0] ?? '').replace(/#\d+$/, '');
  return type === 'invoice' ? number : `${type === 'payment' ? 'Payment' : 'A line'} of ${number}`;
};
