import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../test/law';
import {
  addMoney,
  allocateMoney,
  compareMoney,
  divideMoney,
  formatMoney,
  minorDigits,
  money,
  multiplyMoney,
  negateMoney,
  parseMoney,
  subtractMoney,
  sumMoney,
  totalsByCurrency,
} from './money';

const amount = fc.integer({ min: -1e12, max: 1e12 });
const anyMoney = fc.tuple(amount, fc.constantFrom('EUR', 'USD', 'JPY', 'KWD')).map(([minor, currency]) => money(minor, currency));

describe('money', () => {
  law(
    'parts of an allocation always sum to the whole, to the cent, and none is more than a cent from its share',
    fc.property(
      amount,
      fc.array(
        fc.oneof(
          fc.nat({ max: 1_000 }),
          fc.integer({ min: 0, max: 100_000 }).map((n) => n / 100),
        ),
        { minLength: 1, maxLength: 12 },
      ),
      (minor, weights) => {
        const parts = allocateMoney(money(minor, 'EUR'), weights);
        expect(sumMoney(parts, 'EUR').amount).toBe(minor === 0 ? 0 : minor);
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        for (const [at, part] of parts.entries()) {
          const share = total === 0 ? minor / weights.length : (minor * (weights[at] ?? 0)) / total;
          expect(Math.abs(part.amount - share)).toBeLessThan(1.001);
        }
      },
    ),
  );

  law(
    'two currencies are never added, subtracted or compared',
    fc.property(anyMoney, anyMoney, (a, b) => {
      const calls = [() => addMoney(a, b), () => subtractMoney(a, b), () => compareMoney(a, b)];
      for (const call of calls) {
        if (a.currency === b.currency) expect(call).not.toThrow();
        else expect(call).toThrow('Two currencies are never added');
      }
    }),
  );

  law(
    'adding and taking away again is where one began; order does not matter; totals keep currencies apart',
    fc.property(fc.array(anyMoney, { maxLength: 9 }), amount, amount, (values, a, b) => {
      const [x, y] = [money(a, 'EUR'), money(b, 'EUR')];
      expect(subtractMoney(addMoney(x, y), y)).toEqual(x);
      expect(addMoney(x, negateMoney(x)).amount).toBe(0);
      expect(totalsByCurrency(values.toReversed())).toEqual(totalsByCurrency(values));
      for (const total of totalsByCurrency(values)) {
        expect(total).toEqual(
          sumMoney(
            values.filter(({ currency }) => currency === total.currency),
            total.currency,
          ),
        );
      }
    }),
  );

  law(
    'what is written for a locale is read back as the same amount',
    fc.property(anyMoney, fc.constantFrom('en-US', 'de-DE', 'fr-FR', 'de-CH', 'nl-NL'), (value, locale) => {
      const decimal = locale === 'en-US' || locale === 'de-CH' ? '.' : ',';
      expect(parseMoney(formatMoney(value, locale), value.currency, { decimal })).toEqual({ ok: true, value });
    }),
  );

  law(
    'a product is rounded once, half away from zero, as a person would round the decimal',
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: -10_000, max: 10_000 }), (minor, hundredths) => {
      const exact = BigInt(minor) * BigInt(hundredths);
      const magnitude = exact < 0n ? -exact : exact;
      const rounded = (magnitude + 50n) / 100n;
      expect(multiplyMoney(money(minor, 'EUR'), hundredths / 100).amount).toBe(Number(exact < 0n ? -rounded : rounded) || 0);
    }),
  );

  test('half a cent goes away from zero, in both directions, and 0.50 × 1.15 is 0.58', () => {
    expect(multiplyMoney(money(50, 'EUR'), 1.15).amount).toBe(58);
    expect(multiplyMoney(money(-50, 'EUR'), 1.15).amount).toBe(-58);
    expect(divideMoney(money(5, 'EUR'), 2)?.amount).toBe(3);
    expect(divideMoney(money(-5, 'EUR'), 2)?.amount).toBe(-3);
    expect(divideMoney(money(5, 'EUR'), 0)).toBeUndefined();
    expect(multiplyMoney(money(4_800_000, 'EUR'), 1e-7).amount).toBe(0);
  });

  test('100.00 in three equal parts is 33.34 + 33.33 + 33.33', () => {
    expect(allocateMoney(money(10_000, 'EUR'), [0, 0, 0]).map((part) => part.amount)).toEqual([3_334, 3_333, 3_333]);
    expect(allocateMoney(money(-10_000, 'EUR'), [1, 1, 1]).map((part) => part.amount)).toEqual([-3_334, -3_333, -3_333]);
  });

  test.each([
    ['€ 48.000,50', 4_800_050],
    ['1,234.56', 123_456],
    ['(1 234,00)', -123_400],
    ["CHF 1'234.50-", -123_450],
    ['−12', -1_200],
    ['0,5', 50],
    ['1.234.567', 123_456_700],
    ['1234,5', 123_450],
    ['0.125', 'too precise'],
    ['1,234', 'ambiguous'],
    ['12.345', 'ambiguous'],
    ['', 'not a number'],
    ['1.2.3', 'not a number'],
    ['about 5', 'not a number'],
    ['99999999999999999', 'too large'],
  ])('reads %j as %s', (text, expected) => {
    const read = parseMoney(text, 'EUR');
    expect(read.ok ? read.value.amount : read.error.problem).toBe(expected);
  });

  test('minor units are those of ISO 4217 on every machine', () => {
    expect(['EUR', 'JPY', 'KWD', 'CLF', 'XXX'].map(minorDigits)).toEqual([2, 0, 3, 4, 2]);
    expect(formatMoney(money(4_800_000, 'EUR'), 'en', 'whole')).toBe('€48,000');
    expect(formatMoney(money(5, 'euros'), 'en')).toBe('0.05');
  });

  test('an amount that is not a whole number of minor units is a bug, and throws', () => {
    expect(() => money(0.5, 'EUR')).toThrow('safe integer');
    expect(() => allocateMoney(money(1, 'EUR'), [])).toThrow('Allocation');
    expect(() => allocateMoney(money(1, 'EUR'), [-1])).toThrow('Allocation');
  });
});
