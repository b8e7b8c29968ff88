import type { Command } from './command';
import { isEntry, isRedacted, type Entry, type EntryId, type Json, type LedgerItem, type RecordId, type Redaction } from './entry';
import { sealedEdit } from './hash';

/**
 * The command by which an administrator erases what edits said of a person. Everyone who folds it drops values and salt
 * and keeps digests, so every chain still verifies. Who may is decided at the server's door, not here.
 */
export const redaction = (redacts: readonly Redaction[], why: string): Command => ({ act: 'ledger.redact', why, redacts, changes: [] });

/** The entry without the values of its edits on `records`; its id and hash stay what they are. */
export function redactEntry(entry: Entry, records: ReadonlySet<RecordId>): Entry {
  if (!entry.edits.some((edit) => !isRedacted(edit) && records.has(edit.record))) return entry;
  const edits = entry.edits.map((edit) =>
    isRedacted(edit) || !records.has(edit.record) ? edit : sealedEdit(edit as unknown as { readonly [key: string]: Json }),
  );
  return { ...entry, edits };
}

/** Items with every redaction applied that is among them or in `also`, wherever it stands. */
export function redactItems<T extends LedgerItem>(items: readonly T[], also: readonly Redaction[] = []): readonly (T | Entry)[] {
  const byEntry = new Map<EntryId, Set<RecordId>>();
  const named = items.flatMap((item) => (isEntry(item) ? (item.redacts ?? []) : []));
  for (const { entry, record } of [...also, ...named]) byEntry.set(entry, (byEntry.get(entry) ?? new Set()).add(record));
  if (byEntry.size === 0) return items;
  return items.map((item) => {
    const records = byEntry.get(item.id);
    return records && isEntry(item) ? redactEntry(item, records) : item;
  });
}
