import fc from 'fast-check';
import { expect, test } from 'vitest';
import { law } from '../../test/law';
import type { Command } from '../ledger/command';
import { typeOf } from '../records/registry';
import type { AnyRecord } from '../records/registry';
import type { Records } from '../records/records';
import { a, aDeal, refusal, world } from '../ticket/testing/ticket-world';
import type { Result } from '../values/result';
import { creditableLines, creditInvoice } from './credit';
import type { InvoicingError } from './invoicing-error';
import { issueInvoice, renumber, type DraftLine } from './issue';
import { nextInvoiceNumber, numberedTwice } from './number';
import { bookPayment, writeOff } from './payment';
import { invoiceProblems } from './problems';
import { readyToBill } from './ready';
import { invoiceStanding, invoiceSums, isGivenUp, openNet, writtenOff } from './sums';
import { taxOf } from './tax';

const TODAY = '2026-12-01';
const eur = (major: number) => ({ amount: Math.round(major * 100), currency: 'EUR' });
const deal = aDeal({ phase: 'build', billingModel: 'milestone', amount: eur(100_000), signedAt: '2026-06-01' });
const concept = a('milestone', { title: 'Concept accepted', reachedAt: '2026-11-20', fee: eur(20_000) }, 'concept');
const golive = a('milestone', { title: 'Go-live', fee: eur(30_000) }, 'golive');
const settled = { today: TODAY, undecided: () => [] };

/** The records after a command, as a device folds it. */
function after(records: readonly AnyRecord[], ...results: readonly (Command | Result<Command, InvoicingError>)[]): readonly AnyRecord[] {
  const byId = new Map(records.map((record) => [record.id as string, record]));
  for (const result of results) {
    const command = 'ok' in result ? (result.ok ? result.value : undefined) : result;
    if (!command) throw new Error('refused');
    for (const { record, set } of command.changes) {
      const was = byId.get(record) ?? {};
      const values = Object.fromEntries(Object.entries({ ...was, ...set }).filter(([key, value]) => key !== 'id' && value !== null));
      byId.set(record, a(typeOf(record) ?? 'deal', { deal: undefined as never, ...values }, record.slice(record.indexOf(':') + 1)));
    }
  }
  return [...byId.values()];
}

const lineFor = (records: Records, key: string, id: string): DraftLine => {
  const from = readyToBill(records, deal, TODAY).items.find((item) => item.key === key);
  if (!from) throw new Error(`${key} is not ready`);
  return { id: `invoiceLine:${id}`, text: from.text, net: from.net, tax: taxOf(from.net, 19), from };
};

const billed = (() => {
  const start = [deal, concept, golive];
  const lines = [lineFor(world(...start), concept.id, 'l1')];
  const draft = { id: 'invoice:1', number: '2026-0001', issuedAt: '2026-11-21', dueAt: '2026-12-21', lines } as const;
  return after(start, issueInvoice(world(...start), deal, draft, settled));
})();
const invoiceOf = (records: readonly AnyRecord[], id = 'invoice:1') => {
  const found = world(...records).get('invoice', id);
  if (!found) throw new Error('no bill');
  return found;
};
const sumsOf = (records: readonly AnyRecord[], id = 'invoice:1') => {
  const sums = invoiceSums(world(...records), invoiceOf(records, id));
  if (!sums) throw new Error('no sums');
  return sums;
};

test('a reached milestone of €20,000 is billed once, with 19 % tax: €23,800', () => {
  expect(readyToBill(world(deal, concept, golive), deal, TODAY).items.map(({ text, net }) => [text, net])).toEqual([
    ['Concept accepted', eur(20_000)],
  ]);
  expect(sumsOf(billed)).toMatchObject({ net: eur(20_000), tax: eur(3_800), gross: eur(23_800), open: eur(23_800) });
  expect(readyToBill(world(...billed), deal, TODAY).items).toEqual([]);
});

test('part of a bill is paid, then the rest, then too much', () => {
  const pay = (records: readonly AnyRecord[], id: string, sum: number) =>
    after(
      records,
      bookPayment(world(...records), invoiceOf(records), { id: `payment:${id}`, amount: eur(sum), paidAt: TODAY, today: TODAY }),
    );
  const part = pay(billed, '1', 10_000);
  expect([sumsOf(part).open, invoiceStanding(invoiceOf(part), sumsOf(part), TODAY)]).toEqual([eur(13_800), 'partly paid']);
  const all = pay(part, '2', 13_800);
  expect(invoiceStanding(invoiceOf(all), sumsOf(all), TODAY)).toBe('paid');
  const more = pay(all, '3', 200);
  expect([sumsOf(more).open, invoiceStanding(invoiceOf(more), sumsOf(more), TODAY)]).toEqual([eur(-200), 'overpaid']);
  const dollars = { id: 'payment:4', amount: { amount: 1, currency: 'USD' }, paidAt: TODAY, today: TODAY } as const;
  expect(refusal(bookPayment(world(...billed), invoiceOf(billed), dollars))).toContain('The bill is in EUR');
});

test('a bill that is due yesterday and not paid is overdue', () => {
  expect(invoiceStanding(invoiceOf(billed), sumsOf(billed), '2026-12-21')).toBe('open');
  expect(invoiceStanding(invoiceOf(billed), sumsOf(billed), '2026-12-22')).toBe('overdue');
});

const credit = (net: number, number = 'G-1', id = 'invoice:g1') => ({
  id: id as `invoice:${string}`,
  number,
  issuedAt: TODAY,
  credits: [{ id: `invoiceLine:${number}` as const, line: 'invoiceLine:l1' as const, net: eur(net) }],
});

test('a credit note over €5,000 takes €5,950 with tax off the bill; what is left can be taken back and no more', () => {
  const part = after(
    billed,
    creditInvoice(world(...billed), invoiceOf(billed), credit(5_000), () => []),
  );
  expect(sumsOf(part)).toMatchObject({ credited: eur(5_950), open: eur(17_850) });
  expect(creditableLines(world(...part), invoiceOf(part))[0]).toMatchObject({ net: eur(15_000), tax: eur(2_850) });
  expect(refusal(creditInvoice(world(...part), invoiceOf(part), credit(16_000, 'G-2', 'invoice:g2'), () => []))).toContain(
    '€15,000.00 left to take back',
  );
  expect(readyToBill(world(...part), deal, TODAY).items.map(({ net }) => net)).toEqual([eur(5_000)]);
  const whole = after(
    part,
    creditInvoice(world(...part), invoiceOf(part), credit(15_000, 'G-2', 'invoice:g2'), () => []),
  );
  expect(invoiceStanding(invoiceOf(whole), sumsOf(whole), TODAY)).toBe('credited');
  expect(readyToBill(world(...whole), deal, TODAY).items.map(({ key, net }) => [key, net])).toEqual([[concept.id, eur(20_000)]]);
});

law(
  'whatever parts a bill is credited in, to the last cent nothing is left of net or tax',
  fc.property(fc.array(fc.integer({ min: 1, max: 1_999_998 }), { maxLength: 4 }), (cuts) => {
    const marks = [...new Set([0, ...cuts, 2_000_000])].sort((x, y) => x - y);
    let records = billed;
    for (const [at, mark] of marks.slice(1).entries()) {
      const draft = credit((mark - (marks[at] ?? 0)) / 100, `G-${at}`, `invoice:g${at}`);
      records = after(
        records,
        creditInvoice(world(...records), invoiceOf(records), draft, () => []),
      );
    }
    expect(sumsOf(records).open).toEqual(eur(0));
    expect(creditableLines(world(...records), invoiceOf(records))[0]).toMatchObject({ net: eur(0), tax: eur(0) });
  }),
);

const tm = aDeal({ phase: 'build', billingModel: 'capped T&M', cap: eur(2_000), amount: eur(2_000) });
const hours = (id: string, count: number, values: Parameters<typeof a>[1] = {}) =>
  a(
    'timeEntry',
    {
      person: 'person:jonas',
      date: '2026-11-10',
      hours: count,
      activity: 'delivery',
      billable: true,
      approved: true,
      billRate: eur(120),
      ...values,
    },
    id,
  );

test('approved hours are billed at their rate and carry the line; credited whole, they can be billed again', () => {
  const start = [
    tm,
    hours('1', 7.5),
    hours('2', 2.25),
    hours('3', 4, { approved: false }),
    hours('4', 3, { billRate: undefined as never }),
  ];
  const ready = readyToBill(world(...start), tm, TODAY);
  expect(ready.items).toMatchObject([{ kind: 'time', hours: 9.75, net: eur(1_170) }]);
  expect(ready.unpriced.map(({ hours: count }) => count)).toEqual([3]);
  const [from] = ready.items;
  if (!from) throw new Error('nothing ready');
  const lines = [{ id: 'invoiceLine:l1', text: from.text, net: from.net, from }] as const;
  const draft = { id: 'invoice:1', number: '1', issuedAt: TODAY, lines } as const;
  const done = after(start, issueInvoice(world(...start), tm, draft, settled));
  expect(world(...done).of('timeEntry', 'invoiceLine', 'invoiceLine:l1')).toHaveLength(2);
  expect(readyToBill(world(...done), tm, TODAY)).toMatchObject({ items: [], capLeft: eur(830) });
  expect(refusal(issueInvoice(world(...done), tm, { ...draft, id: 'invoice:2', number: '2' }, settled))).toContain('is on a bill already');
  const back = after(
    done,
    creditInvoice(world(...done), invoiceOf(done), credit(1_170), () => []),
  );
  expect(readyToBill(world(...back), tm, TODAY).items).toMatchObject([{ hours: 9.75 }]);
});

test('more than the cap leaves is not billed', () => {
  const start = [tm, hours('1', 20)];
  const [from] = readyToBill(world(...start), tm, TODAY).items;
  const lines = [{ id: 'invoiceLine:l1', text: 'Work', net: eur(2_400), from }] as const;
  expect(refusal(issueInvoice(world(...start), tm, { id: 'invoice:1', number: '1', issuedAt: TODAY, lines }, settled))).toBe(
    'The cap leaves €2,000.00; these lines come to €2,400.00.',
  );
});

test('a retainer of €5,000 a month, signed on 1 October, has three months ready on 1 December, two once one is billed', () => {
  const retainer = aDeal({
    phase: 'build',
    billingModel: 'retainer',
    signedAt: '2026-10-01',
    retainerFee: eur(5_000),
    retainerPeriod: 'month',
    retainerPeriods: 12,
  });
  expect(readyToBill(world(retainer), retainer, TODAY).items.map(({ key }) => key)).toEqual(['period-1', 'period-2', 'period-3']);
  const bill = a('invoice', { number: '1', kind: 'invoice', issuedAt: '2026-10-05' }, '1');
  const line = a('invoiceLine', { invoice: bill.id, net: eur(5_000), text: 'Retainer' }, '1');
  expect(readyToBill(world(retainer, bill, line), retainer, TODAY).items.map(({ key }) => key)).toEqual(['period-2', 'period-3']);
});

test('a change order approved for billing is ready with its price, an absorbed one is not', () => {
  const order = (status: string, id: string) => a('changeOrder', { title: 'Second warehouse', status, price: eur(10_000) }, id);
  const ready = readyToBill(world(deal, order('billed', '1'), order('absorbed', '2')), deal, TODAY);
  expect(ready.items.map(({ key, net }) => [key, net])).toEqual([['changeOrder:1', eur(10_000)]]);
});

test('nothing is billed that rests on a value nobody has chosen', () => {
  const lines = [lineFor(world(deal, concept), concept.id, 'l1')];
  const draft = { id: 'invoice:1', number: '1', issuedAt: TODAY, lines } as const;
  const refused = issueInvoice(world(deal, concept), deal, draft, { today: TODAY, undecided: (id) => (id === concept.id ? ['fee'] : []) });
  expect(refusal(refused)).toContain('Fee of the milestone is undecided');
});

test('numbers go on in the firm’s own pattern and begin anew with the year', () => {
  const bill = (number: string, issuedAt: string, id = number) => a('invoice', { number, kind: 'invoice', issuedAt }, id);
  expect(nextInvoiceNumber(world(), 'invoice', TODAY)).toBe('2026-0001');
  expect(nextInvoiceNumber(world(bill('RE-2026-0041', '2026-11-01'), bill('RE-2026-0042', '2026-11-02')), 'invoice', TODAY)).toBe(
    'RE-2026-0043',
  );
  expect(nextInvoiceNumber(world(bill('RE-2025-0311', '2025-12-30')), 'invoice', TODAY)).toBe('RE-2026-0001');
});

test('two devices that gave one number offline both keep their bill, and one gets another number', () => {
  const twin = a('invoice', { number: '2026-0001 ', kind: 'invoice', issuedAt: TODAY }, '2');
  const records = world(...billed, twin);
  expect(numberedTwice(records).map((group) => group.map(({ id }) => id))).toEqual([['invoice:1', 'invoice:2']]);
  expect(invoiceProblems(records)[0]?.message).toBe('Two bills carry the number 2026-0001. Give one of them another.');
  expect(refusal(renumber(records, twin, '2026-0001'))).toContain('is taken');
  expect(numberedTwice(world(...after([...billed, twin], renumber(records, twin, '2026-0002'))))).toEqual([]);
});

test('a milestone of €20,000 that two devices billed is shown, with both bills', () => {
  const second = a('invoice', { number: '2026-0002', kind: 'invoice' }, '2');
  const line = a('invoiceLine', { invoice: second.id, net: eur(20_000), text: 'Concept', milestone: concept.id }, 'l2');
  const [problem] = invoiceProblems(world(...billed, second, line));
  expect(problem).toMatchObject({ kind: 'billed twice', invoices: [{ id: 'invoice:1' }, { id: 'invoice:2' }] });
  expect(problem?.message).toContain('€20,000.00 and billed with €40,000.00');
});

test('what is given up of a bill is its open net: €20,000 of €23,800', () => {
  expect(openNet(sumsOf(billed))).toEqual(eur(20_000));
  const given = { id: 'expense:1', cost: eur(20_000), date: TODAY, why: 'Insolvent' } as const;
  expect(refusal(writeOff(world(...billed), invoiceOf(billed), { ...given, cost: eur(20_001) }))).toContain('at most €20,000.00 net');
  const done = after(billed, writeOff(world(...billed), invoiceOf(billed), given));
  expect(isGivenUp(sumsOf(done), writtenOff(world(...done), 'invoice:1', 'EUR'))).toBe(true);
});
