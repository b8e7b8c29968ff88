import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { law } from '../../test/law';
import type { Json } from '../ledger/entry';
import { isSignedDeal } from '../deal/phase';
import { booksOf, costBooksOf, type CostBooks, type DealBooks } from './books';
import { erosion } from './erosion';
import { fees } from './fees';
import { labourOf } from './labour';
import { accountOf, margin } from './margin';
import { addUp, COST_FIGURES, FEE_FIGURES, MARGIN_FIGURES, rollUp, sumsOf, type DealMoney } from './rollup';
import { anyDeal } from './testing/any-deal';
import { DEAL, eur, invoiceOf, one, TODAY, worldOf, type Stored } from './testing/money-world';

/** One rate more, so that there is a cost side whatever else there is. */
const withCosts: Stored = one('costRate', 'always', { person: 'person:0', from: '2026-01-01', hourlyCost: eur(80) });

function both(records: readonly Stored[]): { readonly books: DealBooks; readonly cost: CostBooks } {
  const world = worldOf([...records, withCosts]);
  const [books, cost] = [booksOf(world, DEAL), costBooksOf(world, DEAL)];
  if (!books || !cost) throw new Error('no books');
  return { books, cost };
}

const feesOf = (records: readonly Stored[]) => fees(both(records).books, TODAY);
const marginOf = (records: readonly Stored[]) => margin(both(records).books, both(records).cost, TODAY);
const with_ = (records: readonly Stored[], id: string, values: Readonly<Record<string, Json>>): readonly Stored[] =>
  records.map(([other, stored]) => [other, other === id ? { ...stored, ...values } : stored]);
const cents = (figure: { readonly value: { readonly amount: number } | undefined }): number | undefined => figure.value?.amount;
const total = (list: readonly { readonly amount: { readonly amount: number } }[]): number =>
  list.reduce((all, { amount }) => all + amount.amount, 0);
const ofType = (records: readonly Stored[], type: string): readonly Stored[] => records.filter(([id]) => id.startsWith(`${type}:`));

describe('the waterfall', () => {
  law(
    'goes from the margin sold to the re-based margin, and from there to the margin at completion, to the cent, for any deal',
    fc.property(anyDeal, (records) => {
      const { books, cost } = both(records);
      const result = erosion(books, cost, TODAY);
      const own = margin(books, cost, TODAY);
      if (!result.ok) {
        expect(own.marginSold.value === undefined || own.atCompletion.value === undefined).toBe(true);
        return;
      }
      const { sold, steps, rebased, losses, atCompletion, unexplained } = result.value;
      expect(sold.amount).toEqual(own.marginSold.value);
      expect(rebased.amount).toEqual(own.rebased.value);
      expect(atCompletion.amount).toEqual(own.atCompletion.value);
      expect(sold.amount.amount + total(steps)).toBe(rebased.amount.amount);
      expect(rebased.amount.amount + total(losses)).toBe(atCompletion.amount.amount);
      expect(total(losses)).toBe(cents(own.vac));
      expect(losses.at(-1)).toBe(unexplained);
      for (const bar of [...steps, ...losses]) expect(total(bar.items)).toBe(bar.amount.amount);
    }),
  );

  law(
    'counts an hour once: the hours of all causes are the hours worked until today',
    fc.property(anyDeal, (records) => {
      const { books, cost } = both(records);
      const groups = labourOf(books, cost, { currency: 'EUR', today: TODAY, isSold: accountOf(books, cost, TODAY).planning.isSold });
      const counted = groups.reduce((sum, { hours }) => sum + hours, 0);
      const worked = books.timeEntries
        .filter(({ date }) => date <= TODAY)
        .reduce((sum, { hours }) => sum + Math.round(hours * 1_000_000), 0);
      expect(counted).toBe(worked);
      const ids = groups.flatMap(({ entries }) => entries.map(({ id }) => id));
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});

describe('fees', () => {
  law(
    'pending is contracted less billed, and ready and not yet billable are all of it',
    fc.property(anyDeal, (records) => {
      const own = feesOf(records);
      expect(cents(own.outstanding)).toBe((cents(own.billed) ?? 0) - (cents(own.paid) ?? 0));
      if (!own.contracted.value) {
        expect(own.pending.value).toBeUndefined();
        return;
      }
      expect(cents(own.pending)).toBe(own.contracted.value.amount - own.billed.value.amount);
      expect((cents(own.ready) ?? 0) + (cents(own.notYetBillable) ?? 0)).toBe(cents(own.pending));
      expect(own.contracted.value.amount).toBe((cents(own.signed) ?? 0) + own.changeOrders.value.amount - own.credits.value.amount);
    }),
  );

  law(
    'open T&M has no contracted, pending or margin at completion, and shows what is ready',
    fc.property(anyDeal, (records) => {
      const open = with_(records, DEAL, { billingModel: 'T&M', phase: 'build', amount: eur(50_000) });
      const own = feesOf([
        ...open,
        one('timeEntry', 'new', {
          person: 'person:0',
          date: TODAY,
          hours: 3,
          activity: 'delivery',
          approved: true,
          billable: true,
          billRate: eur(150),
        }),
      ]);
      const before = feesOf(open);
      expect([own.contracted.value, own.pending.value, own.notYetBillable.value]).toEqual([undefined, undefined, undefined]);
      expect(marginOf(open).atCompletion.value).toBeUndefined();
      expect(own.ready.value.amount - before.ready.value.amount).toBe(45_000);
    }),
  );

  law(
    'of capped T&M the cap is signed, and never more is ready than it leaves',
    fc.property(anyDeal, fc.integer({ min: 0, max: 10_000_000 }), (records, cap) => {
      const own = feesOf(
        with_(records, DEAL, { billingModel: 'capped T&M', phase: 'build', amount: eur(1), cap: { amount: cap, currency: 'EUR' } }),
      );
      expect(own.signed.value?.amount).toBe(cap);
      expect(own.ready.value.amount).toBeLessThanOrEqual(Math.max(0, cents(own.pending) ?? 0));
      expect(own.ready.value.amount + own.overCap.value.amount).toBe(own.readyItems.reduce((sum, { value }) => sum + value.amount, 0));
    }),
  );

  law(
    'of a retainer the fee for all periods is signed',
    fc.property(anyDeal, fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 48 }), (records, fee, periods) => {
      const retainer = {
        billingModel: 'retainer',
        phase: 'build',
        retainerFee: { amount: fee, currency: 'EUR' },
        retainerPeriods: periods,
      };
      expect(feesOf(with_(records, DEAL, retainer)).signed.value?.amount).toBe(fee * periods);
    }),
  );

  law(
    'a credit note takes back what it says, and never moves what is contracted',
    fc.property(anyDeal, fc.integer({ min: 1, max: 1_000_000 }), (records, amount) => {
      const euro = with_(records, DEAL, { amount: eur(10_000), phase: 'build', billingModel: 'fixed' });
      const before = feesOf(euro);
      const after = feesOf([...euro, ...invoiceOf('new', amount / 100, { kind: 'credit note' })]);
      expect(before.billed.value.amount - after.billed.value.amount).toBe(amount);
      expect(after.contracted.value).toEqual(before.contracted.value);
    }),
  );

  law(
    'an invoice that was paid in full, in however many parts, is paid net to the cent, whatever the tax',
    fc.property(
      fc.integer({ min: 1, max: 10_000_000 }),
      fc.integer({ min: 0, max: 3_000_000 }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 }),
      (net, tax, cuts) => {
        const gross = net + tax;
        const ends = [...cuts.map((cut) => Math.floor(cut * gross)).toSorted((a, b) => a - b), gross];
        const parts = ends.map((end, at) => end - (ends[at - 1] ?? 0));
        const payments = parts.map((amount, at) =>
          one('payment', String(at), { invoice: 'invoice:I', paidAt: '2026-07-01', amount: { amount, currency: 'EUR' } }),
        );
        const bill = invoiceOf('I', net / 100, {}, { tax: { amount: tax, currency: 'EUR' } });
        const deal = one('deal', '1', { name: 'A', phase: 'build', amount: eur(1_000) });
        const own = feesOf([deal, ...bill, ...payments]);
        expect([own.paid.value.amount, own.outstanding.value.amount]).toEqual([net, 0]);
        const partly = feesOf([deal, ...bill, ...payments.slice(0, -1)]);
        expect(partly.paid.value.amount).toBeGreaterThanOrEqual(0);
        expect(partly.paid.value.amount).toBeLessThanOrEqual(net);
      },
    ),
  );

  law(
    'only a billed change order moves what is contracted, by its price; undecided and absorbed ones do not',
    fc.property(
      anyDeal,
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.constantFrom('requested', 'submitted', 'billed', 'absorbed', 'rejected'),
      (records, price, status) => {
        const euro = with_(records, DEAL, { amount: eur(10_000), phase: 'build', billingModel: 'fixed' });
        const [before, after] = [
          feesOf(euro),
          feesOf([...euro, one('changeOrder', 'new', { title: 'New', status, price: { amount: price, currency: 'EUR' } })]),
        ];
        expect((cents(after.contracted) ?? 0) - (cents(before.contracted) ?? 0)).toBe(status === 'billed' ? price : 0);
        expect(after.undecided.value.amount - before.undecided.value.amount).toBe(
          status === 'requested' || status === 'submitted' ? price : 0,
        );
      },
    ),
  );

  law(
    'what is in another currency is listed and in no figure',
    fc.property(anyDeal, (records) => {
      const euro = with_(records, DEAL, { amount: eur(10_000), phase: 'build', billingModel: 'fixed', signedAt: '2026-01-05' });
      const foreign = [
        ...invoiceOf('usd', 0, {}, { net: { amount: 100, currency: 'USD' } }),
        one('changeOrder', 'usd', { title: 'New', status: 'billed', price: { amount: 100, currency: 'USD' } }),
        one('concession', 'usd', { text: 'Less', givenBy: 'us', givenAt: '2026-06-01', value: { amount: 100, currency: 'USD' } }),
      ];
      const [before, after] = [feesOf(euro), feesOf([...euro, ...foreign])];
      for (const key of FEE_FIGURES) expect(cents(after[key])).toBe(cents(before[key]));
      for (const id of ['invoice:usd', 'changeOrder:usd', 'concession:usd']) {
        expect(after.notCounted).toContainEqual({ record: id, reason: 'in USD' });
      }
    }),
  );
});

describe('cost', () => {
  law(
    'actual cost is each hour at the rate of its day, the own rate before that of a role, and expenses; hours without one are counted',
    fc.property(anyDeal, (records) => {
      const euro = with_(records, DEAL, { amount: eur(10_000) });
      const own = marginOf(euro);
      const expected = costByHand([...euro, withCosts]);
      expect(own.actualCost.value.amount).toBe(expected.cents);
      expect(own.uncosted.hours).toBeCloseTo(expected.uncosted, 6);
    }),
  );

  law(
    'a rate from a later day costs no hour that was worked before it, and a rate of a role none of somebody with a rate',
    fc.property(anyDeal, fc.integer({ min: 0, max: 50_000 }), (records, hourly) => {
      const euro = with_(records, DEAL, { amount: eur(10_000) });
      const later = one('costRate', 'later', { person: 'person:0', from: '2027-02-01', hourlyCost: { amount: hourly, currency: 'EUR' } });
      const mine = euro.filter(([id, values]) => !id.startsWith('timeEntry:') || values['person'] === 'person:0');
      const role = one('costRate', 'zz', { role: 'consultant', from: '2026-01-01', hourlyCost: { amount: hourly, currency: 'EUR' } });
      expect(marginOf([...euro, later]).labourCost.value).toEqual(marginOf(euro).labourCost.value);
      expect(marginOf([...mine, role]).labourCost.value).toEqual(marginOf(mine).labourCost.value);
    }),
  );

  law(
    'hours without a rate are shown and never guessed: without them the cost is the same',
    fc.property(anyDeal, (records) => {
      const own = marginOf(with_(records, DEAL, { amount: eur(10_000) }));
      const gone = new Set<string>(own.uncosted.records);
      const rest = marginOf(with_(records, DEAL, { amount: eur(10_000) }).filter(([id]) => !gone.has(id)));
      expect(rest.actualCost.value).toEqual(own.actualCost.value);
      expect(rest.uncosted.hours).toBe(0);
    }),
  );

  law(
    'a margin that was frozen does not move when a rate, a plan or an estimate arrives late or back-dated',
    fc.property(anyDeal, fc.integer({ min: 0, max: 900_000 }), (records, amount) => {
      const frozen = [
        ...with_(records, DEAL, { amount: eur(100_000), phase: 'build', billingModel: 'fixed', signedAt: '2026-03-02' }).filter(
          ([id]) => id !== 'marginFreeze:1',
        ),
        one('marginFreeze', '1', { acceptedAt: '2026-03-02', signedValue: eur(100_000), plannedCost: eur(65_000) }),
      ];
      const late = [
        one('costRate', 'late', { person: 'person:0', from: '2026-01-01', hourlyCost: { amount, currency: 'EUR' } }),
        one('costPlan', 'late', { scopeLine: 'scopeLine:0', planned: { amount, currency: 'EUR' } }),
        one('scopeLine', 'late', { title: 'Late', status: 'in', plannedHours: 10 }),
      ];
      const [before, after] = [marginOf(frozen), marginOf([...frozen, ...late])];
      expect(after.marginSold).toEqual(before.marginSold);
      expect(after.marginSold.value).toEqual(eur(35_000));
      expect(after.marginSold.frozen).toBe('marginFreeze:1');
    }),
  );
});

/** The same sum worked out one hour after the other, in exact fractions. */
function costByHand(records: readonly Stored[]): { readonly cents: number; readonly uncosted: number } {
  const rates = ofType(records, 'costRate').map(([id, values]) => ({ id, ...values }) as unknown as Rate);
  const lines = new Map(ofType(records, 'scopeLine'));
  const tickets = new Map(ofType(records, 'ticket'));
  const roles = new Map(ofType(records, 'person').map(([id, values]) => [id, values['roles/consultant'] === true ? ['consultant'] : []]));
  let [hundredthsOfCents, uncosted] = [0n, 0];
  for (const [, entry] of ofType(records, 'timeEntry')) {
    const { person, date, hours, activity } = entry as unknown as { person: string; date: string; hours: number; activity: string };
    if (activity === 'pursuit' || date > TODAY) continue;
    const line = lines.get(text(entry['scopeLine'] ?? tickets.get(text(entry['ticket']))?.['scopeLine']));
    const best = (of: (rate: Rate) => boolean) =>
      rates
        .filter((rate) => of(rate) && rate.from <= date && rate.hourlyCost.currency === 'EUR')
        .toSorted((a, b) => (a.from + a.id < b.from + b.id ? 1 : -1))[0];
    const wanted = [line?.['role'], ...(roles.get(person) ?? [])]
      .filter((role) => typeof role === 'string')
      .map((role) => role.toLowerCase());
    const rate = wanted.reduce(
      (found, role) => found ?? best((other) => !other.person && other.role === role),
      best((other) => other.person === person),
    );
    if (!rate) uncosted += hours;
    else hundredthsOfCents += BigInt(Math.round(hours * 100)) * BigInt(rate.hourlyCost.amount);
  }
  for (const [, { date, cost }] of ofType(records, 'expense')) {
    const { amount, currency } = cost as unknown as { amount: number; currency: string };
    if (text(date) <= TODAY && currency === 'EUR') hundredthsOfCents += BigInt(amount) * 100n;
  }
  return { cents: Number((hundredthsOfCents + 50n) / 100n), uncosted };
}

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

interface Rate {
  readonly id: string;
  readonly person?: string;
  readonly role?: string;
  readonly from: string;
  readonly hourlyCost: { readonly amount: number; readonly currency: string };
}

describe('the roll-up', () => {
  law(
    'is the sum of its deals, for each currency and every figure, to the cent',
    fc.property(fc.array(fc.tuple(anyDeal, fc.constantFrom('EUR', 'SEK')), { maxLength: 4 }), (worlds) => {
      const deals = worlds.map(([records, currency]): DealMoney => {
        const { books, cost } = both(with_(records, DEAL, { amount: { amount: 5_000_000, currency } }));
        return {
          deal: DEAL,
          today: TODAY,
          fees: fees(books, TODAY),
          margin: isSignedDeal(books.deal) ? margin(books, cost, TODAY) : undefined,
        };
      });
      const totals = rollUp(deals);
      // A firm is kept in parts: their sums come to those of the firm.
      expect(addUp([sumsOf(deals.slice(0, 1)), sumsOf(deals.slice(1, 3)), sumsOf(deals.slice(3))])).toEqual(totals);
      expect(totals.map(({ currency }) => currency)).toEqual([...new Set(deals.map((deal) => deal.fees.currency))].toSorted());
      for (const { currency, fees: sums, costs, margins } of totals) {
        const own = deals.filter((deal) => deal.fees.currency === currency);
        const added = (of: (deal: DealMoney) => number | undefined) => own.reduce((sum, deal) => sum + (of(deal) ?? 0), 0);
        for (const key of FEE_FIGURES) expect(sums[key].value.amount).toBe(added((deal) => cents(deal.fees[key])));
        for (const key of COST_FIGURES)
          expect(costs?.[key].value.amount ?? 0).toBe(added((deal) => deal.margin && cents(deal.margin[key])));
        for (const key of MARGIN_FIGURES)
          expect(margins?.[key].value.amount ?? 0).toBe(added((deal) => deal.margin && cents(deal.margin[key])));
      }
    }),
  );
});
