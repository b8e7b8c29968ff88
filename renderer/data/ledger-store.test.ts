import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openLedgerStore, type LedgerStore } from './ledger-store';
import { memoryStore } from './memory-store';

const stores: Readonly<Record<string, () => Promise<LedgerStore>>> = {
  'the store on disk': () => openLedgerStore(`test-${crypto.randomUUID().slice(0, 8)}`),
  'the store in memory': async () => memoryStore(),
};

describe.each(Object.entries(stores))('%s', (_, open) => {
  let store: LedgerStore;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  const page = (id: string, entries = '[]') => ({ id, entries });

  test('gives back what was added, and ids in order without reading bodies', async () => {
    await store.pages.team.add([page('b', '[2]'), page('a', '[1]')]);
    expect(await store.pages.team.ids()).toEqual(['a', 'b']);
    expect(await store.pages.team.read(['b', 'missing'])).toEqual([page('b', '[2]')]);
    expect(await store.pages.finance.ids()).toEqual([]);
  });

  test('leaves a page alone that is there already: an id fixes its content', async () => {
    await store.pages.team.add([page('a', '[1]')]);
    await store.pages.team.add([page('a', '[other]'), page('b', '[2]')]);
    expect(await store.pages.team.readAll()).toEqual([page('a', '[1]'), page('b', '[2]')]);
  });

  test('knows whether anything lies in a range of ids, both ends included', async () => {
    await store.pages.team.add([page('d.00000002-00000002.x')]);
    expect(await store.pages.team.hasAny('d.00000002', 'd.~')).toBe(true);
    expect(await store.pages.team.hasAny('d.00000003', 'd.~')).toBe(false);
    expect(await store.pages.team.ids('d.00000001', 'd.00000002~')).toEqual(['d.00000002-00000002.x']);
  });

  test('forgets a removed page for good, and it can be added again', async () => {
    await store.pages.team.add([page('a'), page('b')]);
    await store.pages.team.remove(['a']);
    expect(await store.pages.team.ids()).toEqual(['b']);
    expect(await store.pages.team.read(['a'])).toEqual([]);
    await store.pages.team.add([page('a', '[again]')]);
    expect(await store.pages.team.read(['a'])).toEqual([page('a', '[again]')]);
  });

  test('writes what a redaction left in place of what was there', async () => {
    await store.pages.team.add([page('a', '[secret]')]);
    await store.pages.team.replace([page('a', '[]')]);
    expect(await store.pages.team.read(['a'])).toEqual([page('a', '[]')]);
  });
});
