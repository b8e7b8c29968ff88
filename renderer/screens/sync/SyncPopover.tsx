import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconFileExport, IconLogin2, IconPlayerPause, IconPlayerPlay, IconRefresh, IconShare2 } from '@tabler/icons-react';
import { Link } from 'react-router';
import { countText } from '../../components/text-of';
import { useWorkspace } from '../../data/live';
import type { Sync, SyncFacts } from '../../data/sync-state';
import { useOverlays } from '../../ui-state/overlays';
import { RefusedEntries } from './RefusedEntries';
import { SealedBundles } from './SealedBundles';
import classes from './SyncPopover.module.css';
import { stateSentence } from './sync-words';
import { hostOf } from '../../components/server-link';
import { UnsentRecords } from '../../components/UnsentRecords';
import { clockText } from '../../components/text-of';
import { t } from '#shared/values/texts';

interface SyncPopoverProps {
  readonly facts: SyncFacts;
  readonly onClose: () => void;
}

/** Everything there is to know of sync, and to do about it. */
export function SyncPopover({ facts, onClose }: SyncPopoverProps) {
  const { state, link, waiting } = facts;
  const now = Date.now();
  return (
    <div className={classes.popover}>
      <section className={classes.part}>
        <Text size="sm" data-attention={state.kind === 'attention' || undefined} className={classes.sentence}>
          {stateSentence(facts, now)}
        </Text>
        {state.kind === 'syncing' && state.progress ? (
          <Progress mt={10} size="sm" aria-label={t('Syncing')} value={(100 * state.progress.done) / Math.max(1, state.progress.total)} />
        ) : null}
        <SyncActs facts={facts} onClose={onClose} />
      </section>
      <RefusedEntries refused={facts.refused} />
      {link && waiting > 0 ? (
        <section className={classes.part}>
          <h3 className={classes.heading}>
            {t('{{waiting}} to be sent', { waiting: countText(waiting, t('change waits'), t('changes wait')) })}
          </h3>
          <UnsentRecords onOpen={onClose} />
        </section>
      ) : null}
      <SealedBundles sealed={facts.sealed} />
      {link ? (
        <section className={classes.part}>
          <dl className={classes.facts}>
            <dt>{t('Server')}</dt>
            <dd>{hostOf(link.url)}</dd>
            <dt>{t('Workspace')}</dt>
            <dd>{link.workspace}</dd>
            <dt>{t('Signed in as')}</dt>
            <dd>{link.user}</dd>
            <dt>{t('Last contact')}</dt>
            <dd className="num">{facts.lastContact === undefined ? t('None yet') : clockText(facts.lastContact, now)}</dd>
          </dl>
          <Link to="/settings/server" className={classes.more} onClick={onClose}>
            {t('Server settings')}
          </Link>
        </section>
      ) : null}
    </div>
  );
}

/** What can be done now. Alone, there is only the way to others. */
function SyncActs({ facts, onClose }: SyncPopoverProps) {
  const openHandOver = useOverlays((overlays) => overlays.openHandOver);
  const handOver = (kind: 'everything' | 'unsent') => (): void => {
    onClose();
    openHandOver({ kind });
  };
  if (!facts.link) {
    return (
      <Stack gap={6} mt="sm" align="stretch">
        <Button component={Link} to="/settings/server" size="xs" leftSection={<IconShare2 size={15} />} onClick={onClose}>
          {t('Share this workspace')}
        </Button>
        <Button size="xs" variant="default" leftSection={<IconFileExport size={15} />} onClick={handOver('everything')}>
          {t('Hand over by file')}
        </Button>
      </Stack>
    );
  }
  return (
    <Group gap={6} mt="sm">
      <ByState facts={facts} onClose={onClose} />
      {facts.waiting > 0 ? (
        <Button size="xs" variant="default" leftSection={<IconFileExport size={15} />} onClick={handOver('unsent')}>
          {t('Export what waits')}
        </Button>
      ) : null}
    </Group>
  );
}

function ByState({ facts: { state }, onClose }: SyncPopoverProps) {
  const { sync } = useWorkspace();
  const openSignIn = useOverlays((overlays) => overlays.openSignIn);
  const needs = state.kind === 'attention' ? state.attention.kind : undefined;
  if (needs === 'sign-in' || needs === 'locked' || needs === 'not-a-member') {
    const signIn = (): void => {
      onClose();
      openSignIn();
    };
    return (
      <Button size="xs" leftSection={<IconLogin2 size={15} />} onClick={signIn}>
        {needs === 'locked' ? t('Unlock') : t('Sign in again')}
      </Button>
    );
  }
  const paused = state.kind === 'waiting' ? state.paused : undefined;
  return (
    <>
      {paused ? null : (
        <Button size="xs" variant="default" leftSection={<IconRefresh size={15} />} onClick={() => void sync.now()}>
          {t('Sync now')}
        </Button>
      )}
      {/* One button for both, so that it keeps the focus when it is pressed. */}
      <Button
        key="hold"
        size="xs"
        variant={paused ? 'filled' : 'default'}
        leftSection={paused ? <IconPlayerPlay size={15} /> : <IconPlayerPause size={15} />}
        onClick={() => hold(sync, paused)}
      >
        {paused ? GO_ON[paused] : t('Pause')}
      </Button>
    </>
  );
}

const GO_ON = {
  'by-you': t('Resume'),
  metered: t('Do not wait on metered connections'),
  battery: t('Do not wait on battery'),
} as const;

/** Pauses, or takes away whatever sync waits for. */
function hold(sync: Sync, paused: keyof typeof GO_ON | undefined): void {
  if (paused === undefined) sync.pause();
  else if (paused === 'by-you') sync.resume();
  else sync.setPauseWhen({ ...sync.pauseWhen.get(), [paused]: false });
}
