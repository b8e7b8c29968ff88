import fc from 'fast-check';
import { expect, test } from 'vitest';
import { law } from '../../test/law';
import { sumMoney } from '../values/money';
import { ageing, ageOf } from './ageing';

test('30 days late is still 1–30 days, 31 is not; 91 is over 90; what has no due date is not due', () => {
  expect([0, 1, 30, 31, 60, 61, 90, 91, 400].map(ageOf)).toEqual([
    'not due',
    '1–30 days',
    '1–30 days',
    '31–60 days',
    '31–60 days',
    '61–90 days',
    '61–90 days',
    'over 90 days',
    'over 90 days',
  ]);
});

law(
  'the five ages add up to all that is open, credit included',
  fc.property(
    fc.array(fc.record({ open: fc.integer({ min: -1e8, max: 1e8 }), daysOverdue: fc.integer({ min: 0, max: 900 }) })),
    (bills) => {
      const all = bills.map(({ open, daysOverdue }) => ({ open: { amount: open, currency: 'EUR' }, daysOverdue }));
      const aged = ageing(all, 'EUR').map(([, sum]) => sum);
      expect(sumMoney(aged, 'EUR')).toEqual(
        sumMoney(
          all.map(({ open }) => open),
          'EUR',
        ),
      );
    },
  ),
);
