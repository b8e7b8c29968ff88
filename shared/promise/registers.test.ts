import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../ledger/entry';
import { recordsFrom } from '../records/records-from';
import type { RecordOf, RecordType } from '../records/registry';
import { viewAs } from '../records/view';
import { breakCommitment, decideCommitment, isOpenCommitment, isOwed, keepCommitment, reopenCommitment } from './commitment';
import { approveConcession, needsApproval } from './concession';
import { linesThatTouch, relaxConstraint } from './constraint';
import { standing, supersedeDecision } from './decision';
import { isOpenObjection, reopenObjection, resolveObjection } from './objection';
import { ranked, rankPriority } from './priority';

function a<T extends RecordType>(type: T, values: Readonly<Record<string, Json>>, body = '1'): RecordOf<T> {
  const record = viewAs(type, { id: `${type}:${body}`, values: { deal: 'deal:1', text: 'Words', ...values } });
  if (!record) throw new Error(`no ${type}`);
  return record;
}
const aCommitment = (values: Readonly<Record<string, Json>> = {}) => a('commitment', { decision: 'open', fulfilment: 'open', ...values });
const message = (result: { readonly ok: boolean; readonly error?: { readonly message: string } }) => result.error?.message;
const set = (result: { readonly ok: boolean; readonly value?: { readonly changes: readonly { readonly set: unknown }[] } }) =>
  result.value?.changes[0]?.set;

describe('a commitment', () => {
  test('is decided with what was known then', () => {
    expect(decideCommitment(aCommitment(), 'honour free', { why: 'Small, and they asked nicely' })).toEqual({
      ok: true,
      value: {
        act: 'commitment.decide',
        deal: 'deal:1',
        why: 'Small, and they asked nicely',
        freezes: true,
        changes: [{ record: 'commitment:1', set: { decision: 'honour free' } }],
      },
    });
  });

  test('that stands in the SOW is paid for: neither billed again nor refused', () => {
    expect(message(decideCommitment(aCommitment({ inSow: true }), 'honour billed') as never)).toContain('the client has paid for it');
    expect(decideCommitment(aCommitment({ inSow: true }), 'not ours', { why: 'No' }).ok).toBe(false);
    expect(decideCommitment(aCommitment({ inSow: true }), 'honour free').ok).toBe(true);
  });

  test('is not refused without a reason, nor decided over an unsettled decision', () => {
    expect(decideCommitment(aCommitment(), 'not ours').ok).toBe(false);
    expect(message(decideCommitment(aCommitment(), 'honour free', { undecided: ['decision'] }) as never)).toContain('offline');
  });

  test('is open until decided, owed until kept', () => {
    expect(isOpenCommitment(aCommitment())).toBe(true);
    expect(isOwed(aCommitment({ decision: 'honour billed' }))).toBe(true);
    expect(isOwed(aCommitment({ decision: 'honour billed', fulfilment: 'kept' }))).toBe(false);
    expect(isOwed(aCommitment({ decision: 'not ours' }))).toBe(false);
  });

  test('can be kept or broken, and taken up again with a reason', () => {
    expect(set(keepCommitment(aCommitment()) as never)).toEqual({ fulfilment: 'kept' });
    expect(keepCommitment(aCommitment({ decision: 'not ours' })).ok).toBe(false);
    expect(breakCommitment(aCommitment(), { why: '' }).ok).toBe(false);
    expect(set(breakCommitment(aCommitment(), { why: 'The system was retired' }) as never)).toEqual({ fulfilment: 'broken' });
    expect(reopenCommitment(aCommitment(), { why: 'Again' }).ok).toBe(false);
    const kept = aCommitment({ decision: 'honour free', fulfilment: 'kept' });
    expect(set(reopenCommitment(kept, { why: 'It was not what they meant' }) as never)).toEqual({ decision: 'open', fulfilment: 'open' });
  });
});

describe('an objection', () => {
  const resolved = { resolution: 'Fixed price for phase one', by: 'person:ada', on: '2026-03-12', ledTo: 'concession:1' } as const;

  test('is resolved in words, by somebody, on a day, and shows what it led to', () => {
    expect(set(resolveObjection(a('objection', {}), resolved) as never)).toEqual({
      resolution: 'Fixed price for phase one',
      resolvedBy: 'person:ada',
      resolvedAt: '2026-03-12',
      ledTo: 'concession:1',
    });
    expect(resolveObjection(a('objection', {}), { ...resolved, resolution: ' ' }).ok).toBe(false);
    expect(resolveObjection(a('objection', {}), { ...resolved, on: 'yesterday' }).ok).toBe(false);
  });

  test('is not resolved twice, but can come up again', () => {
    const closed = a('objection', { resolution: 'Done', resolvedBy: 'person:ada' });
    expect(isOpenObjection(closed)).toBe(false);
    expect(resolveObjection(closed, resolved).ok).toBe(false);
    expect(set(reopenObjection(closed, { why: 'New CFO' }) as never)).toEqual({ resolution: null, resolvedBy: null });
  });
});

describe('a concession', () => {
  const partner = a('person', { name: 'Ruth Halden', 'roles/partner': true });
  const ae = a('person', { name: 'Ada Brandt', 'roles/AE': true });
  const given = (values: Readonly<Record<string, Json>> = {}) =>
    a('concession', { givenBy: 'us', value: { amount: 2_000_00, currency: 'EUR' }, ...values });

  test('is approved by a partner or finance, not by the one who sells', () => {
    expect(approveConcession(given(), { by: partner })).toMatchObject({
      value: { freezes: true, changes: [{ set: { approvedBy: 'person:1' } }] },
    });
    expect(message(approveConcession(given(), { by: ae }) as never)).toBe(
      'Ada Brandt can note a concession; a partner or finance approves it.',
    );
  });

  test('is approved once, with a price, and only if it is ours', () => {
    expect(needsApproval(given())).toBe(true);
    expect(approveConcession(given({ approvedBy: 'person:9' }), { by: partner }).ok).toBe(false);
    expect(approveConcession(given({ value: null }), { by: partner }).ok).toBe(false);
    expect(approveConcession(given({ givenBy: 'them' }), { by: partner }).ok).toBe(false);
    expect(approveConcession(given(), { by: partner, undecided: ['value'] }).ok).toBe(false);
  });
});

describe('a decision', () => {
  const records = recordsFrom([
    { id: 'decision:1', values: { text: 'Cloud', deal: 'deal:1' } },
    { id: 'decision:2', values: { text: 'On premises', deal: 'deal:1', supersedes: 'decision:1' } },
  ]);
  const [first, second] = records.all('decision');
  if (!first || !second) throw new Error('no decisions');

  test('is replaced by a later one that names it, with the reason', () => {
    const values = { text: 'Hybrid', why: 'The plant has no line' };
    expect(set(supersedeDecision(second, 'decision:3', values, records) as never)).toEqual({
      ...values,
      deal: 'deal:1',
      supersedes: 'decision:2',
    });
    expect(supersedeDecision(second, 'decision:3', { text: 'Hybrid' }, records).ok).toBe(false);
  });

  test('that was replaced is not replaced again: the one that holds is', () => {
    expect(message(supersedeDecision(first, 'decision:3', { text: 'x', why: 'y' }, records) as never)).toContain('On premises');
    expect(standing(first, records).id).toBe('decision:2');
  });

  test('that names itself in a circle still has an end', () => {
    const circle = recordsFrom([
      { id: 'decision:1', values: { text: 'A', deal: 'deal:1', supersedes: 'decision:2' } },
      { id: 'decision:2', values: { text: 'B', deal: 'deal:1', supersedes: 'decision:1' } },
    ]);
    expect(standing(first, circle)).toBeDefined();
  });
});

describe('priorities', () => {
  test('keep ranks 1 to n whatever is moved where, and the others keep their order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(), fc.nat(), (count, which, where) => {
        const all = Array.from({ length: count }, (_, at) => a('priority', { rank: at + 1 }, String(at)));
        const moved = all[which % count];
        const place = 1 + (where % count);
        const result = moved && rankPriority(all, moved, place);
        if (!moved || !result?.ok) throw new Error('not moved');
        const ranks = new Map(all.map(({ id, rank }) => [id as string, rank]));
        for (const change of result.value.changes) ranks.set(change.record, change.set['rank'] as number);
        expect([...ranks.values()].sort()).toEqual(all.map(({ rank }) => rank));
        expect(ranks.get(moved.id)).toBe(place);
        const others = all.filter(({ id }) => id !== moved.id).map(({ id }) => ranks.get(id) ?? 0);
        expect(others).toEqual([...others].sort((x, y) => x - y));
      }),
    );
  });

  test('without a rank come last', () => {
    expect(ranked([a('priority', {}, 'a'), a('priority', { rank: 1 }, 'b')]).map(({ id }) => id)).toEqual(['priority:b', 'priority:a']);
  });
});

describe('a constraint', () => {
  test('is relaxed only with word of who gave way', () => {
    const constraint = a('constraint', { strength: 'must' });
    expect(relaxConstraint(constraint, { why: '' }).ok).toBe(false);
    expect(relaxConstraint(constraint, { why: 'Mrs Moreau, in the steering group' })).toMatchObject({ value: { act: 'constraint.relax' } });
  });

  test('knows the lines that meet it, those negotiated away aside', () => {
    const records = recordsFrom([
      { id: 'scopeLine:1', values: { title: 'Billing', deal: 'deal:1', status: 'in', 'touches/constraint:1': true } },
      { id: 'scopeLine:2', values: { title: 'Portal', deal: 'deal:1', status: 'negotiated away', 'touches/constraint:1': true } },
    ]);
    expect(linesThatTouch(a('constraint', { strength: 'must' }), records).map(({ title }) => title)).toEqual(['Billing']);
  });
});
