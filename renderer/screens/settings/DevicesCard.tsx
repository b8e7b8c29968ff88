import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { AgeText } from '../../components/AgeText';
import { notify } from '../../components/notify';
import { PersonName } from '../../components/PersonName';
import { SectionCard } from '../../components/SectionCard';
import { countText } from '../../components/text-of';
import { useWorkspace } from '../../data/live';
import type { SeenDevice } from '../../data/workspace';
import classes from './SettingsScreen.module.css';
import { t } from '#shared/values/texts';
import { Sentence } from '../../components/Sentence';

const SHOWN = 12;

/** Whose computers have written what is here, and how fresh it is. */
export function DevicesCard() {
  const workspace = useWorkspace();
  const [devices, setDevices] = useState<readonly SeenDevice[]>([]);
  const version = workspace.version();
  useEffect(() => {
    let left = false;
    workspace.devices().then(
      (seen) => left || setDevices(seen),
      (cause: unknown) => left || notify.problem(cause instanceof Error ? cause.message : String(cause)),
    );
    return () => void (left = true);
  }, [workspace, version]);
  return (
    <SectionCard title={t('Devices whose changes are here')}>
      <ul className={classes.plain}>
        {devices.slice(0, SHOWN).map((device) => (
          <li key={device.device} className={classes.device}>
            <PersonName id={device.by} avatar />
            <Text size="sm" c="dimmed" className="num">
              <Sentence
                text="{{value}} · {{changes}} · last <age/>"
                parts={{ age: <AgeText value={device.at} /> }}
                values={{
                  value: device.isThis ? t('this device') : t('device {{slice}}', { slice: device.device.slice(0, 6) }),
                  changes: countText(device.changes, 'change', 'changes'),
                }}
              />
            </Text>
          </li>
        ))}
      </ul>
      {devices.length > SHOWN ? (
        <Text size="sm" c="dimmed" mt="xs">
          {t('and {{countText}}', { countText: countText(devices.length - SHOWN, t('more device'), t('more devices')) })}
        </Text>
      ) : null}
    </SectionCard>
  );
}
