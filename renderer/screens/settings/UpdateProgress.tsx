import { Button, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { UpdateFacts, UpdateState } from '#shared/ipc/update-messages';
import { t } from '#shared/values/texts';
import { FormProblem } from '../../components/FormProblem';
import { clockText } from '../../components/text-of';
import { powerFacts } from '../../data/sync/power';
import type { PlatformUpdates } from '../../platform/updates';
import classes from './DiagnosticsSettings.module.css';

export type ActOnUpdates = (deed: (updates: PlatformUpdates) => Promise<UpdateFacts>) => Promise<void>;

interface UpdateProgressProps {
  readonly state: UpdateState;
  /** The person, or the organisation, wants none looked for. */
  readonly off: boolean;
  readonly act: ActOnUpdates;
}

/** From looking for a newer version over reading what is new to restarting with it. */
export function UpdateProgress({ state, off, act }: UpdateProgressProps) {
  return (
    <Stack gap="sm">
      <WhatIsThere state={state} act={act} />
      {'notes' in state && state.notes !== '' ? (
        <div>
          <Text size="sm" fw={550} mb={6} id="release-notes">
            {t('What is new')}
          </Text>
          <pre className={`${classes.text} ${classes.notes}`} tabIndex={0} role="region" aria-labelledby="release-notes">
            {state.notes}
          </pre>
        </div>
      ) : null}
      {['idle', 'newest', 'failed'].includes(state.kind) ? (
        <Group>
          <Button variant="default" disabled={off} onClick={() => void act((updates) => updates.check())}>
            {t('Check for updates')}
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
}

function WhatIsThere({ state, act }: Pick<UpdateProgressProps, 'state' | 'act'>) {
  switch (state.kind) {
    case 'idle':
      return null;
    case 'checking':
      return <Text size="sm">{t('Looking for a newer version…')}</Text>;
    case 'newest':
      return <Text size="sm">{t('There is no newer version. Asked {{when}}.', { when: clockText(state.at, Date.now()) })}</Text>;
    case 'failed':
      return <FormProblem message={t(state.message)} />;
    case 'found':
      return <FoundVersion version={state.version} act={act} />;
    case 'downloading':
      return (
        <div>
          <Text size="sm" mb={6}>
            {t('Fetching version {{version}}: {{percent}} %', { version: state.version, percent: state.percent })}
          </Text>
          <Progress value={state.percent} aria-label={t('Fetching the update')} />
        </div>
      );
    case 'ready':
      return <ReadyVersion version={state.version} act={act} />;
  }
}

function FoundVersion({ version, act }: { readonly version: string; readonly act: ActOnUpdates }) {
  const { metered } = powerFacts().get();
  return (
    <Group justify="space-between">
      <Text size="sm">
        {metered
          ? t('Version {{version}} is there. This connection is paid by volume: it is fetched when you are on another.', { version })
          : t('Version {{version}} is there.', { version })}
      </Text>
      <Button disabled={metered} onClick={() => void act((updates) => updates.download({ metered }))}>
        {t('Fetch it')}
      </Button>
    </Group>
  );
}

/** The question takes the place of what the person was typing in: a field is saved when it is left. */
function ReadyVersion({ version, act }: { readonly version: string; readonly act: ActOnUpdates }) {
  const [asking, setAsking] = useState(false);
  return (
    <Group justify="space-between">
      <Text size="sm">{t('Version {{version}} is ready.', { version })}</Text>
      <Button onClick={() => setAsking(true)}>{t('Restart to update')}</Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title={t('Restart with version {{version}}?', { version })} size={440}>
        <Text size="sm">
          {t('Everything you entered is saved. All windows of Throughline close, and it opens again when the update is installed.')}
        </Text>
        <Group justify="flex-end" gap="xs" mt="lg">
          <Button variant="default" onClick={() => setAsking(false)}>
            {t('Later')}
          </Button>
          <Button data-autofocus onClick={() => void act((updates) => updates.install())}>
            {t('Restart now')}
          </Button>
        </Group>
      </Modal>
    </Group>
  );
}
