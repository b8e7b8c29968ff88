import type { Json, RecordId } from '#shared/ledger/entry';
import type { AnyRecord } from '#shared/records/registry';

type Values = Readonly<Record<string, Json | undefined>> | undefined;

/** Which records of a type refer to a record through one field (for a set: through any member). */
export class RefIndex {
  readonly #field: string;
  readonly #members: string;
  readonly #ids = new Map<string, RecordId[]>();
  /** Lists that were asked for; a list keeps its reference until a record in it changes. */
  readonly #lists = new Map<string, readonly AnyRecord[]>();

  constructor(field: string) {
    this.#field = field;
    this.#members = `${field}/`;
  }

  /** The records that refer to `target`, made into views by `present` when first asked for. */
  read(target: string, present: (ids: readonly RecordId[]) => readonly AnyRecord[]): readonly AnyRecord[] {
    let list = this.#lists.get(target);
    if (list === undefined) {
      list = present(this.#ids.get(target) ?? []);
      this.#lists.set(target, list);
    }
    return list;
  }

  /** Takes note of a record's new values; gives every target whose list this changes. */
  move(record: RecordId, before: Values, after: Values): ReadonlySet<string> {
    const from = this.#targets(before);
    const to = this.#targets(after);
    for (const target of from) if (!to.has(target)) this.#leave(target, record);
    for (const target of to) if (!from.has(target)) this.#enter(target, record);
    const touched = new Set([...from, ...to]);
    for (const target of touched) this.#lists.delete(target);
    return touched;
  }

  #targets(values: Values): ReadonlySet<string> {
    const targets = new Set<string>();
    if (values === undefined) return targets;
    const single = values[this.#field];
    if (typeof single === 'string') targets.add(single);
    for (const key in values) if (values[key] === true && key.startsWith(this.#members)) targets.add(key.slice(this.#members.length));
    return targets;
  }

  #enter(target: string, record: RecordId): void {
    const ids = this.#ids.get(target);
    if (ids === undefined) this.#ids.set(target, [record]);
    else ids.push(record);
  }

  #leave(target: string, record: RecordId): void {
    const ids = this.#ids.get(target);
    if (ids !== undefined)
      this.#ids.set(
        target,
        ids.filter((id) => id !== record),
      );
  }
}

/** An index that is made a few records at a time, while records go on changing. Nobody reads it before it is whole. */
export class RefIndexBuild {
  readonly index: RefIndex;
  readonly #ids: readonly RecordId[];
  readonly #valuesOf: (id: RecordId) => Values;
  readonly #moved = new Set<RecordId>();
  #at = 0;

  /** `ids`: of all records of the type; those that come are added at its end. */
  constructor(field: string, ids: readonly RecordId[], valuesOf: (id: RecordId) => Values) {
    this.index = new RefIndex(field);
    this.#ids = ids;
    this.#valuesOf = valuesOf;
  }

  /** Takes up to `most` more records; true when all are in. */
  go(most: number): boolean {
    for (const end = this.#at + most; this.#at < end && this.#at < this.#ids.length; this.#at += 1) {
      const id = this.#ids[this.#at] as RecordId;
      const values = this.#valuesOf(id);
      if (this.#moved.has(id)) this.index.move(id, values, undefined);
      this.index.move(id, undefined, values);
    }
    return this.#at >= this.#ids.length;
  }

  move(record: RecordId, before: Values, after: Values): void {
    this.index.move(record, before, after);
    this.#moved.add(record);
  }
}
