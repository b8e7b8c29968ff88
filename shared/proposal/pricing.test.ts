import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OFFERED_AS } from '../records/proposal';
import type { ProposalLine } from '../records/registry';
import { offerMargin } from './margin';
import { offerPrice, offerTotals, offerValue } from './pricing';
import { aFirm, drafted, sent } from './testing/a-firm';
import { eur } from './testing/offer-records';

const aLine = (values: Partial<ProposalLine>): ProposalLine => ({ id: 'proposalLine:1', proposal: 'proposal:1', chosen: false, ...values });

const anyLine = fc
  .record({
    offeredAs: fc.constantFrom(...OFFERED_AS),
    chosen: fc.boolean(),
    units: fc.integer({ min: 0, max: 1_000_000_00 }),
  })
  .map(({ offeredAs, chosen, units }) =>
    aLine({ offeredAs, chosen, price: { amount: offeredAs === 'discount' ? -units : units, currency: 'EUR' } }),
  );

describe('the price of an offer', () => {
  test('whatever the lines and their order: total = work + discounts to the cent, options that nobody chose and courtesies aside', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 30 }), (lines) => {
        const [price, turned] = [offerPrice(lines), offerPrice(lines.toReversed())];
        expect(price).toEqual(turned);
        if (!price.ok) throw new Error(price.error.message);
        const sum = (as: readonly string[], chosen: (line: ProposalLine) => boolean = () => true) =>
          lines
            .filter((line) => as.includes(line.offeredAs ?? '') && chosen(line))
            .reduce((total, line) => total + (line.price?.amount ?? 0), 0);
        const { work, discounts, total, options } = price.value;
        expect(total.amount).toBe(work.amount + discounts.amount);
        expect(work.amount).toBe(sum(['work']) + sum(['option'], ({ chosen }) => chosen));
        expect(discounts.amount).toBe(sum(['discount']));
        expect(options.amount).toBe(sum(['option'], ({ chosen }) => !chosen));
      }),
      { numRuns: 1_000 },
    );
  });

  test('is none across two currencies, and says both sums instead of adding them', () => {
    const lines = [aLine({ price: eur(100) }), aLine({ price: eur(50) }), aLine({ price: { amount: 70_00, currency: 'GBP' } })];
    expect(offerPrice(lines)).toEqual({
      ok: false,
      error: { message: '€150.00 and £70.00 cannot be added up. Give every line a price in one currency.' },
    });
    expect(offerTotals(lines)).toEqual([eur(150), { amount: 70_00, currency: 'GBP' }]);
  });

  test('never adds two currencies, whatever the lines', () => {
    const currency = fc.constantFrom('EUR', 'GBP', 'JPY');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 10_000 }), currency), { minLength: 1, maxLength: 12 }), (prices) => {
        const lines = prices.map(([amount, code]) => aLine({ price: { amount, currency: code } }));
        expect(offerPrice(lines).ok).toBe(new Set(prices.map(([, code]) => code)).size === 1);
        for (const total of offerTotals(lines)) {
          const own = prices.filter(([, code]) => code === total.currency);
          expect(total.amount).toBe(own.reduce((sum, [amount]) => sum + amount, 0));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('a cap in another currency than the lines is no value to sign', () => {
    const terms = { billingModel: 'capped T&M', cap: { amount: 1, currency: 'USD' } } as const;
    expect(offerValue(terms, [aLine({ price: eur(1) })])).toMatchObject({ ok: false });
  });
});

describe('the margin of an offer', () => {
  const plan = (line: string, units: number) => ({ deal: 'deal:erp', scopeLine: line, planned: eur(units) });

  test('of €84,000 with €54,600 planned is €29,400: 35.00 %', () => {
    const firm = aFirm({
      'costPlan:core': plan('scopeLine:core', 40_000),
      'costPlan:data': plan('scopeLine:data', 14_300),
      'costPlan:walk': plan('scopeLine:walk', 300),
      'costPlan:training': plan('scopeLine:training', 3_000),
    });
    const draft = drafted(firm);
    expect(offerMargin(firm.records, draft)).toEqual({
      ok: true,
      value: { value: eur(84_000), plannedCost: eur(54_600), margin: eur(29_400), share: 0.35, unplanned: [] },
    });
  });

  test('lists the work that nobody has planned, and refuses costs in another currency', () => {
    const firm = aFirm({ 'costPlan:core': plan('scopeLine:core', 40_000) });
    const draft = drafted(firm);
    const margin = offerMargin(firm.records, draft);
    expect(margin.ok && margin.value.unplanned.map(({ scopeLine }) => scopeLine)).toEqual(['scopeLine:data', 'scopeLine:walk']);
    const foreign = aFirm({ 'costPlan:core': { ...plan('scopeLine:core', 1), planned: { amount: 1, currency: 'USD' } } });
    const proposal = sent(foreign);
    expect(offerMargin(foreign.records, proposal)).toMatchObject({
      error: { message: 'Costs are planned in another currency than EUR: no margin can be computed.' },
    });
  });
});
