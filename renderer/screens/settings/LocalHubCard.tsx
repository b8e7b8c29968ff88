import { ActionIcon, Button, CopyButton, Group, Switch, Text, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { notify } from '../../components/notify';
import { SectionCard } from '../../components/SectionCard';
import { useLocalHub } from '../../components/use-hub';
import { isThisComputer } from '../../components/server-link';
import { useSync } from '../../data/live';
import type { ServerLink } from '../../data/sync-state';
import type { LocalHub } from '../../platform/hub';
import { Deed } from './Deed';
import classes from './SettingsScreen.module.css';
import { t } from '#shared/values/texts';

interface LocalHubCardProps {
  readonly link: ServerLink | undefined;
}

/** The server on this computer: whether it runs, and who reaches it. Nothing where it does not run and nobody misses it. */
export function LocalHubCard({ link }: LocalHubCardProps) {
  const { local, host } = useLocalHub();
  const { state } = useSync();
  const [busy, setBusy] = useState(false);
  const missed = link !== undefined && isThisComputer(link.url) && state.kind === 'offline';
  if (!local?.available || !(local.running || missed)) return null;
  const change = async (wish: { readonly running: boolean; readonly network: boolean }): Promise<void> => {
    setBusy(true);
    try {
      await host(wish);
    } catch (cause) {
      notify.problem(cause instanceof Error ? cause.message : String(cause));
    }
    setBusy(false);
  };
  return (
    <SectionCard title={t('Server on this computer')}>
      <Deed name={local.running ? t('It runs') : t('It does not run')} text={<RunningText local={local} />}>
        <Button variant="default" loading={busy} onClick={() => void change({ running: !local.running, network: local.network })}>
          {local.running ? t('Stop') : t('Start')}
        </Button>
      </Deed>
      {local.running ? (
        <Deed
          name={t('Computers on my network may connect')}
          text={t('Over plain http: whoever shares the network can read along. Only where you trust everybody on it.')}
          outcome={local.network ? <Addresses addresses={local.addresses} /> : null}
        >
          <Switch
            aria-label={t('Computers on my network may connect')}
            disabled={busy}
            checked={local.network}
            onChange={(event) => void change({ running: true, network: event.currentTarget.checked })}
          />
        </Deed>
      ) : null}
    </SectionCard>
  );
}

function RunningText({ local }: { readonly local: LocalHub }) {
  if (!local.running) return t('Workspaces shared from this computer wait until it does.');
  return local.network
    ? t('Others reach it while this computer is on and Throughline is open.')
    : t('Only this computer reaches it{{value}}.', { value: local.url ? t(', at {{url}}', { url: local.url }) : '' });
}

function Addresses({ addresses }: { readonly addresses: readonly string[] }) {
  if (addresses.length === 0) {
    return (
      <Text size="sm" mt={6}>
        {t('This computer is on no network at the moment.')}
      </Text>
    );
  }
  return (
    <ul className={classes.addresses} aria-label={t('Addresses for other computers')}>
      {addresses.map((address) => (
        <li key={address}>
          <Group gap={6}>
            <code>{address}</code>
            <CopyButton value={address}>
              {({ copied, copy }) => (
                <Tooltip label={copied ? t('Copied') : t('Copy')}>
                  <ActionIcon size={24} variant="subtle" color="gray" aria-label={t('Copy {{address}}', { address })} onClick={copy}>
                    {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
                  </ActionIcon>
                </Tooltip>
              )}
            </CopyButton>
          </Group>
        </li>
      ))}
    </ul>
  );
}
