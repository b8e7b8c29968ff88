import type { RecordId } from '../ledger/entry';
import type { Id } from '../records/define-record';
import type { Records } from '../records/records';
import { definitionOf, type RecordType } from '../records/registry';
import { derivedId } from '../values/id';
import type { Draft } from './draft';
import { FORMATS } from './source';

/** What remembers a row of a source. Derived, so that two laptops remember one. */
export const importedRowId = (source: string, externalId: string): Id<'importedRow'> => derivedId('importedRow', source, externalId);

/** What a source calls our nouns. */
export const nounOfSource = (type: RecordType): string => (type === 'account' ? 'Company' : definitionOf(type).label);

const sourcesOf = (system: string, type: RecordType): readonly string[] => [
  ...new Set(FORMATS.filter((format) => format.system === system && format.type === type).map(({ source }) => source)),
];

/**
 * Which record a row of the source is: the one that it was before; a contact of ours with the same e-mail address; else a
 * record whose id derives from the source's, the same on every laptop. The order of files does not matter: all rows are
 * entered before any reference is looked up.
 */
export class Targets {
  private readonly records: Records;
  private readonly planned = new Map<string, RecordId>();
  private readonly byName = new Map<string, RecordId | 'several'>();
  private readonly contactsByEmail: ReadonlyMap<string, RecordId>;
  private contactsByName: ReadonlyMap<string, RecordId> | undefined;
  private readonly claimed = new Set<string>();
  private readonly gone = new Set<string>();
  private readonly byNumber = new Map<unknown, Set<RecordId>>();

  constructor(records: Records) {
    this.records = records;
    this.contactsByEmail = new Map(records.all('contact').flatMap(({ id, email }) => (email ? [[email.toLowerCase(), id] as const] : [])));
    for (const { id, name } of records.all('account')) this.noteName(name, id);
    for (const { id, kind, number } of records.all('invoice')) if (kind === 'invoice') this.noteNumber(number, id);
  }

  /** Enters a row that comes in, remembered under `importedRow`, and says which record it is. */
  enter(system: string, draft: Draft, importedRow: Id<'importedRow'>): RecordId {
    const { type, externalId } = draft;
    const target =
      this.targetOf(type, importedRow) ??
      (draft.before && this.targetOf(type, draft.before)) ??
      draft.adopts ??
      this.sameAddress(draft) ??
      this.sameName(draft) ??
      derivedId(type, system, externalId);
    this.claimed.add(target);
    if (draft.isGone) this.gone.add(target);
    else this.planned.set(`${system} ${type} ${externalId}`, target);
    if (type === 'invoice' && !draft.isGone && draft.values['kind'] === 'invoice') this.noteNumber(draft.values['number'], target);
    if (type === 'account') this.noteName(draft.title, target);
    return target;
  }

  /** The record behind an id of a system: from the same import, or brought by an earlier one. */
  find(system: string, type: RecordType, externalId: string): RecordId | undefined {
    return this.planned.get(`${system} ${type} ${externalId}`) ?? this.known(system, type, externalId);
  }

  /**
   * The invoice of that number: the system's own, else the one that has it here or comes in. Counted over both, so that the
   * next import finds the same one.
   */
  invoiceNumbered(system: string, number: string): RecordId | undefined {
    const own = this.find(system, 'invoice', number);
    if (own !== undefined) return own;
    const found = [...(this.byNumber.get(number) ?? [])].filter((id) => !this.gone.has(id));
    return found.length === 1 ? found[0] : undefined;
  }

  /** The one account of that name, whatever its capitals; undefined where there is none, or more than one. */
  accountNamed(name: string): RecordId | undefined {
    const found = this.byName.get(name.trim().toLowerCase());
    return found === 'several' ? undefined : found;
  }

  /** The one contact of ours of that name or address. */
  contactNamed(name: string): RecordId | undefined {
    const wanted = name.trim().toLowerCase();
    const byAddress = this.contactsByEmail.get(wanted);
    if (byAddress !== undefined) return byAddress;
    this.contactsByName ??= oneOfEach(this.records.all('contact').map((contact) => [contact.name.toLowerCase(), contact.id] as const));
    return this.contactsByName.get(wanted);
  }

  private known(system: string, type: RecordType, externalId: string): RecordId | undefined {
    return firstOf(sourcesOf(system, type), (source) => this.targetOf(type, importedRowId(source, externalId)));
  }

  private targetOf(type: RecordType, importedRow: Id<'importedRow'>): RecordId | undefined {
    const target = this.records.get('importedRow', importedRow)?.target;
    return target !== undefined && this.records.get(type, target) ? target : undefined;
  }

  private sameAddress({ type, values }: Draft): RecordId | undefined {
    if (type !== 'contact' || typeof values['email'] !== 'string') return undefined;
    const found = this.contactsByEmail.get(values['email']);
    return found !== undefined && !this.claimed.has(found) && !this.isImported(found) ? found : undefined;
  }

  /** A source that knows accounts only by name means ours of that name. */
  private sameName({ type, derived, title }: Draft): RecordId | undefined {
    return type === 'account' && derived ? this.accountNamed(title) : undefined;
  }

  private isImported(id: RecordId): boolean {
    return this.records.of('importedRow', 'target', id).length > 0;
  }

  private noteNumber(number: unknown, id: RecordId): void {
    this.byNumber.set(number, (this.byNumber.get(number) ?? new Set()).add(id));
  }

  private noteName(name: string, id: RecordId): void {
    const key = name.trim().toLowerCase();
    const before = this.byName.get(key);
    this.byName.set(key, before === undefined || before === id ? id : 'several');
  }
}

function firstOf<T, R>(all: readonly T[], find: (one: T) => R | undefined): R | undefined {
  for (const one of all) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What only one has. */
function oneOfEach(pairs: readonly (readonly [string, RecordId])[]): ReadonlyMap<string, RecordId> {
  const found = new Map<string, RecordId>();
  const several = new Set<string>();
  for (const [key, id] of pairs) {
    if (found.has(key)) several.add(key);
    found.set(key, id);
  }
  for (const key of several) found.delete(key);
  return found;
}
