import { describe, expect, test } from 'vitest';
import type { Json } from '#shared/ledger/entry';
import type { Values } from '#shared/records/parse';
import { archiveRecord, createRecord, editRecord } from '#shared/records/write';
import { loseDeal, winDeal } from '#shared/deal/phase';
import type { Deal } from '#shared/records/registry';
import { openMemoryWorkspace } from './memory-workspace';
import { reviewGroups } from './review';
import { companionsOf, reviewDetail, type ReviewDetail } from './review-detail';
import { settleCommands, valueOfPick } from './review-settle';
import type { Workspace } from './workspace';

const DEAL = 'deal:1';
const euros = (amount: number) => ({ amount: amount * 100, currency: 'EUR' });
const person = (id: 'person:ana' | 'person:ben' | 'person:cem', name: string) =>
  createRecord('person', id, { name, roles: ['partner'], active: true });

/** People with a copy of one workspace each: one deal that all of them have seen. */
async function people(count: 2 | 3): Promise<readonly Workspace[]> {
  const first = await openMemoryWorkspace({
    seed: 1,
    commands: [
      person('person:ana', 'Ana Ito'),
      person('person:ben', 'Ben Roth'),
      person('person:cem', 'Cem Aydin'),
      createRecord('deal', DEAL, {
        name: 'Portal',
        phase: 'negotiation',
        amount: euros(40_000),
        whyTheyBought: 'They want it fast. It must be safe.',
      }),
    ],
  });
  const others = await Promise.all(
    Array.from({ length: count - 1 }, (_, at) => openMemoryWorkspace({ seed: at + 2, now: Date.UTC(2026, 10, 22, 10 + at) })),
  );
  for (const other of others) await other.mergeFile(await first.exportFile());
  const all = [first, ...others];
  for (const [at, workspace] of all.entries()) await workspace.become(`person:${(['ana', 'ben', 'cem'] as const)[at] ?? 'ana'}`);
  return all;
}

async function meet(all: readonly Workspace[]): Promise<void> {
  for (const one of all) for (const other of all) if (one !== other) await one.mergeFile(await other.exportFile());
}

const dealOf = (workspace: Workspace): Deal => workspace.records.get('deal', DEAL) as Deal;
const edit = async (workspace: Workspace, values: Values<'deal'>) => workspace.commit(editRecord('deal', dealOf(workspace), values));

async function detailOf(workspace: Workspace): Promise<ReviewDetail> {
  const [clash] = workspace.records.clashes();
  const logs = await workspace.logs([DEAL]);
  return reviewDetail(clash!, logs.get(DEAL) ?? []);
}

const told = ({ choices }: ReviewDetail) => choices.map(({ value, authors }) => [value, authors.map(({ by }) => by)]);

async function settle(workspace: Workspace, value: Json): Promise<void> {
  const [clash] = workspace.records.clashes();
  const [command] = settleCommands([{ clash: clash!, value }], workspace.records);
  expect(await workspace.commit(command!)).toMatchObject({ ok: true });
}

describe('the review of what clashes', () => {
  test('shows both prices of a deal, who asked each of them, and the price from which both started', async () => {
    const [ana, ben] = (await people(2)) as [Workspace, Workspace];
    await edit(ana, { amount: euros(45_000) });
    await edit(ben, { amount: euros(48_000) });
    await meet([ana, ben]);
    expect(reviewGroups(ana.records)).toMatchObject([{ home: DEAL, title: 'Portal', required: 1, items: [{ label: 'Amount' }] }]);
    const detail = await detailOf(ana);
    expect(told(detail)).toEqual([
      [euros(48_000), ['person:ben']],
      [euros(45_000), ['person:ana']],
    ]);
    expect(detail.base).toMatchObject({ tag: 'one', value: euros(40_000), author: { by: 'person:me' } });
  });

  test('two of three who chose the same are one choice with two names', async () => {
    const [ana, ben, cem] = (await people(3)) as [Workspace, Workspace, Workspace];
    await edit(ana, { health: 'red' });
    await edit(ben, { health: 'amber' });
    await edit(cem, { health: 'red' });
    await meet([ana, ben, cem]);
    expect(new Map(told(await detailOf(ben)) as [Json, string[]][])).toEqual(
      new Map([
        ['red', ['person:cem', 'person:ana']],
        ['amber', ['person:ben']],
      ]),
    );
    expect((await detailOf(ben)).base).toEqual({ tag: 'none' });
  });

  test('after an undo the clash stands as before, by those who wrote its values, and names who brought it back', async () => {
    const [ana, ben] = (await people(2)) as [Workspace, Workspace];
    await edit(ana, { amount: euros(45_000) });
    await edit(ben, { amount: euros(48_000) });
    await meet([ana, ben]);
    const before = await detailOf(ben);
    await settle(ben, euros(45_000));
    expect(ben.records.clashes()).toEqual([]);
    expect(ben.undoState.get().undo?.label).toMatch(/^Settled Amount as €45,000$/u);
    expect(await ben.undo()).toMatchObject({ ok: true });
    const after = await detailOf(ben);
    expect(told(after)).toEqual(told(before));
    expect(after.base).toEqual(before.base);
    expect(after.choices.map(({ authors }) => authors[0].broughtBackBy)).toEqual([undefined, 'person:ben']);
    expect(dealOf(ben).amount).toEqual(euros(48_000));
    expect(await ben.redo()).toMatchObject({ ok: true });
    expect(ben.records.clashes()).toEqual([]);
    expect(dealOf(ben).amount).toEqual(euros(45_000));
  });

  test('a long text that overlaps comes back as a clash too, with both texts', async () => {
    const [ana, ben] = (await people(2)) as [Workspace, Workspace];
    await edit(ana, { whyTheyBought: 'They want it in May. It must be safe.' });
    await edit(ben, { whyTheyBought: 'They want it in June. It must be safe.' });
    await meet([ana, ben]);
    const before = told(await detailOf(ana));
    await settle(ana, 'They want it in May or June. It must be safe.');
    await ana.undo();
    expect(told(await detailOf(ana))).toEqual(before);
    await ana.redo();
    expect(dealOf(ana).whyTheyBought).toBe('They want it in May or June. It must be safe.');
  });

  test('an archiving names what had not been seen; kept or archived, an undo asks again', async () => {
    const [ana, ben] = (await people(2)) as [Workspace, Workspace];
    await ana.commit(archiveRecord(dealOf(ana)));
    await edit(ben, { amount: euros(48_000) });
    await meet([ana, ben]);
    const detail = await detailOf(ana);
    expect(told(detail)).toEqual([[true, ['person:ana']]]);
    expect(detail.unseen).toMatchObject([{ field: 'amount', was: euros(40_000), becomes: euros(48_000), author: { by: 'person:ben' } }]);
    for (const archived of [true, false]) {
      await settle(ana, archived);
      expect(dealOf(ana).archived).toBe(archived || undefined);
      await ana.undo();
      expect(dealOf(ana).archived).toBeUndefined();
      expect((await detailOf(ana)).unseen).toHaveLength(1);
    }
  });

  test('who chooses lost over won is told what came with won: the signed date and the signed value', async () => {
    const [ana, ben] = (await people(2)) as [Workspace, Workspace];
    const won = winDeal(dealOf(ana), { at: '2026-11-20', amount: euros(45_000) });
    const lost = loseDeal(dealOf(ben), { reason: 'Too dear' });
    if (!won.ok || !lost.ok) throw new Error('no move');
    await ana.commit(won.value);
    await ben.commit(lost.value);
    await meet([ana, ben]);
    const [clash] = ana.records.clashes();
    const log = (await ana.logs([DEAL])).get(DEAL) ?? [];
    const detail = reviewDetail(clash!, log);
    const companions = (value: Json) => companionsOf(clash!, detail, value, log, (field) => ana.records.heads(DEAL, field));
    expect(companions('lost')).toEqual([
      { field: 'amount', is: euros(45_000), was: euros(40_000) },
      { field: 'signedAt', is: '2026-11-20', was: null },
    ]);
    expect(companions('kickoff').map(({ field }) => field)).toEqual(['lostReason', 'pausedFrom']);
    const [command] = settleCommands([{ clash: clash!, value: 'lost', companions: companions('lost') }], ana.records);
    await ana.commit(command!);
    expect(dealOf(ana)).toMatchObject({ phase: 'lost', amount: euros(40_000), lostReason: 'Too dear' });
    expect(dealOf(ana).signedAt).toBeUndefined();
  });

  test('several at once: the latest, or what one person wrote, as one step that is undone as one', async () => {
    const [ana, ben] = (await people(2)) as [Workspace, Workspace];
    await edit(ana, { amount: euros(45_000), health: 'red', name: 'Portal A' });
    await edit(ben, { amount: euros(48_000), health: 'green' });
    await meet([ana, ben]);
    const log = (await ana.logs([DEAL])).get(DEAL) ?? [];
    const picked = (whose: string) =>
      ana.records.clashes().flatMap((clash) => {
        const value = valueOfPick({ kind: 'person', person: whose }, clash, reviewDetail(clash, log), ana.records);
        return value === undefined ? [] : [{ clash, value }];
      });
    expect(picked('person:cem')).toEqual([]);
    const [command, ...others] = settleCommands(picked('person:ana'), ana.records);
    expect(others).toEqual([]);
    await ana.commit(command!);
    expect(dealOf(ana)).toMatchObject({ amount: euros(45_000), health: 'red' });
    expect(ana.records.clashes()).toEqual([]);
    await ana.undo();
    expect(ana.records.clashes().map(({ field }) => field)).toEqual(['amount', 'health']);
  });

  test('an undecided amount holds up the signature, with the reason, until somebody chose', async () => {
    const [ana, ben] = (await people(2)) as [Workspace, Workspace];
    await edit(ana, { amount: euros(45_000) });
    await edit(ben, { amount: euros(48_000) });
    await meet([ana, ben]);
    const sign = async () => {
      const won = winDeal(dealOf(ana), { at: '2026-11-20', amount: euros(45_000) });
      return won.ok ? ana.commit(won.value) : won;
    };
    expect(await sign()).toMatchObject({ ok: false, error: { kind: 'undecided', record: DEAL, field: 'amount' } });
    await settle(ana, euros(48_000));
    expect(await sign()).toMatchObject({ ok: true });
  });

  test('texts that merged by themselves are listed until somebody writes over them', async () => {
    const [ana, ben] = (await people(2)) as [Workspace, Workspace];
    await edit(ana, { whyTheyBought: 'They want it very fast. It must be safe.' });
    await edit(ben, { whyTheyBought: 'They want it fast. It must be safe and cheap.' });
    await meet([ana, ben]);
    expect(ana.records.clashes()).toEqual([]);
    expect(ana.records.merged()).toMatchObject([{ record: DEAL, text: 'They want it very fast. It must be safe and cheap.' }]);
    await edit(ana, { whyTheyBought: 'All of it.' });
    expect(ana.records.merged()).toEqual([]);
  });
});
