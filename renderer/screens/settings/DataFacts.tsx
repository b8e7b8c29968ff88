import { Button, Group, Loader, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { SectionCard } from '../../components/SectionCard';
import { notify } from '../../components/notify';
import { numberText } from '../../components/text-of';
import { useChanges, useWorkspace } from '../../data/live';
import type { Health, Workspace } from '../../data/workspace';
import { bytesText } from '../../components/bytes-text';
import classes from './SettingsScreen.module.css';

/** How much there is, where it lies, and whether this device promised to keep it. */
export function DataFacts() {
  const workspace = useWorkspace();
  const { health, measure } = useHealth(workspace);
  return (
    <SectionCard title="What is kept on this computer">
      {health ? (
        <dl className={classes.facts}>
          <Fact name="Records" value={numberText(health.records)} />
          <Fact name="Changes in history" value={`${numberText(health.entries)}, kept in ${numberText(health.pages)} pages`} />
          <Fact name="Files" value={filesText(health.files)} />
          {health.usage === undefined ? null : <Fact name="Space used" value={spaceText(health.usage, health.quota)} />}
          {health.quarantine.length > 0 ? (
            <Fact name="Set aside" value={`${numberText(health.quarantine.length)} unreadable pages`} />
          ) : null}
          <dt>Kept for good</dt>
          <dd>
            <Persistence persisted={health.persisted} onAsked={measure} />
          </dd>
        </dl>
      ) : (
        <Loader size="xs" type="dots" aria-label="Counting" />
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
  if (persisted) return 'Yes: this device promised not to throw it away when space runs short.';
  const ask = async (): Promise<void> => {
    const given = await navigator.storage.persist();
    if (given) onAsked();
    else
      notify.problem(
        'The browser did not promise it. Save everything as one file now and then, or install Throughline as a desktop app.',
        'Not promised',
      );
  };
  return (
    <Group gap="sm">
      <Text size="sm">Not promised yet.</Text>
      <Button size="compact-sm" variant="default" onClick={() => void ask()}>
        Ask this device to keep it
      </Button>
    </Group>
  );
}

function filesText({ count, bytes }: Health['files']): string {
  return count === 0 ? '0' : `${numberText(count)} (${bytesText(bytes)})`;
}

function spaceText(usage: number, quota: number | undefined): string {
  return quota === undefined ? bytesText(usage) : `${bytesText(usage)} of ${bytesText(quota)} that this device offers`;
}
