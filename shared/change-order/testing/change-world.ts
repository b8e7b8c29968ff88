import type { Command } from '../../ledger/command';
import type { Json } from '../../ledger/entry';
import type { Records } from '../../records/records';
import { recordsFrom } from '../../records/records-from';
import type { RecordOf, RecordType } from '../../records/registry';
import type { StoredRecord } from '../../records/view';
import type { Result } from '../../values/result';

type Stored = Readonly<Record<string, Readonly<Record<string, Json>>>>;

/** A world of records to which commands can be applied, as a ledger would without anybody else. */
export interface ChangeWorld {
  readonly records: Records;
  readonly stored: Stored;
  get<T extends RecordType>(type: T, id: string): RecordOf<T>;
  /** The world after an act; a refusal throws its words. */
  after(outcome: Command | Result<Command, { readonly message: string }>): ChangeWorld;
}

export function changeWorld(stored: Stored): ChangeWorld {
  const records = recordsFrom(Object.entries(stored).map(([id, values]): StoredRecord => ({ id: id as StoredRecord['id'], values })));
  return {
    records,
    stored,
    get: (type, id) => {
      const found = records.get(type, id);
      if (!found) throw new Error(`no ${id}`);
      return found;
    },
    after: (outcome) => {
      const decided = 'ok' in outcome ? outcome : ({ ok: true, value: outcome } as const);
      if (!decided.ok) throw new Error(decided.error.message);
      const next: Record<string, Readonly<Record<string, Json>>> = { ...stored };
      for (const { record, set } of decided.value.changes) {
        const values = { ...next[record], ...set };
        next[record] = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
      }
      return changeWorld(next);
    },
  };
}

export const euros = (units: number) => ({ amount: units * 100, currency: 'EUR' });

/** A signed deal of €100,000 with its people, and one request on it of 40 hours. */
export const aWorld = (order: Readonly<Record<string, Json>> = {}): ChangeWorld =>
  changeWorld({
    'person:mehmet': { name: 'Mehmet Aydin', active: true, 'roles/PM': true },
    'person:ruth': { name: 'Ruth Halden', active: true, 'roles/partner': true },
    'person:ada': { name: 'Ada Brandt', active: true, 'roles/AE': true },
    'deal:1': { name: 'Order-to-cash', phase: 'build', amount: euros(100_000), billingModel: 'fixed', pm: 'person:mehmet' },
    'scopeLine:core': { deal: 'deal:1', title: 'Core', status: 'in', price: euros(100_000), rank: 'V' },
    'moment:mail': {
      kind: 'e-mail',
      deal: 'deal:1',
      at: '2026-11-02T09:00:00.000Z',
      subject: 'Returns',
      body: 'Hello. We also need the returns of hall 3 on the scanner. Thank you.',
      'contacts/contact:lena': true,
    },
    'changeOrder:1': {
      deal: 'deal:1',
      title: 'Returns of hall 3',
      detail: 'Returns on the scanner.',
      status: 'requested',
      requestedAt: '2026-11-02',
      hours: 40,
      ...order,
    },
  });
