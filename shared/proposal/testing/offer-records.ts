import type { Command } from '../../ledger/command';
import type { Json, RecordId } from '../../ledger/entry';
import { recordsFrom } from '../../records/records-from';
import type { Records } from '../../records/records';
import type { RecordOf, RecordType } from '../../records/registry';
import type { Result } from '../../values/result';

/** A handful of records that commands change, for tests of rules. No ledger: one person, nothing offline. */
export class OfferRecords {
  private readonly stored = new Map<RecordId, Record<string, Json>>();
  private minted = 0;

  constructor(records: Readonly<Record<RecordId, Readonly<Record<string, Json>>>>) {
    for (const [id, values] of Object.entries(records)) this.stored.set(id as RecordId, { ...values });
  }

  get records(): Records {
    return recordsFrom([...this.stored].map(([id, values]) => ({ id, values })));
  }

  get<T extends RecordType>(type: T, id: string): RecordOf<T> {
    const found = this.records.get(type, id);
    if (!found) throw new Error(`no ${id}`);
    return found;
  }

  /** Carries a command out, or throws the words with which a rule refused it. */
  do(decided: Command | Result<Command, { readonly message: string }>): Command {
    if ('ok' in decided && !decided.ok) throw new Error(decided.error.message);
    const command = 'ok' in decided ? decided.value : decided;
    for (const { record, set } of command.changes) {
      const next = { ...this.stored.get(record), ...set };
      this.stored.set(record, Object.fromEntries(Object.entries(next).filter(([, value]) => value !== null)));
    }
    return command;
  }

  /** Ids in the order in which they are asked for. */
  readonly id = <T extends string>(type: T): `${T}:${string}` => `${type}:n${String((this.minted += 1)).padStart(3, '0')}`;
}

export const eur = (units: number) => ({ amount: Math.round(units * 100), currency: 'EUR' });
