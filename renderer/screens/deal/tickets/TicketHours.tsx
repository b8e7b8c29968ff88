import { useState } from 'react';
import { joinedPerson } from '#shared/records/joined-person';
import type { Deal, Ticket } from '#shared/records/registry';
import { activityOf, sumHours } from '#shared/ticket/hours';
import { DateText } from '../../../components/DateText';
import { ExportTableMenu } from '../../../components/export-table/ExportTableMenu';
import { PersonName } from '../../../components/PersonName';
import { QuietButton } from '../../../components/QuietButton';
import { numberText } from '../../../components/text-of';
import { LogHoursDialog } from '../../../components/ticket/LogHoursDialog';
import { useLive, useWorkspace } from '../../../data/live';
import classes from './TicketPanel.module.css';
import { t } from '#shared/values/texts';

interface TicketHoursProps {
  readonly ticket: Ticket;
  readonly deal: Deal;
}

/** What the work has taken so far, against what it was thought to take. */
export function TicketHours({ ticket, deal }: TicketHoursProps) {
  const workspace = useWorkspace();
  const [logging, setLogging] = useState(false);
  const entries = useLive(
    (records) => records.of('timeEntry', 'ticket', ticket.id).toSorted((a, b) => (a.date < b.date ? 1 : -1)),
    [ticket.id],
  );
  const sum = sumHours(entries);
  const { estimateHours } = ticket;
  return (
    <section className={classes.section} aria-label={t('Hours')}>
      <div className={classes.heading}>
        <h3>{t('Hours')}</h3>
        <span className={classes.sum} data-over={(estimateHours !== undefined && sum > estimateHours) || undefined}>
          {numberText(sum)} h{estimateHours === undefined ? '' : t(' of {{estimateHours}} h', { estimateHours: numberText(estimateHours) })}
        </span>
        <QuietButton onClick={() => setLogging(true)}>{t('Log hours…')}</QuietButton>
        {entries.length > 0 ? (
          <ExportTableMenu
            label={t('Hours')}
            variant="icon"
            table={() => ({
              name: t('{{title}} hours', { title: ticket.title }),
              headers: [t('Day'), t('Who'), t('Note'), t('Hours')],
              rows: entries.map(({ date, person, note, hours }) => [{ date }, joinedPerson(workspace.records, person)?.name, note, hours]),
            })}
          />
        ) : null}
      </div>
      {entries.length > 0 ? (
        <table className={classes.hours}>
          <tbody>
            {entries.map(({ id, date, person, note, hours }) => (
              <tr key={id}>
                <td>
                  <DateText value={date} />
                </td>
                <td>
                  <PersonName id={person} />
                </td>
                <td className={classes.quiet}>{note}</td>
                <td>{numberText(hours)} h</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p className={classes.state}>
          {activityOf(ticket, deal) === 'pursuit'
            ? t('No hours yet. What is logged here counts as pursuit: what it costs to win the deal.')
            : t('No hours yet. Start the timer, or log them by hand.')}
        </p>
      )}
      {logging ? <LogHoursDialog ticket={ticket} onClose={() => setLogging(false)} /> : null}
    </section>
  );
}
