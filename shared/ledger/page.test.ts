import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../test/law';
import { isStub, type EntryId, type LedgerItem, type RecordId, type Stub } from './entry';
import { foldAll } from './fold';
import { MAX_PAGE_BYTES } from './limits';
import { checkPage, foldPages, packPages, parsePageId, splitPage, unpackPage, type Page } from './page';
import { inChainOrder } from './testing/reference-fold';
import { aWorld, kindOf, World, type Device } from './testing/world';
import { stubOf } from './withdrawn';

const itemsOf = (pages: readonly Page[]): readonly LedgerItem[] =>
  pages.flatMap((page) => {
    const items = unpackPage(page);
    if (!items.ok) throw new Error(items.error.reason);
    return items.value;
  });

const byId = (items: readonly LedgerItem[]) => new Map<EntryId, LedgerItem>(items.map((item) => [item.id, item]));

describe('pages', () => {
  law(
    'packing and unpacking gives every item back, each once, and every page keeps what its id promises',
    fc.property(aWorld(), (world) => {
      const items = itemsOf(packPages(world.items));
      expect(items).toHaveLength(world.items.length);
      expect(byId(items)).toEqual(byId(world.items));
    }),
  );

  law(
    'however a ledger is paged, it is the same ledger',
    fc.property(aWorld(), fc.nat(), (world, cut) => {
      const items = inChainOrder(world.items);
      const at = cut % (items.length + 1);
      const pages = [...packPages(items.slice(at)), ...splitPage(items.slice(0, at)), ...packPages(items.slice(0, at))];
      expect(foldAll(itemsOf(pages), kindOf).have()).toEqual(foldAll(items, kindOf).have());
    }),
  );

  law(
    'one changed character in a page is found',
    fc.property(aWorld(8), fc.nat(), fc.nat(), fc.integer({ min: 32, max: 126 }), (world, which, at, code) => {
      const pages = packPages(world.items);
      const page = pages[which % pages.length] as Page;
      const place = at % page.text.length;
      const text = page.text.slice(0, place) + String.fromCharCode(code) + page.text.slice(place + 1);
      const read = unpackPage({ ...page, text });
      const before = unpackPage(page);
      if (read.ok) expect(before.ok && read.value).toEqual(before.ok && before.value);
    }),
  );

  law(
    'folding small pages loses nothing, removes no page that it writes, and has nothing to do the second time',
    fc.property(aWorld(), fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1 }), (world, sizes) => {
      const items = inChainOrder(world.items);
      const pages = new Map<string, Page>();
      for (let at = 0, n = 0; at < items.length; n += 1) {
        const size = sizes[n % sizes.length] ?? 1;
        for (const page of packPages(items.slice(at, at + size))) pages.set(page.id, page);
        at += size;
      }
      const { insert, remove } = foldPages([...pages.values()]);
      for (const page of insert) pages.set(page.id, page);
      for (const id of remove) {
        expect(insert.map((page) => page.id)).not.toContain(id);
        pages.delete(id);
      }
      expect(byId(itemsOf([...pages.values()]))).toEqual(byId(world.items));
      expect(foldPages([...pages.values()])).toEqual({ insert: [], remove: [] });
    }),
  );

  law(
    'A page that held stubs is written again, under its own id, with the entries that came in their places',
    fc.property(aWorld(), (world) => {
      const whole = world.items.filter((item): item is Exclude<LedgerItem, Stub> => !isStub(item));
      const pages = new Map(packPages(whole.map(stubOf)).map((page) => [page.id, page]));
      for (const item of whole) for (const page of packPages([item])) pages.set(page.id, page);
      const { insert, remove } = foldPages([...pages.values()]);
      for (const page of insert) pages.set(page.id, page);
      for (const id of remove) pages.delete(id);
      expect(byId(itemsOf([...pages.values()]))).toEqual(byId(whole));
    }),
  );

  test('1,300 entries are three pages, named by their place and the hash of the last entry', () => {
    const world = new World(2, []);
    const [ada] = world.devices as [Device, Device];
    for (let n = 0; n < 1_299; n += 1) world.commit(ada, { act: 'deal.edit', changes: [{ record: 'deal:A', set: { rank: `a${n}` } }] });
    const pages = packPages(ada.held.values());
    expect(pages.map(({ id }) => parsePageId(id))).toMatchObject([
      { device: ada.id, first: 1, last: 500 },
      { first: 501, last: 1000 },
      { first: 1001, last: 1300, mark: ada.tip?.hash.slice(0, 12) },
    ]);
  });

  test('no page is larger than 256 KiB, whatever script it is written in', () => {
    const world = new World(2, []);
    const [ada] = world.devices as [Device, Device];
    for (let n = 0; n < 8; n += 1) {
      world.commit(ada, { act: 'moment.log', changes: [{ record: `moment:${n}` as RecordId, set: { body: '漢'.repeat(40_000) } }] });
    }
    const pages = packPages(ada.held.values());
    for (const { text } of pages) expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(MAX_PAGE_BYTES);
    expect(pages).toHaveLength(4);
  });

  test('a page under a false id is refused, with the reason', () => {
    const world = new World(2, []);
    const [ada] = world.devices as [Device, Device];
    world.commit(ada, { act: 'deal.edit', changes: [{ record: 'deal:A', set: { name: 'x' } }] });
    const [page] = packPages(ada.held.values()) as [Page];
    const items = JSON.parse(page.text) as unknown[];
    const reason = (id: string, raws: readonly unknown[]) => {
      const checked = checkPage(id, raws);
      return checked.ok ? 'fine' : checked.error.reason;
    };
    expect(reason(page.id, items)).toBe('fine');
    expect(reason(page.id, items.slice(1))).toBe('not as many entries as its id says');
    expect(reason(page.id, items.toReversed())).toBe('entry 1: not in its place');
    expect(reason(`${page.id.slice(0, -12)}${'0'.repeat(12)}`, items)).toBe('the last entry is not the one that its id names');
    expect(reason('page 1', items)).toBe('not a page id');
  });
});
