import { beforeAll, describe, expect, test } from 'vitest';
import { askableSampleFirm, decidedBy, type AskedFirm } from './testing/ask-sample-firm';

let firm: AskedFirm;
beforeAll(() => {
  firm = askableSampleFirm();
}, 60_000);

const ORDERS = 'Order-to-cash on the new ERP';
const FLOOR = 'Shop-floor data capture';
const METERS = 'Meter-to-cash and asset platform';
const DEVICES = 'Complaint handling and device history';

/** Claims as people make them, in their own words: deal, claim, and the moment (or line) on which the answer must rest. */
type Prepared = readonly [deal: string, claim: string, moment: string];

const PROMISED: readonly Prepared[] = [
  [
    ORDERS,
    'You would resend a failed nightly transfer of the orders before seven without charging us',
    'Call: hand-over to billing without touching it',
  ],
  [ORDERS, 'We can walk away after each milestone', 'Proposal: order-to-cash on the new ERP'],
  [METERS, 'Hannah Weiss and Luca Bianchi stay on the team until we go live', 'Clarification talks, second day'],
  [FLOOR, 'Qualty signs off each design before anything is built', 'Quality in the project'],
];

const DISCUSSED: readonly Prepared[] = [
  [ORDERS, 'They agreed to keep the drop files for ten years free of charge', 'Call: hand-over to billing without touching it'],
  [ORDERS, 'an import for the Austrian toll tables', 'Toll tables for Austria'],
  [DEVICES, 'the project is finished in fourteen months, as in Lund', 'Reference in Lund'],
  ['Practice management', 'Elise Dubois holds the first sessions herself', 'First Thursday'],
];

const NO_RECORD: readonly (readonly [deal: string, claim: string])[] = [
  [ORDERS, 'a mobile app for the drivers'],
  [FLOOR, 'a hotline on public holidays'],
  [METERS, 'customers can pay by credit card'],
  [DEVICES, 'a Spanish translation of the user interface'],
];

const CONTRADICTED: readonly Prepared[] = [
  [ORDERS, 'You would modify our billing system', 'Integrate with client’s billing system'],
  [FLOOR, 'the signals of the older machines are recorded too', 'Kickoff in Bristol'],
  [DEVICES, 'hospitals enter their complaints in a portal', 'Portal for hospitals'],
];

describe('twelve claims of the sample firm', () => {
  test.each(PROMISED)('%s: “%s” was promised, in “%s”', async (deal, claim, moment) => {
    const answer = await firm.ask(claim, deal);
    expect([answer.verdict, decidedBy(answer, firm.records)]).toEqual(['promised', moment]);
  });

  test.each(DISCUSSED)('%s: “%s” was discussed and not promised, in “%s”', async (deal, claim, moment) => {
    const answer = await firm.ask(claim, deal);
    expect([answer.verdict, decidedBy(answer, firm.records)]).toEqual(['discussed', moment]);
  });

  test.each(NO_RECORD)('%s: of “%s” there is no record', async (deal, claim) => {
    const answer = await firm.ask(claim, deal);
    expect([answer.verdict, answer.deciding]).toEqual(['no record', []]);
  });
});

describe('and what the record contradicts', () => {
  test.each(CONTRADICTED)('%s: “%s” is contradicted by “%s”', async (deal, claim, moment) => {
    const answer = await firm.ask(claim, deal);
    expect([answer.verdict, decidedBy(answer, firm.records)]).toEqual(['contradicted', moment]);
  });

  test('the same claim turned round was promised: billing stays as it is', async () => {
    const answer = await firm.ask('You would not change the billing system', ORDERS);
    expect([answer.verdict, answer.rule]).toEqual(['promised', 'excluded']);
  });
});

describe('what a claim may name', () => {
  test('a time: what was said in another month still decides, and the answer says so', async () => {
    const then = await firm.ask('In December you agreed to repeat a failed drop before seven', ORDERS);
    const never = await firm.ask('In April you agreed to repeat a failed drop before seven', ORDERS);
    expect([then.verdict, then.outsidePeriod]).toEqual(['promised', false]);
    expect([never.verdict, never.outsidePeriod]).toEqual(['promised', true]);
  });

  test('people: a promise of somebody else still decides, and the answer says so', async () => {
    const luca = await firm.ask('Luca told Mrs Weber that a failed drop is repeated before seven', ORDERS);
    const hannah = await firm.ask('Hannah told Mrs Weber that a failed drop is repeated before seven', ORDERS);
    expect([luca.verdict, luca.withOthers]).toEqual(['promised', false]);
    expect([hannah.verdict, hannah.withOthers]).toEqual(['promised', true]);
  });

  test('a number: before six was never promised', async () => {
    const answer = await firm.ask('a failed drop is repeated before six', ORDERS);
    expect(answer.verdict).toBe('discussed');
  });

  test('a sum, however it is written', async () => {
    const answer = await firm.ask('€ 6.000 off for a reference after launch', ORDERS);
    expect([answer.verdict, decidedBy(answer, firm.records)]).toEqual(['promised', 'Price call with Katrin Weber']);
  });

  test('another language: a German claim finds what was written in English', async () => {
    const answer = await firm.ask('Wir dürfen nach jedem Meilenstein aussteigen', ORDERS);
    expect([answer.verdict, decidedBy(answer, firm.records)]).toEqual(['promised', 'Proposal: order-to-cash on the new ERP']);
  });
});
