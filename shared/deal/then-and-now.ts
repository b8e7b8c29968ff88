import { fieldsOf, type Entry, type Json, type RecordId } from '../ledger/entry';
import type { Field, Id } from '../records/define-record';
import type { Records } from '../records/records';
import { definitionOf, fieldName, typeOf, type AnyRecord, type RecordType } from '../records/registry';
import { recordTitle } from '../records/title';
import { sameValue } from '../records/write';

/** What a deal is compared by: the deal, what was sold, what was promised, and the dates and sums agreed. */
export const COMPARED = [
  'deal',
  'scopeLine',
  'commitment',
  'concession',
  'constraint',
  'priority',
  'objection',
  'decision',
  'milestone',
  'changeOrder',
  'proposal',
] as const satisfies readonly RecordType[];

/** One field, then and now, and the entry that last set it where it differs. */
export interface FieldThenAndNow {
  readonly field: string;
  readonly declared: Field;
  readonly then: Json | undefined;
  readonly now: Json | undefined;
  readonly difference: 'same' | 'changed';
  readonly by: Entry | undefined;
}

/** One record, then and now. Its fields stand in form order; those without a value on either side are left out. */
export interface RecordThenAndNow {
  readonly record: RecordId;
  readonly type: (typeof COMPARED)[number];
  readonly title: string;
  readonly difference: 'same' | 'changed' | 'added' | 'removed';
  readonly fields: readonly FieldThenAndNow[];
}

/**
 * Holds a deal as it was at one moment ("as signed") against another ("now"), record by record and field by field.
 * `entries` are the deal's, in effective-time order; those in `then` already (`known`) changed nothing since.
 */
export function thenAndNow(
  deal: Id<'deal'>,
  then: Records,
  now: Records,
  entries: readonly Entry[],
  known: (entry: Entry) => boolean = () => false,
): readonly RecordThenAndNow[] {
  const setters = settersOf(entries.filter((entry) => !known(entry)));
  return COMPARED.flatMap((type) =>
    idsOf(type, deal, then, now).map((id) => compareRecord(type, present(then, type, id), present(now, type, id), setters)),
  );
}

/** How many fields differ: the number on the tab. */
export function countDifferences(compared: readonly RecordThenAndNow[]): number {
  const changed = ({ fields, difference }: RecordThenAndNow) =>
    difference === 'changed' ? fields.filter((field) => field.difference === 'changed').length : difference === 'same' ? 0 : 1;
  return compared.reduce((sum, record) => sum + changed(record), 0);
}

/** Oldest record first; records that were put away since stand where they stood. */
function idsOf(type: RecordType, deal: Id<'deal'>, ...sides: readonly Records[]): readonly RecordId[] {
  if (type === 'deal') return sides.some((side) => side.get('deal', deal)) ? [deal] : [];
  const ids = sides.flatMap((side) => side.of(type, 'deal' as never, deal).map(({ id }) => id));
  return [...new Set(ids)].sort();
}

function present(side: Records, type: RecordType, id: RecordId): AnyRecord | undefined {
  const record = side.get(type, id);
  return record?.archived ? undefined : record;
}

type Setters = ReadonlyMap<string, Entry>;
const keyOf = (record: RecordId, field: string): string => `${record} ${field}`;

/** record and field → the last entry that set it, set members under their field. */
function settersOf(entries: readonly Entry[]): Setters {
  const setters = new Map<string, Entry>();
  for (const entry of entries) {
    for (const edit of entry.edits) {
      const fields = 'set' in edit ? Object.keys(edit.set) : edit.fields;
      for (const field of fields) setters.set(keyOf(edit.record, fieldName(field)), entry);
    }
  }
  return setters;
}

function compareRecord(
  type: (typeof COMPARED)[number],
  then: AnyRecord | undefined,
  now: AnyRecord | undefined,
  setters: Setters,
): RecordThenAndNow {
  const record = (now ?? then) as AnyRecord;
  const fields = Object.entries(definitionOf(type).fields)
    .filter(([field, declared]) => field !== 'deal' && !declared.internal)
    .map(([field, declared]) => compareField(field, declared, then, now, setters.get(keyOf(record.id, field))))
    .filter(({ then: was, now: is, difference }) => difference === 'changed' || !isNothing(was) || !isNothing(is));
  const difference = !then ? 'added' : !now ? 'removed' : fields.some((field) => field.difference === 'changed') ? 'changed' : 'same';
  return { record: record.id, type, title: recordTitle(record), difference, fields };
}

function compareField(
  field: string,
  declared: Field,
  then: AnyRecord | undefined,
  now: AnyRecord | undefined,
  setter: Entry | undefined,
): FieldThenAndNow {
  const [was, is] = [valueOf(then, field), valueOf(now, field)];
  const same = sameValue(was, is) || (isNothing(was) && isNothing(is));
  return { field, declared, then: was, now: is, difference: same ? 'same' : 'changed', by: same ? undefined : setter };
}

const valueOf = (record: AnyRecord | undefined, field: string): Json | undefined =>
  (record as unknown as Readonly<Record<string, Json>> | undefined)?.[field];

/** A set without members says as little as a field without a value. */
const isNothing = (value: Json | undefined): boolean =>
  value === undefined || value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);

/**
 * The entry of the signature: what "as signed" means. Signed is signed, by hand or by accepting a proposal; the last one
 * counts where a deal was signed again. A proposal that only confirmed a signature is one where no other is known: the
 * deal came in signed from an import.
 */
export function signatureOf(deal: Id<'deal'>, entries: readonly Entry[]): Entry | undefined {
  return entries.findLast((entry) => crossesTheBar(entry, deal)) ?? entries.findLast((entry) => confirms(entry, deal));
}

/** True of an act that made a deal a signed one: `deal.win`, and `proposal.accept` where it did. */
export const crossesTheBar = (entry: Entry, deal: RecordId): boolean =>
  entry.act === 'deal.win' ? editsDeal(entry, deal) : confirms(entry, deal) && editsDeal(entry, deal, 'phase');

const confirms = (entry: Entry, deal: RecordId): boolean => entry.act === 'proposal.accept' && editsDeal(entry, deal);

const editsDeal = ({ edits }: Entry, deal: RecordId, field?: string): boolean =>
  edits.some((edit) => edit.record === deal && (field === undefined || fieldsOf(edit).includes(field)));

/** True of types whose records make up the comparison. */
export const isCompared = (id: RecordId): boolean => (COMPARED as readonly (RecordType | undefined)[]).includes(typeOf(id));
