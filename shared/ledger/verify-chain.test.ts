import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../test/law';
import { isEntry, seqOf, type Entry, type LedgerItem } from './entry';
import { foldAll } from './fold';
import { aWorld, kindOf, World, type Device } from './testing/world';
import { verifyChain } from './verify-chain';
import { stubOf } from './withdrawn';

const copy = (item: LedgerItem): LedgerItem => JSON.parse(JSON.stringify(item)) as LedgerItem;

/** A place in an entry, and what stands there: every leaf of it. */
function leaves(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]));
}

function alter(item: LedgerItem, path: readonly string[]): void {
  let at = item as unknown as Record<string, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
  const last = path.at(-1) ?? '';
  at[last] = typeof at[last] === 'string' ? `${at[last].slice(0, -1)}~` : 'other';
}

describe('law 6, verifiability', () => {
  law(
    'a ledger that is whole has no problems',
    fc.property(aWorld(), (world) => {
      expect(verifyChain(world.items)).toEqual([]);
      expect(verifyChain(world.items, foldAll(world.items, kindOf).have())).toEqual([]);
    }),
  );

  law(
    'one altered value anywhere in one entry is found, and the entry named',
    fc.property(aWorld(), fc.nat(), fc.nat(), (world, which, where) => {
      const items = world.items.map(copy);
      const item = items[which % items.length] as LedgerItem;
      const { id } = item;
      const places = leaves(item).filter(([key]) => key !== 'id');
      alter(item, places[where % places.length] ?? ['prev']);
      expect(verifyChain(items).map(({ entry }) => entry)).toContain(id);
    }),
  );

  law(
    'one dropped entry is found by the entry after it, and a cut tail by the known tip',
    fc.property(aWorld(), fc.nat(), (world, which) => {
      const items = world.items;
      const expected = foldAll(items, kindOf).have();
      const dropped = items[which % items.length] as LedgerItem;
      const problems = verifyChain(
        items.filter((item) => item !== dropped),
        expected,
      );
      const followers = items.filter(
        (item) => isEntry(item) && seqOf(item.id) === seqOf(dropped.id) + 1 && dropped.id.endsWith(item.prev.slice(0, 12)),
      );
      const named = problems.map(({ entry }) => entry);
      for (const { id } of followers) expect(named).toContain(id);
      if (followers.length === 0) expect(named.length).toBeGreaterThan(0);
    }),
  );

  law(
    'one inserted entry, itself well made, is found against known tips',
    fc.property(aWorld(), fc.nat(), (world, who) => {
      const expected = foldAll(world.items, kindOf).have();
      const device = world.devices[who % world.devices.length] as Device;
      const inserted = world.appendRaw(device, { edits: [] });
      expect(verifyChain(world.items, expected)).toContainEqual(expect.objectContaining({ tag: 'inserted', entry: inserted.id }));
    }),
  );

  test('a stub holds its place in the chain, but is no substitute where the entry was there', () => {
    const world = new World(2, []);
    const [ada] = world.devices as [Device, Device];
    world.commit(ada, { act: 'deal.edit', changes: [{ record: 'deal:A', set: { name: 'x' } }] });
    const expected = ada.fold.have();
    const [first, second] = [...ada.held.values()] as [Entry, Entry];
    expect(verifyChain([stubOf(first), second])).toEqual([]);
    expect(verifyChain([stubOf(first), second], expected)).toEqual([
      { tag: 'missing', entry: first.id, message: 'only its place in the chain is there, not its content' },
    ]);
  });
});
