import { describe, expect, test } from 'vitest';
import { figures } from './figures';
import { DAY, eur, factsOf, settings, sold, some } from './testing/signal-world';

const said = (deal: string, system: string, units: number, asOf = '2026-11-01', field = 'signed value') =>
  some('externalFigure', { deal: `deal:${deal}`, system, field, value: eur(units), asOf });
const measured = (...records: readonly ReturnType<typeof said>[]) => figures(factsOf(sold('a'), sold('b'), ...records), DAY, settings());

describe('figures of three systems', () => {
  test('that differ on one deal are one too many; the deal is named with what differs', () => {
    const records = [said('a', 'CRM', 240_000), said('a', 'finance', 236_000), said('a', 'project tool', 240_000), said('b', 'CRM', 10)];
    expect(measured(...records)).toMatchObject({
      value: 1,
      isTrue: true,
      rows: [{ deal: 'deal:a', text: '1 figure differs: signed value', over: true }],
    });
  });

  test('within the tolerance of half a percent are the same', () => {
    expect(measured(said('a', 'CRM', 240_000), said('a', 'finance', 239_000))).toMatchObject({ value: 0, isTrue: false, rows: [] });
  });

  test('of one system alone cannot be compared, and are not enough data', () => {
    expect(measured(said('a', 'CRM', 240_000), said('a', 'finance', 1, '2026-11-01', 'billed')).lacks).toMatch(
      /^No deal has figures of two/u,
    );
  });

  test('are those of the day: what a system said later does not count, and the latest that it had said does', () => {
    const records = [said('a', 'CRM', 240_000), said('a', 'finance', 100, '2026-10-01'), said('a', 'finance', 240_000, '2026-11-02')];
    expect(measured(...records)).toMatchObject({ value: 0 });
    expect(figures(factsOf(sold('a'), ...records), '2026-11-01', settings())).toMatchObject({ value: 1, isTrue: true });
  });
});
