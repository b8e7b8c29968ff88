import { Button, Group, Loader, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { SectionCard } from '../../components/SectionCard';
import { notify } from '../../components/notify';
import { numberText } from '../../components/text-of';
import { useChanges, useWorkspace } from '../../data/live';
import type { Health, Workspace } from '../../data/workspace';
import { bytesText } from '../../components/bytes-text';
import classes from './SettingsScreen.module.css';
import { t } from '#shared/values/texts';

/** How much there is, where it lies, and whether this device promised to keep it. */
export function DataFacts() {
  const workspace = useWorkspace();
  const { health, measure } = useHealth(workspace);
  return (
    <SectionCard title={t('What is kept on this computer')}>
      {health ? (
        <dl className={classes.facts}>
          <Fact name={t('Records')} value={numberText(health.records)} />
          <Fact name={t('Changes in history')} value={`${numberText(health.entries)}, kept in ${numberText(health.pages)} pages`} />
          <Fact name={t('Files')} value={filesText(health.files)} />
          {health.usage === undefined ? null : <Fact name={t('Space used')} value={spaceText(health.usage, health.quota)} />}
          {health.quarantine.length > 0 ? (
            <Fact name={t('Set aside')} value={`${numberText(health.quarantine.length)} unreadable pages`} />
          ) : null}
          <dt>{t('Kept for good')}</dt>
          <dd>
            <Persistence persisted={health.persisted} onAsked={measure} />
          </dd>
        </dl>
      ) : (
        <Loader size="xs" type="dots" aria-label={t('Counting')} />
      )}
    </SectionCard>
  );
}

function useHealth(workspace: Workspace): { readonly health: Health | undefined; readonly measure: () => void } {
  const [health, setHealth] = useState<Health>();
  const measure = (): void =>
    void workspace.health().then(setHealth, (cause: unknown) => notify.problem(cause instanceof Error ? cause.message : String(cause)));
  useEffect(measure, [workspace]);
  useChanges(measure);
  return { health, measure };
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="num">{value}</dd>
    </>
  );
}

/** Browsers may throw data away when the disk runs full, unless they promised not to. */
function Persistence({ persisted, onAsked }: { readonly persisted: boolean; readonly onAsked: () => void }) {
  if (persisted) return t('Yes: this device promised not to throw it away when space runs short.');
  const ask = async (): Promise<void> => {
    const given = await navigator.storage.persist();
    if (given) onAsked();
    else
      notify.problem(
        t('The browser did not promise it. Save everything as one file now and then, or install Throughline as a desktop app.'),
        t('Not promised'),
      );
  };
  return (
    <Group gap="sm">
      <Text size="sm">{t('Not promised yet.')}</Text>
      <Button size="compact-sm" variant="default" onClick={() => void ask()}>
        {t('Ask this device to keep it')}
      </Button>
    </Group>
  );
}

function filesText({ count, bytes }: Health['files']): string {
  return count === 0 ? '0' : `${numberText(count)} (${bytesText(bytes)})`;
}

function spaceText(usage: number, quota: number | undefined): string {
  return quota === undefined
    ? bytesText(usage)
    : t('{{usage}} of {{quota}} that this device offers', { usage: bytesText(usage), quota: bytesText(quota) });
}
