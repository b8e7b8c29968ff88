import { Anchor, Badge, Button } from '@mantine/core';
import { IconActivity } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Id } from '#shared/records/define-record';
import { joinedPerson } from '#shared/records/joined-person';
import { seesPeople } from '#shared/signals/signal-settings';
import type { Turned, TurnedSignal } from '#shared/signals/turned';
import { addDays, type CalendarDate } from '#shared/values/calendar';
import { PersonName } from '../../components/PersonName';
import { SectionCard } from '../../components/SectionCard';
import { rowPath } from '../../components/signal/row-path';
import { DEEDS, SIGNAL_WORDS, valueText } from '../../components/signal/signal-words';
import { useSignalsReady } from '../../components/signal/use-signals-ready';
import { dateText, numberText } from '../../components/text-of';
import { useMyRoles } from '../../components/use-my-roles';
import { useToday } from '../../components/use-today';
import { useLive, useMe, useRecord, useWorkspace } from '../../data/live';
import { compositeOn, turnedBetween } from '../../data/reads/signals';
import type { LiveRecords } from '../../data/workspace';
import { useSignalsLook } from '../../ui-state/signals-look';
import classes from './TodayScreen.module.css';
import { t } from '#shared/values/texts';

const WEEK = 7;
/** Nobody reads what turned before they were away for longer. */
const LONGEST = 31;
const SHOWN = 6;

/** What turned in the last seven days, or since I last looked where that is longer ago, and what to do about it. */
export function SignalsCard() {
  const today = useToday();
  const since = useSince(today);
  return useSignalsReady(today, since) ? <TurnedCard today={today} since={since} /> : null;
}

function TurnedCard({ today, since }: { readonly today: CalendarDate; readonly since: CalendarDate }) {
  const me = useMe();
  const roles = useMyRoles();
  const all = seesPeople(roles);
  const { signals, rows } = useLive((records) => turnedBetween(records, since, today), [since, today]);
  const mine = useLive((records) => rows.filter((turned) => (all ? true : isMine(records, turned, me))), [rows, all, me]);
  const { trueOnes, withData, verdict } = useLive((records) => compositeOn(records, today), [today]);
  const shownSignals = signals.filter(({ signal }) => all || signal.key !== 'escalations');
  return (
    <SectionCard
      flush
      title={t('Signals')}
      actions={
        <Anchor component={Link} to="/signals" size="sm">
          {verdict === 'not enough data' ? t('Not enough data yet') : t('{{trueOnes}} of {{withData}} on', { trueOnes, withData })}
        </Anchor>
      }
    >
      {shownSignals.length === 0 && mine.length === 0 ? (
        <p className={classes.none}>{t('Nothing turned since {{since}}.', { since: dateText(since) })}</p>
      ) : null}
      <ul className={classes.lines}>
        {shownSignals.map((turned) => (
          <SignalLine key={turned.signal.key} turned={turned} />
        ))}
        <TurnedLines rows={mine} />
      </ul>
    </SectionCard>
  );
}

function useSince(today: CalendarDate): CalendarDate {
  const { info } = useWorkspace();
  const looked = useSignalsLook((state) => state.byWorkspace[info.id]);
  const [week, longest] = [addDays(today, -WEEK), addDays(today, -LONGEST)];
  if (looked === undefined || looked > week) return week;
  return looked < longest ? longest : looked;
}

/** On a deal that I sell, prepare or run. */
function isMine(records: LiveRecords, { row }: Turned, me: Id<'person'>): boolean {
  const deal = records.get('deal', row.deal);
  return row.aboutPeople !== true && [deal?.ae, deal?.presalesLead, deal?.pm].some((one) => joinedPerson(records, one)?.id === me);
}

function SignalLine({ turned: { signal } }: { readonly turned: TurnedSignal }) {
  const isOn = signal.state === 'true';
  return (
    <li className={classes.line}>
      <span className={classes.icon}>
        <IconActivity size={17} stroke={1.75} aria-hidden />
      </span>
      <div className={classes.what}>
        <Link to="/signals" className={classes.title}>
          {SIGNAL_WORDS[signal.key].name}
        </Link>
        <span className={classes.facts}>{t('{{signal}}, for the whole firm', { signal: valueText(signal) })}</span>
      </div>
      <Badge variant="light" color={isOn ? 'red' : 'teal'}>
        {isOn ? t('Turned on') : t('Turned quiet')}
      </Badge>
    </li>
  );
}

function TurnedLines({ rows }: { readonly rows: readonly Turned[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, SHOWN);
  return (
    <>
      {shown.map((turned) => (
        <TurnedLine key={`${turned.signal} ${turned.row.key}`} turned={turned} />
      ))}
      {rows.length > SHOWN ? (
        <li className={classes.line}>
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setAll(!all)}>
            {all ? t('Show fewer') : t('Show all {{length}}', { length: numberText(rows.length) })}
          </Button>
        </li>
      ) : null}
    </>
  );
}

function TurnedLine({ turned: { signal, row } }: { readonly turned: Turned }) {
  const deal = useRecord('deal', row.deal);
  const path = rowPath(signal, row);
  return (
    <li className={classes.line}>
      <span className={classes.icon}>
        <IconActivity size={17} stroke={1.75} aria-hidden />
      </span>
      <div className={classes.what}>
        <span className={classes.plain}>{row.person ? <PersonName id={row.person} /> : deal?.name}</span>
        <span className={classes.facts}>{told(signal, row)}</span>
      </div>
      {path ? (
        <Button component={Link} to={path} size="compact-sm" variant="default">
          {DEEDS[signal]}
        </Button>
      ) : null}
    </li>
  );
}

const told = (signal: Turned['signal'], { text, value }: Turned['row']): string =>
  signal === 'changeOrders' ? t('{{text}}: undecided for {{value}} days', { text, value: value ?? 0 }) : text;
