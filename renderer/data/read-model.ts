import type { Clash, MergedText } from '#shared/ledger/clash';
import type { EntryId, LedgerName, RecordId } from '#shared/ledger/entry';
import type { Fold } from '#shared/ledger/fold';
import type { FoldedRecord } from '#shared/ledger/record-cell';
import { definitionOf, RECORD_TYPES, refFields, typeOf, type AnyRecord, type RecordOf, type RecordType } from '#shared/records/registry';
import { viewRecord } from '#shared/records/view';
import { KeptReads } from './kept-reads';
import { RefIndexBuild, type RefIndex } from './ref-index';
import { allOf, CLASHES, EVERYTHING, referring } from './topics';
import type { LiveRecords } from './workspace';

/** What a change did to the records of one ledger: the ids, and what was there before for those that were looked up. */
export interface FoldedChange {
  readonly records: ReadonlySet<RecordId>;
  readonly before: ReadonlyMap<RecordId, FoldedRecord | undefined>;
}

/** From this many changed records on, lists and indexes are made anew instead of being mended. */
const MEND_UP_TO = 200;

/** Records that an index takes up in one piece of work: some milliseconds. */
const INDEX_SLICE = 2_000;

/**
 * All records in memory, as readers see them. It owns no truth: the folds do. Views, lists and indexes are made when
 * first asked for and mended as entries arrive, so what nobody reads costs nothing. A list or an index keeps its
 * reference until one of its records changes.
 */
export class ReadModel implements LiveRecords {
  readonly #folds: Readonly<Record<LedgerName, Fold>>;
  readonly #ids = new Map<RecordType, RecordId[]>();
  readonly #views = new Map<RecordId, AnyRecord>();
  readonly #lists = new Map<RecordType, readonly AnyRecord[]>();
  readonly #indexes = new Map<string, RefIndex>();
  readonly #builds = new Map<string, RefIndexBuild>();
  readonly #kept = new KeptReads();
  readonly #listeners = new Set<(changed: ReadonlySet<string>) => void>();
  #clashes: readonly Clash[] | undefined;
  #merged: readonly MergedText[] | undefined;
  #version = 0;

  constructor(folds: Readonly<Record<LedgerName, Fold>>) {
    this.#folds = folds;
    this.rebuild();
  }

  get<T extends RecordType>(type: T, id: string | undefined): RecordOf<T> | undefined {
    if (id === undefined || typeOf(id) !== type) return undefined;
    return this.#view(type, id as RecordId) as RecordOf<T> | undefined;
  }

  all<T extends RecordType>(type: T): readonly RecordOf<T>[] {
    let list = this.#lists.get(type);
    if (list === undefined) {
      list = this.#presentViews(type, this.#ids.get(type) ?? []);
      this.#lists.set(type, list);
    }
    return list as readonly RecordOf<T>[];
  }

  of<T extends RecordType>(type: T, field: keyof RecordOf<T> & string, id: string): readonly RecordOf<T>[] {
    const index = this.#index(type, field);
    return index.read(id, (ids) => this.#presentViews(type, ids)) as readonly RecordOf<T>[];
  }

  index<T extends RecordType>(type: T, field: keyof RecordOf<T> & string): boolean {
    const key = `${type}.${field}`;
    if (this.#indexes.has(key)) return true;
    const build = this.#buildOf(type, field);
    if (!build.go(INDEX_SLICE)) return false;
    this.#keep(key, build);
    return true;
  }

  heads(record: RecordId, field: string): readonly EntryId[] {
    const type = typeOf(record);
    return type === undefined ? [] : this.#foldOf(type).heads(record, field);
  }

  undecided(record: RecordId): readonly string[] {
    return this.stored(record)?.undecided ?? [];
  }

  clashing(record: RecordId): readonly string[] {
    return this.stored(record)?.clashing ?? [];
  }

  clashesOf(record: RecordId): readonly Clash[] {
    const type = typeOf(record);
    return type === undefined ? [] : this.#foldOf(type).clashesOf(record);
  }

  clashes(): readonly Clash[] {
    this.#clashes ??= this.#ofBothLedgers((fold) => fold.clashes());
    return this.#clashes;
  }

  merged(): readonly MergedText[] {
    this.#merged ??= this.#ofBothLedgers((fold) => fold.merged());
    return this.#merged;
  }

  kept<T>(key: string, stamp: string, read: (records: LiveRecords) => T): T {
    return this.#kept.read(this, key, stamp, read);
  }

  /** What a reader can make something of: what a newer app wrote here is left out. */
  #ofBothLedgers<T extends { readonly record: RecordId }>(read: (fold: Fold) => readonly T[]): readonly T[] {
    return Object.entries(this.#folds).flatMap(([ledger, fold]) =>
      read(fold).filter(({ record }) => this.#belongs(record, ledger as LedgerName)),
    );
  }

  /** The record as the fold keeps it, unknown fields included. */
  stored(record: RecordId): FoldedRecord | undefined {
    const type = typeOf(record);
    return type === undefined ? undefined : this.#foldOf(type).get(record);
  }

  /** Ids of all records of a type, archived ones included, in no order. */
  idsOf(type: RecordType): readonly RecordId[] {
    return this.#ids.get(type) ?? [];
  }

  /** Number of records, archived ones included. */
  get size(): number {
    let size = 0;
    for (const ids of this.#ids.values()) size += ids.length;
    return size;
  }

  version(): number {
    return this.#version;
  }

  subscribe(listener: (changed: ReadonlySet<string>) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes up what the folds have become, from nothing. Readers are told by `announce`. */
  rebuild(): void {
    this.#clashes = undefined;
    this.#merged = undefined;
    this.#views.clear();
    this.#lists.clear();
    this.#indexes.clear();
    this.#builds.clear();
    this.#ids.clear();
    for (const type of RECORD_TYPES) this.#ids.set(type, []);
    for (const [ledger, fold] of Object.entries(this.#folds)) {
      for (const { id } of fold.records()) {
        if (this.#belongs(id, ledger as LedgerName)) this.#ids.get(typeOf(id) as RecordType)?.push(id);
      }
    }
  }

  /**
   * Mends what was made from the records that changed, and tells the readers. Where that would be much work, or what
   * was there before is not known (parts of a series that came one by one), all of it is made anew.
   */
  apply(ledger: LedgerName, change: FoldedChange): void {
    const records = [...change.records].filter((id) => this.#belongs(id, ledger));
    const topics = new Set<string>(records);
    if (records.length > MEND_UP_TO || records.some((id) => !change.before.has(id))) {
      this.rebuild();
      topics.add(EVERYTHING).add(CLASHES);
    } else for (const id of records) this.#mend(id, change.before.get(id), topics);
    this.announce(topics);
  }

  announce(topics: ReadonlySet<string>): void {
    this.#version += 1;
    const all = new Set([...topics, ...this.#kept.changed(topics)]);
    for (const listener of [...this.#listeners]) listener(all);
  }

  #belongs(id: RecordId, ledger: LedgerName): boolean {
    const type = typeOf(id);
    return type !== undefined && definitionOf(type).ledger === ledger;
  }

  #mend(id: RecordId, before: FoldedRecord | undefined, topics: Set<string>): void {
    const type = typeOf(id) as RecordType;
    if (before === undefined) this.#ids.get(type)?.push(id);
    this.#views.delete(id);
    topics.add(allOf(type));
    const after = this.#foldOf(type).get(id);
    if (isOpen(before) || isOpen(after)) {
      this.#clashes = undefined;
      this.#merged = undefined;
      topics.add(CLASHES);
    }
    for (const { field } of refFields(type)) {
      this.#builds.get(`${type}.${field}`)?.move(id, before?.values, after?.values);
      const index = this.#indexes.get(`${type}.${field}`);
      if (index === undefined) continue;
      for (const target of index.move(id, before?.values, after?.values)) topics.add(referring(type, field, target));
    }
    const list = this.#lists.get(type);
    if (list !== undefined) this.#lists.set(type, withView(list, id, this.#view(type, id)));
  }

  #foldOf(type: RecordType): Fold {
    return this.#folds[definitionOf(type).ledger];
  }

  #view(type: RecordType, id: RecordId): AnyRecord | undefined {
    const made = this.#views.get(id);
    if (made !== undefined) return made;
    const stored = this.#foldOf(type).get(id);
    const view = stored && viewRecord(stored);
    if (view !== undefined) this.#views.set(id, view);
    return view;
  }

  #presentViews(type: RecordType, ids: readonly RecordId[]): readonly AnyRecord[] {
    const views: AnyRecord[] = [];
    for (const id of ids) {
      const view = this.#view(type, id);
      if (view !== undefined && view.archived !== true) views.push(view);
    }
    return views.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  #index(type: RecordType, field: string): RefIndex {
    const made = this.#indexes.get(`${type}.${field}`);
    if (made !== undefined) return made;
    const build = this.#buildOf(type, field);
    build.go(Infinity);
    return this.#keep(`${type}.${field}`, build);
  }

  #buildOf(type: RecordType, field: string): RefIndexBuild {
    const key = `${type}.${field}`;
    const fold = this.#foldOf(type);
    const build = this.#builds.get(key) ?? new RefIndexBuild(field, this.#ids.get(type) ?? [], (id) => fold.get(id)?.values);
    this.#builds.set(key, build);
    return build;
  }

  #keep(key: string, { index }: RefIndexBuild): RefIndex {
    this.#builds.delete(key);
    this.#indexes.set(key, index);
    return index;
  }
}

/** Heads of some field differ: a clash, or two texts that were merged. */
const isOpen = (record: FoldedRecord | undefined): boolean => record?.clashing !== undefined || record?.merged !== undefined;

/** The sorted list with this one view put in, replaced, or left out where it is archived or gone. */
function withView(list: readonly AnyRecord[], id: RecordId, view: AnyRecord | undefined): readonly AnyRecord[] {
  let low = 0;
  for (let high = list.length; low < high;) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as AnyRecord).id < id) low = middle + 1;
    else high = middle;
  }
  const held = list[low]?.id === id ? 1 : 0;
  const shown = view === undefined || view.archived === true ? [] : [view];
  if (held === 0 && shown.length === 0) return list;
  return list.toSpliced(low, held, ...shown);
}
