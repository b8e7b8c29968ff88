import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifyWorkspaceFile } from '#shared/exchange/verify-bundle';
import type { Command } from '#shared/ledger/command';
import { deviceOf, type EntryId, type Json, type LedgerItem } from '#shared/ledger/entry';
import { packPages } from '#shared/ledger/page';
import { aWorld, type World } from '#shared/ledger/testing/world';
import { createRecord, editRecord } from '#shared/records/write';
import type { Id } from '#shared/records/define-record';
import { law, LAW_SEED } from '../../test/law';
import { memoryStore } from './memory-store';
import { openMemoryWorkspace } from './memory-workspace';
import type { OpenWorkspace } from './open-workspace';
import type { MergeReport } from './workspace';

const id = <T extends string>(type: T, n: number): Id<T> => `${type}:01J000000000000000000000${String(n).padStart(2, '0')}`;
const [north, south] = [id('account', 1), id('account', 2)];
const [billing, portal] = [id('deal', 1), id('deal', 2)];
const [ines, omar] = [id('contact', 1), id('contact', 2)];
const line = id('scopeLine', 1);

/** Two deals of two accounts, each with a buyer; a scope line that moved from one to the other. */
async function firm(): Promise<OpenWorkspace> {
  const workspace = await openMemoryWorkspace({
    commands: [
      createRecord('account', north, { name: 'Nordwind' }),
      createRecord('account', south, { name: 'Südstern' }),
      createRecord('contact', ines, { name: 'Ines', account: north }),
      createRecord('contact', omar, { name: 'Omar', account: south }),
      createRecord('deal', billing, { name: 'Billing', phase: 'scoping', account: north, buyers: [ines] }),
      createRecord('deal', portal, { name: 'Portal', phase: 'scoping', account: south, buyers: [omar] }),
      createRecord('scopeLine', line, { deal: billing, title: 'Migration', status: 'proposed', origin: 'SOW' }),
    ],
  });
  const rename = async (name: string) => {
    const deal = workspace.records.get('deal', portal);
    if (deal) await workspace.commit(editRecord('deal', deal, { name }));
  };
  await rename('Portal 2');
  await rename('Portal 3');
  return workspace;
}

async function wrote(workspace: OpenWorkspace, command: Command): Promise<void> {
  const done = await workspace.commit(command);
  if (!done.ok) throw new Error(done.error.message);
}

async function merged(into: OpenWorkspace, file: Blob): Promise<MergeReport> {
  const done = await into.mergeFile(file);
  if (!done.ok) throw new Error(done.error.message);
  return done.value;
}

const recordsOf = ({ ledgers }: OpenWorkspace) =>
  Object.values(ledgers)
    .flatMap(({ fold }) => [...fold.records()])
    .map(({ id: record, values }) => ({ record, values }))
    .toSorted((a, b) => (a.record < b.record ? -1 : 1));

const shownBy = (workspace: OpenWorkspace) => ({
  have: workspace.ledgers.team.fold.have(),
  records: recordsOf(workspace),
  clashes: workspace.records.clashes(),
});

describe('a deal as a file', () => {
  test('gives an empty workspace that deal and what it is read by, and nothing of another deal', async () => {
    const workspace = await firm();
    const file = await workspace.exportFile({ scope: { kind: 'deal', deal: billing } });
    const other = await openMemoryWorkspace({ seed: 2 });
    const report = await merged(other, file);
    expect(report).toMatchObject({ entries: 5, stubs: 5, clashes: 0, refused: [] });
    expect(report.changed.toSorted()).toEqual([north, ines, billing, 'person:me', line].toSorted());
    expect(other.records.all('deal').map(({ name }) => name)).toEqual(['Billing']);
    expect(other.records.get('scopeLine', line)).toEqual(workspace.records.get('scopeLine', line));
    expect(other.records.get('contact', ines)).toEqual(workspace.records.get('contact', ines));
    expect(await file.text()).not.toContain('Portal');
  });

  test('says what it holds and how large it is before it is written', async () => {
    const workspace = await firm();
    const scope = { kind: 'deal', deal: billing } as const;
    const [measure, file] = [await workspace.measureExport({ scope }), await workspace.exportFile({ scope })];
    expect(measure).toMatchObject({ entries: 5, leftOut: 5, files: 0 });
    expect(Math.abs(measure.bytes - file.size) / file.size).toBeLessThan(0.2);
    const whole = await workspace.measureExport();
    expect(whole).toMatchObject({ entries: 10, leftOut: 0 });
  });

  test('has a record that moved to another deal whole, in the file of either', async () => {
    const workspace = await firm();
    const moved = workspace.records.get('scopeLine', line);
    if (!moved) throw new Error('no line');
    await workspace.commit(editRecord('scopeLine', moved, { deal: portal, title: 'Data migration' }));
    for (const deal of [billing, portal]) {
      const other = await openMemoryWorkspace({ seed: 2 });
      await merged(other, await workspace.exportFile({ scope: { kind: 'deal', deal } }));
      expect(other.records.get('scopeLine', line)).toEqual(workspace.records.get('scopeLine', line));
    }
  });

  test('brings the files of its moments, and no other', async () => {
    const workspace = await firm();
    const text = (words: string) => new TextEncoder().encode(words);
    const facts = { name: 'mail.eml', type: 'message/rfc822' };
    const ours = await workspace.files.put(text('about billing'), facts);
    const theirs = await workspace.files.put(text('about the portal'), facts);
    for (const [n, deal, file] of [[1, billing, ours] as const, [2, portal, theirs] as const])
      await wrote(workspace, createRecord('moment', id('moment', n), { deal, kind: 'note', at: '2026-11-01T10:00:00.000Z', file }));
    const other = await openMemoryWorkspace({ seed: 2 });
    expect(await merged(other, await workspace.exportFile({ scope: { kind: 'deal', deal: billing } }))).toMatchObject({ files: 1 });
    expect(await other.files.get(ours)).toEqual(text('about billing'));
    expect(await other.files.get(theirs)).toBeUndefined();
  });

  test('shows what was imported in the same step as it is now, not as it was imported', async () => {
    const workspace = await openMemoryWorkspace();
    const changes = [billing, portal].flatMap((deal, n) => createRecord('deal', deal, { name: `Imported ${n}`, phase: 'scoping' }).changes);
    await wrote(workspace, { act: 'import.hubspot', changes });
    const deal = workspace.records.get('deal', portal);
    if (deal) await workspace.commit(editRecord('deal', deal, { name: 'Renamed since' }));
    const other = await openMemoryWorkspace({ seed: 2 });
    await merged(other, await workspace.exportFile({ scope: { kind: 'deal', deal: billing } }));
    expect(other.records.get('deal', portal)?.name).toBe('Renamed since');
  });
});

describe('a part of a workspace as a file', () => {
  test('of an account has all its deals, and all that belongs to them', async () => {
    const workspace = await firm();
    const other = await openMemoryWorkspace({ seed: 2 });
    await merged(other, await workspace.exportFile({ scope: { kind: 'account', account: south } }));
    expect(other.records.all('deal').map(({ name }) => name)).toEqual(['Portal 3']);
    expect(other.records.all('account').map(({ name }) => name)).toEqual(['Südstern']);
    expect(other.records.all('contact').map(({ name }) => name)).toEqual(['Omar']);
  });

  test('since an instant brings somebody who has what was before up to date', async () => {
    const workspace = await firm();
    const other = await openMemoryWorkspace({ seed: 2 });
    await merged(other, await workspace.exportFile());
    const at = workspace.now();
    const deal = workspace.records.get('deal', billing);
    if (deal) await workspace.commit(editRecord('deal', deal, { name: 'Billing 2' }));
    const file = await workspace.exportFile({ scope: { kind: 'since', at } });
    expect(await merged(other, file)).toMatchObject({ entries: 1, stubs: 0, changed: [billing] });
    expect(other.ledgers.team.fold.have()).toMatchObject(workspace.ledgers.team.fold.have());
  });

  test('without finance holds nothing of the finance ledger', async () => {
    const workspace = await firm();
    const hourlyCost = { amount: 98_765, currency: 'EUR' };
    await wrote(workspace, createRecord('costRate', id('costRate', 1), { role: 'Architect', from: '2026-01-01', hourlyCost }));
    await workspace.files.put(new TextEncoder().encode('what it costs'), { name: 'cost.txt', type: 'text/plain', ledger: 'finance' });
    const other = await openMemoryWorkspace({ seed: 2 });
    expect(await merged(other, await workspace.exportFile({ ledgers: ['team'] }))).toMatchObject({ files: 0 });
    expect(await merged(other, await workspace.exportFile())).toMatchObject({ files: 1 });
    expect(await (await workspace.exportFile()).text()).toContain('98765');
    expect(await (await workspace.exportFile({ ledgers: ['team'] })).text()).not.toContain('98765');
    expect(await (await workspace.exportFile({ ledgers: ['team'], scope: { kind: 'since', at: 0 } })).text()).not.toContain('98765');
  });

  test('verifies, says how many entries it leaves out, and names an entry that was altered', async () => {
    const workspace = await firm();
    const text = await (await workspace.exportFile({ scope: { kind: 'deal', deal: billing } })).text();
    expect(await verifyWorkspaceFile([text])).toMatchObject({ ok: true, entries: 5, leftOut: 5 });
    expect(await verifyWorkspaceFile([text.replace('Migration', 'Migratiom')])).toMatchObject({
      ok: false,
      reason: 'the content does not match the id',
    });
    const raw = new TextEncoder().encode(text);
    await fc.assert(
      fc.asyncProperty(fc.nat(raw.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const altered = raw.slice();
        altered[at] = (altered[at] ?? 0) ^ by;
        const decoded = new TextDecoder('utf-8', { ignoreBOM: true }).decode(altered);
        expect(await verifyWorkspaceFile([decoded])).toMatchObject({ ok: false });
      }),
      { numRuns: 300, seed: LAW_SEED },
    );
  });

  test('that was read leaves places that survive a restart, and entries that fill them do too', async () => {
    const workspace = await firm();
    const store = memoryStore();
    const other = await openMemoryWorkspace({ seed: 2, store });
    const ids = (await workspace.history({ deal: portal })).map((entry) => entry.id).slice(-1);
    await merged(other, await workspace.exportFile({ scope: { kind: 'entries', ids } }));
    await merged(other, await workspace.exportFile());
    const again = await openMemoryWorkspace({ seed: 3, store });
    expect(recordsOf(again)).toEqual(recordsOf(workspace));
    expect((await again.verify()).broken).toEqual([]);
  });
});

/** The world's ledger as one device holds it that has heard of everything. */
async function holding(world: World): Promise<OpenWorkspace> {
  const store = memoryStore();
  await store.pages.team.add(packPages(world.items).map(({ id: page, text }) => ({ id: page, entries: text })));
  return openMemoryWorkspace({ store, me: 'person:P0' });
}

/** What a workspace shows of the world: not its own founder. */
function onlyOf(world: World, workspace: OpenWorkspace) {
  const devices = new Set(world.items.map((item) => deviceOf(item.id)));
  const { have, records, clashes } = shownBy(workspace);
  return {
    have: Object.fromEntries(Object.entries(have).filter(([device]) => devices.has(device))),
    records: records.filter(({ record }) => !record.startsWith('person:')),
    clashes,
  };
}

/** Deals each item to some of `hands`. */
const dealt = (items: readonly LedgerItem[], hands: number, seed: number): readonly EntryId[][] =>
  Array.from({ length: hands }, (_, hand) => items.filter((__, at) => ((seed >> ((at + hand * 7) % 23)) & 1) === 1).map((item) => item.id));

law(
  'Parts of a workspace, in any order and any number of times, and then the whole: the same records, clashes and `have`',
  fc.asyncProperty(aWorld(12), fc.nat(2 ** 23), fc.shuffledSubarray([0, 1, 2, 0, 1, 2], { minLength: 3 }), async (world, seed, order) => {
    const whole = await holding(world);
    const hands = dealt(world.items, 3, seed);
    const files = await Promise.all(hands.map((ids) => whole.exportFile({ scope: { kind: 'entries', ids } })));
    const store = memoryStore();
    const other = await openMemoryWorkspace({ seed: 2, store, me: 'person:P0' });
    for (const at of order) await merged(other, files[at] as Blob);
    expect(await merged(other, files[order[0] ?? 0] as Blob)).toMatchObject({ entries: 0, stubs: 0, changedCount: 0 });
    await merged(other, await whole.exportFile());
    const again = await openMemoryWorkspace({ seed: 3, store, me: 'person:P0' });
    for (const reader of [other, again]) expect(onlyOf(world, reader)).toEqual(onlyOf(world, whole));
  }),
  150,
);

/** What a busy firm does with its deals and their scope lines: one record, or several in one step. */
const steps = fc.array(fc.record({ who: fc.nat(1), what: fc.nat(3), deal: fc.nat(2), line: fc.nat(5), other: fc.nat(5) }), {
  minLength: 5,
  maxLength: 25,
});

async function busyFirm(script: typeof steps extends fc.Arbitrary<infer T> ? T : never): Promise<OpenWorkspace> {
  const two = [await openMemoryWorkspace({ seed: 5 }), await openMemoryWorkspace({ seed: 6 })] as const;
  for (const n of [0, 1, 2]) await wrote(two[0], createRecord('deal', id('deal', n), { name: `Deal ${n}`, phase: 'scoping' }));
  for (const n of [0, 1, 2, 3, 4, 5])
    await wrote(
      two[0],
      createRecord('scopeLine', id('scopeLine', n), { deal: id('deal', n % 3), title: `Line ${n}`, status: 'proposed', origin: 'SOW' }),
    );
  await merged(two[1], await two[0].exportFile());
  for (const [at, { who, what, deal, line: n, other }] of script.entries()) {
    const workspace = two[who as 0 | 1];
    const set = (type: 'deal' | 'scopeLine', of: number, values: Readonly<Record<string, Json>>) => ({ record: id(type, of), set: values });
    const renamed = set('scopeLine', n, { title: `Line ${at}` });
    if (what === 0) await wrote(workspace, { act: 'deal.edit', changes: [set('deal', deal, { name: `Deal ${at}`, phase: 'scoping' })] });
    else if (what === 1)
      await wrote(workspace, { act: 'scope.move', changes: [set('scopeLine', n, { ...renamed.set, deal: id('deal', deal) })] });
    else if (what === 2 && n !== other)
      await wrote(workspace, { act: 'scope.edit', changes: [renamed, set('scopeLine', other, { title: `Line ${at}b` })] });
    else await merged(workspace, await two[who === 0 ? 1 : 0].exportFile());
  }
  await merged(two[0], await two[1].exportFile());
  return two[0];
}

law(
  'Whatever the file of a deal shows, it shows as the whole workspace does, and waits for the same decisions',
  fc.asyncProperty(steps, fc.nat(2), async (script, deal) => {
    const whole = await busyFirm(script);
    const reader = await openMemoryWorkspace({ seed: 7 });
    await merged(reader, await whole.exportFile({ scope: { kind: 'deal', deal: id('deal', deal) } }));
    const everything = new Map(recordsOf(whole).map((one) => [one.record, one]));
    for (const one of recordsOf(reader)) if (!one.record.startsWith('person:')) expect(one).toEqual(everything.get(one.record));
    const shown = new Set(recordsOf(reader).map(({ record }) => record));
    expect(reader.records.clashes().filter(({ record }) => record !== 'person:me')).toEqual(
      whole.records.clashes().filter(({ record }) => shown.has(record) && record !== 'person:me'),
    );
    const belongs = ({ values }: { readonly values: Readonly<Record<string, unknown>> }) => values['deal'] === id('deal', deal);
    for (const one of everything.values()) if (belongs(one)) expect(shown).toContain(one.record);
  }),
  100,
);
