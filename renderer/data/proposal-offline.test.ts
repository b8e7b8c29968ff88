import { describe, expect, test } from 'vitest';
import { acceptProposal } from '#shared/proposal/acceptance';
import { draftProposal } from '#shared/proposal/draft';
import { sendProposal } from '#shared/proposal/lifecycle';
import { linesOf } from '#shared/proposal/offer-line';
import type { RecordId } from '#shared/ledger/entry';
import type { Proposal } from '#shared/records/registry';
import { createRecord, editRecord } from '#shared/records/write';
import { openMemoryWorkspace } from './memory-workspace';
import type { Workspace } from './workspace';

const euros = (units: number) => ({ amount: units * 100, currency: 'EUR' });
const DEAL = 'deal:erp';
const PROPOSAL = 'proposal:1';
const person = (id: 'person:ana' | 'person:ben', name: string) => createRecord('person', id, { name, roles: ['partner'], active: true });
const line = (id: 'scopeLine:core' | 'scopeLine:data', title: string, units: number, hours: number) =>
  createRecord('scopeLine', id, { deal: DEAL, title, status: 'proposed', price: euros(units), plannedHours: hours });

/** Ana and Ben, each with a copy of one deal whose proposal was drafted, and sent where asked for. */
async function anaAndBen(standing: 'draft' | 'sent'): Promise<readonly [Workspace, Workspace]> {
  const ana = await openMemoryWorkspace({
    seed: 1,
    commands: [
      person('person:ana', 'Ana Ito'),
      person('person:ben', 'Ben Roth'),
      createRecord('deal', DEAL, { name: 'ERP', phase: 'negotiation', amount: euros(80_000), billingModel: 'fixed' }),
      line('scopeLine:core', 'Core', 60_000, 400),
      line('scopeLine:data', 'Data', 24_000, 120),
    ],
  });
  const deal = ana.records.get('deal', DEAL);
  if (!deal) throw new Error('no deal');
  const ids = { id: PROPOSAL, lineId: (from: string) => `proposalLine:${from.slice(10)}` as const } as const;
  expect(await does(ana, draftProposal(ana.records, deal, { ...ids, validUntil: '2026-12-31', terms: 'Net 30 days.' }))).toBe('');
  if (standing === 'sent') expect(await send(ana)).toBe('');
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

type Decided = ReturnType<typeof acceptProposal>;
/** Why it was refused, by the rule or by the door; nothing where it went in. */
async function does(workspace: Workspace, decided: Decided): Promise<string> {
  const done = decided.ok ? await workspace.commit(decided.value) : decided;
  return done.ok ? '' : done.error.message;
}

const proposalOf = (workspace: Workspace): Proposal => workspace.records.get('proposal', PROPOSAL) as Proposal;
const reading = ({ records }: Workspace) => ({ records, today: '2026-11-22', undecided: (record: RecordId) => records.undecided(record) });
const send = (workspace: Workspace) => does(workspace, sendProposal(proposalOf(workspace), reading(workspace)));
const accept = (workspace: Workspace, at = '2026-11-22') =>
  does(workspace, acceptProposal(proposalOf(workspace), reading(workspace), { at }));

describe('a proposal on two laptops', () => {
  test('accepted on both the same day is accepted once: the same packages, and nothing to settle', async () => {
    const [ana, ben] = await anaAndBen('sent');
    expect([await accept(ana), await accept(ben)]).toEqual(['', '']);
    await meet(ana, ben);
    for (const { records } of [ana, ben]) {
      expect(records.clashes()).toEqual([]);
      expect(records.get('deal', DEAL)).toMatchObject({ phase: 'kickoff', amount: euros(84_000), signedAt: '2026-11-22' });
      expect(records.all('scopeLine').map(({ status, remainingHours }) => [status, remainingHours])).toEqual([
        ['in', 400],
        ['in', 120],
      ]);
    }
  });

  test('accepted for two days is a signature with two dates: undecided until somebody chooses', async () => {
    const [ana, ben] = await anaAndBen('sent');
    expect([await accept(ana, '2026-11-22'), await accept(ben, '2026-11-23')]).toEqual(['', '']);
    await meet(ana, ben);
    expect(ana.records.undecided(DEAL)).toEqual(['signedAt']);
    expect(ana.records.get('deal', DEAL)?.amount).toEqual(euros(84_000));
  });

  test('re-priced on two laptops cannot be accepted before the amount is settled', async () => {
    const [ana, ben] = await anaAndBen('sent');
    for (const [workspace, units] of [
      [ana, 82_000],
      [ben, 86_000],
    ] as const) {
      const deal = workspace.records.get('deal', DEAL);
      if (deal) await workspace.commit(editRecord('deal', deal, { amount: euros(units) }));
    }
    await meet(ana, ben);
    expect(await accept(ana)).toBe('Amount of the deal is undecided: people set it without seeing each other. Settle it in Review first.');
  });

  test('accepted here while the deal was re-priced there: both values stand side by side, none is lost', async () => {
    const [ana, ben] = await anaAndBen('sent');
    const deal = ben.records.get('deal', DEAL);
    if (deal) await ben.commit(editRecord('deal', deal, { amount: euros(90_000) }));
    expect(await accept(ana)).toBe('');
    await meet(ana, ben);
    for (const { records } of [ana, ben]) expect(records.undecided(DEAL)).toEqual(['amount']);
  });

  test('sent here while a line was re-priced there is no silent change of what was sent: it cannot be accepted until settled', async () => {
    const [ana, ben] = await anaAndBen('draft');
    const [first] = linesOf(ben.records, PROPOSAL);
    if (first) await ben.commit(editRecord('proposalLine', first, { price: euros(50_000) }, { deal: DEAL }));
    expect(await send(ana)).toBe('');
    await meet(ana, ben);
    expect(ana.records.undecided('proposalLine:core')).toEqual(['price']);
    expect(await accept(ana)).toContain('Price of the proposal line is undecided');
  });

  test('that was sent is refused to every editor by the door itself', async () => {
    const [ana] = await anaAndBen('sent');
    const [first] = linesOf(ana.records, PROPOSAL);
    if (!first) throw new Error('no line');
    const edited = await ana.commit(editRecord('proposalLine', first, { price: euros(1) }, { deal: DEAL }));
    expect(edited).toMatchObject({
      ok: false,
      error: { kind: 'frozen', message: 'Version 1 was sent and stays as it is. Make the next version.' },
    });
  });
});
