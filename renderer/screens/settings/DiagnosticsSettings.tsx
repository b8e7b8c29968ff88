import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { t } from '#shared/values/texts';
import { notify } from '../../components/notify';
import { SectionCard } from '../../components/SectionCard';
import { useSync, useWorkspace } from '../../data/live';
import { platform } from '../../platform/current-platform';
import classes from './DiagnosticsSettings.module.css';
import { windowFactsOf } from './window-facts';

/** What helps to find a fault, shown whole before anything is saved. Nothing is sent anywhere. */
export function DiagnosticsSettings() {
  const workspace = useWorkspace();
  const sync = useSync();
  const [text, setText] = useState<string>();
  const [busy, setBusy] = useState(false);
  const doing = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    await work().catch((cause: unknown) => notify.problem(cause instanceof Error ? cause.message : String(cause)));
    setBusy(false);
  };
  const collect = async (): Promise<void> => setText(await platform.collectDiagnostics(await windowFactsOf(workspace, sync)));
  const save = async (): Promise<void> => {
    if ((await platform.saveDiagnostics()) === 'saved') notify.done(t('The diagnostics were saved.'));
  };
  return (
    <SectionCard title={t('Diagnostics')}>
      <Text size="sm" c="dimmed">
        {t(
          'Versions, settings of your organisation, counts, sizes and the log, for whoever helps you. No names, no deals, no texts, no passwords. Nothing is sent: you save a file and decide who gets it.',
        )}
      </Text>
      <Group gap="xs" mt="md">
        <Button variant={text === undefined ? 'filled' : 'default'} loading={busy} onClick={() => void doing(collect)}>
          {text === undefined ? t('Collect') : t('Collect again')}
        </Button>
        {text === undefined ? null : (
          <Button loading={busy} onClick={() => void doing(save)}>
            {t('Save…')}
          </Button>
        )}
      </Group>
      {text === undefined ? null : (
        <>
          <Text size="sm" fw={550} mt="lg" mb={6} id="diagnostics-text">
            {t('This is all of it')}
          </Text>
          <pre className={classes.text} tabIndex={0} role="region" aria-labelledby="diagnostics-text">
            {text}
          </pre>
        </>
      )}
    </SectionCard>
  );
}
