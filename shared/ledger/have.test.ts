import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../test/law';
import { deviceOf, isEntry, isStub, markOf, seqOf, type EntryId, type LedgerItem } from './entry';
import { Fold, foldAll } from './fold';
import { sameHave } from './have';
import { referenceHeld } from './testing/reference-fold';
import { aWorld, foldIn, kindOf, World, type Device } from './testing/world';
import { stubOf } from './withdrawn';

/** Two parties that each hold some of what there is. */
const twoParties = aWorld().chain((world) => {
  const items = world.items;
  return fc.tuple(fc.constant(items), fc.subarray([...items]), fc.subarray([...items]));
});

const ids = (items: readonly LedgerItem[]) => new Set(items.map(({ id }) => id));

describe('law 5, completeness is provable', () => {
  law(
    'two have are equal exactly where the same entries are held',
    fc.property(twoParties, ([, a, b]) => {
      const equal = sameHave(foldAll(a, kindOf).have(), foldAll(b, kindOf).have());
      expect(equal).toBe(ids(a).size === ids(b).size && a.every(({ id }) => ids(b).has(id)));
    }),
  );

  law(
    'what is missing each way is known: nothing missing is left out, and without forks nothing else is named',
    fc.property(twoParties, ([items, a, b]) => {
      const forked = items.some((item) =>
        items.some((other) => other.id !== item.id && deviceOf(other.id) === deviceOf(item.id) && seqOf(other.id) === seqOf(item.id)),
      );
      const { missingHere, missingThere } = foldAll(a, kindOf).compare(foldAll(b, kindOf).have());
      const asked = (item: LedgerItem) =>
        missingHere.some(({ device, from, to }) => deviceOf(item.id) === device && seqOf(item.id) >= from && seqOf(item.id) <= to);
      const lacking = b.filter(({ id }) => !ids(a).has(id));
      if (!forked) expect(new Set(b.filter(asked))).toEqual(new Set(lacking));
      if (lacking.length > 0) expect(b.some(asked)).toBe(true);
      for (const id of missingThere) expect(ids(b).has(id)).toBe(false);
    }),
  );

  law(
    'exchanging what is missing ends with equal have, forks included',
    fc.property(twoParties, ([, a, b]) => {
      const parties = [a, b].map((items) => {
        const held = new Map<EntryId, LedgerItem>();
        const fold = new Fold(kindOf);
        foldIn(fold, held, items);
        return { fold, held };
      }) as [{ fold: Fold; held: Map<EntryId, LedgerItem> }, { fold: Fold; held: Map<EntryId, LedgerItem> }];
      const [one, two] = parties;
      for (let round = 0; round < 40 && !sameHave(one.fold.have(), two.fold.have()); round += 1) {
        const { missingHere, missingThere } = one.fold.compare(two.fold.have());
        const asked = [...two.held.values()].filter(({ id }) =>
          missingHere.some(({ device, from, to }) => deviceOf(id) === device && seqOf(id) >= from && seqOf(id) <= to),
        );
        foldIn(
          two.fold,
          two.held,
          missingThere.flatMap((id) => one.held.get(id) ?? []),
        );
        foldIn(one.fold, one.held, asked);
      }
      expect(one.fold.have()).toEqual(two.fold.have());
      expect(new Set(one.held.keys())).toEqual(new Set(two.held.keys()));
    }),
  );

  law(
    'stubs count as held exactly where a withdrawal or a redaction explains them',
    fc.property(aWorld(), fc.nat(), (world, mask) => {
      const items = world.items.map((item, at) => (isEntry(item) && (mask >> (at % 24)) % 2 === 1 ? stubOf(item) : item));
      const counted = referenceHeld(items);
      const whole = items.filter((item) => !isStub(item) || counted.has(item.id));
      expect(Object.values(foldAll(items, kindOf).have()).flatMap(({ tips }) => tips.map(({ seq, from }) => [from ?? 1, seq]))).toEqual(
        Object.values(foldAll(whole, kindOf).have()).flatMap(({ tips }) => tips.map(({ seq, from }) => [from ?? 1, seq])),
      );
    }),
  );

  test('equal sequence numbers alone prove nothing: a forked chain has two tips', () => {
    const world = new World(2, []);
    const [ada] = world.devices as [Device, Device];
    const fork = ada.tip;
    world.commit(ada, { act: 'deal.edit', changes: [{ record: 'deal:A', set: { name: 'left' } }] });
    ada.tip = fork;
    world.commit(ada, { act: 'deal.edit', changes: [{ record: 'deal:A', set: { name: 'right' } }] });
    expect(ada.fold.have()[ada.id]?.tips.map(({ seq }) => seq)).toEqual([2, 2]);
  });

  test('a chain with a hole says where', () => {
    const world = new World(2, []);
    const [ada] = world.devices as [Device, Device];
    for (const name of ['a', 'b', 'c', 'd']) world.commit(ada, { act: 'deal.edit', changes: [{ record: 'deal:A', set: { name } }] });
    const have = foldAll(
      [...ada.held.values()].filter(({ id }) => seqOf(id) !== 3 && seqOf(id) !== 4),
      kindOf,
    ).have();
    expect(have[ada.id]).toMatchObject({ tips: [{ seq: 2 }, { seq: 5, from: 5 }], holes: [[3, 4]] });
  });

  test('a claim of a hundred million entries costs nothing to compare', () => {
    const world = new World(2, []);
    const [ada] = world.devices as [Device, Device];
    const claim = { [ada.id]: { tips: [{ seq: 99_999_999, hash: 'f'.repeat(64) }] } };
    expect(ada.fold.compare(claim).missingHere).toEqual([{ device: ada.id, from: 2, to: 99_999_999 }]);
  });
});

describe('the pages of a server against what is held', () => {
  const firm = (): World => new World(2, []);
  const seqs = (entries: readonly string[]): number[] => entries.map(seqOf);

  test('name what is on none of them, and which of them are not held whole', () => {
    const world = firm();
    const [one] = world.devices as [Device];
    for (const name of ['a', 'b', 'c']) world.commit(one, { act: 'deal.edit', changes: [{ record: 'deal:A', set: { name } }] });
    const own = [...one.held.keys()].filter((id) => deviceOf(id) === one.id).toSorted();
    const run = (first: number, last: number) => ({ device: one.id, first, last, mark: markOf(own[last - 1] as string) });
    expect(seqs(one.fold.cover([run(2, 3)]).uncovered)).toEqual([1, 4]);
    expect(one.fold.cover([run(1, 4)])).toEqual({ incomplete: [], uncovered: [] });
    const unknown = { device: 'f'.repeat(16), first: 1, last: 2, mark: '0'.repeat(12) };
    expect(one.fold.cover([run(1, 4), unknown]).incomplete).toEqual([1]);
    expect(one.fold.leadsTo(own[3] as string, own[0] as string)).toBe(true);
    expect(one.fold.leadsTo(own[0] as string, own[3] as string)).toBe(false);
  });
});
