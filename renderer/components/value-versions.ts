import { fieldsOf, isRedacted, type Edit, type Entry, type Json, type RecordId, type RedactedEdit } from '#shared/ledger/entry';
import { fieldName } from '#shared/records/registry';
import { sameValue } from '#shared/records/write';
import { viewRecord } from '#shared/records/view';

/** What one entry did to one field of a record. Values are as readers see them: a set is an array. */
export type FieldVersion =
  | {
      readonly kind: 'set';
      readonly entry: Entry;
      readonly was: unknown;
      readonly becomes: unknown;
      /** It was set without the value before it in view: two people at the same time, or offline. */
      readonly unseen: boolean;
    }
  | { readonly kind: 'redacted'; readonly entry: Entry };

/**
 * Every value a field ever had, newest first. `entries` are those of the record in order of effective time; entries
 * that left the value as it was are not versions of it.
 */
export function fieldVersions(entries: readonly Entry[], record: RecordId, field: string): readonly FieldVersion[] {
  const stored: Record<string, Json> = {};
  const setBy = new Map<string, string>();
  const versions: FieldVersion[] = [];
  let was: unknown = undefined;
  for (const entry of entries) {
    const edit = entry.edits.find((candidate) => candidate.record === record);
    const keys = edit ? fieldsOf(edit).filter((key) => fieldName(key) === field) : [];
    if (!edit || keys.length === 0) continue;
    if (isRedacted(edit)) {
      versions.push({ kind: 'redacted', entry });
      continue;
    }
    const unseen = keys.some((key) => isUnseen(edit, key, setBy.get(key)));
    for (const key of keys) {
      stored[key] = edit.set[key] ?? null;
      setBy.set(key, entry.id);
    }
    const becomes = readerValue(record, field, stored);
    if (!sameValue(was ?? null, becomes ?? null)) versions.push({ kind: 'set', entry, was, becomes, unseen });
    was = becomes;
  }
  return versions.reverse();
}

function isUnseen(edit: Exclude<Edit, RedactedEdit>, key: string, before: string | undefined): boolean {
  return before !== undefined && !(edit.over?.[key] ?? []).includes(before);
}

/** The value of the field as a reader gets it; undefined where nothing is stored, whatever a reader's default is. */
function readerValue(record: RecordId, field: string, stored: Readonly<Record<string, Json>>): unknown {
  if (Object.values(stored).every((value) => value === null)) return undefined;
  const view = viewRecord({ id: record, values: stored }) as Readonly<Record<string, unknown>> | undefined;
  return view?.[field];
}
