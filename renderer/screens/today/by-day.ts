import { addDays, type CalendarDate } from '#shared/values/calendar';
import type { TicketRow } from '../../data/reads/tickets';
import { t } from '#shared/values/texts';

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
    [t('Overdue'), (due) => due !== undefined && due < today],
    [t('Today'), (due) => due === today],
    [t('Within seven days'), (due) => due !== undefined && due > today && due <= week],
    [t('Later'), (due) => due !== undefined && due > week],
    [t('Without a day'), (due) => due === undefined],
  ];
  return groups
    .map(([name, holds]) => ({ name, late: name === 'Overdue', rows: rows.filter(({ ticket }) => holds(ticket.due)) }))
    .filter((group) => group.rows.length > 0);
}
