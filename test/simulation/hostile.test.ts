import { describe, expect, test } from 'vitest';
import { writeWorkspaceFile } from '#shared/exchange/bundle';
import type { LedgerItem } from '#shared/ledger/entry';
import { createRecord } from '#shared/records/write';
import { openMemoryWorkspace } from '../../renderer/data/memory-workspace';
import { malices, Villain } from './villain';

const deal = 'deal:01J0000000000000000000000D' as const;

async function fileWith(items: readonly unknown[]): Promise<Blob> {
  const lines: string[] = [];
  const contents = {
    name: 'Villain & Co',
    ledgers: [{ ledger: 'team' as const, have: {}, items: items as readonly LedgerItem[] }],
    files: [],
  };
  for await (const line of writeWorkspaceFile(contents)) lines.push(line);
  return new Blob(lines);
}

const workspaceWithDeal = () => openMemoryWorkspace({ commands: [createRecord('deal', deal, { name: 'Renewal', phase: 'discovery' })] });

describe('a file from somebody hostile', () => {
  test.each(malices())('$name is left out and named; what stands beside it comes in', async ({ items, reason }) => {
    const workspace = await workspaceWithDeal();
    const honest = new Villain('a'.repeat(16)).edit('contact:honest', { name: 'Ines' });
    const merged = await workspace.mergeFile(await fileWith([honest, ...items]));
    expect(merged.ok && merged.value.refused.map((line) => line.reason).join()).toMatch(reason);
    expect(merged.ok && merged.value.entries).toBe(1);
    expect(workspace.records.get('contact', 'contact:honest')?.name).toBe('Ines');
    expect(workspace.records.get('deal', deal)?.name).toBe('Renewal');
    const renamed = await workspace.commit({ act: 'deal.edit', deal, changes: [{ record: deal, set: { name: 'Still alive' } }] });
    expect(renamed.ok).toBe(true);
    expect((await workspace.verify()).broken).toEqual([]);
  });

  test('names from the machinery of the language are names like any other', async () => {
    const workspace = await workspaceWithDeal();
    const villain = new Villain('c'.repeat(16));
    const items = ['constructor', 'hasOwnProperty', 'toString', 'valueOf'].map((name) =>
      villain.edit(`contact:${name}`, { name, [name]: { prototype: name } }),
    );
    const merged = await workspace.mergeFile(await fileWith(items));
    expect(merged.ok && merged.value.refused).toEqual([]);
    expect(workspace.records.all('contact').map(({ name }) => name)).toEqual(expect.arrayContaining(['constructor', 'toString']));
    expect(({} as Record<string, unknown>)['prototype']).toBeUndefined();
  });

  test('an entry over things that were never there takes nothing away but what it names', async () => {
    const workspace = await workspaceWithDeal();
    const nowhere = `${'f'.repeat(16)}.00000009.${'0'.repeat(12)}`;
    const forged = new Villain('d'.repeat(16)).edit(deal, { name: 'Forged' }, { over: { name: [nowhere], phase: [nowhere] } });
    await workspace.mergeFile(await fileWith([forged]));
    const [clash] = workspace.records.clashes();
    expect(clash?.sides.map(({ value }) => value)).toEqual(expect.arrayContaining(['Renewal', 'Forged']));
    expect(workspace.records.get('deal', deal)?.phase).toBe('discovery');
  });

  test('a clock of the year 9999 does not drag ours along', async () => {
    const workspace = await workspaceWithDeal();
    const late = new Villain('e'.repeat(16)).write({
      at: '9999-12-31T23:59:59.999Z-ffff',
      edits: [{ record: 'contact:late', set: { name: 'Late' }, salt: '0'.repeat(32) }],
    });
    await workspace.mergeFile(await fileWith([late]));
    const done = await workspace.commit({ act: 'deal.edit', deal, changes: [{ record: deal, set: { name: 'Now' } }] });
    expect(done.ok && done.value.at.slice(0, 4)).toBe('2026');
    expect(workspace.records.get('deal', deal)?.name).toBe('Now');
  });

  test('nobody takes back, or erases without a trace, what another device wrote', async () => {
    const workspace = await workspaceWithDeal();
    const [head] = workspace.records.heads(deal, 'name');
    const forged = new Villain('9'.repeat(16)).write({ act: 'ledger.withdraw', withdraws: [head] });
    await workspace.mergeFile(await fileWith([forged]));
    expect(workspace.records.get('deal', deal)?.name).toBe('Renewal');
  });

  test('an entry that goes on from another’s chain is a fork: both stand, and ours is written under a new id', async () => {
    const workspace = await workspaceWithDeal();
    const { team: own } = workspace.registered.devices;
    const forged = new Villain(own, { seq: 1, hash: 'a'.repeat(64) }).edit(deal, { name: 'Forged' });
    const merged = await workspace.mergeFile(await fileWith([forged]));
    expect(merged.ok && merged.value.entries).toBe(1);
    const next = await workspace.commit({ act: 'deal.edit', deal, changes: [{ record: deal, set: { name: 'Mine' } }] });
    expect(next.ok && next.value.id.startsWith(own)).toBe(false);
    expect(workspace.records.get('deal', deal)?.name).toBe('Mine');
  });
});
