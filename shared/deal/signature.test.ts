import { describe, expect, test } from 'vitest';
import type { Entry, Json } from '../ledger/entry';
import { crossesTheBar, signatureOf } from './then-and-now';

const DEAL = 'deal:erp';
const entry = (id: string, act: string, set: Readonly<Record<string, Json>>, record: Entry['by'] = DEAL): Entry => ({
  id,
  v: 1,
  prev: '',
  at: '2026-11-22T09:00:00.000Z-0000',
  by: 'person:ada',
  act,
  deal: DEAL,
  edits: [{ record, set, salt: '00' }],
});

describe('the signature of a deal', () => {
  const won = entry('1', 'deal.win', { phase: 'kickoff', signedAt: '2026-11-22' });
  const accepted = entry('2', 'proposal.accept', { phase: 'kickoff', signedAt: '2026-11-22' });
  const confirmed = entry('3', 'proposal.accept', { amount: { amount: 84_000_00, currency: 'EUR' } });

  test('is the acceptance of a proposal as much as winning by hand; the last one counts', () => {
    expect(signatureOf(DEAL, [won])).toBe(won);
    expect(signatureOf(DEAL, [accepted])).toBe(accepted);
    expect(signatureOf(DEAL, [won, entry('r', 'deal.reopen', { phase: 'negotiation' }), accepted])).toBe(accepted);
  });

  test('stays the one that crossed the bar where a proposal only confirms it', () => {
    expect(signatureOf(DEAL, [won, confirmed])).toBe(won);
    expect(crossesTheBar(confirmed, DEAL)).toBe(false);
  });

  test('is the confirmation where the deal came in signed and no other act is known', () => {
    expect(signatureOf(DEAL, [entry('i', 'import.hubspot', { phase: 'kickoff' }), confirmed])).toBe(confirmed);
    expect(signatureOf(DEAL, [entry('p', 'proposal.accept', { status: 'accepted' }, 'proposal:1')])).toBeUndefined();
  });
});
