import { describe, expect, test } from 'vitest';
import type { Json, RecordId } from '../ledger/entry';
import type { Proposal } from '../records/registry';
import { acceptProposal } from './acceptance';
import { approveDiscount, giveDiscount, withdrawDiscount } from './discount';
import { draftProposal, driftedLines, nextVersion, takeOverScope } from './draft';
import { frozenRefusal } from './frozen';
import { heldBack } from './held-back';
import { declineProposal, discardDraft, editOffer, leaveOut, offerLine, sendProposal } from './lifecycle';
import { linesOf } from './offer-line';
import { offerPrice } from './pricing';
import { aFirm, drafted, lineOf, reading, refusal, scope, sent, TERMS, TODAY } from './testing/a-firm';
import { eur, type OfferRecords } from './testing/offer-records';

const messages = (firm: OfferRecords, proposal: Proposal) => heldBack(proposal, reading(firm)).map(({ message }) => message);

const discount = (firm: OfferRecords, units = 5_000) => ({
  text: 'Reference client',
  value: eur(units),
  by: 'person:ada' as const,
  on: TODAY,
  ids: { line: firm.id('proposalLine'), concession: firm.id('concession') },
  ask: { id: firm.id('question'), to: 'person:ruth' as const, due: '2026-11-22' },
});

describe('a draft', () => {
  test('offers the lines of scope in their order; what was negotiated away is left out, a courtesy has no price', () => {
    const firm = aFirm();
    const { id } = drafted(firm);
    const lines = linesOf(firm.records, id);
    expect(lines.map(({ text, hours, price, offeredAs }) => [text, hours, price?.amount, offeredAs])).toEqual([
      ['Core', 400, 60_000_00, 'work'],
      ['Data: Two years of orders.', 120, 24_000_00, 'work'],
      ['Training', 24, 4_800_00, 'option'],
      ['Walk through the hall', 4, undefined, 'courtesy'],
    ]);
    expect(offerPrice(lines)).toMatchObject({ ok: true, value: { total: eur(84_000), options: eur(4_800) } });
  });

  test('takes the billing terms and the approved blueprint from the deal, so that nobody types them again', () => {
    const firm = aFirm({
      'deal:erp': { name: 'New ERP', phase: 'proposal', billingModel: 'capped T&M', cap: eur(95_000) },
      'blueprint:1': { deal: 'deal:erp', title: 'Target', status: 'approved' },
      'blueprint:2': { deal: 'deal:erp', title: 'Sketch', status: 'draft' },
    });
    expect(drafted(firm)).toMatchObject({ version: 1, billingModel: 'capped T&M', cap: eur(95_000), blueprint: 'blueprint:1' });
  });

  test('is the only one at a time', () => {
    const firm = aFirm();
    const draft = drafted(firm);
    const again = { id: firm.id('proposal'), lineId: () => firm.id('proposalLine'), ...TERMS };
    expect(refusal(draftProposal(firm.records, firm.get('deal', 'deal:erp'), again))).toContain('Version 1 is being written already');
    firm.do(discardDraft(firm.records, draft));
    expect(draftProposal(firm.records, firm.get('deal', 'deal:erp'), again).ok).toBe(true);
  });

  test('says where the scope moved on since, and takes it over: a line given up leaves the draft', () => {
    const firm = aFirm();
    const draft = drafted(firm);
    firm.do({ act: 'scopeLine.edit', changes: [{ record: 'scopeLine:core', set: { price: eur(58_000) } }] });
    firm.do({ act: 'scopeLine.edit', changes: [{ record: 'scopeLine:data', set: { status: 'negotiated away' } }] });
    expect(driftedLines(firm.records, draft)).toHaveLength(2);
    firm.do(takeOverScope(firm.records, draft));
    expect(linesOf(firm.records, draft.id).map(({ scopeLine, price }) => [scopeLine, price?.amount])).toEqual([
      ['scopeLine:core', 58_000_00],
      ['scopeLine:training', 4_800_00],
      ['scopeLine:walk', undefined],
    ]);
    expect(driftedLines(firm.records, draft)).toEqual([]);
  });

  test('leaves a line out and puts it back as the scope says it', () => {
    const firm = aFirm();
    const draft = drafted(firm);
    firm.do(leaveOut(draft, lineOf(firm, draft, 'scopeLine:data')));
    expect(linesOf(firm.records, draft.id)).toHaveLength(3);
    firm.do(offerLine(firm.records, draft, firm.get('scopeLine', 'scopeLine:data'), firm.id('proposalLine')));
    expect(lineOf(firm, draft, 'scopeLine:data').price).toEqual(eur(24_000));
    expect(refusal(offerLine(firm.records, draft, firm.get('scopeLine', 'scopeLine:portal'), firm.id('proposalLine')))).toContain(
      'negotiated away',
    );
  });
});

describe('a discount', () => {
  test('of €5,000 makes 84,000 to 79,000, asks for approval, and holds the offer back until somebody who may has given it', () => {
    const firm = aFirm();
    const draft = drafted(firm);
    const given = discount(firm);
    firm.do(giveDiscount(firm.records, draft, given));
    expect(offerPrice(linesOf(firm.records, draft.id))).toMatchObject({ value: { total: eur(79_000), discounts: eur(-5_000) } });
    expect(messages(firm, draft)).toEqual([
      'The discount “Reference client” of €5,000.00 is not approved. Martin Keller or Ruth Halden may approve it.',
    ]);
    expect(refusal(sendProposal(draft, reading(firm)))).toContain('is not approved');
    const facts = { by: firm.get('person', 'person:ada'), on: TODAY };
    const concession = firm.get('concession', given.ids.concession);
    expect(refusal(approveDiscount(firm.records, concession, facts))).toContain('a partner or finance approves it');
    firm.do(approveDiscount(firm.records, concession, { ...facts, by: firm.get('person', 'person:ruth') }));
    expect(messages(firm, draft)).toEqual([]);
    expect(firm.get('question', given.ask.id)).toMatchObject({ answer: 'Approved.', about: concession.id });
    expect(sent(firm, draft).total).toEqual(eur(79_000));
  });

  test('that takes off another sum than was approved is held back', () => {
    const firm = aFirm();
    const draft = drafted(firm);
    const given = discount(firm);
    firm.do(giveDiscount(firm.records, draft, given));
    firm.do(
      approveDiscount(firm.records, firm.get('concession', given.ids.concession), { by: firm.get('person', 'person:ruth'), on: TODAY }),
    );
    firm.do({ act: 'proposalLine.edit', changes: [{ record: given.ids.line, set: { price: eur(-9_000) } }] });
    expect(messages(firm, draft)[0]).toContain('takes off €9,000.00, and €5,000.00 was approved');
    expect(
      frozenRefusal({ act: 'concession.edit', changes: [{ record: given.ids.concession, set: { value: eur(9_000) } }] }, firm.records),
    ).toContain('approved at €5,000.00');
  });

  test('without a reason, of nothing, or in another currency is none; taken out unapproved it leaves the register too', () => {
    const firm = aFirm();
    const draft = drafted(firm);
    expect(giveDiscount(firm.records, draft, { ...discount(firm), text: ' ' }).ok).toBe(false);
    expect(giveDiscount(firm.records, draft, discount(firm, 0)).ok).toBe(false);
    const dollars = { ...discount(firm), value: { amount: 100, currency: 'USD' } };
    expect(refusal(giveDiscount(firm.records, draft, dollars))).toContain('The offer is in EUR');
    const given = discount(firm);
    firm.do(giveDiscount(firm.records, draft, given));
    firm.do(withdrawDiscount(firm.records, draft, firm.get('proposalLine', given.ids.line)));
    expect(firm.records.of('concession', 'deal', 'deal:erp')).toEqual([]);
    expect(offerPrice(linesOf(firm.records, draft.id))).toMatchObject({ value: { total: eur(84_000) } });
  });
});

describe('what holds an offer back', () => {
  const held = (change: (firm: OfferRecords, draft: Proposal) => void, more = {}) => {
    const firm = aFirm(more);
    const draft = drafted(firm);
    change(firm, draft);
    return messages(firm, firm.get('proposal', draft.id))[0];
  };
  const set = (record: RecordId, values: Readonly<Record<string, Json>>) => (firm: OfferRecords) =>
    void firm.do({ act: 'edit', changes: [{ record, set: values }] });

  test('no line, no price, two currencies, no day or a day that is gone', () => {
    expect(held((firm, draft) => linesOf(firm.records, draft.id).forEach((line) => firm.do(leaveOut(draft, line))))).toContain(
      'has no line',
    );
    expect(held((firm, draft) => firm.do(editOffer(draft, lineOf(firm, draft, 'scopeLine:core'), { price: null })))).toBe(
      '“Core” has no price.',
    );
    const pounds = { price: { amount: 1_00, currency: 'GBP' } };
    expect(held((firm, draft) => firm.do(editOffer(draft, lineOf(firm, draft, 'scopeLine:core'), pounds)))).toContain('cannot be added up');
    expect(held((firm, draft) => firm.do({ act: 'edit', changes: [{ record: draft.id, set: { validUntil: '2026-11-19' } }] }))).toContain(
      'was valid until 2026-11-19',
    );
    expect(held((firm, draft) => firm.do({ act: 'edit', changes: [{ record: draft.id, set: { validUntil: null } }] }))).toContain(
      'until when',
    );
  });

  test('billing terms that are not filled in, or do not add up', () => {
    const billed = (values: Readonly<Record<string, Json>>) =>
      held((firm, draft) => firm.do({ act: 'edit', changes: [{ record: draft.id, set: values }] }));
    expect(billed({ billingModel: null })).toContain('Say how it is billed');
    expect(billed({ billingModel: 'capped T&M' })).toContain('needs its cap');
    expect(billed({ billingModel: 'capped T&M', cap: eur(80_000) })).toContain('more than the cap of €80,000.00');
    expect(billed({ billingModel: 'retainer', retainerFee: eur(7_000), retainerPeriod: 'month' })).toContain('the number of periods');
    expect(billed({ billingModel: 'retainer', retainerFee: eur(7_000), retainerPeriod: 'month', retainerPeriods: 12 })).toBeUndefined();
    expect(billed({ billingModel: 'retainer', retainerFee: eur(7_000), retainerPeriod: 'month', retainerPeriods: 6 })).toContain(
      '€42,000.00',
    );
    expect(billed({ billingModel: 'milestone' })).toContain('no milestone has a fee yet');
  });

  test('milestones whose fees do not make the price', () => {
    const stones = {
      'milestone:1': { deal: 'deal:erp', title: 'Design', fee: eur(40_000) },
      'milestone:2': { deal: 'deal:erp', title: 'Live', fee: eur(40_000) },
    };
    const byMilestone = (firm: OfferRecords, draft: Proposal) =>
      firm.do({ act: 'edit', changes: [{ record: draft.id, set: { billingModel: 'milestone' } }] });
    expect(held(byMilestone, stones)).toBe('The milestones bill €80,000.00, the lines come to €84,000.00. Make them agree.');
  });

  test('a must of the client that a line of this version breaks, in the words of both; not one that it leaves out', () => {
    const forbidden = {
      'constraint:billing': { deal: 'deal:erp', text: 'No changes to billing', strength: 'must' },
      'scopeLine:core': scope({ title: 'Core', price: eur(60_000), 'touches/constraint:billing': true }),
    };
    expect(held(() => undefined, forbidden)).toContain('“Core” meets “No changes to billing”');
    expect(held((firm, draft) => firm.do(leaveOut(draft, lineOf(firm, draft, 'scopeLine:core'))), forbidden)).toBeUndefined();
  });

  test('a value between which and another nobody has chosen', () => {
    const firm = aFirm();
    const draft = drafted(firm);
    const undecided = (record: RecordId) => (record === lineOf(firm, draft, 'scopeLine:core').id ? ['price'] : []);
    expect(heldBack(draft, { ...reading(firm), undecided })).toMatchObject([{ kind: 'undecided', field: 'price', weight: 'blocks' }]);
    expect(refusal(sendProposal(draft, { ...reading(firm), undecided }))).toContain('Settle it in Review first');
  });

  test('terms that are missing and a scope that moved on are worth a look and no more', () => {
    const firm = aFirm();
    const draft = drafted(firm);
    set('scopeLine:core', { price: eur(61_000) })(firm);
    expect(heldBack(draft, reading(firm)).map(({ kind, weight }) => [kind, weight])).toEqual([['scope', 'worth a look']]);
    expect(sendProposal(draft, reading(firm)).ok).toBe(true);
  });
});

describe('a version that was sent', () => {
  test('says every value again that left the house, with the total of €84,000, and freezes', () => {
    const firm = aFirm();
    const draft = drafted(firm);
    const command = firm.do(sendProposal(draft, reading(firm)));
    expect(command).toMatchObject({ act: 'proposal.send', deal: 'deal:erp', freezes: true });
    expect(command.changes[0]?.set).toEqual({
      status: 'sent',
      sentAt: TODAY,
      total: eur(84_000),
      billingModel: 'fixed',
      validUntil: '2026-12-31',
      terms: 'Net 30 days.',
    });
    expect(command.changes).toHaveLength(5);
    expect(command.changes[1]?.set).toEqual({ offeredAs: 'work', text: 'Core', hours: 400, price: eur(60_000) });
  });

  test('is frozen: every rule refuses an edit and names the next version, and so does the door of commit', () => {
    const firm = aFirm();
    const proposal = sent(firm);
    const line = lineOf(firm, proposal, 'scopeLine:core');
    const all = [
      editOffer(proposal, line, { price: eur(1) }),
      leaveOut(proposal, line),
      offerLine(firm.records, proposal, firm.get('scopeLine', 'scopeLine:portal'), firm.id('proposalLine')),
      giveDiscount(firm.records, proposal, discount(firm)),
      takeOverScope(firm.records, proposal),
      discardDraft(firm.records, proposal),
      sendProposal(proposal, reading(firm)),
    ];
    for (const decided of all) expect(refusal(decided)).toBe('Version 1 was sent and stays as it is. Make the next version.');
    const changes = (record: RecordId, values: Readonly<Record<string, Json>>) =>
      frozenRefusal({ act: 'any.edit', changes: [{ record, set: values }] }, firm.records);
    expect(changes(proposal.id, { terms: 'Net 10 days.' })).toContain('Make the next version');
    expect(changes(line.id, { price: eur(1) })).toContain('Make the next version');
    expect(changes('proposalLine:new', { proposal: proposal.id, price: eur(1) })).toContain('Make the next version');
    expect(changes('deal:erp', { amount: eur(1) })).toBeUndefined();
    expect(
      frozenRefusal({ act: 'proposal.send', undoes: ['x'], changes: [{ record: proposal.id, set: { status: 'draft' } }] }, firm.records),
    ).toBeUndefined();
  });

  test('is copied to the next version, and superseded when that is sent', () => {
    const firm = aFirm();
    const first = sent(firm);
    const id = firm.id('proposal');
    firm.do(nextVersion(firm.records, first, { id, lineId: () => firm.id('proposalLine'), validUntil: '2027-01-31' }));
    const second = firm.get('proposal', id);
    expect(second).toMatchObject({ version: 2, status: 'draft', terms: 'Net 30 days.', billingModel: 'fixed', validUntil: '2027-01-31' });
    const ids = (proposal: Proposal) => linesOf(firm.records, proposal.id).map(({ scopeLine }) => scopeLine);
    expect(ids(second)).toEqual(ids(first));
    expect(linesOf(firm.records, id).some((line) => linesOf(firm.records, first.id).some((old) => old.id === line.id))).toBe(false);
    firm.do(editOffer(second, lineOf(firm, second, 'scopeLine:core'), { price: eur(55_000) }));
    expect(lineOf(firm, first, 'scopeLine:core').price).toEqual(eur(60_000));
    sent(firm, second);
    expect(firm.get('proposal', first.id).status).toBe('superseded');
    expect(refusal(acceptProposal(firm.get('proposal', first.id), reading(firm), { at: TODAY }))).toContain('Make the next version');
  });

  test('is declined with a reason, once', () => {
    const firm = aFirm();
    const proposal = sent(firm);
    expect(declineProposal(proposal, { why: ' ' }).ok).toBe(false);
    firm.do(declineProposal(proposal, { why: 'Too dear in this year’s budget' }));
    expect(firm.get('proposal', proposal.id)).toMatchObject({ status: 'declined', declinedWhy: 'Too dear in this year’s budget' });
    expect(declineProposal(firm.get('proposal', proposal.id), { why: 'Again' }).ok).toBe(false);
  });
});
