import type { Json } from '../../ledger/entry';
import { recordsOf } from '../../records/records-from';
import type { Records } from '../../records/records';
import type { AnyRecord, RecordOf, RecordType } from '../../records/registry';
import { viewAs } from '../../records/view';

/** A record of the deal `deal:1`, as readers see it. */
export function a<T extends RecordType>(type: T, values: Readonly<Record<string, Json>> = {}, body = '1'): RecordOf<T> {
  const record = viewAs(type, { id: `${type}:${body}`, values: { deal: 'deal:1', ...values } });
  if (!record) throw new Error(`no ${type}`);
  return record;
}

export const aDeal = (values: Readonly<Record<string, Json>> = {}) =>
  a('deal', { name: 'Order-to-cash', phase: 'scoping', ae: 'person:ada', presalesLead: 'person:jonas', pm: 'person:mehmet', ...values });
export const aTicket = (values: Readonly<Record<string, Json>> = {}, body = '1') =>
  a('ticket', { title: 'Price the lines', kind: 'proposal construction', status: 'in progress', ...values }, body);
export const aPerson = (body: string, values: Readonly<Record<string, Json>> = {}) => a('person', { name: body, ...values }, body);

export const world = (...records: readonly AnyRecord[]): Records => recordsOf(records);

/** The words of a refusal; undefined where it went well. */
export const refusal = (result: { readonly ok: boolean; readonly error?: { readonly message: string } }): string | undefined =>
  result.error?.message;

/** What the first change of a command sets. */
export const set = (result: {
  readonly ok: boolean;
  readonly value?: { readonly changes: readonly { readonly set: Readonly<Record<string, Json>> }[] };
}): Readonly<Record<string, Json>> | undefined => result.value?.changes[0]?.set;
