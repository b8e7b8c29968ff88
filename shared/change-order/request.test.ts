import { describe, expect, test } from 'vitest';
import { changeMargin, planChangeCost } from './cost';
import { askedInTicket, askedOnLine, requestChange, requestFromWords } from './request';
import { aWorld, changeWorld, euros } from './testing/change-world';

describe('a request', () => {
  const { get } = aWorld();
  const moment = get('moment', 'moment:mail');

  test('made from words keeps them verbatim, with who said them and when', () => {
    const quote = 'We also need the returns of hall 3 on the scanner.';
    const made = requestFromWords('changeOrder:2', { moment, quote, start: 7, timeZone: 'Europe/Berlin' });
    expect(made).toEqual({
      ok: true,
      value: {
        act: 'changeOrder.create',
        deal: 'deal:1',
        changes: [
          {
            record: 'changeOrder:2',
            set: {
              title: quote,
              detail: quote,
              requestedAt: '2026-11-02',
              requestedBy: 'contact:lena',
              deal: 'deal:1',
              status: 'requested',
              sourceMoment: 'moment:mail',
              quote,
              quoteStart: 7,
            },
          },
        ],
      },
    });
  });

  test('is not made of words that do not stand there, nor of mail that belongs to no deal, nor without a title', () => {
    expect(requestFromWords('changeOrder:2', { moment, quote: 'hall 4' }).ok).toBe(false);
    const { deal: _, ...unfiled } = moment;
    expect(requestFromWords('changeOrder:2', { moment: unfiled, quote: 'hall 3' }).ok).toBe(false);
    expect(requestChange('changeOrder:2', { id: 'deal:1' }, { title: ' ' }).ok).toBe(false);
  });

  test('made in a ticket knows its line, its promise and its words; made on a line knows the line', () => {
    const world = changeWorld({
      'ticket:1': {
        deal: 'deal:1',
        title: 'Returns do not scan',
        kind: 'incident',
        status: 'open',
        estimateHours: 12,
        scopeLine: 'scopeLine:core',
        commitment: 'commitment:1',
        sourceMoment: 'moment:mail',
        quote: 'returns',
      },
      'scopeLine:core': { deal: 'deal:1', title: 'Core', status: 'in' },
    });
    expect(askedInTicket(world.get('ticket', 'ticket:1'), '2026-11-20')).toEqual({
      title: 'Returns do not scan',
      requestedAt: '2026-11-20',
      ticket: 'ticket:1',
      hours: 12,
      scopeLine: 'scopeLine:core',
      commitment: 'commitment:1',
      sourceMoment: 'moment:mail',
      quote: 'returns',
    });
    expect(askedOnLine(world.get('scopeLine', 'scopeLine:core'), '2026-11-20')).toMatchObject({ scopeLine: 'scopeLine:core' });
  });

  test('of €10,000 that is planned to cost €6,000 leaves €4,000, which is 40 %; planned by two people it is one plan', () => {
    const world = aWorld({ price: euros(10_000) });
    const order = world.get('changeOrder', 'changeOrder:1');
    expect(changeMargin(world.records, order)).toBeUndefined();
    const plan = planChangeCost(world.records, order, euros(6_000));
    expect(changeMargin(world.after(plan).records, order)).toEqual({ plannedCost: euros(6_000), margin: euros(4_000), share: 0.4 });
    expect(planChangeCost(world.records, order, euros(7_000)).changes[0]?.record).toBe(plan.changes[0]?.record);
  });
});
