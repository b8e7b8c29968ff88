import { ActionIcon, Menu } from '@mantine/core';
import { IconClockEdit, IconPlayerStop, IconTrash } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { recordPath } from '../../components/record-path';
import { LogHoursDialog } from '../../components/ticket/LogHoursDialog';
import { runText, useClock } from '../../components/ticket/use-clock';
import { isForgotten, useTimer } from '../../components/ticket/use-timer';
import { dateOfInstant, instantOf } from '#shared/values/calendar';
import { TIME_ZONE } from '../../components/use-today';
import { useRecord } from '../../data/live';
import { followTimers, type RunningTimer } from '../../ui-state/timers';
import classes from './TimerPill.module.css';
import { t } from '#shared/values/texts';

/** The timer that runs, wherever one is: on what, for how long, and the way to stop it. Nothing where none runs. */
export function TimerPill() {
  const { running } = useTimer();
  useEffect(followTimers, []);
  return running ? <Running timer={running} /> : null;
}

function Running({ timer }: { readonly timer: RunningTimer }) {
  const { stop, discard } = useTimer();
  const [asking, setAsking] = useState(false);
  const now = useClock();
  const ticket = useRecord('ticket', timer.ticket);
  const byHand = (): void => setAsking(true);
  const onStop = (): void => (isForgotten(timer, now) ? byHand() : void stop());
  return (
    <div className={classes.pill} role="group" aria-label={t('Timer')}>
      <span className={classes.dot} aria-hidden />
      <span className={classes.time} role="timer">
        {runText(timer.startedAt, now)}
      </span>
      {ticket ? (
        <Link to={recordPath(ticket.id, ticket.deal) ?? ''} className={classes.title} title={ticket.title}>
          {ticket.title}
        </Link>
      ) : null}
      <ActionIcon size={26} variant="subtle" aria-label={t('Stop and log the time')} disabled={!ticket} onClick={onStop}>
        <IconPlayerStop size={16} stroke={1.75} />
      </ActionIcon>
      <Menu position="bottom-end">
        <Menu.Target>
          <button type="button" className={classes.more} aria-label={t('More for the timer')}>
            ⋯
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconClockEdit size={16} />} disabled={!ticket} onClick={byHand}>
            {t('Log another number of hours…')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} />} onClick={discard}>
            {t('Stop without logging')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asking && ticket ? (
        <LogHoursDialog
          ticket={ticket}
          day={dateOfInstant(instantOf(timer.startedAt), TIME_ZONE)}
          onLogged={discard}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </div>
  );
}
