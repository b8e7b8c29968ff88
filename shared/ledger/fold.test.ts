import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../test/law';
import { settle } from './clash';
import { ARCHIVED, deviceOf, isEntry, isRedacted, type Entry, type EntryId, type Json, type LedgerItem, type RecordId } from './entry';
import { Fold, foldAll } from './fold';
import type { FoldChunk } from './fold-pack';
import { admit } from './parse-entry';
import { foldable, inChainOrder, referenceFold, type PlainRecord } from './testing/reference-fold';
import { aWorld, foldIn, kindOf, World, type Device } from './testing/world';

/** A fold as plain data: two folds that differ in nothing a reader can see are equal. */
function plain(fold: Fold): ReadonlyMap<RecordId, PlainRecord> {
  const records = new Map<RecordId, PlainRecord>();
  for (const { id, values, clashing = [], undecided = [], redacted = [], merged = [] } of fold.records()) {
    const heads = Object.fromEntries(fold.fields(id).map((field) => [field, fold.heads(id, field).toSorted()]));
    const lists = {
      clashing: clashing.toSorted(),
      undecided: undecided.toSorted(),
      redacted: redacted.toSorted(),
      merged: merged.toSorted(),
    };
    records.set(id, { values, heads, ...lists });
  }
  return records;
}

/** Everything that a fold can say, in an order of its own. */
const everything = (fold: Fold) => ({
  records: plain(fold),
  clashes: fold.clashes(),
  have: fold.have(),
  newer: new Set(fold.newer()),
  waiting: new Set(fold.waiting().map(({ id }) => id)),
  redactions: new Set(fold.redactions().map(({ entry, record }) => `${entry} ${record}`)),
});

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

function foldBatches(batches: readonly (readonly LedgerItem[])[], fold = new Fold(kindOf), held = new Map<EntryId, LedgerItem>()): Fold {
  for (const batch of batches) foldIn(fold, held, batch);
  return fold;
}

describe('law 1, convergence', () => {
  law(
    'any order, duplication and batching of the same entries makes the records that the definitions give',
    fc.property(aWorldArriving, ([world, batches]) => {
      expect(plain(foldBatches(batches))).toEqual(referenceFold(world.items, kindOf));
    }),
  );

  law(
    'two folds of the same entries show the same clashes, prove the same have and wait for the same parts',
    fc.property(aWorldArriving, ([world, batches]) => {
      expect(everything(foldBatches(batches))).toEqual(everything(foldBatches([world.items])));
    }),
  );

  law(
    'devices that have exchanged everything see one firm',
    fc.property(aWorld(), (world) => {
      const [first, ...others] = world.devices.map((device) => {
        foldIn(device.fold, device.held, world.items);
        return everything(device.fold);
      });
      for (const other of others) expect(other).toEqual(first);
    }),
  );

  law(
    'a snapshot taken anywhere on the way, and read back in any order, changes nothing',
    fc.property(aWorldArriving, fc.nat({ max: 40 }), fc.integer({ min: 1, max: 3 }), ([, batches], cut, size) => {
      const held = new Map<EntryId, LedgerItem>();
      const early = foldBatches(batches.slice(0, cut), new Fold(kindOf), held);
      const [index, ...records] = structuredClone([...early.pack(size)]) as readonly FoldChunk[];
      if (index?.tag !== 'index') throw new Error('the index comes first');
      const back = Fold.unpack(index, kindOf);
      for (const chunk of records.toReversed()) if (chunk.tag === 'records') back.load(chunk);
      expect(everything(back)).toEqual(everything(early));
      const late = batches.slice(cut);
      const again = new Map(held);
      expect(everything(foldBatches(late, back, again))).toEqual(everything(foldBatches(late, early, held)));
    }),
  );
});

describe('law 2, nothing lost', () => {
  law(
    'every value ever entered is the value, a head in a clash, or superseded by an entry that names it',
    fc.property(aWorld(), (world) => {
      const fold = foldAll(world.items, kindOf);
      const entries = foldable(world.items);
      const named = new Set(
        entries.flatMap(({ id, edits }) =>
          edits.flatMap(({ record, over }) =>
            Object.entries(over ?? {}).flatMap(([field, ids]) => ids.filter((one) => one !== id).map((one) => `${record} ${field} ${one}`)),
          ),
        ),
      );
      for (const { id, edits } of entries) {
        for (const edit of edits) {
          for (const field of isRedacted(edit) ? edit.fields : Object.keys(edit.set)) {
            const isHead = fold.heads(edit.record, field).includes(id);
            expect(isHead || named.has(`${edit.record} ${field} ${id}`)).toBe(true);
          }
        }
      }
    }),
  );

  test('a field and a type that nobody declared are kept like any other', () => {
    const world = new World(2, []);
    const [ada] = world.devices as [Device, Device];
    world.commit(ada, {
      act: 'hologram.build',
      changes: [{ record: 'hologram:1', set: { depth: [1, { of: 'field' }], constructor: 'Ada' } }],
    });
    expect(ada.fold.get('hologram:1')?.values).toEqual({ depth: [1, { of: 'field' }], constructor: 'Ada' });
  });

  test('an entry of a newer app is held, counted in have, and in no record', () => {
    const world = new World(2, []);
    const [ada] = world.devices as [Device, Device];
    const item = world.appendRaw(ada, { v: 7, edits: 'unheard of' });
    expect(ada.fold.newer()).toEqual([item.id]);
    expect(ada.fold.have()[ada.id]?.tips[0]?.seq).toBe(2);
  });
});

describe('law 3, causality beats clocks', () => {
  law(
    'an edit made with another in view supersedes it, however many days its clock is behind',
    fc.property(aWorld(10), fc.integer({ min: -30, max: 30 }), fc.nat(), (world, days, who) => {
      const device = world.devices[who % world.devices.length] as Device;
      foldIn(device.fold, device.held, world.items);
      device.tip = undefined;
      device.id = 'f'.repeat(16);
      device.clock = undefined;
      device.skew = days * 86_400_000;
      const change = { record: 'deal:A', set: { name: 'settled', amount: { amount: 7, currency: 'EUR' }, notes: 'settled' } } as const;
      world.commit(device, { act: 'deal.edit', changes: [change] });
      const record = foldAll(world.items, kindOf).get('deal:A');
      expect(record?.values).toMatchObject(change.set);
      for (const field of Object.keys(change.set)) expect(record?.clashing ?? []).not.toContain(field);
    }),
  );

  law(
    'no entry takes effect before what it is over',
    fc.property(aWorldArriving, ([world, batches]) => {
      const fold = foldBatches(batches);
      for (const { id, at, edits } of foldable(world.items)) {
        const effective = fold.effectiveAt(id) ?? '';
        expect(effective >= at).toBe(true);
        for (const over of edits.flatMap((edit) => Object.values(edit.over ?? {}).flat()))
          expect(effective >= (fold.effectiveAt(over) ?? '')).toBe(true);
      }
    }),
  );
});

describe('law 4, atomicity', () => {
  law(
    'after each batch every entry shows in all its records or in none, and a series with all its parts or with none',
    fc.property(aWorldArriving, ([, batches]) => {
      const held = new Map<EntryId, LedgerItem>();
      const fold = new Fold(kindOf);
      for (const batch of batches) {
        foldIn(fold, held, batch);
        const shown = foldable([...held.values()]);
        const visible = new Set([...fold.records()].flatMap(({ id }) => fold.fields(id).flatMap((field) => fold.heads(id, field))));
        for (const id of visible) expect(shown.some((entry) => entry.id === id)).toBe(true);
        expect(plain(fold)).toEqual(referenceFold([...held.values()], kindOf));
      }
    }),
  );

  test('a command of 1,200 edits is a series of three, and shows only when the third part is here', () => {
    const world = new World(2, []);
    const [ada, ben] = world.devices as [Device, Device];
    const changes = Array.from({ length: 1_200 }, (_, at) => ({ record: `contact:${at}` as RecordId, set: { name: `Person ${at}` } }));
    const parts = world.commit(ada, { act: 'import.csv', changes });
    expect(parts.map(({ series, edits }) => [series?.n, series?.of, edits.length])).toEqual([
      [1, 3, 500],
      [2, 3, 500],
      [3, 3, 200],
    ]);
    const [one, two, three] = parts as [Entry, Entry, Entry];
    foldIn(ben.fold, ben.held, [three, one]);
    expect(ben.fold.get('contact:0')).toBeUndefined();
    expect(ben.fold.waiting()).toHaveLength(2);
    foldIn(ben.fold, ben.held, [two]);
    expect(ben.fold.get('contact:1199')?.values).toEqual({ name: 'Person 1199' });
    expect(ben.fold.waiting()).toEqual([]);
  });
});

describe('law 7, totality', () => {
  const aMutation = fc.record({
    at: fc.nat(),
    key: fc.constantFrom('id', 'v', 'prev', 'at', 'by', 'act', 'edits', 'series', 'redacts', 'have', '__proto__'),
    value: fc.jsonValue(),
  });

  law(
    'junk and damaged entries never throw, are never folded as what they are not, and are always kept',
    fc.property(aWorld(8), fc.array(fc.anything(), { maxLength: 6 }), fc.array(aMutation, { maxLength: 6 }), (world, junk, mutations) => {
      const items = world.items;
      const damaged = mutations.map(({ at, key, value }) => ({ ...items[at % items.length], [key]: value }));
      const arrived: readonly unknown[] = [...junk, ...damaged, ...items];
      const { items: good, quarantined } = admit(arrived);
      expect(good.length + quarantined.length).toBe(arrived.length);
      for (const { reason, raw } of quarantined) {
        expect(reason).not.toBe('');
        expect(arrived.includes(raw)).toBe(true);
      }
      expect(plain(foldAll(good, kindOf))).toEqual(referenceFold(items, kindOf));
    }),
  );

  test('entries that name each other as seen, which no hash allows, still fold without an error', () => {
    const [a, b] = ['a', 'b'].map((one) => `${one.repeat(16)}.00000001.${one.repeat(12)}`) as [EntryId, EntryId];
    const entry = (id: EntryId, over: EntryId): Entry => ({
      id,
      v: 1,
      prev: '',
      at: '2026-01-05T09:00:00.000Z-0000',
      by: 'person:P',
      act: 'deal.edit',
      edits: [{ record: 'deal:A', set: { name: id }, over: { name: [over] }, salt: '0'.repeat(32) }],
    });
    expect(() => foldAll([entry(a, b), entry(b, a), entry(a, a)], kindOf).clashes()).not.toThrow();
  });
});

describe('what readers see while heads differ', () => {
  const apart = (field: string, base: Json, left: Json, right: Json) => {
    const world = new World(2, []);
    const [ada, ben] = world.devices as [Device, Device];
    const edit = (device: Device, value: Json) =>
      world.commit(device, { act: 'deal.edit', changes: [{ record: 'deal:N', set: { [field]: value } }] });
    foldIn(ben.fold, ben.held, edit(ada, base));
    edit(ada, left);
    edit(ben, right);
    foldIn(ada.fold, ada.held, [...ben.held.values()]);
    foldIn(ben.fold, ben.held, [...ada.held.values()]);
    expect(everything(ada.fold)).toEqual(everything(ben.fold));
    return { world, ada, ben, record: ada.fold.get('deal:N') };
  };

  test('two people who change different words of a text get both changes and no clash', () => {
    const { record, ada } = apart(
      'notes',
      'Billing is fixed until March.',
      'Billing is capped until March.',
      'Billing is fixed until May.',
    );
    expect(record?.values['notes']).toBe('Billing is capped until May.');
    expect(record?.merged).toEqual(['notes']);
    expect(ada.fold.clashes()).toEqual([]);
  });

  test('two people who change the same word get the latest, for quiet review', () => {
    const { record, ada } = apart('notes', 'until March', 'until April', 'until May');
    expect(record?.values['notes']).toBe('until May');
    expect(ada.fold.clashes()).toMatchObject([{ field: 'notes', review: 'quiet', shown: 'until May' }]);
  });

  test('two amounts for one deal are undecided until somebody settles them, over both', () => {
    const [four, five] = [48_000, 52_000].map((amount) => ({ amount, currency: 'EUR' }));
    const { record, ada, world } = apart('amount', null, four as Json, five as Json);
    expect(record?.undecided).toEqual(['amount']);
    const [clash] = ada.fold.clashes();
    expect(clash).toMatchObject({ review: 'required', kind: 'guarded' });
    if (clash) world.commit(ada, { act: 'ledger.settle', changes: [settle(clash, four as Json)] });
    expect(ada.fold.clashes()).toEqual([]);
    expect(ada.fold.get('deal:N')).toMatchObject({ values: { amount: four } });
    expect(ada.fold.get('deal:N')?.undecided).toBeUndefined();
  });

  test('two people who enter the same value agree', () => {
    const { record, ada } = apart('name', 'Renewal', 'Renewal 2027', 'Renewal 2027');
    expect(record?.values['name']).toBe('Renewal 2027');
    expect(ada.fold.clashes()).toEqual([]);
    expect(ada.fold.heads('deal:N', 'name')).toHaveLength(2);
  });

  test('two places on a board are nobody’s quarrel: the latest stands', () => {
    const { record, ada } = apart('rank', 'a0', 'a1', 'a2');
    expect(record?.values['rank']).toBe('a2');
    expect(ada.fold.clashes()).toEqual([]);
  });

  test('a deal archived against an edit that neither saw is kept, and comes up for review', () => {
    const world = new World(2, []);
    const [ada, ben] = world.devices as [Device, Device];
    world.commit(ada, { act: 'deal.archive', changes: [{ record: 'deal:A', set: { [ARCHIVED]: true } }] });
    world.commit(ben, { act: 'deal.edit', changes: [{ record: 'deal:A', set: { name: 'Still alive' } }] });
    foldIn(ada.fold, ada.held, [...ben.held.values()]);
    expect(ada.fold.get('deal:A')?.values).toMatchObject({ archived: false, name: 'Still alive' });
    const [clash] = ada.fold.clashes();
    expect(clash).toMatchObject({ field: ARCHIVED, review: 'quiet', sides: [{ field: 'name', value: 'Still alive' }, { value: true }] });
    if (clash) world.commit(ada, { act: 'ledger.settle', changes: [settle(clash, true)] });
    expect(ada.fold.get('deal:A')?.values['archived']).toBe(true);
    expect(ada.fold.clashes()).toEqual([]);
  });

  test('a deal archived while somebody only moved it on the board stays archived, and nobody is asked', () => {
    const world = new World(2, []);
    const [ada, ben] = world.devices as [Device, Device];
    world.commit(ada, { act: 'deal.archive', changes: [{ record: 'deal:A', set: { [ARCHIVED]: true } }] });
    world.commit(ben, { act: 'deal.edit', changes: [{ record: 'deal:A', set: { rank: 'a7' } }] });
    foldIn(ada.fold, ada.held, [...ben.held.values()]);
    expect(ada.fold.get('deal:A')?.values).toMatchObject({ archived: true, rank: 'a7' });
    expect(ada.fold.clashes()).toEqual([]);
  });

  test('an edit of an archived deal by someone who saw the archiving leaves it archived', () => {
    const world = new World(2, []);
    const [ada] = world.devices as [Device, Device];
    world.commit(ada, { act: 'deal.archive', changes: [{ record: 'deal:A', set: { [ARCHIVED]: true } }] });
    world.commit(ada, { act: 'deal.edit', changes: [{ record: 'deal:A', set: { name: 'Lost to a rival' } }] });
    expect(ada.fold.get('deal:A')?.values).toMatchObject({ archived: true, name: 'Lost to a rival' });
    expect(ada.fold.clashes()).toEqual([]);
  });

  test('three thousand tags on one deal are folded in any order', () => {
    const world = new World(2, []);
    const [ada] = world.devices as [Device, Device];
    const changes = Array.from({ length: 10 }, (_, part) => ({
      record: 'deal:A' as RecordId,
      set: Object.fromEntries(Array.from({ length: 300 }, (__, at) => [`tags/${part} ${at}`, true])),
    }));
    for (const change of changes) world.commit(ada, { act: 'deal.edit', changes: [change] });
    expect(ada.fold.fields('deal:A')).toHaveLength(3_003);
    expect(foldAll(inChainOrder(ada.held.values()).reverse(), kindOf).fields('deal:A')).toHaveLength(3_003);
  });
});

test('an entry beyond a gap is folded at once and unproved until the gap is filled', () => {
  const world = new World(2, []);
  const [ada] = world.devices as [Device, Device];
  const entries = ['one', 'two', 'three'].flatMap((name) =>
    world.commit(ada, { act: 'deal.edit', changes: [{ record: 'deal:Z', set: { name } }] }),
  );
  const [, two, three] = entries as [Entry, Entry, Entry];
  const first = inChainOrder([...ada.held.values()].filter(isEntry).filter(({ id }) => deviceOf(id) === ada.id)).slice(0, 2);
  const fold = foldAll([...first, three], kindOf);
  expect(fold.get('deal:Z')?.values['name']).toBe('three');
  expect(fold.isProved(three.id)).toBe(false);
  expect(fold.have()[ada.id]?.holes).toEqual([[3, 3]]);
  fold.add([two]);
  expect(fold.isProved(three.id)).toBe(true);
});
