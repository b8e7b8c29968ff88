import type { TableFile } from '#shared/exchange/table-file';
import type { Records } from '#shared/records/records';
import { titleOf } from '#shared/records/value-text';
import type { WeekToApprove } from '#shared/time/approval';
import type { ShownWeek } from '../../data/reads/time';
import { t } from '#shared/values/texts';

/** A week as its grid shows it: a row for each piece of work, a column for each day. */
export const weekTable = ({ monday, days, rows }: ShownWeek): TableFile => ({
  name: t('Hours of the week of {{monday}}', { monday }),
  headers: [t('Deal'), t('Work'), t('Activity'), ...days, t('Total h')],
  rows: rows.map(({ deal, part, of, cells, hours }) => [
    deal?.name,
    part,
    of.activity,
    ...cells.map((cell) => (cell.entries.length > 0 ? cell.hours : undefined)),
    hours,
  ]),
});

/** The hours that wait for approval, entry by entry. */
export function waitingTable(weeks: readonly WeekToApprove[], records: Records): TableFile {
  const named = (id: string | undefined): string => (id === undefined ? '' : titleOf(id, records));
  return {
    name: t('Hours to approve'),
    headers: [t('Person'), t('Date'), t('Deal'), t('Work'), t('Activity'), t('Hours'), t('Billable'), t('Bill rate'), t('Note')],
    rows: weeks.flatMap(({ entries }) =>
      entries.map(({ person, date, deal, ticket, scopeLine, activity, hours, billable, billRate, note }) => [
        named(person),
        { date },
        named(deal),
        named(ticket ?? scopeLine),
        activity,
        hours,
        billable,
        billRate,
        note,
      ]),
    ),
  };
}
