import { Button, Group, Switch, Text } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconRefresh } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { SectionCard } from '../../components/SectionCard';
import { clockText, countText } from '../../components/text-of';
import { useHoldsFinance } from '../../components/use-roles';
import { useSync, useWorkspace } from '../../data/live';
import type { ServerLink } from '../../data/sync-state';
import { Deed } from './Deed';
import classes from './SettingsScreen.module.css';
import { t } from '#shared/values/texts';

/** The server of this workspace, who one is there, and when sync waits by itself. */
export function LinkCard({ link }: { readonly link: ServerLink }) {
  const { sync } = useWorkspace();
  const { state, waiting, lastContact } = useSync();
  const held = state.kind === 'waiting' && state.paused !== undefined;
  const paused = held && state.paused === 'by-you';
  return (
    <SectionCard
      title={t('Server')}
      actions={
        <Group gap="xs">
          <Button size="xs" variant="default" leftSection={<IconRefresh size={15} />} disabled={held} onClick={() => void sync.now()}>
            {t('Sync now')}
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={paused ? <IconPlayerPlay size={15} /> : <IconPlayerPause size={15} />}
            onClick={() => (paused ? sync.resume() : sync.pause())}
          >
            {paused ? t('Resume') : t('Pause')}
          </Button>
        </Group>
      }
    >
      <dl className={classes.facts}>
        <dt>{t('Address')}</dt>
        <dd>{link.url}</dd>
        <dt>{t('Workspace there')}</dt>
        <dd>{link.workspace}</dd>
        <dt>{t('Signed in as')}</dt>
        <dd>{link.user}</dd>
        <dt>{t('Your roles')}</dt>
        <dd>{link.roles.length > 0 ? link.roles.join(', ') : t('None any more')}</dd>
        <dt>{t('On this device')}</dt>
        <dd>
          <Held />
        </dd>
        <dt>{t('Last contact')}</dt>
        <dd className="num">{lastContact === undefined ? t('None yet') : clockText(lastContact, Date.now())}</dd>
        <dt>{t('Waiting to be sent')}</dt>
        <dd className="num">{waiting === 0 ? t('Nothing') : countText(waiting, 'change', 'changes')}</dd>
      </dl>
      <PauseSwitches />
    </SectionCard>
  );
}

function Held() {
  return useHoldsFinance() ? t('Everything, costs and margins too') : t('Everything but costs and margins: your roles do not see them');
}

function PauseSwitches() {
  const { sync } = useWorkspace();
  const when = useSyncExternalStore(sync.pauseWhen.subscribe, sync.pauseWhen.get);
  return (
    <div className={classes.switches}>
      <Deed
        name={t('Wait on metered connections')}
        text={t('Nothing is sent or fetched while the connection is paid by volume, where this computer tells.')}
      >
        <Switch
          aria-label={t('Wait on metered connections')}
          checked={when.metered}
          onChange={(event) => sync.setPauseWhen({ ...when, metered: event.currentTarget.checked })}
        />
      </Deed>
      <Deed name={t('Wait on battery')} text={t('Nothing is sent or fetched while the battery is low.')}>
        <Switch
          aria-label={t('Wait on battery')}
          checked={when.battery}
          onChange={(event) => sync.setPauseWhen({ ...when, battery: event.currentTarget.checked })}
        />
      </Deed>
      <Text size="xs" c="dimmed" mt="sm">
        {t('Work goes on meanwhile and is kept here. It is sent when the wait is over.')}
      </Text>
    </div>
  );
}
