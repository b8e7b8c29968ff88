import { describe, expect, test } from 'vitest';
import type { Json, RecordId } from '../ledger/entry';
import type { Proposal } from '../records/registry';
import { acceptProposal } from './acceptance';
import { nextVersion } from './draft';
import { undecidedAtAcceptance } from './held-back';
import { editOffer } from './lifecycle';
import { aFirm, drafted, lineOf, reading, refusal, sent, TODAY } from './testing/a-firm';
import { eur, OfferRecords } from './testing/offer-records';

const AT = '2026-11-24';
const accept = (firm: OfferRecords, proposal: Proposal, more = {}) => acceptProposal(proposal, reading(firm), { at: AT, ...more });
const set = (firm: OfferRecords, record: RecordId, values: Readonly<Record<string, Json>>) =>
  firm.do({ act: 'any.edit', changes: [{ record, set: values }] });

describe('accepting a proposal', () => {
  test('is the signature: one entry wins the deal, makes the packages, opens the brief, and freezes what was known', () => {
    const firm = aFirm();
    const proposal = sent(firm);
    const command = firm.do(accept(firm, proposal, { by: 'contact:cfo' }));
    expect(command).toMatchObject({ act: 'proposal.accept', deal: 'deal:erp', freezes: true });
    expect(Object.fromEntries(command.changes.map((change) => [change.record, change.set]))).toEqual({
      [proposal.id]: { status: 'accepted', acceptedAt: AT, acceptedBy: 'contact:cfo', total: eur(84_000) },
      'deal:erp': { phase: 'kickoff', signedAt: AT, amount: eur(84_000), briefStartedAt: AT },
      'scopeLine:core': { status: 'in', remainingHours: 400 },
      'scopeLine:data': { status: 'in', remainingHours: 120 },
      'scopeLine:walk': { remainingHours: 4 },
    });
  });

  test('makes work packages of the very lines of scope: same ids, and none of what was not sold', () => {
    const firm = aFirm();
    firm.do(accept(firm, sent(firm)));
    const lines = firm.records.of('scopeLine', 'deal', 'deal:erp').map(({ id, status, remainingHours }) => [id, status, remainingHours]);
    expect(lines).toEqual([
      ['scopeLine:core', 'in', 400],
      ['scopeLine:data', 'in', 120],
      ['scopeLine:portal', 'negotiated away', undefined],
      ['scopeLine:training', 'optional', undefined],
      ['scopeLine:walk', 'courtesy', 4],
    ]);
  });

  test('with an option that the client takes signs 84,000 + 4,800 = 88,800', () => {
    const firm = aFirm();
    const proposal = sent(firm);
    firm.do(accept(firm, proposal, { chosen: [lineOf(firm, proposal, 'scopeLine:training').id] }));
    expect(firm.get('deal', 'deal:erp').amount).toEqual(eur(88_800));
    expect(firm.get('scopeLine', 'scopeLine:training')).toMatchObject({ status: 'in', remainingHours: 24 });
    expect(firm.get('proposal', proposal.id).total).toEqual(eur(88_800));
  });

  test('hands on the hours and the price that were offered, where they differ from the scope', () => {
    const firm = aFirm();
    const draft = drafted(firm);
    firm.do(editOffer(draft, lineOf(firm, draft, 'scopeLine:core'), { hours: 380, price: eur(57_000) }));
    firm.do(accept(firm, sent(firm, draft)));
    expect(firm.get('scopeLine', 'scopeLine:core')).toMatchObject({ plannedHours: 380, remainingHours: 380, price: eur(57_000) });
    expect(firm.get('deal', 'deal:erp').amount).toEqual(eur(81_000));
  });

  test('signs the cap of capped T&M, and the fees of all periods of a retainer', () => {
    const capped = aFirm({ 'deal:erp': { name: 'ERP', phase: 'negotiation', billingModel: 'capped T&M', cap: eur(90_000) } });
    capped.do(accept(capped, sent(capped)));
    expect(capped.get('deal', 'deal:erp')).toMatchObject({ amount: eur(90_000), cap: eur(90_000), billingModel: 'capped T&M' });
    const terms = { retainerFee: eur(7_000), retainerPeriod: 'month', retainerPeriods: 12 };
    const retained = aFirm({ 'deal:erp': { name: 'ERP', phase: 'negotiation', billingModel: 'retainer', ...terms } });
    retained.do(accept(retained, sent(retained)));
    expect(retained.get('deal', 'deal:erp')).toMatchObject({ amount: eur(84_000), ...terms });
  });

  test('is refused while the milestones bill another sum than is signed: an option that is taken needs its fee', () => {
    const firm = aFirm({
      'deal:erp': { name: 'ERP', phase: 'negotiation', billingModel: 'milestone' },
      'milestone:1': { deal: 'deal:erp', title: 'Live', fee: eur(84_000) },
    });
    const proposal = sent(firm);
    const chosen = [lineOf(firm, proposal, 'scopeLine:training').id];
    expect(refusal(accept(firm, proposal, { chosen }))).toBe(
      'The milestones bill €84,000.00, the lines come to €88,800.00. Make them agree.',
    );
    set(firm, 'milestone:2', { deal: 'deal:erp', title: 'Trained', fee: eur(4_800) });
    expect(accept(firm, proposal, { chosen }).ok).toBe(true);
  });

  test('supersedes the versions beside it, the draft of a next one too', () => {
    const firm = aFirm();
    const first = sent(firm);
    const id = firm.id('proposal');
    firm.do(nextVersion(firm.records, first, { id, lineId: () => firm.id('proposalLine'), validUntil: '2027-01-31' }));
    firm.do(accept(firm, first));
    expect(firm.get('proposal', id).status).toBe('superseded');
  });

  test('is of what was sent, and happens once', () => {
    const firm = aFirm();
    const draft = drafted(firm);
    expect(refusal(accept(firm, draft))).toContain('Send version 1 first');
    const proposal = sent(firm, draft);
    expect(refusal(accept(firm, proposal, { at: 'tomorrow' }))).toContain('must be a date');
    firm.do(accept(firm, proposal));
    expect(refusal(accept(firm, firm.get('proposal', proposal.id)))).toContain('was accepted already');
    set(firm, 'deal:erp', { phase: 'lost' });
    expect(refusal(accept(firm, proposal))).toBeDefined();
  });
});

describe('nothing is typed again', () => {
  /** What the delivery side works from. */
  const NEEDED = {
    deal: ['name', 'account', 'phase', 'amount', 'billingModel', 'signedAt', 'ae', 'pm', 'department', 'whyTheyBought', 'briefStartedAt'],
    scopeLine: ['title', 'included', 'excluded', 'assumptions', 'acceptanceTest', 'why', 'plannedHours', 'remainingHours', 'role', 'price'],
  } as const;

  test('after the close: of the 11 facts of the deal and the 10 of each package, zero are left to type', () => {
    const told = {
      included: 'All orders.',
      excluded: 'Returns.',
      assumptions: 'One ledger.',
      acceptanceTest: 'One order.',
      why: 'By March.',
      role: 'consultant',
    };
    const firm = new OfferRecords({
      'deal:erp': {
        name: 'ERP',
        account: 'account:1',
        phase: 'negotiation',
        billingModel: 'fixed',
        ae: 'person:ada',
        pm: 'person:clara',
        department: 'Finance',
        whyTheyBought: 'Month end takes nine days.',
        'buyers/contact:cfo': true,
      },
      'scopeLine:core': { deal: 'deal:erp', title: 'Core', status: 'proposed', plannedHours: 400, price: eur(60_000), ...told },
      'scopeLine:data': { deal: 'deal:erp', title: 'Data', status: 'proposed', plannedHours: 120, price: eur(24_000), ...told },
    });
    const before = firm.records.all('scopeLine').map(({ id }) => id);
    firm.do(accept(firm, sent(firm)));
    const empty = (record: object, fields: readonly string[]) =>
      fields.filter((field) => (record as Record<string, unknown>)[field] === undefined);
    const packages = firm.records.all('scopeLine').filter(({ status }) => status === 'in');
    expect(packages.map(({ id }) => id)).toEqual(before);
    const typed = [...empty(firm.get('deal', 'deal:erp'), NEEDED.deal), ...packages.flatMap((line) => empty(line, NEEDED.scopeLine))];
    expect(typed).toHaveLength(0);
  });
});

describe('a deal that is signed already', () => {
  const signedFor = (units: number, more: Readonly<Record<string, Json>> = {}) =>
    aFirm({ 'deal:erp': { name: 'ERP', phase: 'build', amount: eur(units), signedAt: '2026-10-01', billingModel: 'fixed', ...more } });

  test('for €84,000 is confirmed by a version for €84,000: phase and day stay, the value is said again', () => {
    const firm = signedFor(84_000);
    set(firm, 'scopeLine:core', { status: 'in', remainingHours: 150 });
    const command = firm.do(accept(firm, sent(firm)));
    expect(command.changes.find(({ record }) => record === 'deal:erp')?.set).toEqual({ amount: eur(84_000), briefStartedAt: AT });
    expect(firm.get('deal', 'deal:erp')).toMatchObject({ phase: 'build', signedAt: '2026-10-01' });
    expect(firm.get('scopeLine', 'scopeLine:core').remainingHours).toBe(150);
  });

  test('for €80,000 refuses one for €84,000, with both figures and the way out', () => {
    const firm = signedFor(80_000);
    expect(refusal(accept(firm, sent(firm)))).toBe(
      'The deal was signed for €80,000.00; version 1 says €84,000.00. Make the next version for €80,000.00, or take the deal back before its signature and accept this one.',
    );
  });

  test('refuses another billing model, and a second accepted version', () => {
    const byEffort = signedFor(84_000, { billingModel: 'T&M' });
    const draft = drafted(byEffort);
    set(byEffort, draft.id, { billingModel: 'fixed' });
    expect(refusal(accept(byEffort, sent(byEffort, byEffort.get('proposal', draft.id))))).toContain('signed as T&M; version 1 says fixed');
    const firm = signedFor(84_000);
    const first = sent(firm);
    firm.do(accept(firm, first));
    const id = firm.id('proposal');
    firm.do(nextVersion(firm.records, first, { id, lineId: () => firm.id('proposalLine'), validUntil: '2027-01-31' }));
    expect(refusal(accept(firm, sent(firm, firm.get('proposal', id))))).toContain('Version 1 was accepted already');
  });
});

describe('what changed offline since a version was sent', () => {
  test('a line that joined or left it makes another total than was sent, and refuses with both', () => {
    const firm = aFirm();
    const proposal = sent(firm);
    set(firm, 'proposalLine:late', { proposal: proposal.id, text: 'Added on a train', price: eur(3_000), offeredAs: 'work' });
    expect(refusal(accept(firm, proposal))).toContain('was sent for €84,000.00; its lines come to €87,000.00');
  });

  test('a line of scope that was given up since is not sold', () => {
    const firm = aFirm();
    const proposal = sent(firm);
    set(firm, 'scopeLine:data', { status: 'negotiated away' });
    expect(refusal(accept(firm, proposal))).toContain('is negotiated away by now');
  });

  test('a value that is undecided is named with its field, so that the screen can lead to Review', () => {
    const firm = aFirm();
    const proposal = sent(firm);
    const undecided = (record: RecordId) => (record === 'deal:erp' ? ['amount'] : []);
    const clashing = { ...reading(firm), undecided };
    expect(undecidedAtAcceptance(proposal, clashing)).toEqual([{ record: 'deal:erp', field: 'amount' }]);
    expect(refusal(acceptProposal(proposal, clashing, { at: TODAY }))).toContain('Amount of the deal is undecided');
  });
});
