import { Text } from '@mantine/core';
import { t } from '#shared/values/texts';
import { SectionCard } from '../../components/SectionCard';
import { platform } from '../../platform/current-platform';
import type { PlatformUpdates } from '../../platform/updates';
import { UpdateChoices } from './UpdateChoices';
import { UpdateProgress } from './UpdateProgress';
import { useUpdates } from './use-updates';

/** Whether there is a newer Throughline, and where it comes from. */
export function UpdateSettings() {
  return (
    <SectionCard title={t('Updates')}>
      {platform.updates ? (
        <DesktopUpdates updates={platform.updates} />
      ) : (
        <Text size="sm">{t('This runs in a browser. It is updated with the program on this computer that serves it.')}</Text>
      )}
    </SectionCard>
  );
}

function DesktopUpdates({ updates }: { readonly updates: PlatformUpdates }) {
  const { facts, act } = useUpdates(updates);
  if (!facts) return null;
  return (
    <>
      <Text size="sm" mb="md">
        {t('This is version {{version}}.', { version: facts.version })}
      </Text>
      {facts.unavailable === undefined ? (
        <>
          <UpdateProgress state={facts.state} off={facts.channel === 'off'} act={act} />
          <UpdateChoices facts={facts} act={act} />
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {t(facts.unavailable)}
        </Text>
      )}
    </>
  );
}
