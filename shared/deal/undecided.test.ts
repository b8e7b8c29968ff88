import { describe, expect, test } from 'vitest';
import { recordsOf } from '../records/records-from';
import { isBinding, recordsReliedOn, signingReliesOn, undecidedMessage } from './undecided';

const deal = { id: 'deal:1', name: 'Portal', phase: 'negotiation', buyers: [], otherAccounts: [], externalIds: {} } as const;
const sold = { id: 'scopeLine:in', title: 'Data', deal: deal.id, status: 'in', touches: [] } as const;
const dropped = { ...sold, id: 'scopeLine:out', status: 'negotiated away' } as const;
const proposal = { id: 'proposal:1', deal: deal.id, version: 1, status: 'draft' } as const;
const line = { id: 'proposalLine:1', chosen: false, proposal: proposal.id, scopeLine: sold.id } as const;
const records = recordsOf([deal, sold, dropped, proposal, line]);
const change = (record: `${string}:${string}`) => ({ record, set: {} });

describe('what nothing undecided may stand behind', () => {
  test('to sign, send, submit, accept, approve, bill and issue bind; to edit, to lose and to advance do not', () => {
    const binding = ['deal.win', 'proposal.send', 'changeOrder.submit', 'proposal.accept', 'concession.approve', 'changeOrder.bill'];
    expect(binding.every((act) => isBinding({ act }))).toBe(true);
    expect(['deal.edit', 'deal.lose', 'deal.advance', 'ledger.settle', 'import.hubspot'].some((act) => isBinding({ act }))).toBe(false);
    expect(isBinding({ act: 'commitment.decide', freezes: true })).toBe(true);
  });

  test('a signature rests on the deal and on the scope that is sold with it, not on what was negotiated away', () => {
    expect(signingReliesOn(deal.id, records)).toEqual([deal.id, sold.id]);
  });

  test('an offer that is sent rests on its lines, on their scope and on its deal', () => {
    const relied = recordsReliedOn({ act: 'proposal.send', changes: [change(proposal.id)] }, records);
    expect(relied).toEqual([proposal.id, deal.id, line.id, sold.id]);
  });

  test('an edit rests on nothing: whoever edits an undecided amount decides it', () => {
    expect(recordsReliedOn({ act: 'deal.edit', changes: [change(deal.id)] }, records)).toEqual([]);
  });

  test('the reason names the fields as the screens do, and says what to do', () => {
    expect(undecidedMessage(deal.id, ['amount'])).toBe(
      'Amount of the deal is undecided: people set it without seeing each other. Settle it in Review first.',
    );
    expect(undecidedMessage(deal.id, ['amount', 'phase'])).toMatch(/^Amount and Phase of the deal are undecided/);
  });
});
