import type { SideValue } from './clash';
import type { Json, RecordId } from './entry';
import type { EntryNo } from './entry-index';
import type { HeadSets, Heads } from './head-sets';
import { jsonEqual } from './json-equal';
import { Cell, Shape, type OpenField } from './record-cell';

/** A record while a batch is being folded into it. */
export class RecordDraft {
  readonly id: RecordId;
  readonly #sets: HeadSets;
  #values: Record<string, Json>;
  #shape: Shape;
  #heads: Heads | Heads[];
  #open: Map<string, OpenField> | undefined;
  /** False while the values are still somebody else's object: the cell's, or the entry's own `set`. */
  #owned = false;
  #ownsShape = false;

  private constructor(
    id: RecordId,
    sets: HeadSets,
    values: Readonly<Record<string, Json>>,
    shape: Shape,
    heads: Heads | Heads[],
    open?: ReadonlyMap<string, OpenField>,
  ) {
    this.id = id;
    this.#sets = sets;
    this.#values = values;
    this.#shape = shape;
    this.#heads = heads;
    this.#open = open && new Map(open);
  }

  static of(cell: Cell, sets: HeadSets): RecordDraft {
    return new RecordDraft(
      cell.id,
      sets,
      cell.values,
      cell.shape,
      typeof cell.heads === 'number' ? cell.heads : [...cell.heads],
      cell.open,
    );
  }

  static empty = (id: RecordId, shape: Shape, sets: HeadSets): RecordDraft => new RecordDraft(id, sets, {}, shape, []);

  /** A record as its first entry makes it: all fields share one head, and the values are the entry's own object. */
  static created(id: RecordId, set: Readonly<Record<string, Json>>, root: Shape, head: EntryNo, sets: HeadSets): RecordDraft {
    return new RecordDraft(id, sets, set, root.of(Object.keys(set)), head);
  }

  get fields(): readonly string[] {
    return this.#shape.fields;
  }

  get values(): Readonly<Record<string, Json>> {
    return this.#values;
  }

  get openFields(): ReadonlyMap<string, OpenField> | undefined {
    return this.#open;
  }

  /** Entries that nobody has set over, ascending; empty where the record never had the field. */
  heads(field: string): readonly EntryNo[] {
    const place = this.#shape.place(field);
    return place === undefined ? [] : this.#sets.list(this.#headAt(place));
  }

  /** The value of each head, in their order. */
  sides(field: string): readonly SideValue[] {
    return this.#open?.get(field)?.values ?? this.heads(field).map(() => this.#values[field]);
  }

  /** The common case: `head` was the field's only head and is set over by `next`. False where it is not so. */
  replace(field: string, head: EntryNo, next: EntryNo, value: Json): boolean {
    const place = this.#shape.place(field);
    if (place === undefined || this.#headAt(place) !== head) return false;
    this.#setHead(place, next);
    this.#write(field, value);
    this.#open?.delete(field);
    return true;
  }

  /** Puts heads and their values in place. Equal values are simply the value; others stay open for `settleField`. */
  put(field: string, heads: readonly { readonly no: EntryNo; readonly value: SideValue }[]): void {
    const sorted = heads.toSorted((a, b) => a.no - b.no);
    this.#setHead(this.#placeFor(field), this.#sets.of(sorted.map(({ no }) => no)));
    const values = sorted.map(({ value }) => value);
    const [first, ...others] = values;
    if (first !== undefined && others.every((other) => jsonEqual(other, first))) {
      this.#write(field, first);
      this.#open?.delete(field);
    } else {
      this.#open ??= new Map();
      this.#open.set(field, { values });
    }
  }

  /** What readers see of an open field; undefined takes the value away. */
  settleField(field: string, open: OpenField, shown: SideValue): void {
    this.#open ??= new Map();
    this.#open.set(field, open);
    if (shown !== undefined) this.#write(field, shown);
    else if (Object.hasOwn(this.#values, field)) this.#remove(field);
  }

  /** Ends an open field whose only head has a value after all. */
  closeField(field: string, value: Json): void {
    this.#write(field, value);
    this.#open?.delete(field);
  }

  /** Forgets merges that rested on entries which this batch changed. */
  forgetMerges(): void {
    for (const [field, { values }] of this.#open ?? []) this.#open?.set(field, { values });
  }

  cell(): Cell {
    const heads = this.#heads;
    const shared = typeof heads === 'number' || heads.some((head) => head !== heads[0]) ? heads : (heads[0] ?? heads);
    const open = this.#open && this.#open.size > 0 ? this.#open : undefined;
    return new Cell(this.id, this.#values, this.#shape, shared, open);
  }

  #headAt(place: number): Heads {
    return typeof this.#heads === 'number' ? this.#heads : (this.#heads[place] ?? 0);
  }

  #setHead(place: number, head: Heads): void {
    if (typeof this.#heads === 'number') {
      if (this.#heads === head) return;
      this.#spread(this.#heads);
    }
    (this.#heads as Heads[])[place] = head;
  }

  /** From one number for all fields to one for each. */
  #spread(head: Heads): void {
    this.#heads = this.#shape.fields.map(() => head);
  }

  #placeFor(field: string): number {
    const place = this.#shape.place(field);
    if (place !== undefined) return place;
    if (typeof this.#heads === 'number') this.#spread(this.#heads);
    this.#addField(field);
    return this.#shape.fields.length - 1;
  }

  #addField(field: string): void {
    if (!this.#shape.isLarge) {
      this.#shape = this.#shape.with(field);
      return;
    }
    if (!this.#ownsShape) this.#shape = new Shape(this.#shape.fields);
    this.#ownsShape = true;
    this.#shape.extend(field);
  }

  #write(field: string, value: Json): void {
    this.#own();
    this.#values[field] = value;
  }

  #remove(field: string): void {
    this.#owned = true;
    this.#values = Object.fromEntries(Object.entries(this.#values).filter(([name]) => name !== field));
  }

  #own(): void {
    if (this.#owned) return;
    this.#values = { ...this.#values };
    this.#owned = true;
  }
}
