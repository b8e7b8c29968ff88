import { ActionIcon, Anchor, Tooltip } from '@mantine/core';
import { IconCheck, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Link } from 'react-router';
import type { Ticket } from '#shared/records/registry';
import { isOverdue } from '#shared/ticket/ticket-kind';
import { sentence } from '../../components/FieldValue';
import { recordPath } from '../../components/record-path';
import { SectionCard } from '../../components/SectionCard';
import { shortDateText } from '../../components/text-of';
import { TICKET_ICONS } from '../../components/ticket/ticket-icons';
import { useTicketMove } from '../../components/ticket/use-ticket-move';
import { useTimer } from '../../components/ticket/use-timer';
import { useToday } from '../../components/use-today';
import { useLive, useMe } from '../../data/live';
import { openTicketsOf, type TicketRow } from '../../data/reads/tickets';
import { byDay } from './by-day';
import classes from './TodayScreen.module.css';
import { t } from '#shared/values/texts';
import { Sentence } from '../../components/Sentence';

/** My open work on every deal, what is late first. */
export function MyTickets() {
  const me = useMe();
  const today = useToday();
  const rows = useLive((records) => openTicketsOf(records, me), [me]);
  const groups = useMemo(() => byDay(rows, today), [rows, today]);
  const { move, dialog } = useTicketMove();
  return (
    <SectionCard flush title={t('My tickets')}>
      {rows.length === 0 ? (
        <p className={classes.none}>
          <Sentence
            text={t('Nothing waits for you. Take a ticket on the board of a deal, or <anchor/>.')}
            parts={{
              anchor: (
                <Anchor component={Link} to="/today/work" inherit>
                  {t('look at everybody’s work')}
                </Anchor>
              ),
            }}
          />
        </p>
      ) : (
        groups.map(({ name, late, rows: within }) => (
          <section key={name} aria-label={name}>
            <h3 className={classes.group} data-late={late || undefined}>
              {name}
            </h3>
            <ul className={classes.lines}>
              {within.map((row) => (
                <TicketLine key={row.ticket.id} row={row} onDone={() => move(row.ticket, 'done')} />
              ))}
            </ul>
          </section>
        ))
      )}
      {dialog}
    </SectionCard>
  );
}

function TicketLine({ row: { ticket, deal }, onDone }: { readonly row: TicketRow; readonly onDone: () => void }) {
  const Symbol = TICKET_ICONS[ticket.kind];
  return (
    <li className={classes.line}>
      <span className={classes.icon}>
        <Symbol size={17} stroke={1.75} role="img" aria-label={ticket.kind} />
      </span>
      <div className={classes.what}>
        <Link to={recordPath(ticket.id, ticket.deal) ?? ''} className={classes.title}>
          {ticket.title}
        </Link>
        <span className={classes.facts}>
          {deal?.name} · {sentence(ticket.status)}
          {ticket.expects ? t(' · to deliver: {{expects}}', { expects: ticket.expects }) : ''}
        </span>
      </div>
      <Due ticket={ticket} />
      <span className={classes.tools}>
        <TimerTool ticket={ticket} />
        <Tooltip label={t('Mark as done')}>
          <ActionIcon
            size={28}
            variant="subtle"
            color="gray"
            aria-label={t('Mark {{title}} as done', { title: ticket.title })}
            onClick={onDone}
          >
            <IconCheck size={16} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      </span>
    </li>
  );
}

function TimerTool({ ticket }: { readonly ticket: Ticket }) {
  const { running, start, stop } = useTimer();
  const isRunning = running?.ticket === ticket.id;
  const Symbol = isRunning ? IconPlayerStop : IconPlayerPlay;
  return (
    <Tooltip label={isRunning ? t('Stop the timer') : t('Start the timer')}>
      <ActionIcon
        size={28}
        variant={isRunning ? 'light' : 'subtle'}
        color={isRunning ? 'teal' : 'gray'}
        aria-label={
          isRunning ? t('Stop the timer on {{title}}', { title: ticket.title }) : t('Start the timer on {{title}}', { title: ticket.title })
        }
        onClick={() => void (isRunning ? stop() : start(ticket))}
      >
        <Symbol size={16} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  );
}

function Due({ ticket }: { readonly ticket: Ticket }) {
  const today = useToday();
  if (!ticket.due) return null;
  return (
    <time dateTime={ticket.due} className={classes.due} data-late={isOverdue(ticket, today) || undefined}>
      {shortDateText(ticket.due, today)}
    </time>
  );
}
