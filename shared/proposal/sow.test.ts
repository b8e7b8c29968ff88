import { describe, expect, test } from 'vitest';
import { documentText } from '../document/document-text';
import { offerDocument } from './offer-document';
import { sowDocument } from './sow';
import { aFirm, drafted, lineOf, scope, sent } from './testing/a-firm';
import { offerFactsOf } from './testing/offer-facts-of';
import { eur } from './testing/offer-records';

const CFO_RULE = 'No changes to the billing system before the audit is closed';

/** The firm of the other tests, with everything that a SOW may have to say. */
const fullFirm = () =>
  aFirm({
    'account:nord': { name: 'Nordwind Logistik' },
    'contact:cfo': { name: 'Ilze Ozola', title: 'CFO', account: 'account:nord' },
    'deal:erp': {
      name: 'New ERP',
      account: 'account:nord',
      phase: 'negotiation',
      amount: eur(90_000),
      billingModel: 'fixed',
      'buyers/contact:cfo': true,
      whyTheyBought: 'Their CFO wants to retire with it.',
    },
    'constraint:billing': { deal: 'deal:erp', text: CFO_RULE, strength: 'must', by: 'contact:cfo' },
    'scopeLine:billing': scope({
      title: 'Connect billing',
      included: 'A file each night.',
      excluded: 'Changes inside billing.',
      assumptions: 'The file format stays.',
      acceptanceTest: 'A week of files without an error.',
      why: 'They distrust our competitor, who promised it in March.',
      decidedWhy: 'Ada hopes to sell phase two with it.',
      plannedHours: 80,
      price: eur(12_000),
      rank: 'a05',
      'touches/constraint:billing': true,
    }),
    'commitment:file': {
      deal: 'deal:erp',
      text: 'We write beside billing, never into it',
      scopeLine: 'scopeLine:billing',
      worksAround: 'constraint:billing',
      inSow: true,
      decision: 'open',
      fulfilment: 'open',
    },
    'commitment:training': {
      deal: 'deal:erp',
      text: 'Twelve people are trained at no charge',
      inSow: true,
      decision: 'open',
      fulfilment: 'open',
    },
    'commitment:secret': { deal: 'deal:erp', text: 'A second site for free', inSow: false, decision: 'open', fulfilment: 'open' },
    'objection:price': { deal: 'deal:erp', text: 'Too dear, says the CFO' },
    'concession:early': { deal: 'deal:erp', text: 'Early start', givenBy: 'us', value: eur(3_000), approvedBy: 'person:ruth' },
    'milestone:live': { deal: 'deal:erp', title: 'Go-live', due: '2027-06-01', fee: eur(45_000) },
    'costPlan:core': { deal: 'deal:erp', scopeLine: 'scopeLine:core', planned: eur(31_234) },
  });

const withDiscount = () => {
  const firm = fullFirm();
  const draft = drafted(firm);
  firm.do({
    act: 'test',
    changes: [
      { record: draft.id, set: { background: 'Orders are typed three times.' } },
      {
        record: 'proposalLine:early',
        set: {
          proposal: draft.id,
          concession: 'concession:early',
          offeredAs: 'discount',
          text: 'Early start',
          price: eur(-3_000),
          rank: 'z',
        },
      },
    ],
  });
  return { firm, proposal: sent(firm, firm.get('proposal', draft.id)) };
};

describe('the statement of work', () => {
  test('describes each line with what is included, what is not, what it rests on and when it is accepted', () => {
    const { firm, proposal } = withDiscount();
    const said = documentText(sowDocument(offerFactsOf(firm, proposal)));
    expect(said).toContain(
      [
        '3.2 Connect billing',
        'Included: A file each night.',
        'Not included: Changes inside billing.',
        'Assumptions: The file format stays.',
        'Agreed: We write beside billing, never into it',
        'Accepted when: A week of files without an error.',
      ].join('\n'),
    );
    expect(said).toContain('3.1 Core\nAccepted when: One order runs through.');
    expect(said).toContain('Twelve people are trained at no charge');
  });

  test('adds 60,000, 12,000 and 24,000, takes 3,000 off, and keeps the option of 4,800 apart: 93,000', () => {
    const { firm, proposal } = withDiscount();
    const said = documentText(sowDocument(offerFactsOf(firm, proposal)));
    expect(said).toContain(
      [
        'No. | Line | Hours | Price',
        '3.1 | Core | 400 h | €60,000.00',
        '3.2 | Connect billing | 80 h | €12,000.00',
        '3.3 | Data | 120 h | €24,000.00',
        '3.4 | Walk through the hall | 4 h | without charge',
        ' | Discount: Early start |  | -€3,000.00',
        ' | Total |  | €93,000.00',
        'All prices are net of tax.',
      ].join('\n'),
    );
    expect(said).toMatch(
      /4\.1 Options\nNot part of the total.*\nNo\. \| Line \| Hours \| Price\n \| Training \| 24 h \| €4,800\.00\n4\.1\.1 Training/u,
    );
    expect(said).toContain('Go-live | 1 June 2027 | €45,000.00');
  });

  test('says what the client forbids beside the promise that gets round it', () => {
    const { firm, proposal } = withDiscount();
    const said = documentText(sowDocument(offerFactsOf(firm, proposal)));
    expect(said).toContain(`${CFO_RULE} Must · Ilze Ozola, CFO | We write beside billing, never into it | Connect billing`);
  });

  test('tells the client nothing that is ours alone: costs, objections, reasons, other promises, what was given up', () => {
    const { firm, proposal } = withDiscount();
    const facts = offerFactsOf(firm, proposal);
    for (const said of [sowDocument(facts), offerDocument(facts)].map(documentText)) {
      for (const secret of ['31,234', 'Too dear', 'retire', 'distrust', 'phase two', 'second site', 'Portal'])
        expect(said).not.toContain(secret);
    }
  });

  test('keeps what was offered in the words of the offer, whatever the scope says since', () => {
    const firm = fullFirm();
    const proposal = sent(firm);
    const then = firm.records;
    firm.do({
      act: 'test',
      changes: [{ record: 'scopeLine:billing', set: { title: 'Replace billing', excluded: null, price: eur(90_000) } }],
    });
    const said = documentText(sowDocument(offerFactsOf(firm, proposal, { records: then })));
    expect(said).toContain('Connect billing\nIncluded: A file each night.\nNot included: Changes inside billing.');
    expect(said).not.toContain('Replace billing');
  });

  test('counts an option as work once the client took it: 96,000 and 4,800 are 100,800', () => {
    const firm = fullFirm();
    const proposal = sent(firm);
    const chosen = new Set([lineOf(firm, proposal, 'scopeLine:training').id]);
    const said = documentText(sowDocument(offerFactsOf(firm, proposal, { chosen })));
    expect(said).toContain('Training | 24 h | €4,800.00\n');
    expect(said).toContain('Total |  | €100,800.00');
    expect(said).not.toContain('Options');
  });

  test('never adds two currencies', () => {
    const firm = fullFirm();
    const proposal = drafted(firm);
    firm.do({
      act: 'test',
      changes: [{ record: lineOf(firm, proposal, 'scopeLine:data').id, set: { price: { amount: 2_000_000, currency: 'USD' } } }],
    });
    const said = documentText(sowDocument(offerFactsOf(firm, proposal)));
    expect(said).toContain('Total in EUR |  | €72,000.00');
    expect(said).toContain('Total in USD |  | US$20,000.00');
  });

  test.each([
    [
      'capped T&M',
      { cap: eur(80_000) },
      ['No more than €80,000.00 is billed', 'Estimate of the lines |  | €96,000.00', 'Upper limit |  | €80,000.00'],
    ],
    [
      'retainer',
      { retainerFee: eur(5_000), retainerPeriod: 'month', retainerPeriods: 12 },
      ['The fee is €5,000.00 each month.', 'agreed for 12 months', 'Fee for all periods |  | €60,000.00'],
    ],
    ['T&M', {}, ['an estimate, not a limit', 'Total |  | €96,000.00']],
    ['milestone', {}, ['billed in parts, each when its milestone is reached']],
    ['fixed', {}, ['fixed price for the scope described here']],
  ] as const)('says how a %s engagement is billed', (billingModel, terms, expected) => {
    const firm = fullFirm();
    const draft = drafted(firm);
    firm.do({ act: 'test', changes: [{ record: draft.id, set: { billingModel, ...terms } }] });
    const said = documentText(sowDocument(offerFactsOf(firm, firm.get('proposal', draft.id))));
    for (const words of expected) expect(said).toContain(words);
  });

  test('of a draft says that it is none of ours to sign yet', () => {
    const firm = fullFirm();
    const proposal = drafted(firm);
    const document = sowDocument(offerFactsOf(firm, proposal));
    expect(documentText(document)).toContain('Draft. This is work in progress and not an offer.');
    expect(document.pageFooter).toBe('Statement of work, version 1 (draft)');
  });
});

test('the proposal says why, what, for how much and until when, from the same lines as the SOW', () => {
  const { firm, proposal } = withDiscount();
  const said = documentText(offerDocument(offerFactsOf(firm, proposal)));
  expect(said).toContain('1 Background\nOrders are typed three times.\n2 What we propose\n2.1 Core');
  expect(said).toContain('2.2 | Connect billing | 80 h | €12,000.00');
  expect(said).toContain('Total |  | €93,000.00');
  expect(said).toContain('This offer stands until 31 December 2026.');
});
