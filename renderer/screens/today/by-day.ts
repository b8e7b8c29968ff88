import { addDays, type CalendarDate } from '#shared/values/calendar';
import type { TicketRow } from '../../data/reads/tickets';

/** Work that is due at about the same time. */
export interface DayGroup {
  readonly name: string;
  readonly late: boolean;
  readonly rows: readonly TicketRow[];
}

const WEEK = 7;

/** Late, today, within seven days, later, whenever; groups with nothing in them are left out. Rows keep their order. */
export function byDay(rows: readonly TicketRow[], today: CalendarDate): readonly DayGroup[] {
  const week = addDays(today, WEEK);
  const groups: readonly (readonly [string, (due: string | undefined) => boolean])[] = [
    ['Overdue', (due) => due !== undefined && due < today],
    ['Today', (due) => due === today],
    ['Within seven days', (due) => due !== undefined && due > today && due <= week],
    ['Later', (due) => due !== undefined && due > week],
    ['Without a day', (due) => due === undefined],
  ];
  return groups
    .map(([name, holds]) => ({ name, late: name === 'Overdue', rows: rows.filter(({ ticket }) => holds(ticket.due)) }))
    .filter((group) => group.rows.length > 0);
}
