import { Button, Group, SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import { MOODS, notePulse, PULSE_GOES_STALE_DAYS, pulseStanding, type Mood } from '#shared/delivery/pulse';
import type { Deal, Pulse } from '#shared/records/registry';
import { instantOf } from '#shared/values/calendar';
import { AgeText } from '../../../components/AgeText';
import { sentence } from '../../../components/FieldValue';
import { HealthDot } from '../../../components/HealthDot';
import { PersonName } from '../../../components/PersonName';
import { SectionCard } from '../../../components/SectionCard';
import { useMayWrite } from '../../../components/use-may-write';
import { useCommit, useLive, useMe, useWorkspace } from '../../../data/live';
import classes from './Side.module.css';
import { t } from '#shared/values/texts';

const SHOWN = 4;
/** The same shapes as the health of a deal: a disc, a triangle, a square. */
const SHAPES = { good: 'green', mixed: 'amber', poor: 'red' } as const;
const TRENDS = { better: t('better than before'), worse: t('worse than before'), same: t('as before') } as const;

/** How the client is doing, as we note it: the last word, the way it goes, and a place for the next. */
export function PulseCard({ deal }: { readonly deal: Deal }) {
  const workspace = useWorkspace();
  const { last, all, trend, isStale } = useLive((records) => pulseStanding(records, deal.id, workspace.now()), [deal.id, workspace]);
  return (
    <SectionCard title={t('Client pulse')}>
      {last ? (
        <p className={classes.lead}>
          <HealthDot health={SHAPES[last.mood]} /> <b>{sentence(last.mood)}</b>
          {trend ? `, ${TRENDS[trend]}` : ''}
          {isStale ? (
            <span className={classes.stale}>
              {t(' · nothing noted for more than {{PULSE_GOES_STALE_DAYS}} days', { PULSE_GOES_STALE_DAYS })}
            </span>
          ) : null}
        </p>
      ) : (
        <p className={classes.none}>{t('Nobody has noted how the client is doing. One word after each call is enough.')}</p>
      )}
      <NoteForm deal={deal} />
      <ul className={classes.list} aria-label={t('Notes on the client')}>
        {all.slice(0, SHOWN).map((pulse) => (
          <PulseLine key={pulse.id} pulse={pulse} />
        ))}
      </ul>
    </SectionCard>
  );
}

function PulseLine({ pulse }: { readonly pulse: Pulse }) {
  return (
    <li className={classes.line}>
      <HealthDot health={SHAPES[pulse.mood]} />
      <span className={classes.what}>{pulse.note ?? sentence(pulse.mood)}</span>
      <span className={classes.end}>
        <PersonName id={pulse.person} /> · <AgeText value={pulse.at} />
      </span>
    </li>
  );
}

function NoteForm({ deal }: { readonly deal: Deal }) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const me = useMe();
  const mayWrite = useMayWrite('pulse');
  const [mood, setMood] = useState<Mood>('good');
  const [note, setNote] = useState('');
  if (!mayWrite) return null;
  const add = async (): Promise<void> => {
    const at = instantOf(workspace.now());
    if (await commit(notePulse(workspace.newId('pulse'), deal.id, { by: me, at, mood, note }))) setNote('');
  };
  return (
    <Group gap="xs" align="flex-start" wrap="nowrap" mb="xs">
      <SegmentedControl
        size="xs"
        aria-label={t('How is the client doing?')}
        value={mood}
        onChange={(next) => setMood(MOODS.find((one) => one === next) ?? mood)}
        data={MOODS.map((value) => ({ value, label: sentence(value) }))}
      />
      <Textarea
        size="xs"
        aria-label={t('What makes you say so')}
        placeholder={t('What makes you say so')}
        autosize
        minRows={1}
        style={{ flex: 1 }}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button size="xs" variant="default" onClick={() => void add()}>
        {t('Note it')}
      </Button>
    </Group>
  );
}
