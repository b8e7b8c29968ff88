import { beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { winDeal } from '#shared/deal/phase';
import { thenAndNow } from '#shared/deal/then-and-now';
import { entryIdOf, isEntry, type Entry } from '#shared/ledger/entry';
import { foldPart } from '#shared/ledger/fold';
import { aWorld, type World } from '#shared/ledger/testing/world';
import { withId } from '#shared/ledger/hash';
import { inEffectiveOrder } from '#shared/ledger/history';
import { withoutWithdrawn } from '#shared/ledger/withdrawn';
import { recordsFrom } from '#shared/records/records-from';
import { kindOf, RECORD_TYPES, type Deal } from '#shared/records/registry';
import { createRecord, editRecord } from '#shared/records/write';
import { openMemoryWorkspace } from '../../../data/memory-workspace';
import type { Workspace } from '../../../data/workspace';
import { hadBy, recordsAsFrozen, replayDeal } from './deal-replay';

const everything = (records: ReturnType<typeof recordsFrom>) => RECORD_TYPES.flatMap((type) => records.all(type));

describe('replaying a deal', () => {
  it('shows at every act what folding all entries up to it shows, however offline the people were', () => {
    fc.assert(
      fc.property(aWorld(), fc.nat(), (world: World, pick) => {
        const entries = inEffectiveOrder(world.entries);
        const act = pick % entries.length;
        const upToAct = withoutWithdrawn(entries)
          .slice(0, act + 1)
          .filter(isEntry);
        const folded = recordsFrom(foldPart(upToAct, kindOf).records());
        expect(everything(replayDeal(entries).recordsAt(act))).toEqual(everything(folded));
      }),
      { numRuns: 300 },
    );
  });

  it('shows at no moment what its author took back since, nor anything cleared by it', () => {
    const id = 'deal:01J0000000000000000000000A';
    const [author, other] = ['a'.repeat(16), 'b'.repeat(16)];
    const at = '2026-01-05T09:00:00.001Z-0000';
    const entry = (device: string, seq: number, rest: Partial<Entry>) =>
      withId<Entry>({ id: entryIdOf(device, seq, ''), v: 1, prev: '', at, by: 'person:P', act: 'deal.edit', edits: [], ...rest });
    const created = entry(author, 1, { edits: [{ record: id, set: { name: 'ERP', whyTheyBought: 'By March' }, salt: '00' }] });
    const cleared = entry(other, 1, {
      edits: [{ record: id, set: { whyTheyBought: null }, over: { whyTheyBought: [created.id] }, salt: '01' }],
    });
    const withdrawn = entry(other, 2, { act: 'ledger.withdraw', withdraws: [cleared.id] });
    const replay = replayDeal([created, cleared, withdrawn]);
    for (const act of [0, 1, 2]) expect(replay.recordsAt(act).get('deal', id)?.whyTheyBought).toBe('By March');
  });

  it('knows nothing before the first act', () => {
    expect(everything(replayDeal([]).recordsAt(-1))).toEqual([]);
  });
});

describe('a deal as it was signed', () => {
  let workspace: Workspace;
  let entries: readonly Entry[];
  let signature: Entry;
  const id = 'deal:01J0000000000000000000000A' as const;
  const deal = (): Deal => workspace.records.get('deal', id) as Deal;

  beforeAll(async () => {
    workspace = await openMemoryWorkspace();
    await workspace.commit(createRecord('deal', id, { name: 'ERP', phase: 'negotiation' }));
    // Other work of the same device stands between the entries of this deal.
    await workspace.commit(createRecord('account', 'account:01J0000000000000000000000B', { name: 'Nordwind' }));
    const won = winDeal(deal(), { at: '2026-11-20', amount: { amount: 4_800_000, currency: 'EUR' } });
    if (!won.ok) throw new Error(won.error.message);
    const entry = await workspace.commit(won.value);
    if (!entry.ok) throw new Error(entry.error.message);
    signature = entry.value;
    await workspace.commit(editRecord('deal', deal(), { amount: { amount: 5_200_000, currency: 'EUR' } }, { why: 'Second site' }));
    entries = await workspace.history({ deal: id });
  });

  it('has the value that was signed, whatever was agreed since', () => {
    expect(recordsAsFrozen(entries, signature).get('deal', id)?.amount).toEqual({ amount: 4_800_000, currency: 'EUR' });
    expect(recordsAsFrozen(entries, signature).get('deal', id)?.name).toBe('ERP');
  });

  it('is held against now field by field, with who changed it and why', () => {
    const now = replayDeal(entries).recordsAt(entries.length - 1);
    const [compared] = thenAndNow(id, recordsAsFrozen(entries, signature), now, entries, hadBy(entries, signature));
    const amount = compared?.fields.find(({ field }) => field === 'amount');
    expect(amount).toMatchObject({ difference: 'changed', now: { amount: 5_200_000, currency: 'EUR' }, by: { why: 'Second site' } });
    expect(compared?.fields.filter(({ difference }) => difference === 'changed')).toHaveLength(1);
  });
});
