import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Command } from '../ledger/command';
import type { Json } from '../ledger/entry';
import { PHASES, type Phase } from '../records/deal';
import type { Deal } from '../records/registry';
import { viewAs } from '../records/view';
import type { Result } from '../values/result';
import {
  advanceDeal,
  factsNeeded,
  holdDeal,
  isOpenDeal,
  isSigned,
  isSignedDeal,
  loseDeal,
  moveDeal,
  reopenDeal,
  resumeDeal,
  winDeal,
  type DealError,
} from './phase';

const eur = (amount: number) => ({ amount, currency: 'EUR' });

function aDeal(values: Readonly<Record<string, Json>> = {}): Deal {
  const deal = viewAs('deal', { id: 'deal:1', values: { name: 'New ERP', phase: 'negotiation', amount: eur(40_000_00), ...values } });
  if (!deal) throw new Error('no deal');
  return deal;
}

/** The deal after a command. */
function after(deal: Deal, moved: Result<Command, DealError>): Deal {
  if (!moved.ok) throw new Error(moved.error.message);
  const set = moved.value.changes[0]?.set ?? {};
  const { id, ...before } = deal;
  const values = Object.fromEntries(Object.entries({ ...before, ...set }).filter(([, value]) => value !== null && !Array.isArray(value)));
  const next = viewAs('deal', { id, values });
  if (!next) throw new Error('no deal');
  return next;
}

const kindOfRefusal = (moved: Result<Command, DealError>) => (moved.ok ? undefined : moved.error.kind);

describe('winning a deal', () => {
  test('sets phase, signed date and signed value in one act that freezes what was known', () => {
    const won = winDeal(aDeal(), { at: '2026-03-12', amount: eur(48_000_00) });
    expect(won).toEqual({
      ok: true,
      value: {
        act: 'deal.win',
        deal: 'deal:1',
        freezes: true,
        changes: [{ record: 'deal:1', set: { phase: 'kickoff', signedAt: '2026-03-12', amount: eur(48_000_00) } }],
      },
    });
  });

  test('happens once', () => {
    const won = after(aDeal(), winDeal(aDeal(), { at: '2026-03-12', amount: eur(1) }));
    expect(winDeal(won, { at: '2026-03-13', amount: eur(1) })).toMatchObject({
      error: { kind: 'already signed', message: 'The deal was signed on 2026-03-12 already.' },
    });
  });

  test('waits until two offline prices are settled, but not for two offline notes', () => {
    const facts = { at: '2026-03-12', amount: eur(1) };
    expect(winDeal(aDeal(), { ...facts, undecided: ['amount'] })).toMatchObject({ error: { kind: 'undecided' } });
    expect(winDeal(aDeal(), { ...facts, undecided: ['health'] }).ok).toBe(true);
  });

  test('needs a real day and a sum that is not negative', () => {
    expect(kindOfRefusal(winDeal(aDeal(), { at: '2026-02-30', amount: eur(1) }))).toBe('bad value');
    expect(kindOfRefusal(winDeal(aDeal(), { at: '2026-02-28', amount: eur(-1) }))).toBe('bad value');
  });

  test('takes a deal off hold', () => {
    const held = after(aDeal(), holdDeal(aDeal()));
    expect(after(held, winDeal(held, { at: '2026-03-12', amount: eur(1) }))).not.toHaveProperty('pausedFrom');
  });
});

describe('moving a deal', () => {
  test('along one side of the signature needs nothing', () => {
    expect(after(aDeal({ phase: 'scoping' }), advanceDeal(aDeal({ phase: 'scoping' }), 'proposal')).phase).toBe('proposal');
    expect(after(aDeal({ phase: 'build' }), advanceDeal(aDeal({ phase: 'build' }), 'design')).phase).toBe('design');
  });

  test('across the signature asks for date and value', () => {
    expect(factsNeeded(aDeal(), 'build')).toBe('signature');
    expect(kindOfRefusal(moveDeal(aDeal(), 'build'))).toBe('needs signature');
    expect(kindOfRefusal(advanceDeal(aDeal(), 'build'))).toBe('needs signature');
    const signed = after(aDeal(), moveDeal(aDeal(), 'build', { at: '2026-03-12', amount: eur(5) }));
    expect(signed).toMatchObject({ phase: 'build', signedAt: '2026-03-12', amount: eur(5) });
  });

  test('back across the signature needs a reason, which history keeps, and clears the signed date', () => {
    const signed = aDeal({ phase: 'kickoff', signedAt: '2026-03-12', signedAtSource: 'HubSpot close date' });
    expect(kindOfRefusal(moveDeal(signed, 'negotiation'))).toBe('needs reason');
    const reopened = moveDeal(signed, 'negotiation', { why: 'The purchase order was withdrawn.' });
    expect(reopened).toMatchObject({ value: { act: 'deal.reopen', why: 'The purchase order was withdrawn.' } });
    expect(after(signed, reopened)).not.toHaveProperty('signedAt');
    expect(after(signed, reopened)).not.toHaveProperty('signedAtSource');
  });

  test('to where it is, is refused', () => {
    expect(kindOfRefusal(moveDeal(aDeal(), 'negotiation'))).toBe('already there');
  });
});

describe('losing a deal', () => {
  test('asks for the reason', () => {
    expect(loseDeal(aDeal(), { reason: '  ' })).toMatchObject({ error: { message: 'Say why the deal was lost.' } });
    expect(after(aDeal(), loseDeal(aDeal(), { reason: 'Price' }))).toMatchObject({
      phase: 'lost',
      lostReason: 'Price',
      pausedFrom: 'negotiation',
    });
  });

  test('after the signature keeps the signature: the contract existed', () => {
    const cancelled = after(aDeal({ phase: 'design', signedAt: '2026-03-12' }), loseDeal(aDeal({ phase: 'design' }), { reason: 'Merger' }));
    expect(cancelled.signedAt).toBe('2026-03-12');
    expect(isSignedDeal(cancelled)).toBe(true);
    expect(isOpenDeal(cancelled)).toBe(false);
  });

  test('can be undone with a reason, back to where it stood', () => {
    const lost = after(aDeal(), loseDeal(aDeal(), { reason: 'Price' }));
    expect(kindOfRefusal(reopenDeal(lost, { why: '' }))).toBe('needs reason');
    const back = after(lost, reopenDeal(lost, { why: 'They came back.' }));
    expect(back.phase).toBe('negotiation');
    expect(back).not.toHaveProperty('lostReason');
    expect(kindOfRefusal(reopenDeal(lost, { why: 'They came back.', to: 'build' }))).toBe('needs signature');
  });
});

describe('a deal on hold', () => {
  test('comes back to where it stood', () => {
    const held = after(aDeal({ phase: 'build' }), holdDeal(aDeal({ phase: 'build' }), { why: 'Budget freeze' }));
    expect(held).toMatchObject({ phase: 'on hold', pausedFrom: 'build' });
    expect(isSignedDeal(held)).toBe(true);
    expect(after(held, resumeDeal(held)).phase).toBe('build');
  });

  test('does not cross the signature on its way back', () => {
    const held = after(aDeal(), holdDeal(aDeal()));
    expect(kindOfRefusal(resumeDeal(held, { to: 'build' }))).toBe('needs signature');
    expect(kindOfRefusal(moveDeal(held, 'build'))).toBe('needs signature');
    expect(kindOfRefusal(advanceDeal(held, 'proposal'))).toBe('paused');
  });

  test('keeps where it stood when it is lost', () => {
    const held = after(aDeal({ phase: 'scoping' }), holdDeal(aDeal({ phase: 'scoping' })));
    expect(after(held, loseDeal(held, { reason: 'No budget' })).pausedFrom).toBe('scoping');
  });

  test('imported without a past resumes at the beginning, or at kickoff where it was signed', () => {
    expect(after(aDeal({ phase: 'on hold' }), resumeDeal(aDeal({ phase: 'on hold' }))).phase).toBe('discovery');
    const signed = aDeal({ phase: 'on hold', signedAt: '2026-03-12' });
    expect(after(signed, resumeDeal(signed)).phase).toBe('kickoff');
  });
});

describe('whatever is moved where', () => {
  const phase = fc.constantFrom<Phase>(...PHASES);
  const start = fc.constantFrom<Phase>(...PHASES).map((at) => aDeal({ phase: at, ...(isSigned(at) ? { signedAt: '2026-01-01' } : {}) }));

  test('every phase can be reached with the facts at hand, but a lost deal must be reopened before it is signed or held', () => {
    fc.assert(
      fc.property(start, phase, (deal, to) => {
        const moved = moveDeal(deal, to, { why: 'Because', at: '2026-03-12', amount: eur(1) });
        const barred = to === deal.phase || (deal.phase === 'lost' && (to === 'on hold' || (isSigned(to) && !isSignedDeal(deal))));
        expect(moved.ok).toBe(!barred);
        if (moved.ok) expect(after(deal, moved).phase).toBe(to);
      }),
    );
  });

  test('a deal behind the signature always has a signed date', () => {
    fc.assert(
      fc.property(fc.array(phase, { maxLength: 12 }), (path) => {
        let deal = aDeal({ phase: 'discovery' });
        for (const to of path) {
          const moved = moveDeal(deal, to, { why: 'Because', at: '2026-03-12', amount: eur(1) });
          if (moved.ok) deal = after(deal, moved);
          expect(isSignedDeal(deal)).toBe(deal.signedAt !== undefined);
        }
      }),
    );
  });
});
