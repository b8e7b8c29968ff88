import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { ManagedNote } from '../../components/ManagedNote';
import { SectionCard } from '../../components/SectionCard';
import { platform } from '../../platform/current-platform';
import { usePolicy } from '../../platform/policy';
import { type Density, useAppearance } from '../../ui-state/appearance';
import { chosenLanguage, isLanguage, LANGUAGES } from '../../texts/language';
import { Deed } from './Deed';
import { t } from '#shared/values/texts';

const SCHEMES = [
  { value: 'light', label: t('Light') },
  { value: 'dark', label: t('Dark') },
  { value: 'auto', label: t('As the system') },
];

const DENSITIES = [
  { value: 'comfortable', label: t('Comfortable') },
  { value: 'compact', label: t('Compact') },
];

const LANGUAGE_CHOICES = [
  ...Object.entries(LANGUAGES).map(([value, label]) => ({ value, label })),
  { value: 'auto', label: t('As the system') },
];

/** Every text is looked up as the window is loaded, so another language loads it anew; nothing that was saved is touched. */
function speakFromNowOn(value: string): void {
  chosenLanguage.set(isLanguage(value) ? value : undefined);
  window.location.reload();
}

/** How the app looks on this device. Not part of the firm's records. */
export function AppearanceSettings() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { density, setDensity } = useAppearance();
  const managed = usePolicy().language;
  return (
    <SectionCard title={t('Appearance on this device')}>
      <Deed name={t('Colours')} text={t('Light, dark, or whatever the computer is set to.')}>
        <SegmentedControl
          aria-label={t('Colours')}
          data={SCHEMES}
          value={colorScheme}
          onChange={(value) => setColorScheme(value as 'light' | 'dark' | 'auto')}
        />
      </Deed>
      <Deed name={t('Lists')} text={t('How close rows stand to each other.')}>
        <SegmentedControl aria-label={t('Lists')} data={DENSITIES} value={density} onChange={(value) => setDensity(value as Density)} />
      </Deed>
      <Deed
        name={t('Language')}
        text={t('Of this program. What people wrote stays as they wrote it.')}
        outcome={managed ? <ManagedNote /> : null}
      >
        <SegmentedControl
          aria-label={t('Language')}
          data={LANGUAGE_CHOICES}
          value={managed ?? chosenLanguage.get() ?? 'auto'}
          onChange={speakFromNowOn}
          disabled={managed !== undefined}
        />
      </Deed>
      {platform.kind === 'desktop' ? (
        <Deed
          name={t('Spelling')}
          text={t(
            'On macOS the system checks it, in the languages set there. On Windows and Linux it is not checked: dictionaries would have to be fetched from the internet.',
          )}
        >
          {null}
        </Deed>
      ) : null}
    </SectionCard>
  );
}
