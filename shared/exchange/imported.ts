import type { RecordId } from '../ledger/entry';
import type { Records } from '../records/records';
import { sameValue } from '../records/write';

/** What a record owes to an import. */
export interface ImportedFrom {
  /** `hubspot-deals` */
  readonly source: string;
  readonly externalId: string;
  /** Fields whose value now is the one that the source brought; a date of signature among them is "as imported". */
  readonly fields: ReadonlySet<string>;
  /** The other firms that the source lists beside the first, which counts. */
  readonly otherAccounts: readonly `account:${string}`[];
}

/** Where the values of a record came from; undefined for one that was never imported. */
export function importedFrom(records: Records, record: RecordId): ImportedFrom | undefined {
  const [row] = records.of('importedRow', 'target', record);
  const type = record.slice(0, record.indexOf(':'));
  const current = records.get(type as 'deal', record) as Readonly<Record<string, unknown>> | undefined;
  if (!row || !current) return undefined;
  const brought = (row.brought ?? {}) as Readonly<Record<string, unknown>>;
  const same = Object.keys(brought).filter((field) => brought[field] !== null && sameValue(brought[field], current[field]));
  const others = brought['otherAccounts'];
  return {
    source: row.source,
    externalId: row.externalId,
    fields: new Set(same),
    otherAccounts: Array.isArray(others) ? (others as `account:${string}`[]) : [],
  };
}
