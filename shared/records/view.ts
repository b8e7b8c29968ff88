import type { Json, RecordId } from '../ledger/entry';
import type { Field } from './define-record';
import { definitionOf, RECORD_TYPES, typeOf, type AnyRecord, type RecordOf, type RecordType } from './registry';

/** A record as the fold keeps it: one key per stored field, cleared ones left out. */
export interface StoredRecord {
  readonly id: RecordId;
  readonly values: Readonly<Record<string, Json>>;
}

/** What the view of one noun needs beyond its stored values. */
interface Plan {
  readonly sets: readonly { readonly field: string; readonly map: boolean }[];
  /** Fields that a reader always finds, and what it finds until a value arrives. */
  readonly defaults: readonly (readonly [string, Json])[];
}

const PLANS: ReadonlyMap<string, Plan> = new Map(RECORD_TYPES.map((type) => [type, planOf(type)]));

/**
 * The record as readers see it. Sets become sorted arrays, maps objects; a flag or required field that has not
 * arrived yet (a partial bundle) shows its default. Undefined for types that this version does not know.
 *
 * It runs for every record at the start, so it makes one flat object per record and visits each key once.
 */
export function viewRecord(stored: StoredRecord): AnyRecord | undefined {
  const plan = PLANS.get(stored.id.slice(0, stored.id.indexOf(':')));
  if (!plan) return undefined;
  const { values } = stored;
  const view: Record<string, unknown> = { id: stored.id };
  for (const { field, map } of plan.sets) view[field] = map ? {} : [];
  for (const key in values) {
    const value = values[key];
    if (value === null || value === undefined || (key === 'archived' && value !== true)) continue;
    const slash = plan.sets.length ? key.indexOf('/') : -1;
    if (slash < 0) view[key] = value;
    else addMember(view, key.slice(0, slash), key.slice(slash + 1), value);
  }
  for (const [field, value] of plan.defaults) if (view[field] === undefined) view[field] = value;
  for (const { field, map } of plan.sets) if (!map) (view[field] as string[]).sort();
  return view as unknown as AnyRecord;
}

/** As `viewRecord`, where the caller knows the type. */
export function viewAs<T extends RecordType>(type: T, stored: StoredRecord): RecordOf<T> | undefined {
  return typeOf(stored.id) === type ? (viewRecord(stored) as RecordOf<T> | undefined) : undefined;
}

function addMember(view: Record<string, unknown>, field: string, member: string, value: Json): void {
  const set = view[field];
  if (Array.isArray(set)) {
    if (value === true) set.push(member);
  } else if (typeof set === 'object' && set !== null) (set as Record<string, Json>)[member] = value;
}

function planOf(type: RecordType): Plan {
  const fields = Object.entries(definitionOf(type).fields);
  const isSet = ({ kind }: Field) => kind === 'members' || kind === 'tags' || kind === 'keyed';
  return {
    sets: fields.filter(([, declared]) => isSet(declared)).map(([field, declared]) => ({ field, map: declared.kind === 'keyed' })),
    defaults: fields
      .filter(([, declared]) => declared.kind === 'flag' || (declared.required === true && !isSet(declared)))
      .map(([field, declared]) => [field, placeholderOf(declared)] as const),
  };
}

/** Stands for a required value whose entry has not arrived: visibly nothing, and never a wrong sum. */
function placeholderOf(declared: Field): Json {
  switch (declared.kind) {
    case 'choice':
      return declared.options[0] ?? '';
    case 'ref':
      return `${declared.to}:missing`;
    case 'link':
      return `${declared.to[0]}:missing`;
    case 'number':
      return 0;
    case 'money':
      return { amount: 0, currency: 'XXX' };
    case 'flag':
      return declared.initially ?? false;
    case 'date':
      return '1970-01-01';
    case 'instant':
      return '1970-01-01T00:00:00.000Z';
    case 'tree':
      return null;
    default:
      return '…';
  }
}
