import { deviceOf, isEntry, isStub, seqOf, type EntryId, type LedgerItem, type Stub } from './entry';
import { hashEntry } from './hash';

/** What stands in place of an entry that was taken back or left out: its place in the chain, without its content. */
export const stubOf = (item: Exclude<LedgerItem, Stub>): Stub => ({ id: item.id, prev: item.prev, hash: hashEntry(item).hash });

/**
 * The entries that are withdrawn, as far as `items` and `also` tell: named by a later entry of the same device that is
 * not itself withdrawn. Only an entry's own device can take it back, so nobody can erase what another one wrote.
 */
export function withdrawnAmong(items: readonly LedgerItem[], also: Iterable<EntryId> = []): ReadonlySet<EntryId> {
  const withdrawn = new Set(also);
  for (const { id, withdraws } of withdrawing(items)) {
    if (!withdrawn.has(id)) for (const named of withdraws) if (mayWithdraw(id, named)) withdrawn.add(named);
  }
  return withdrawn;
}

/**
 * Items with a stub in place of each entry that is withdrawn, by one of them or as `also` says: to be applied to
 * whatever comes in, so that all who hold the same places hold the same content.
 */
export function withoutWithdrawn<T extends LedgerItem>(items: readonly T[], also: Iterable<EntryId> = []): readonly (T | Stub)[] {
  const withdrawn = withdrawnAmong(items, also);
  if (withdrawn.size === 0) return items;
  return items.map((item) => (withdrawn.has(item.id) && !isStub(item) ? stubOf(item) : item));
}

/** The entries among `items` that withdraw others, the latest of each chain first: it may take back those before it. */
export function withdrawing(items: readonly LedgerItem[]): readonly { readonly id: EntryId; readonly withdraws: readonly EntryId[] }[] {
  const found = items.flatMap((item) => (isEntry(item) && item.withdraws ? [{ id: item.id, withdraws: item.withdraws }] : []));
  return found.length > 1 ? found.sort((a, b) => seqOf(b.id) - seqOf(a.id)) : found;
}

export const mayWithdraw = (by: EntryId, named: EntryId): boolean => deviceOf(by) === deviceOf(named) && seqOf(by) > seqOf(named);
