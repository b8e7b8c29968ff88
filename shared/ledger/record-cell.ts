import type { Outcome, SideValue } from './clash';
import type { Json, RecordId } from './entry';
import type { Heads } from './head-sets';
import type { TextMerge } from './text-merge';

/** A record as the fold of its entries. Never changes: a new entry makes a new object. */
export interface FoldedRecord {
  readonly id: RecordId;
  /** One key per stored field; null where cleared, no key where redacted. */
  readonly values: Readonly<Record<string, Json>>;
  /** Fields whose heads differ and wait for a person: those of kind `guarded` are `undecided` too. */
  readonly clashing?: readonly string[] | undefined;
  /** Guarded fields whose heads differ: nothing that rests on them can be sent, approved, billed or signed. */
  readonly undecided?: readonly string[] | undefined;
  /** Fields whose value a person had erased. */
  readonly redacted?: readonly string[] | undefined;
  /** Long texts in which two people's words were merged without a clash. */
  readonly merged?: readonly string[] | undefined;
}

/** A field that is not simply the value of its head. */
export interface OpenField {
  /** Value of each head, in the order of the heads. */
  readonly values: readonly SideValue[];
  readonly outcome?: Outcome;
  /** The merge of two heads, as long as neither they nor what they rest on change. */
  readonly merge?: TextMerge;
}

/** From here on a record keeps its shape to itself: sharing would keep every shape that it ever had. */
const MAX_SHARED_FIELDS = 64;

/** The field names of a record in order, shared by all records that have the same. */
export class Shape {
  readonly #fields: string[];
  #places: Map<string, number> | undefined;
  readonly #next = new Map<string, Shape>();

  constructor(fields: readonly string[]) {
    this.#fields = [...fields];
  }

  get fields(): readonly string[] {
    return this.#fields;
  }

  /** Too large to be shared: to be copied once, then extended in place. */
  get isLarge(): boolean {
    return this.#fields.length >= MAX_SHARED_FIELDS;
  }

  /** Where a field stands; undefined where the record never had it. */
  place(field: string): number | undefined {
    this.#places ??= new Map(this.#fields.map((name, at) => [name, at]));
    return this.#places.get(field);
  }

  /** The shared shape with one more field. */
  with(field: string): Shape {
    let next = this.#next.get(field);
    if (!next) {
      next = new Shape([...this.#fields, field]);
      this.#next.set(field, next);
    }
    return next;
  }

  /** The shape of `fields`, shared where it is small. */
  of(fields: readonly string[]): Shape {
    if (fields.length > MAX_SHARED_FIELDS) return new Shape(fields);
    return fields.reduce((shape: Shape, field) => shape.with(field), this);
  }

  /** Adds a field in place: only for a large shape, by the one record that has it. */
  extend(field: string): void {
    this.#places?.set(field, this.#fields.length);
    this.#fields.push(field);
  }
}

/** A record in the fold: what readers see, and the heads that it rests on. */
export class Cell implements FoldedRecord {
  readonly id: RecordId;
  readonly values: Readonly<Record<string, Json>>;
  readonly shape: Shape;
  /** One number where all fields share their heads, else one for each field of the shape. */
  readonly heads: Heads | readonly Heads[];
  readonly open: ReadonlyMap<string, OpenField> | undefined;

  constructor(
    id: RecordId,
    values: Readonly<Record<string, Json>>,
    shape: Shape,
    heads: Heads | readonly Heads[],
    open?: ReadonlyMap<string, OpenField>,
  ) {
    this.id = id;
    this.values = values;
    this.shape = shape;
    this.heads = heads;
    this.open = open;
  }

  headsOf(field: string): Heads | undefined {
    const place = this.shape.place(field);
    if (place === undefined) return undefined;
    return typeof this.heads === 'number' ? this.heads : this.heads[place];
  }

  get clashing(): readonly string[] | undefined {
    return this.#openWhere((outcome) => outcome.tag === 'clash');
  }

  get undecided(): readonly string[] | undefined {
    return this.#openWhere((outcome) => outcome.tag === 'clash' && outcome.review === 'required');
  }

  get redacted(): readonly string[] | undefined {
    return this.#openWhere(
      (outcome) => outcome.tag !== 'merged' && outcome.tag !== 'agreed' && !('value' in outcome && outcome.value !== undefined),
    );
  }

  get merged(): readonly string[] | undefined {
    return this.#openWhere((outcome) => outcome.tag === 'merged');
  }

  #openWhere(holds: (outcome: Outcome) => boolean): readonly string[] | undefined {
    if (!this.open) return undefined;
    const fields = [...this.open].filter(([, { outcome }]) => outcome !== undefined && holds(outcome)).map(([field]) => field);
    return fields.length > 0 ? fields.sort() : undefined;
  }
}
