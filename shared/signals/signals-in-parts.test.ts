import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { law } from '../../test/law';
import type { AnyRecord } from '../records/registry';
import { addDays } from '../values/calendar';
import { firmSignals, signalsFrom, tallySignals } from './firm-signals';
import { decayFrom, decayOf, outcomes, outcomesFrom, tallyOutcomes } from './outcomes';
import { DAY, eur, factsOf, hoursOn, nobodyJoined, settings, sold, some } from './testing/signal-world';

const daysAgo = fc.integer({ min: 0, max: 300 }).map((days) => addDays(DAY, -days));
const person = fc.constantFrom('person:ada', 'person:mehmet', 'person:luca');

/** A deal with whatever the five look at, and the part of the firm that it is kept in. */
const anyDeal = fc.record({
  part: fc.integer({ min: 0, max: 3 }),
  ae: person,
  pm: person,
  signedAt: daysAgo,
  kickoffAt: daysAgo,
  hours: fc.array(fc.tuple(daysAgo, fc.integer({ min: 1, max: 32 }), fc.boolean()), { maxLength: 3 }),
  escalated: fc.array(fc.option(daysAgo), { maxLength: 2 }),
  orders: fc.array(fc.tuple(fc.constantFrom('requested', 'billed', 'absorbed'), daysAgo, fc.integer({ min: 1, max: 900 })), {
    maxLength: 3,
  }),
  said: fc.array(fc.tuple(fc.constantFrom('CRM', 'project tool', 'finance'), daysAgo, fc.integer({ min: 90, max: 110 })), { maxLength: 3 }),
  pulse: fc.option(daysAgo),
});
type Made = typeof anyDeal extends fc.Arbitrary<infer T> ? T : never;

function recordsOf(made: Made, at: number): readonly AnyRecord[] {
  const deal = `deal:d${at}`;
  const { ae, pm, signedAt, kickoffAt } = made;
  return [
    sold(`d${at}`, { ae, pm, signedAt, kickoffAt }),
    ...made.hours.map(([date, quarters, delivers]) =>
      hoursOn(`d${at}`, date, quarters / 4, delivers ? { activity: 'delivery', billable: true } : {}),
    ),
    ...made.escalated.map((openedAt) =>
      some('ticket', { deal, kind: 'escalation', about: 'what was sold', title: 'Sold', helper: pm, ...(openedAt ? { openedAt } : {}) }),
    ),
    ...made.orders.map(([status, day, units]) =>
      some('changeOrder', {
        deal,
        title: 'More',
        status,
        price: eur(units),
        requestedAt: addDays(day, -20),
        ...(status === 'requested' ? {} : { decidedAt: day }),
      }),
    ),
    ...made.said.map(([system, asOf, units]) => some('externalFigure', { deal, system, field: 'amount', asOf, value: eur(units) })),
    ...(made.pulse ? [some('pulse', { deal, at: `${made.pulse}T09:00:00.000Z`, mood: 'good' })] : []),
  ];
}

describe('a firm that is measured in parts', () => {
  law(
    'has the signals, the trends and the outcomes that it has as a whole, whichever deal is in which part',
    fc.property(fc.array(anyDeal, { maxLength: 8 }), (made) => {
      const facts = factsOf(...made.flatMap(recordsOf));
      const own = { settings: settings({ minimumSample: 2 }), same: nobodyJoined };
      const parts = [0, 1, 2, 3].map((part) => facts.filter(({ deal }) => made[Number(deal.id.slice('deal:d'.length))]?.part === part));
      expect(parts.flat()).toHaveLength(made.length);
      const together = signalsFrom(
        parts.map((held) => tallySignals({ facts: held, ...own }, DAY)),
        own.settings,
        DAY,
      );
      expect(together).toEqual(firmSignals({ facts, ...own }, DAY));
      const counts = { read: [], asked: [addDays(DAY, -50)] };
      const tallies = parts.map((held) => tallyOutcomes(held, DAY));
      expect(outcomesFrom(tallies, counts, DAY)).toEqual(outcomes(facts, counts, DAY));
      expect(decayFrom(tallies, counts, DAY)).toEqual(decayOf(facts, counts, DAY));
    }),
  );
});
