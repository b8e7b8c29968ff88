import { describe, expect, test } from 'vitest';
import { erosion } from './erosion';
import { fees } from './fees';
import { margin } from './margin';
import { books, eur, invoiceOf, one, signedDeal, TODAY, worldOf, DEAL, type Stored } from './testing/money-world';
import { booksOf } from './books';
import type { Waterfall } from './waterfall';

const hours = (body: string, date: string, count: number, values: Record<string, string> = {}): Stored =>
  one('timeEntry', body, { person: 'person:ida', date, hours: count, activity: 'delivery', ...values });

/** A deal of 100,000 sold at 34 %, with something of every cause. */
const story: readonly Stored[] = [
  signedDeal(),
  one('person', 'ida', { name: 'Ida' }),
  one('person', 'new', { name: 'New' }),
  one('costRate', '1', { person: 'person:ida', from: '2026-01-01', hourlyCost: eur(100) }),
  one('costRate', '2', { person: 'person:ida', from: '2026-07-01', hourlyCost: eur(110) }),
  one('marginFreeze', '1', {
    acceptedAt: '2026-03-02',
    signedValue: eur(100_000),
    plannedCost: eur(66_000),
    lines: { 'scopeLine:build': { hours: 600, cost: 6_000_000 }, 'scopeLine:licence': { hours: 0, cost: 600_000 } },
  }),
  one('scopeLine', 'build', { title: 'Build', status: 'in', plannedHours: 600, remainingHours: 560, remainingAsOf: '2026-09-01' }),
  one('scopeLine', 'licence', { title: 'Licence', status: 'in' }),
  one('costPlan', 'build', { scopeLine: 'scopeLine:build', planned: eur(60_000) }),
  one('costPlan', 'licence', { scopeLine: 'scopeLine:licence', planned: eur(6_000) }),
  one('commitment', 'report', {
    text: 'A report a month',
    decision: 'honour free',
    fulfilment: 'open',
    inSow: false,
    madeAt: '2026-02-10',
  }),
  one('changeOrder', 'free', { title: 'Free', status: 'absorbed', price: eur(900), decidedAt: '2026-06-15' }),
  one('changeOrder', 'open', { title: 'Open', status: 'requested', price: eur(5_000) }),
  one('ticket', 'incident', { title: 'Down', kind: 'incident', status: 'done', openedAt: '2026-05-02', scopeLine: 'scopeLine:build' }),
  one('concession', 'less', { text: 'Goodwill', givenBy: 'us', value: eur(1_000), givenAt: '2026-08-01' }),
  one('concession', 'before', { text: 'Discount', givenBy: 'us', value: eur(7_777), givenAt: '2026-03-02' }),
  hours('effort', '2026-04-01', 24, { scopeLine: 'scopeLine:build' }),
  hours('effort2', '2026-04-02', 24, { scopeLine: 'scopeLine:build' }),
  hours('dearer', '2026-07-02', 10, { scopeLine: 'scopeLine:build' }),
  hours('promise', '2026-05-01', 8, { scopeLine: 'scopeLine:build', commitment: 'commitment:report' }),
  hours('absorbed', '2026-06-20', 6, { changeOrder: 'changeOrder:free' }),
  hours('mending', '2026-05-03', 5, { ticket: 'ticket:incident', commitment: 'commitment:report' }),
  hours('again', '2026-03-05', 4, { activity: 'reconstruction', scopeLine: 'scopeLine:build' }),
  hours('lost', '2026-05-05', 3),
  hours('selling', '2026-02-05', 9, { activity: 'pursuit' }),
  [
    `timeEntry:unknown`,
    { deal: DEAL, person: 'person:new', date: '2026-05-06', hours: 2, activity: 'delivery', scopeLine: 'scopeLine:build' },
  ],
  one('expense', 'licence', { date: '2026-04-10', text: 'Licence', cost: eur(6_500), scopeLine: 'scopeLine:licence' }),
  one('expense', 'writeoff', { date: '2026-10-01', text: 'Given up', kind: 'write-off', cost: eur(250) }),
];

const waterfallOf = (records: readonly Stored[]): Waterfall => {
  const both = books(records);
  const result = erosion(both.books, both.cost, TODAY);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

describe('where the margin went', () => {
  const waterfall = waterfallOf(story);
  const bar = (cause: string) => [...waterfall.steps, ...waterfall.losses].find((one_) => one_.cause === cause);
  const told = (cause: string) => ({ amount: bar(cause)?.amount.amount, at: bar(cause)?.at });

  test('each cause has its amount and the day on which it began', () => {
    expect(told('concessions')).toEqual({ amount: -100_000, at: '2026-08-01' });
    expect(told('commitments')).toEqual({ amount: -80_000, at: '2026-02-10' });
    expect(told('absorbed change orders')).toEqual({ amount: -60_000, at: '2026-06-15' });
    expect(told('rework')).toEqual({ amount: -50_000, at: '2026-05-02' });
    expect(told('reconstruction')).toEqual({ amount: -40_000, at: '2026-03-05' });
    expect(told('write-offs')).toEqual({ amount: -25_000, at: '2026-10-01' });
    expect(told('external')).toEqual({ amount: -50_000, at: '2026-04-10' });
    // 24 + 24 + 10 + 2 hours worked and 560 to come, of 600 planned at 100.
    expect(told('effort')).toEqual({ amount: -200_000, at: '2026-09-01' });
    // 10 hours at 110 where 100 were planned.
    expect(told('rates')).toEqual({ amount: -10_000, at: '2026-07-02' });
  });

  test('unexplained is the hours on no line, less those without a rate, and it opens them', () => {
    expect(waterfall.unexplained.amount).toEqual(eur(-300 + 200));
    expect(waterfall.unexplained.records).toContain('timeEntry:lost');
    expect(waterfall.unexplainedShare).toBeCloseTo(100 / 5_250, 6);
    expect(waterfall.warns).toBe(false);
  });

  test('it goes from 34,000 sold by −1,000 to 33,000, and by −5,250 to 27,750', () => {
    expect(waterfall.sold).toMatchObject({ amount: eur(34_000), share: 0.34, isFrozen: true });
    expect(waterfall.rebased.amount).toEqual(eur(33_000));
    expect(waterfall.losses.reduce((sum, { amount }) => sum + amount.amount, 0)).toBe(eur(-5_250).amount);
    expect(waterfall.atCompletion.amount).toEqual(eur(27_750));
    expect(bar('effort')?.points).toBeCloseTo((-2_000 / 99_000) * 100, 6);
  });

  test('an hour belongs to one cause: mending comes before the promise that it was for', () => {
    expect(bar('rework')?.records).toContain('timeEntry:mending');
    expect(bar('commitments')?.records).not.toContain('timeEntry:mending');
    expect(bar('commitments')?.items).toMatchObject([{ record: 'commitment:report', hours: 8 }]);
  });

  test('most hours on no line make it warn', () => {
    expect(waterfallOf([...story, hours('more', '2026-05-07', 20), hours('more2', '2026-05-08', 20)]).warns).toBe(true);
  });

  test('pursuit is no cost of delivery and is shown beside it', () => {
    const both = books(story);
    const own = margin(both.books, both.cost, TODAY);
    expect(own.pursuit).toMatchObject({ hours: 9, cost: { value: eur(900) } });
    expect(own.actualCost.records).not.toContain('timeEntry:selling');
    expect(own.uncosted).toEqual({ hours: 2, records: ['timeEntry:unknown'] });
  });
});

describe('what can be billed', () => {
  const own = (records: readonly Stored[]) => {
    const found = booksOf(worldOf(records), DEAL);
    if (!found) throw new Error('no deal');
    return fees(found, TODAY);
  };
  const golive = one('milestone', 'golive', { title: 'Go live', fee: eur(30_000), reachedAt: '2026-06-01' });
  const line = { milestone: 'milestone:golive' };

  test('a milestone that was reached is ready with its fee, billed in part with the rest, and billed wholly no more', () => {
    expect(own([signedDeal(), golive]).ready.value).toEqual(eur(30_000));
    expect(own([signedDeal(), golive, ...invoiceOf('A', 12_000, {}, line)]).ready.value).toEqual(eur(18_000));
    expect(own([signedDeal(), golive, ...invoiceOf('A', 30_000, {}, line)]).ready.value).toEqual(eur(0));
  });

  test('what a credit note takes back as a whole is ready again, and a draft bills nothing', () => {
    const credited = [...invoiceOf('A', 30_000, {}, line), ...invoiceOf('C', 30_000, { kind: 'credit note', credits: 'invoice:A' })];
    expect(own([signedDeal(), golive, ...credited])).toMatchObject({
      ready: { value: eur(30_000) },
      billed: { value: eur(0) },
      outstanding: { value: eur(0) },
    });
    expect(own([signedDeal(), golive, ...invoiceOf('A', 30_000, { issuedAt: '2027-01-01' }, line)]).ready.value).toEqual(eur(30_000));
  });

  test('hours over the cap were worked and are not to be billed', () => {
    const capped = signedDeal({ billingModel: 'capped T&M', cap: eur(1_000) });
    const entry = hours('h', '2026-06-01', 8, {});
    const approved: Stored = [entry[0], { ...entry[1], approved: true, billable: true, billRate: eur(150) }];
    expect(own([capped, approved])).toMatchObject({
      ready: { value: eur(1_000) },
      overCap: { value: eur(200) },
      pending: { value: eur(1_000) },
    });
  });

  test('half of a payment with tax is half of the net; overdue is what is open past its day', () => {
    const bill = invoiceOf('A', 10_000, { dueAt: '2026-07-01' }, { tax: eur(1_900) });
    const paid = one('payment', '1', { invoice: 'invoice:A', paidAt: '2026-06-20', amount: eur(5_950) });
    const found = own([signedDeal(), ...bill, paid]);
    expect(found).toMatchObject({ paid: { value: eur(5_000) }, outstanding: { value: eur(5_000) }, overdue: { value: eur(5_000) } });
    expect(found.bills).toMatchObject([{ number: 'A', open: eur(5_000), daysOverdue: 153 }]);
  });

  test('a discount inside the accepted offer is no credit, whatever its date', () => {
    const accepted = [
      one('proposal', '1', { version: 1, status: 'accepted' }),
      ['proposalLine:1', { proposal: 'proposal:1', concession: 'concession:1', offeredAs: 'discount', price: eur(-5_000) }] as const,
      one('concession', '1', { text: 'Less', givenBy: 'us', value: eur(5_000), givenAt: '2026-04-01' }),
    ];
    expect(own([signedDeal(), ...accepted]).credits.value).toEqual(eur(0));
  });
});
