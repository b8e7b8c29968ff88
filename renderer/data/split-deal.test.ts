import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leftBehind, sendAfter } from '#shared/deal/split-after';
import { MEGA, megaDeals, plansFor, recordsIn, type Stored } from '#shared/deal/testing/mega-deal';
import { measuresOf } from '#shared/deal/split-sums';
import { draftSplit, splitDeal, type Split } from '#shared/deal/split';
import type { Change, Command } from '#shared/ledger/command';
import type { LedgerName } from '#shared/ledger/entry';
import { definitionOf, RECORD_TYPES, typeOf } from '#shared/records/registry';
import { law } from '../../test/law';
import { openMemoryWorkspace } from './memory-workspace';
import type { OpenWorkspace } from './open-workspace';

const ledgerOf = ({ record }: Pick<Change, 'record'>): LedgerName | undefined => {
  const type = typeOf(record);
  return type && definitionOf(type).ledger;
};

/** What would not pass the door is left to the pure laws: here records only have to be kept and moved. */
async function opened(stored: Stored): Promise<OpenWorkspace> {
  const workspace = await openMemoryWorkspace();
  const changes = [...stored].map(([record, set]): Change => ({ record, set }));
  for (const ledger of ['team', 'finance'] as const) {
    const own = changes.filter((change) => ledgerOf(change) === ledger);
    if (own.length > 0) expect((await workspace.writer.commitOwn([{ act: 'test.fill', changes: own }])).ok).toBe(true);
  }
  return workspace;
}

async function does(workspace: OpenWorkspace, command: Command | undefined): Promise<void> {
  if (command && command.changes.length > 0) expect((await workspace.commit(command)).ok).toBe(true);
}

const everything = ({ records }: OpenWorkspace): unknown =>
  RECORD_TYPES.flatMap((type) => records.all<typeof type>(type)).filter(({ id }) => !id.startsWith('person:'));

const nonZero = (measures: ReturnType<typeof measuresOf>) => measures.filter(({ value }) => value !== 0);

law(
  'one undo takes back a split in both ledgers, and one redo brings it again: every record and every sum as before',
  fc.asyncProperty(
    megaDeals.chain((stored) => fc.tuple(fc.constant(stored), plansFor(stored))),
    async ([stored, plan]) => {
      const workspace = await opened(stored);
      const { records } = workspace;
      const before = everything(workspace);
      const deal = records.get('deal', MEGA);
      if (!deal) throw new Error('no deal');
      const { team, finance } = draftSplit(records, deal, plan);
      await does(workspace, team);
      await does(workspace, finance);
      const split = everything(workspace);
      expect((await workspace.undo()).ok).toBe(true);
      expect(everything(workspace)).toEqual(before);
      expect(nonZero(measuresOf(records, [MEGA]))).toEqual(nonZero(measuresOf(recordsIn(stored), [MEGA])));
      expect((await workspace.redo()).ok).toBe(true);
      expect(everything(workspace)).toEqual(split);
      await workspace.close();
    },
  ),
  30,
);

describe('a deal that is split on one laptop', () => {
  const filled = async (seed: number): Promise<OpenWorkspace> => {
    const workspace = await openMemoryWorkspace({ seed, now: Date.UTC(2026, 10, 22, seed) });
    return workspace;
  };
  const deal = { name: 'Platform', phase: 'build', amount: { amount: 10_000_000, currency: 'EUR' } };
  const line = { deal: MEGA, title: 'Warehouse', status: 'in' };
  const late = { deal: MEGA, title: 'Late', kind: 'incident', status: 'open', scopeLine: 'scopeLine:hall' };
  const plan = {
    parts: [
      { name: 'Portal', amount: { amount: 6_000_000, currency: 'EUR' } },
      { name: 'Warehouse', amount: { amount: 4_000_000, currency: 'EUR' } },
    ],
    ids: ['deal:hall'] as const,
    choices: new Map([['scopeLine:hall', 1] as const]),
    buyers: new Map(),
  };
  const splitIn = (workspace: OpenWorkspace): Split => {
    const mega = workspace.records.get('deal', MEGA);
    if (!mega) throw new Error('no deal');
    return draftSplit(workspace.records, mega, plan);
  };

  test('while somebody offline adds a ticket to it keeps that ticket where it was put, and says where it belongs', async () => {
    const [ana, ben] = [await filled(1), await filled(2)];
    await does(ana, { act: 'deal.create', deal: MEGA, changes: [{ record: MEGA, set: deal }] });
    await does(ana, { act: 'scopeLine.create', deal: MEGA, changes: [{ record: 'scopeLine:hall', set: line }] });
    await ben.mergeFile(await ana.exportFile());
    await does(ana, splitIn(ana).team);
    await does(ben, { act: 'ticket.create', deal: MEGA, changes: [{ record: 'ticket:late', set: late }] });
    await ana.mergeFile(await ben.exportFile());
    const mega = ana.records.get('deal', MEGA);
    expect(ana.records.clashes()).toEqual([]);
    expect(ana.records.get('ticket', 'ticket:late')?.deal).toBe(MEGA);
    expect(mega && leftBehind(ana.records, mega).map(({ record, to }) => [record.id, to])).toEqual([['ticket:late', 'deal:hall']]);
  });

  test('and is one again by undo takes back what somebody offline had added to the part meanwhile', async () => {
    const [ana, ben] = [await filled(1), await filled(2)];
    await does(ana, { act: 'deal.create', deal: MEGA, changes: [{ record: MEGA, set: deal }] });
    await does(ana, { act: 'scopeLine.create', deal: MEGA, changes: [{ record: 'scopeLine:hall', set: line }] });
    await does(ana, splitIn(ana).team);
    await ben.mergeFile(await ana.exportFile());
    await does(ben, { act: 'ticket.create', deal: 'deal:hall', changes: [{ record: 'ticket:late', set: { ...late, deal: 'deal:hall' } }] });
    expect((await ana.undo()).ok).toBe(true);
    await ana.mergeFile(await ben.exportFile());
    const part = ana.records.get('deal', 'deal:hall');
    if (!part) throw new Error('no part');
    const left = leftBehind(ana.records, part);
    expect(left.map(({ record, to }) => [record.id, to])).toEqual([['ticket:late', MEGA]]);
    await does(ana, sendAfter(part, left).team);
    expect(ana.records.get('ticket', 'ticket:late')?.deal).toBe(MEGA);
  });

  test('is found in the history of both: the split itself, and what its lines were before it', async () => {
    const ana = await filled(1);
    await does(ana, { act: 'deal.create', deal: MEGA, changes: [{ record: MEGA, set: deal }] });
    await does(ana, { act: 'scopeLine.create', deal: MEGA, changes: [{ record: 'scopeLine:hall', set: line }] });
    await does(ana, splitIn(ana).team);
    const acts = async (of: string) => (await ana.history({ deal: of })).map(({ act }) => act);
    expect(await acts(MEGA)).toEqual(['deal.create', 'scopeLine.create', 'deal.split']);
    expect(await acts('deal:hall')).toEqual(['scopeLine.create', 'deal.split']);
  });
});

test('a split of 1,300 records is one act of several entries: held whole or not at all, and taken back by one undo', async () => {
  const hours = Array.from({ length: 1_299 }, (_, at): Change => ({
    record: `timeEntry:${at}`,
    set: { deal: MEGA, person: 'person:me', date: '2026-05-01', hours: 1, activity: 'delivery', scopeLine: 'scopeLine:hall' },
  }));
  const workspace = await openMemoryWorkspace();
  const amount = { amount: 10_000, currency: 'EUR' };
  const fill: Change[] = [
    { record: MEGA, set: { name: 'Platform', phase: 'build', amount } },
    { record: 'scopeLine:hall', set: { deal: MEGA, title: 'Warehouse', status: 'in' } },
    ...hours,
  ];
  await does(workspace, { act: 'test.fill', deal: MEGA, changes: fill });
  const mega = workspace.records.get('deal', MEGA);
  if (!mega) throw new Error('no deal');
  const nothing = { amount: 0, currency: 'EUR' };
  const plan = {
    parts: [
      { name: 'Portal', amount },
      { name: 'Warehouse', amount: nothing },
    ],
    ids: ['deal:hall'] as const,
    choices: new Map([['scopeLine:hall', 1] as const]),
    buyers: new Map(),
  };
  const partner = { roles: ['partner'] as const, holdsFinance: true, undecided: () => [] };
  const split = splitDeal(workspace.records, mega, plan, partner);
  if (!split.ok) throw new Error(split.error.message);
  await does(workspace, split.value.team);
  expect(workspace.records.of('timeEntry', 'deal', 'deal:hall')).toHaveLength(1_299);
  expect((await workspace.undo()).ok).toBe(true);
  expect(workspace.records.of('timeEntry', 'deal', MEGA)).toHaveLength(1_299);
  expect(workspace.records.get('deal', 'deal:hall')?.archived).toBe(true);
  expect((await workspace.redo()).ok).toBe(true);
  expect(workspace.records.of('timeEntry', 'deal', 'deal:hall')).toHaveLength(1_299);
});
