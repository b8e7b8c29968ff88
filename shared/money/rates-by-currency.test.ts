import { describe, expect, test } from 'vitest';
import { costRatesOf } from './cost-rates';
import { eur, one, worldOf } from './testing/money-world';

const gbp = (units: number) => ({ amount: units * 100, currency: 'GBP' });
const rates = costRatesOf(
  worldOf([
    one('person', 'ida', { name: 'Ida', roles: [] }),
    one('costRate', '1', { person: 'person:ida', from: '2026-01-01', hourlyCost: eur(72) }),
    one('costRate', '2', { role: 'senior consultant', from: '2026-01-01', hourlyCost: gbp(60) }),
  ]),
);
const amountIn = (currency: string, role?: string) => rates.on('person:ida', role, '2026-06-01', currency)?.hourlyCost;

describe('what an hour costs on a deal in another currency', () => {
  test('is the rate of the role in that currency: € 72 on a deal in euros, £60 on one in pounds', () => {
    expect(amountIn('EUR', 'senior consultant')).toEqual(eur(72));
    expect(amountIn('GBP', 'senior consultant')).toEqual(gbp(60));
  });

  test('is not known where no rate in that currency fits: nothing is converted', () => {
    expect(amountIn('GBP')).toBeUndefined();
    expect(amountIn('USD', 'senior consultant')).toBeUndefined();
  });
});
