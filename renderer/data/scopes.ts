import { isEntry, type Json, type LedgerItem, type RecordId } from '#shared/ledger/entry';
import type { Fold } from '#shared/ledger/fold';
import type { PageIndex } from './page-index';

/** Lines of a larger thing belong to the deal of that thing; their own page scope is the thing itself. */
const OWNERS = ['deal', 'proposal', 'invoice', 'milestone', 'blueprint', 'account'] as const;

/** Nouns whose lines are filed under them: a deal's history asks for these as well. */
export const LINE_OWNERS = ['proposal', 'invoice', 'milestone', 'blueprint'] as const;

type Values = Readonly<Record<string, Json | undefined>> | undefined;

/** Under which scope a record's pages are filed: what it belongs to most closely, or itself. */
export function scopeOf(record: RecordId, values: Values): string {
  if (values === undefined || record.startsWith('deal:')) return record;
  for (const owner of OWNERS) {
    const value = values[owner];
    if (typeof value === 'string') return value;
  }
  return record;
}

/** Every record that these items edit. */
export function recordsOf(items: readonly LedgerItem[]): Set<RecordId> {
  const records = new Set<RecordId>();
  for (const item of items) if (isEntry(item)) for (const { record } of item.edits) records.add(record);
  return records;
}

/** Where each record was filed before new items are folded. */
export function scopesBefore(fold: Fold, records: Iterable<RecordId>): Map<RecordId, string> {
  const scopes = new Map<RecordId, string>();
  for (const record of records) {
    const held = fold.get(record);
    if (held !== undefined) scopes.set(record, scopeOf(record, held.values));
  }
  return scopes;
}

/**
 * Files a page, whose items are folded already, under all that its entries belong to. Where a record moved, what was
 * filed under its former scope can from now on be found under the new one: a deal's history holds the entries of all
 * records that belong to it or ever did.
 */
export function filePage(
  index: PageIndex,
  page: string,
  items: readonly LedgerItem[],
  fold: Fold,
  before: ReadonlyMap<RecordId, string>,
): void {
  const scopes = new Set<string>();
  for (const item of items) {
    if (!isEntry(item)) continue;
    if (item.deal !== undefined) scopes.add(item.deal);
    if (item.account !== undefined) scopes.add(item.account);
    for (const edit of item.edits) {
      const { record } = edit;
      const { values } = fold.get(record) ?? {};
      const now = scopeOf(record, values);
      scopes.add(now).add(before.get(record) ?? now);
      if (record.startsWith('deal:') || record.startsWith('account:')) scopes.add(record);
      addOwners(scopes, values, ['account']);
      // An edit that arrives before the creation names the deal itself, and one that was outvoted still happened there.
      if ('set' in edit) addOwners(scopes, edit.set, OWNERS);
    }
  }
  index.note(page, scopes);
  for (const [record, former] of before) {
    const now = scopeOf(record, fold.get(record)?.values);
    if (now !== former) index.join(former, now);
  }
}

function addOwners(scopes: Set<string>, values: Values, owners: readonly string[]): void {
  for (const owner of owners) {
    const value = values?.[owner];
    if (typeof value === 'string') scopes.add(value);
  }
}
