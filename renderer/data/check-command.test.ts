import { expect, test } from 'vitest';
import type { Role } from '#shared/records/define-record';
import { createRecord } from '#shared/records/write';
import { checkCommand } from './check-command';

const check = (command: Parameters<typeof checkCommand>[0], roles: readonly Role[]) =>
  checkCommand(command, { roles, reliesOn: () => [], frozen: () => undefined, stored: () => undefined });

test('a consultant may write a note, and may not change a cost rate', () => {
  const note = createRecord('moment', 'moment:1', { kind: 'note', at: '2026-11-22T09:00:00.000Z', body: 'They want it before Easter.' });
  const rate = createRecord('costRate', 'costRate:1', {
    role: 'consultant',
    from: '2026-01-01',
    hourlyCost: { amount: 6_000, currency: 'EUR' },
  });
  expect(check(note, ['consultant'])).toMatchObject({ ok: true, value: { ledger: 'team' } });
  expect(check(rate, ['consultant'])).toMatchObject({
    ok: false,
    error: { kind: 'not-allowed', message: expect.stringContaining('can be changed by finance or partner. Your role is consultant.') },
  });
});

test('a value that its field does not accept is refused with the name of the field', () => {
  const deal = createRecord('deal', 'deal:1', { name: 'Billing', phase: 'dancing' } as never);
  expect(check(deal, ['AE'])).toMatchObject({
    ok: false,
    error: { kind: 'invalid', field: 'phase', message: expect.stringContaining('Phase must be one of') },
  });
});

test('a command that changes nothing is refused as such', () => {
  expect(check({ act: 'deal.edit', changes: [] }, ['AE'])).toMatchObject({ ok: false, error: { kind: 'nothing' } });
});
