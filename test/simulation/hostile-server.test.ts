import { expect, test } from 'vitest';
import { createRecord } from '#shared/records/write';
import { besideServer } from './one-device';
import { malices, pageIdOf, Villain } from './villain';
import { WORKSPACE } from './virtual-hub';

const deal = 'deal:01J0000000000000000000000D' as const;
const MINUTE = 60_000;

/** Health names the document and says why it is not used. */
const quarantined = (page: string, reason: RegExp) =>
  expect.arrayContaining([expect.objectContaining({ page, reason: expect.stringMatching(reason) as string })]) as unknown;

for (const { name, items, reason } of malices()) {
  test(`${name}: what a server hands out of it is named and not used; everything beside it comes in`, () =>
    besideServer(async ({ plant, pass, workspace, finished, hub }) => {
      const page = plant(items);
      plant([new Villain('a'.repeat(16)).edit('contact:honest', { name: 'Ines' })]);
      await finished(workspace().commit(createRecord('deal', deal, { name: 'Renewal', phase: 'discovery' })));
      await pass(MINUTE);
      expect(workspace().records.get('contact', 'contact:honest')?.name).toBe('Ines');
      const { quarantine } = await finished(workspace().health());
      expect(quarantine).toEqual(quarantined(page, reason));
      expect(JSON.stringify(quarantine).length).toBeLessThan(10_000);
      expect(hub.database('team').holdsText('Renewal')).toBe(true);
      expect(workspace().sync.get().waiting).toBe(0);
    }));
}

test('pages that are not what their ids say are each named with what is wrong', () =>
  besideServer(async ({ plant, pass, workspace, finished }) => {
    const villain = new Villain('b'.repeat(16));
    const [one, two, three] = ['one', 'two', 'three'].map((name) => villain.edit('contact:b', { name })) as [never, never, never];
    const other = new Villain('c'.repeat(16));
    const mixed = [one, other.edit('contact:c', { name: 'mixed' })] as [never, never];
    const cases = [
      [plant([one, three], { id: pageIdOf([one, two]) }), /does not follow|not in its place/],
      [plant(mixed, { id: pageIdOf([one, two]).replace('-00000002', '-00000003').replace('00000001-', '00000002-') }), /not in its place/],
      [plant([one], { id: 'not a page at all' }), /not that of a page/],
      [plant([one], { id: `${'c'.repeat(16)}.00000001-00000001.${'0'.repeat(12)}` }), /not in its place/],
      [plant([], { id: `${'d'.repeat(16)}.00000001-00000001.${'0'.repeat(12)}` }), /not as many entries/],
    ] as const;
    await pass(MINUTE);
    const { quarantine } = await finished(workspace().health());
    for (const [page, reason] of cases) expect(quarantine).toEqual(quarantined(page, reason));
    expect(workspace().records.get('contact', 'contact:b')).toBeUndefined();
  }));

test('a page that was spoilt is made good again from another revision of it', () =>
  besideServer(async ({ hub, plant, pass, workspace }) => {
    const items = [new Villain('e'.repeat(16)).edit('contact:e', { name: 'Sound' })];
    const page = plant(items);
    for (let n = 0; n < 8; n += 1) hub.database('team').force(page, { from: 'victor', entries: [{ spoilt: n }] });
    hub.changed(`${WORKSPACE}-team`);
    await pass(MINUTE);
    expect(workspace().records.get('contact', 'contact:e')?.name).toBe('Sound');
  }));

test('a page that was spoilt is made good again by whoever holds the entries', () =>
  besideServer(async ({ hub, pass, workspace, finished }) => {
    await finished(workspace().commit(createRecord('deal', deal, { name: 'Renewal', phase: 'discovery' })));
    await pass(MINUTE);
    const page = hub
      .database('team')
      .documents()
      .find(({ entries }) => JSON.stringify(entries).includes('Renewal'));
    const id = String(page?.['_id']);
    hub.database('team').becomes({
      docs: new Map([
        [id, { branches: new Map([[`1-${'f'.repeat(32)}`, JSON.stringify({ _id: id, from: 'ines', entries: [] })]]), seq: 90 }],
      ]),
      seq: 90,
    });
    await pass(40 * MINUTE);
    const other = hub
      .database('team')
      .documents()
      .filter((doc) => JSON.stringify(doc).includes('Renewal'));
    expect(other.length).toBeGreaterThan(0);
    expect(workspace().sync.get().state.kind).toBe('synced');
  }));

test('what somebody hands in under another name is shown as handed in by them', () =>
  besideServer(async ({ plant, pass, workspace, finished }) => {
    await finished(
      workspace().commit(createRecord('person', 'person:victim', { name: 'Vera', user: 'vera', roles: ['AE'], active: true })),
    );
    const forged = new Villain('f'.repeat(16)).write({
      by: 'person:victim',
      edits: [{ record: 'contact:f', set: { name: 'Forged' }, salt: '0'.repeat(32) }],
    });
    plant([forged], { from: 'victor' });
    await pass(MINUTE);
    expect(workspace().records.get('contact', 'contact:f')?.name).toBe('Forged');
    expect(workspace().sync.handedInBy(forged.id)).toBe('victor');
  }));

test('twenty thousand odd documents are counted, and not all of them kept', () =>
  besideServer(async ({ hub, pass, workspace, finished }) => {
    const docs = new Map(
      Array.from({ length: 20_000 }, (_, at) => [
        `junk ${at}`,
        { branches: new Map([[`1-${'a'.repeat(32)}`, '{"junk":true}']]), seq: at + 1 },
      ]),
    );
    hub.database('team').becomes({ docs, seq: docs.size });
    hub.changed(`${WORKSPACE}-team`);
    await finished(workspace().commit(createRecord('deal', deal, { name: 'Renewal', phase: 'discovery' })));
    await pass(40 * MINUTE);
    const { quarantine } = await finished(workspace().health());
    expect(quarantine.length).toBeGreaterThan(0);
    expect(quarantine.length).toBeLessThan(2_000);
    expect(hub.database('team').holdsText('Renewal')).toBe(true);
    expect(workspace().sync.get().state.kind).toBe('synced');
  }));
