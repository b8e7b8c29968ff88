import { entryPlace, type Json } from '#shared/ledger/entry';
import { hashEntry, withId } from '#shared/ledger/hash';

type Item = { readonly id: string; readonly [key: string]: unknown };

/** A program that writes what it likes: right in hash and chain, unless it is meant to be wrong there. */
export class Villain {
  readonly device: string;
  #seq = 0;
  #prev = '';

  constructor(device: string, after: { readonly seq: number; readonly hash: string } = { seq: 0, hash: '' }) {
    this.device = device;
    this.#seq = after.seq;
    this.#prev = after.hash;
  }

  /** The next entry of its chain, with these parts in place of the usual ones. */
  write(parts: { readonly [key: string]: unknown }): Item {
    this.#seq += 1;
    const usual = {
      v: 1,
      prev: this.#prev,
      at: '2026-11-22T09:30:00.000Z-0000',
      by: 'person:villain',
      act: 'deal.edit',
      edits: [],
      id: entryPlace(this.device, this.#seq),
    };
    const item = withId({ ...usual, ...parts });
    this.#prev = hashEntry(item).hash;
    return item;
  }

  edit(record: string, set: unknown, more: object = {}): Item {
    return this.write({ edits: [{ record, set, salt: '0'.repeat(32), ...more }] });
  }
}

/** The id that a page with these items has by right. */
export function pageIdOf(items: readonly Item[]): string {
  const [first, last] = [items[0] as Item, items.at(-1) as Item];
  return `${first.id.slice(0, 25)}-${last.id.slice(17, 25)}.${last.id.slice(26)}`;
}

/** One thing that must not get in: what lies in its place, and why it is kept out. */
export interface Malice {
  readonly name: string;
  readonly items: readonly Item[];
  /** In words that health shows. */
  readonly reason: RegExp;
}

const nested = (depth: number): Json => {
  let value: Json = 'deep';
  for (let at = 0; at < depth; at += 1) value = [value];
  return value;
};

/** Every kind of thing that is malformed in itself, each in a chain of its own. */
export function malices(): readonly Malice[] {
  let count = 0;
  const villain = (): Villain => new Villain((count += 1).toString(16).padStart(16, 'b'));
  const one = (name: string, reason: RegExp, item: (by: Villain) => Item): Malice => ({ name, reason, items: [item(villain())] });
  const keys = Object.fromEntries(Array.from({ length: 1_000_000 }, (_, at) => [`k${at}`, at]));
  return [
    one('a text of a million letters', /too large/, (by) => by.edit('deal:giant', { name: 'x'.repeat(1_000_000) })),
    // Nobody gets as far as hashing it, and neither need the villain.
    one('a million keys', /too large/, (by) => ({
      ...by.edit('deal:keys', {}),
      edits: [{ record: 'deal:keys', set: keys, salt: '0'.repeat(32) }],
    })),
    one('lists within lists, a hundred deep', /nested too deeply/, (by) => by.edit('deal:deep', { name: nested(100) })),
    one('a field called __proto__', /not a map of fields/, (by) => by.edit('deal:proto', JSON.parse('{"__proto__": {"admin": true}}'))),
    one('over a field called __proto__', /over names what is not a field/, (by) =>
      by.edit('deal:over', { name: 'x' }, { over: JSON.parse('{"__proto__": []}') as object }),
    ),
    one('an author who is a number', /what is not a record/, (by) => by.write({ by: 7 })),
    one('edits that are a text', /edits is not a list/, (by) => by.write({ edits: 'all of them' })),
    one('a record without a type', /what is not a record/, (by) => by.edit('constructor', { name: 'x' })),
    one('a time that is none', /at is not a time/, (by) => by.write({ at: '9999-99-99' })),
    one('a version below one', /v is not a version/, (by) => by.write({ v: -3 })),
    one('a version that is a text', /v is not a version/, (by) => by.write({ v: '1' })),
    one('half a character', /lone surrogate/, (by) => by.edit('deal:half', { name: 'a\ud800b' })),
    one('a number that nobody can keep', /beyond 2\^53/, (by) => by.edit('deal:number', { hours: 2 ** 60 })),
    one('content that is not what the id says', /does not match the id/, (by) => ({
      ...by.edit('deal:altered', { name: 'x' }),
      act: 'deal.win',
    })),
    one('withdrawals that are no list', /withdraws is not a list/, (by) => by.write({ withdraws: { length: 10 ** 9 } })),
    one('a series of a million parts', /series/, (by) => by.write({ series: { id: 's', n: 1, of: 1_000_000 } })),
  ];
}
