import type { Entry, EntryId, Json, RecordId } from '../ledger/entry';
import type { Field } from './define-record';
import { declarationOf, fieldName, memberName, typeOf } from './registry';
import { shorten } from './title';
import { titleOf, valueText, type Wording } from './value-text';
import { t } from '../values/texts';

/** What one entry did to one field, in values and in words. */
export interface FieldChange {
  readonly record: RecordId;
  /** As declared: `buyers` for the member `buyers/contact:x`. */
  readonly field: string;
  readonly label: string;
  readonly declared: Field | undefined;
  readonly from: Json | undefined;
  readonly to: Json | undefined;
  readonly how: 'set' | 'changed' | 'cleared' | 'added' | 'removed' | 'redacted';
  /** "Amount from € 40,000 to € 48,000", without the verb. */
  readonly words: string;
  readonly verb: 'changed' | 'set' | 'cleared' | 'added' | 'removed' | 'rewrote' | 'redacted';
}

/**
 * Finds what a field held before an entry: what its author had in view (`over`), wherever that entry stands. Entries
 * outside of `entries` are unknown, so the words then leave the earlier value out.
 */
export function priorValues(
  entries: readonly Entry[],
): (over: readonly EntryId[] | undefined, record: RecordId, field: string) => Json | undefined {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return (over, record, field) => {
    for (const id of over ?? []) {
      const edit = byId.get(id)?.edits.find((candidate) => candidate.record === record);
      if (edit && 'set' in edit && Object.hasOwn(edit.set, field)) return edit.set[field];
    }
    return undefined;
  };
}

/** Every change of an entry, edit by edit, in the order of the form. */
export function changesOf(entry: Entry, before: ReturnType<typeof priorValues>, wording: Wording): readonly FieldChange[] {
  return entry.edits.flatMap((edit) => {
    if (!('set' in edit)) return edit.fields.map((field) => redacted(edit.record, field));
    return Object.entries(edit.set)
      .filter(([field]) => field !== 'archived')
      .map(([field, to]) => fieldChange(edit.record, field, before(edit.over?.[field], edit.record, field), to, wording));
  });
}

/** One change in words; `field` as stored. */
export function fieldChange(record: RecordId, field: string, from: Json | undefined, to: Json, wording: Wording): FieldChange {
  const type = typeOf(record);
  const declared = type && declarationOf(type, field);
  const base = { record, field: fieldName(field), label: declared?.label ?? field, declared, from, to };
  const member = memberName(field);
  if (member !== undefined && declared?.kind !== 'keyed') return { ...base, ...memberWords(base.label, member, to, wording) };
  return { ...base, ...valueWords(base, wording) };
}

type Worded = Pick<FieldChange, 'how' | 'verb' | 'words'>;

function memberWords(label: string, member: string, to: Json, { records }: Wording): Worded {
  const name = typeOf(member) ? titleOf(member, records) : member;
  return to === true
    ? { how: 'added', verb: 'added', words: t('{{name}} to {{label}}', { name, label }) }
    : { how: 'removed', verb: 'removed', words: t('{{name}} from {{label}}', { name, label }) };
}

function valueWords({ label, declared, from, to }: Omit<FieldChange, 'how' | 'words' | 'verb'>, wording: Wording): Worded {
  const [was, is] = [shortText(declared, from, wording), shortText(declared, to, wording)];
  if (!is) return { how: 'cleared', verb: 'cleared', words: was ? t('{{label}} (was {{was}})', { label, was }) : label };
  if (!was) return { how: 'set', verb: 'set', words: t('{{label}} to {{is}}', { label, is }) };
  if (declared?.kind === 'text' && declared.multiline) return { how: 'changed', verb: 'rewrote', words: label };
  return { how: 'changed', verb: 'changed', words: t('{{label}} from {{was}} to {{is}}', { label, was, is }) };
}

function shortText(declared: Field | undefined, value: Json | undefined, wording: Wording): string {
  const text = shorten(valueText(declared, value, wording), 60);
  return text && declared?.kind === 'text' ? `“${text}”` : text;
}

function redacted(record: RecordId, field: string): FieldChange {
  const type = typeOf(record);
  const declared = type && declarationOf(type, field);
  const label = declared?.label ?? field;
  return {
    record,
    field: fieldName(field),
    label,
    declared,
    from: undefined,
    to: undefined,
    how: 'redacted',
    verb: 'redacted',
    words: label,
  };
}
