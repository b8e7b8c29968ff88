import { describe, expect, test } from 'vitest';
import type { AnyRecord } from '../records/registry';
import { outOfSight } from './out-of-sight';
import { DAY, eur, factsOf, nobodyJoined, settings, sold, some } from './testing/signal-world';

const looked = (deal: string, on: string, person = 'person:ada') =>
  some('visit', { deal: `deal:${deal}`, person, at: `${on}T09:00:00.000Z` });
const felt = (deal: string, on: string) => some('pulse', { deal: `deal:${deal}`, at: `${on}T09:00:00.000Z`, mood: 'good' });
const seen = (deal: string) => [sold(deal), looked(deal, '2026-11-20'), felt(deal, '2026-11-20')];
const measured = (...records: readonly AnyRecord[]) => outOfSight(factsOf(...records), DAY, settings(), nobodyJoined);
const textOf = (deal: string, ...records: readonly AnyRecord[]) =>
  measured(...records).rows.find((row) => row.deal === `deal:${deal}`)?.text;

describe('won, undelivered deals out of sight', () => {
  test('one of five is 20 %: at the threshold, not above it; one of four is above', () => {
    const others = ['b', 'c', 'd', 'e'].flatMap(seen);
    expect(measured(sold('a'), ...others)).toMatchObject({ value: 20, isTrue: false });
    expect(measured(sold('a'), ...others.slice(0, 9))).toMatchObject({ value: 25, isTrue: true });
  });

  test('a visit exactly 30 days ago is fresh, one of 31 days ago is not', () => {
    expect(textOf('a', sold('a'), looked('a', '2026-10-27'), felt('a', '2026-11-20'))).toBe('Seen, with fresh health and billing');
    expect(textOf('a', sold('a'), looked('a', '2026-10-26'), felt('a', '2026-11-20'))).toBe(
      'The account executive has not looked for more than 30 days',
    );
  });

  test('the visit of a colleague is not one of the account executive', () => {
    expect(textOf('a', sold('a'), looked('a', '2026-11-25', 'person:mehmet'), felt('a', '2026-11-20'))).toMatch(
      /^The account executive has not looked/u,
    );
  });

  test('a signature a week ago counts as a look and as a word', () => {
    expect(measured(sold('new', { signedAt: '2026-11-19' })).rows).toMatchObject([{ over: false }]);
  });

  test('bills stand still where a reached milestone is not billed, or an invoice not paid, and nothing has moved', () => {
    const stone = some('milestone', { deal: 'deal:a', title: 'Design', reachedAt: '2026-08-01', fee: eur(100) }, 'm1');
    expect(textOf('a', ...seen('a'), stone)).toBe('Bills stand still for more than 30 days');
    const invoice = some('invoice', { deal: 'deal:a', number: '1', kind: 'invoice', issuedAt: '2026-08-05' }, 'i1');
    const line = some('invoiceLine', { invoice: 'invoice:i1', net: eur(100), milestone: 'milestone:m1' });
    expect(textOf('a', ...seen('a'), stone, invoice, line)).toBe('Bills stand still for more than 30 days');
    const part = some('payment', { invoice: 'invoice:i1', paidAt: '2026-09-01', amount: eur(40) });
    expect(textOf('a', ...seen('a'), stone, invoice, line, part)).toBe('Bills stand still for more than 30 days');
    const rest = some('payment', { invoice: 'invoice:i1', paidAt: '2026-09-02', amount: eur(60) });
    expect(textOf('a', ...seen('a'), stone, invoice, line, part, rest)).toBe('Seen, with fresh health and billing');
  });

  test('a credit note over the rest leaves nothing to pay', () => {
    const records = [
      some('invoice', { deal: 'deal:a', number: '1', kind: 'invoice', issuedAt: '2026-08-05' }, 'i1'),
      some('invoiceLine', { invoice: 'invoice:i1', net: eur(100) }),
      some('invoice', { deal: 'deal:a', number: '2', kind: 'credit note', issuedAt: '2026-08-09' }, 'i2'),
      some('invoiceLine', { invoice: 'invoice:i2', net: eur(100) }),
    ];
    expect(textOf('a', ...seen('a'), ...records)).toBe('Seen, with fresh health and billing');
  });

  test('delivered, closed, lost and waiting deals are nobody’s to look at', () => {
    const done = [
      sold('w', { phase: 'warranty', deliveredAt: '2026-09-01' }),
      sold('x', { phase: 'closed' }),
      sold('l', { phase: 'lost', pausedFrom: 'build' }),
      sold('h', { phase: 'on hold', pausedFrom: 'build' }),
    ];
    expect(measured(...done)).toMatchObject({ rows: [], lacks: expect.stringMatching(/^0 deals won and not delivered; 3 are needed/u) });
  });

  test('where the firm notes no visits, only health and billing speak', () => {
    const facts = factsOf(sold('a'), felt('a', '2026-11-20'), ...seen('b'), ...seen('c'));
    const quiet = outOfSight(facts, DAY, settings({ notesVisits: false }), nobodyJoined);
    expect(quiet).toMatchObject({ value: 0, isTrue: false, remark: expect.stringContaining('not noted') });
  });

  test('as of a month ago the visit of yesterday had not happened', () => {
    const facts = factsOf(sold('a'), looked('a', '2026-11-25'), felt('a', '2026-10-20'));
    expect(outOfSight(facts, '2026-10-26', settings(), nobodyJoined).rows).toMatchObject([{ over: true }]);
  });
});
