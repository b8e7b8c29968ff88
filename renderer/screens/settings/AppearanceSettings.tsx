import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { SectionCard } from '../../components/SectionCard';
import { type Density, useAppearance } from '../../ui-state/appearance';
import { Deed } from './Deed';

const SCHEMES = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'As the system' },
];

const DENSITIES = [
  { value: 'comfortable', label: 'Comfortable' },
  { value: 'compact', label: 'Compact' },
];

/** How the app looks on this device. Not part of the firm's records. */
export function AppearanceSettings() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { density, setDensity } = useAppearance();
  return (
    <SectionCard title="Appearance on this device">
      <Deed name="Colours" text="Light, dark, or whatever the computer is set to.">
        <SegmentedControl
          aria-label="Colours"
          data={SCHEMES}
          value={colorScheme}
          onChange={(value) => setColorScheme(value as 'light' | 'dark' | 'auto')}
        />
      </Deed>
      <Deed name="Lists" text="How close rows stand to each other.">
        <SegmentedControl aria-label="Lists" data={DENSITIES} value={density} onChange={(value) => setDensity(value as Density)} />
      </Deed>
    </SectionCard>
  );
}
