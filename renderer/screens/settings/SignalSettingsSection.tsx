import { Text } from '@mantine/core';
import { SIGNAL_KEYS } from '#shared/signals/signal';
import { CHOICES_OF, maySetSignals, SIGNAL_CHOICES } from '#shared/signals/signal-settings';
import { SectionCard } from '../../components/SectionCard';
import { SignalSwitch } from '../../components/signal/SignalSwitch';
import { SIGNAL_WORDS } from '../../components/signal/signal-words';
import { ThresholdInput } from '../../components/signal/ThresholdInput';
import { useMyRoles } from '../../components/use-my-roles';
import { Deed } from './Deed';
import { t } from '#shared/values/texts';

/** From where on each signal speaks, what is not measured at all, and whether visits are noted. */
export function SignalSettingsSection() {
  const maySet = maySetSignals(useMyRoles());
  return (
    <>
      {maySet ? null : (
        <Text size="sm" c="dimmed">
          {t('Partners and admins set these. They hold for the whole firm.')}
        </Text>
      )}
      {SIGNAL_KEYS.map((key) => (
        <SectionCard key={key} title={SIGNAL_WORDS[key].name}>
          <Deed name={t('Measure this')} text={SIGNAL_WORDS[key].asks}>
            <SignalSwitch name={key} label={t('Measure “{{name}}”', { name: SIGNAL_WORDS[key].name })} />
          </Deed>
          {CHOICES_OF[key].map((choice) => (
            <Deed key={choice} name={SIGNAL_CHOICES[choice].label} text={t('The signal is on above it, not at it.')}>
              <ThresholdInput name={choice} bare />
            </Deed>
          ))}
        </SectionCard>
      ))}
      <SectionCard title={t('All signals')}>
        <Deed
          name={SIGNAL_CHOICES.minimumSample.label}
          text={t('With fewer engagements, deals or decisions a signal says that it has not enough data.')}
        >
          <ThresholdInput name="minimumSample" bare />
        </Deed>
        <Deed
          name={t('Note who looked at a deal')}
          text={t(
            'Who opens a deal for a few seconds leaves one note a day: who, which deal, when. Only everybody’s own, and nothing of what they read. It says whether somebody who sold a deal still follows it; without it that part of the signal is left out.',
          )}
        >
          <SignalSwitch name="visits" label={t('Note who looked at a deal')} />
        </Deed>
      </SectionCard>
    </>
  );
}
