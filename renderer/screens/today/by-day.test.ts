import fc from 'fast-check';
import { expect, test } from 'vitest';
import { viewAs } from '#shared/records/view';
import { addDays } from '#shared/values/calendar';
import type { TicketRow } from '../../data/reads/tickets';
import { byDay } from './by-day';

const TODAY = '2026-11-22';

function row(due: string | undefined, body = '1'): TicketRow {
  const ticket = viewAs('ticket', {
    id: `ticket:${body}`,
    values: { title: 'Price', kind: 'scoping', status: 'open', ...(due ? { due } : {}) },
  });
  if (!ticket) throw new Error('no ticket');
  return { ticket, deal: undefined, owner: undefined, hours: 0, clashes: false };
}

test('yesterday is overdue, today is today, the 29th is within seven days of the 22nd and the 30th is later', () => {
  const rows = ['2026-11-21', TODAY, '2026-11-29', '2026-11-30', undefined].map((due, at) => row(due, String(at)));
  expect(byDay(rows, TODAY).map(({ name, rows: within }) => [name, within.length])).toEqual([
    ['Overdue', 1],
    ['Today', 1],
    ['Within seven days', 1],
    ['Later', 1],
    ['Without a day', 1],
  ]);
});

test('every ticket stands in exactly one group, whenever it is due', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: -400, max: 400 }), { nil: undefined })), (days) => {
      const rows = days.map((day, at) => row(day === undefined ? undefined : addDays(TODAY, day), String(at)));
      const shown = byDay(rows, TODAY).flatMap((group) => group.rows);
      expect(new Set(shown)).toEqual(new Set(rows));
      expect(shown).toHaveLength(rows.length);
    }),
  );
});
