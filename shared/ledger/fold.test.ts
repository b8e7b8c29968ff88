import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { law } from '../../test/law';
import { isEntry, type EntryId, type LedgerItem, type RecordId } from './entry';
import { Fold } from './fold';
import { redactEntry } from './redact';
import { foldable, referenceFold, type PlainRecord } from './testing/reference-fold';
import { aWorld, foldIn, kindOf } from './testing/world';

/** A fold as plain data: two folds that differ in nothing a reader can see are equal. */
function plain(fold: Fold): ReadonlyMap<RecordId, PlainRecord> {
  const records = new Map<RecordId, PlainRecord>();
  for (const { id, values, clashing = [], undecided = [], redacted = [], merged = [] } of fold.records()) {
    const heads = Object.fromEntries(fold.fields(id).map((field) => [field, fold.heads(id, field).toSorted()]));
    const lists = { clashing, undecided, redacted, merged };
    const sorted = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, (list ?? []).toSorted()]));
    records.set(id, { values, heads, ...(sorted as typeof lists) });
  }
  return records;
}

/** Shuffled, some twice, cut into batches: however items may arrive. */
const arrivals = (items: readonly LedgerItem[]): fc.Arbitrary<readonly (readonly LedgerItem[])[]> =>
  fc
    .tuple(
      fc.shuffledSubarray([...items], { minLength: items.length }),
      fc.shuffledSubarray([...items]),
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 9 }),
    )
    .map(([all, again, sizes]) => {
      const queue = [...all, ...again];
      const batches: (readonly LedgerItem[])[] = [];
      for (let at = 0, n = 0; at < queue.length; n += 1) {
        const size = sizes[n % sizes.length] ?? 1;
        batches.push(queue.slice(at, at + size));
        at += size;
      }
      return batches;
    });

const aWorldArriving = aWorld().chain((world) => fc.tuple(fc.constant(world), arrivals(world.items)));

function foldBatches(batches: readonly (readonly LedgerItem[])[]): Fold {
  const fold = new Fold(kindOf);
  const held = new Map<EntryId, LedgerItem>();
  for (const batch of batches) foldIn(fold, held, batch);
  return fold;
}

describe('law 1, convergence', () => {
  law(
    'any order, duplication and batching of the same entries makes the records that the definitions give',
    fc.property(aWorldArriving, ([world, batches]) => {
      const fold = foldBatches(batches);
      expect(plain(fold)).toEqual(referenceFold(world.items, kindOf));
    }),
  );

  law(
    'two folds of the same entries show the same clashes and prove the same have',
    fc.property(aWorldArriving, ([world, batches]) => {
      const one = foldBatches(batches);
      const all = foldBatches([world.items]);
      expect(one.clashes()).toEqual(all.clashes());
      expect(one.have()).toEqual(all.have());
      expect(new Set(one.newer())).toEqual(new Set(all.newer()));
      expect(new Set(one.waiting().map(({ id }) => id))).toEqual(new Set(all.waiting().map(({ id }) => id)));
    }),
  );
});
void isEntry;
void redactEntry;
void foldable;
