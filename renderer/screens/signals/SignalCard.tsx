import { ActionIcon, Badge, Popover, Stack, Text } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import type { Signal, SignalState } from '#shared/signals/signal';
import { CHOICES_OF, maySetSignals, seesPeople } from '#shared/signals/signal-settings';
import { SectionCard } from '../../components/SectionCard';
import { SignalSwitch } from '../../components/signal/SignalSwitch';
import { amountText, SIGNAL_WORDS, STATE_WORDS, valueText } from '../../components/signal/signal-words';
import { ThresholdInput } from '../../components/signal/ThresholdInput';
import { dateText } from '../../components/text-of';
import { useMyRoles } from '../../components/use-my-roles';
import { SignalRows } from './SignalRows';
import classes from './SignalsScreen.module.css';
import { Trend } from './Trend';
import { t } from '#shared/values/texts';

const COLOURS: Readonly<Record<SignalState, string>> = { true: 'red', false: 'teal', 'not enough data': 'gray', off: 'gray' };

/** One signal: its number against its threshold, how it came there, and what it rests on. */
export function SignalCard({ signal }: { readonly signal: Signal }) {
  const { name, asks } = SIGNAL_WORDS[signal.key];
  const showsPeople = seesPeople(useMyRoles());
  const isHidden = signal.key === 'escalations' && !showsPeople;
  return (
    <SectionCard
      title={name}
      actions={
        <span className={classes.cardActs}>
          {isHidden ? null : (
            <Badge variant="light" color={COLOURS[signal.state]}>
              {STATE_WORDS[signal.state]}
            </Badge>
          )}
          <SetHere signal={signal} />
        </span>
      }
    >
      <p className={classes.asks}>{asks}</p>
      {isHidden ? (
        <p className={classes.lacks}>{t('It is about people, so it is shown to partners only.')}</p>
      ) : (
        <Measured signal={signal} />
      )}
    </SectionCard>
  );
}

function Measured({ signal }: { readonly signal: Signal }) {
  const showsPeople = seesPeople(useMyRoles());
  if (signal.state === 'off') return <p className={classes.lacks}>{t('Switched off for the whole firm. Nothing is measured.')}</p>;
  const rows = signal.rows.filter((row) => showsPeople || row.aboutPeople !== true);
  return (
    <>
      <div className={classes.measured}>
        <div>
          <div className={classes.value} data-true={(signal.isTrue && signal.value !== undefined) || undefined}>
            {valueText(signal)}
          </div>
          <div className={classes.threshold}>{t('On above {{threshold}}', { threshold: amountText(signal.threshold, signal.unit) })}</div>
        </div>
        <Trend
          label={SIGNAL_WORDS[signal.key].name}
          values={signal.trend.map(({ day, value }) => ({ when: dateText(day), value }))}
          textOf={(value) => amountText(value, signal.unit)}
          threshold={signal.threshold}
        />
      </div>
      {signal.lacks ? <p className={classes.lacks}>{signal.lacks}</p> : null}
      {signal.remark ? <p className={classes.remark}>{signal.remark}.</p> : null}
      <SignalRows signal={signal.key} rows={rows} />
      {rows.length < signal.rows.length ? <p className={classes.remark}>{t('What compares people is shown to partners only.')}</p> : null}
    </>
  );
}

/** The thresholds of a signal, edited where it stands; who may not set them reads them. */
function SetHere({ signal }: { readonly signal: Signal }) {
  const { name } = SIGNAL_WORDS[signal.key];
  const maySet = maySetSignals(useMyRoles());
  return (
    <Popover position="bottom-end" withArrow trapFocus width={280}>
      <Popover.Target>
        <ActionIcon size={28} variant="subtle" color="gray" aria-label={t('Thresholds of “{{name}}”', { name })}>
          <IconAdjustmentsHorizontal size={16} stroke={1.75} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <span className={classes.switchLine}>
            <Text size="sm" fw={550}>
              {t('Measure this')}
            </Text>
            <SignalSwitch name={signal.key} label={t('Measure “{{name}}”', { name })} />
          </span>
          {CHOICES_OF[signal.key].map((choice) => (
            <ThresholdInput key={choice} name={choice} />
          ))}
          <ThresholdInput name="minimumSample" />
          <Text size="xs" c="dimmed">
            {maySet ? t('For the whole firm. Undo takes it back.') : t('Partners and admins set these.')}
          </Text>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
