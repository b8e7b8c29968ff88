import type { Change, Command } from '../ledger/command';
import type { EntryId, Json, RecordId } from '../ledger/entry';
import type { Id } from './define-record';
import type { Values } from './parse';
import { definitionOf, typeOf, type AnyRecord, type RecordOf, type RecordType } from './registry';

/** What a command may say beside its values. */
export interface Telling {
  /** Business verb; absent: `deal.create`, `deal.edit`, … */
  readonly act?: string;
  readonly why?: string;
  /** field (as declared) → the heads that the person had in view. */
  readonly saw?: Readonly<Record<string, readonly EntryId[]>>;
  /** Where the record belongs, for nouns that do not name their deal themselves (lines, slips, payments). */
  readonly deal?: Id<'deal'>;
}

/**
 * The stored form of values as readers see them: a set becomes one field per member. With `current`, only what
 * differs from it: members are added and removed one by one, and equal values are left out. `undefined` is
 * "unchanged", `null` clears.
 */
export function setOf<T extends RecordType>(type: T, values: Values<T>, current?: RecordOf<T>): Record<string, Json> {
  const set: Record<string, Json> = {};
  const before = current as unknown as Readonly<Record<string, unknown>> | undefined;
  for (const [field, value] of Object.entries(values as Readonly<Record<string, unknown>>)) {
    if (value === undefined) continue;
    const kind = definitionOf(type).fields[field]?.kind;
    if (kind === 'members' || kind === 'tags') diffMembers(set, field, asSet(value), asSet(before?.[field]));
    else if (kind === 'keyed') diffMembers(set, field, asMap(value), asMap(before?.[field]));
    else if (!before ? value !== null : !sameValue(value, before[field] ?? null)) set[field] = value as Json;
  }
  return set;
}

/** Makes a record. Its id is the caller's: minted, or derived from where it was imported from. */
export function createRecord<T extends RecordType>(type: T, id: Id<T>, values: Values<T>, telling: Telling = {}): Command {
  return commandOn(type, id, values, { record: id, set: setOf(type, values) }, 'create', telling);
}

/** Changes what differs from `record`; a command without changes where nothing does. */
export function editRecord<T extends RecordType>(type: T, record: RecordOf<T>, values: Values<T>, telling: Telling = {}): Command {
  const set = setOf(type, values, record);
  const change: Change = { record: record.id, set, ...sawOf(set, telling.saw) };
  return commandOn(type, record.id, { ...record, ...values }, change, 'edit', telling);
}

/** Puts a record away. Its history stays; `restoreRecord` brings it back. */
export function archiveRecord(record: AnyRecord, telling: Telling = {}): Command {
  return commandOn(requiredType(record.id), record.id, record, { record: record.id, set: { archived: true } }, 'archive', telling);
}

export function restoreRecord(record: AnyRecord, telling: Telling = {}): Command {
  return commandOn(requiredType(record.id), record.id, record, { record: record.id, set: { archived: null } }, 'restore', telling);
}

/** Several commands as one: one entry, one undo. Belongs to the deal and account that all of them share. */
export function together(act: string, commands: readonly Command[], telling: Pick<Telling, 'why'> = {}): Command {
  const shared = <K extends 'deal' | 'account'>(key: K) => {
    const [first, ...rest] = commands.map((command) => command[key]);
    return first !== undefined && rest.every((other) => other === first) ? { [key]: first } : {};
  };
  return {
    act,
    ...shared('deal'),
    ...shared('account'),
    ...(telling.why ? { why: telling.why } : {}),
    ...(commands.some((command) => command.freezes) ? { freezes: true as const } : {}),
    changes: commands.flatMap((command) => command.changes),
  };
}

function commandOn(type: RecordType, id: RecordId, values: object, change: Change, verb: string, telling: Telling): Command {
  return {
    act: telling.act ?? `${type}.${verb}`,
    ...belonging(type, id, values, telling),
    ...(telling.why ? { why: telling.why } : {}),
    changes: change.set && Object.keys(change.set).length ? [change] : [],
  };
}

/** The deal and account that an entry is filed under, so that their histories find it. */
function belonging(type: RecordType, id: RecordId, values: object, telling: Telling): Pick<Command, 'deal' | 'account'> {
  const named = values as { readonly deal?: RecordId | null; readonly account?: RecordId | null };
  const deal = type === 'deal' ? id : (telling.deal ?? named.deal);
  const account = type === 'account' ? id : named.account;
  return { ...(deal ? { deal } : {}), ...(account ? { account } : {}) };
}

function sawOf(set: Readonly<Record<string, Json>>, saw: Telling['saw']): Pick<Change, 'saw'> {
  if (!saw) return {};
  const seen = Object.entries(saw).filter(([field]) => field in set);
  return seen.length ? { saw: Object.fromEntries(seen) } : {};
}

function requiredType(id: RecordId): RecordType {
  const type = typeOf(id);
  if (!type) throw new Error(`No declaration for ${id}`);
  return type;
}

function diffMembers(set: Record<string, Json>, field: string, next: ReadonlyMap<string, Json>, before: ReadonlyMap<string, Json>): void {
  for (const [member, value] of next) if (before.get(member) !== value) set[`${field}/${member}`] = value;
  for (const member of before.keys()) if (!next.has(member)) set[`${field}/${member}`] = null;
}

const asSet = (value: unknown): ReadonlyMap<string, Json> => new Map(((value ?? []) as readonly string[]).map((member) => [member, true]));
const asMap = (value: unknown): ReadonlyMap<string, Json> => new Map(Object.entries((value ?? {}) as Record<string, string>));

/** Equality of plain data, whatever the order of keys. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && sameValue((a as never)[key], (b as never)[key]));
}
