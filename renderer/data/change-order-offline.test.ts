import { describe, expect, test } from 'vitest';
import { wholeLine } from '#shared/change-order/added-lines';
import { absorbChange, billChange, reopenChange, reviseChange, submitChange } from '#shared/change-order/lifecycle';
import { requestChange } from '#shared/change-order/request';
import { revisionsOf } from '#shared/change-order/revisions';
import type { Command } from '#shared/ledger/command';
import type { ChangeOrder, Person } from '#shared/records/registry';
import { createRecord, editRecord } from '#shared/records/write';
import type { Result } from '#shared/values/result';
import { openMemoryWorkspace } from './memory-workspace';
import type { Workspace } from './workspace';

const euros = (units: number) => ({ amount: units * 100, currency: 'EUR' });
const DEAL = 'deal:erp';
const ORDER = 'changeOrder:1';
const ON = '2026-11-22';
const person = (id: 'person:ana' | 'person:ben', name: string) => createRecord('person', id, { name, roles: ['partner'], active: true });

async function does(workspace: Workspace, outcome: Command | Result<Command, { readonly message: string }>): Promise<string> {
  const decided = 'ok' in outcome ? outcome : ({ ok: true, value: outcome } as const);
  const done = decided.ok ? await workspace.commit(decided.value) : decided;
  return done.ok ? '' : done.error.message;
}

const orderOf = ({ records }: Workspace): ChangeOrder => records.get('changeOrder', ORDER) as ChangeOrder;
const inView = ({ records }: Workspace) => ({ undecided: records.undecided(ORDER), on: ON });
const deciding = (workspace: Workspace) => ({ ...inView(workspace), by: workspace.records.get('person', workspace.me) as Person });

/** Ana and Ben, each with a copy of a deal on which a change of €6,000 lies with the client. */
async function anaAndBen(): Promise<readonly [Workspace, Workspace]> {
  const ana = await openMemoryWorkspace({
    seed: 1,
    commands: [
      person('person:ana', 'Ana Ito'),
      person('person:ben', 'Ben Roth'),
      createRecord('deal', DEAL, { name: 'ERP', phase: 'build', amount: euros(80_000), billingModel: 'fixed' }),
    ],
  });
  const asked = requestChange(ORDER, { id: DEAL }, { title: 'Hall 3', detail: 'Returns.', price: euros(6_000), hours: 40 });
  expect(await does(ana, asked)).toBe('');
  expect(await does(ana, submitChange(orderOf(ana), inView(ana)))).toBe('');
  const ben = await openMemoryWorkspace({ seed: 2, now: Date.UTC(2026, 10, 22, 10) });
  await ben.mergeFile(await ana.exportFile());
  await ana.become('person:ana');
  await ben.become('person:ben');
  return [ana, ben];
}

async function meet(ana: Workspace, ben: Workspace): Promise<void> {
  await ana.mergeFile(await ben.exportFile());
  await ben.mergeFile(await ana.exportFile());
}

const bill = (workspace: Workspace) => {
  const order = orderOf(workspace);
  return does(workspace, billChange(workspace.records, order, { ...deciding(workspace), lines: [wholeLine(order)] }));
};

describe('a change order on two laptops', () => {
  test('billed on both is billed once, with the same work package, and nothing is left to settle but who did it', async () => {
    const [ana, ben] = await anaAndBen();
    expect([await bill(ana), await bill(ben)]).toEqual(['', '']);
    await meet(ana, ben);
    expect(ana.records.clashes().map(({ field }) => field)).toEqual(['decidedBy']);
    expect(ana.records.of('scopeLine', 'changeOrder', ORDER)).toHaveLength(1);
  });

  test('billed by one and absorbed by the other is undecided: nothing goes on until somebody chooses', async () => {
    const [ana, ben] = await anaAndBen();
    expect(await bill(ana)).toBe('');
    const absorbed = absorbChange(orderOf(ben), { ...deciding(ben), amount: euros(6_000), why: 'Goodwill' });
    expect(await does(ben, absorbed)).toBe('');
    await meet(ana, ben);
    for (const workspace of [ana, ben]) {
      expect(workspace.records.undecided(ORDER).toSorted()).toEqual(['decidedBy', 'status']);
      expect(reopenChange(workspace.records, orderOf(workspace), { ...inView(workspace), why: 'Which?' })).toMatchObject({
        ok: false,
        error: { kind: 'undecided', record: ORDER },
      });
    }
  });

  test('of which each revises the price offline has two revisions 2, both kept, and a price to choose', async () => {
    const [ana, ben] = await anaAndBen();
    expect(await does(ana, reviseChange(orderOf(ana), { price: euros(5_000) }, inView(ana)))).toBe('');
    expect(await does(ben, reviseChange(orderOf(ben), { price: euros(5_500), hours: 44 }, inView(ben)))).toBe('');
    await meet(ana, ben);
    const revisions = revisionsOf({ id: ORDER }, await ana.history({ record: ORDER }));
    expect(revisions.map(({ number, how, terms, changed }) => [number, how, terms.price, changed])).toEqual([
      [1, 'submitted', euros(6_000), []],
      [2, 'revised', euros(5_000), ['price']],
      [2, 'revised', euros(5_500), ['price', 'hours']],
    ]);
    expect(ana.records.undecided(ORDER)).toContain('price');
    expect(await bill(ana)).toContain('Two people changed price offline');
  });

  test('that was revised keeps what the client was given before, word for word, and no editor gets around a revision', async () => {
    const [ana] = await anaAndBen();
    expect(await does(ana, reviseChange(orderOf(ana), { detail: 'Returns of hall 3.' }, inView(ana)))).toBe('');
    expect(await does(ana, editRecord('changeOrder', orderOf(ana), { hours: 1 }))).toContain('Revise it');
    const [first, second] = revisionsOf({ id: ORDER }, await ana.history({ record: ORDER }));
    expect([first?.terms.detail, second?.terms.detail]).toEqual(['Returns.', 'Returns of hall 3.']);
  });

  test('whose revision is taken back by undo has that revision no more, and again after redo', async () => {
    const [ana] = await anaAndBen();
    expect(await does(ana, reviseChange(orderOf(ana), { price: euros(5_000) }, inView(ana)))).toBe('');
    const numbers = async () => revisionsOf({ id: ORDER }, await ana.history({ record: ORDER })).map(({ number }) => number);
    expect((await ana.undo()).ok).toBe(true);
    expect([orderOf(ana).price, orderOf(ana).revision, await numbers()]).toEqual([euros(6_000), 1, [1]]);
    expect((await ana.redo()).ok).toBe(true);
    expect([orderOf(ana).price, orderOf(ana).revision, await numbers()]).toEqual([euros(5_000), 2, [1, 2]]);
  });
});
