import { Alert, Button, Group, Text } from '@mantine/core';
import { IconCircleCheck, IconShieldCheck } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { t } from '#shared/values/texts';
import { RestoreBackup } from '../../components/backup/RestoreBackup';
import { EmptyState } from '../../components/EmptyState';
import { notify } from '../../components/notify';
import { Page } from '../../components/Page';
import { PersonName } from '../../components/PersonName';
import { SectionCard } from '../../components/SectionCard';
import { numberText } from '../../components/text-of';
import { useLongWork } from '../../components/use-long-work';
import { useWorkspace } from '../../data/live';
import type { Damage, Missing } from '../../data/recovery/damage';
import { platform } from '../../platform/current-platform';
import classes from './RecoveryScreen.module.css';

/** What this computer has lost of the workspace, by device and place, and the ways to get it back. */
export function RecoveryScreen() {
  const { recovery } = useWorkspace();
  const damage = useSyncExternalStore(recovery.damage.subscribe, recovery.damage.get);
  const isDamaged = damage.missing.length + damage.files.length > 0;
  return (
    <Page title={t('Recovery')}>
      {isDamaged ? (
        <div className={classes.parts}>
          <MissingCard damage={damage} />
          <WaysCard />
        </div>
      ) : damage.isMended ? (
        <Alert icon={<IconCircleCheck />} title={t('The workspace is whole again')} role="status">
          {t('What was missing is here again.')}
        </Alert>
      ) : (
        <EmptyState
          icon={IconShieldCheck}
          title={t('Nothing is missing')}
          text={t('If this computer ever loses a part of the workspace, this screen says which, and how to get it back.')}
        />
      )}
    </Page>
  );
}

function MissingCard({ damage: { missing, files } }: { readonly damage: Damage }) {
  return (
    <SectionCard title={t('What is missing')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t(
          'These changes lie on this computer and cannot be read any more. They are kept as they are until they are here again. All other data is in use.',
        )}
      </Text>
      <ul className={classes.list}>
        {missing.map((range) => (
          <li key={`${range.ledger} ${range.device} ${range.from}`}>
            <MissingLine range={range} />
          </li>
        ))}
        {files.map(({ id, name }) => (
          <li key={id}>
            <Text size="sm">{name === '' ? t('A file whose name cannot be read') : t('The file {{name}}', { name })}</Text>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}

function MissingLine({ range: { device, from, to, of, by, isThis, ledger } }: { readonly range: Missing }) {
  const place = { from: numberText(from), to: numberText(to), of: numberText(of) };
  const what = from === to ? t('entry {{from}} of {{of}}', place) : t('entries {{from}}–{{to}} of {{of}}', place);
  return (
    <Group gap={8} wrap="nowrap">
      {by ? <PersonName id={by} avatar /> : null}
      <Text size="sm" className="num">
        {isThis ? t('this computer') : t('device {{name}}', { name: device.slice(0, 6) })}: {what}
        {ledger === 'finance' ? ` (${t('finance')})` : ''}
      </Text>
    </Group>
  );
}

function WaysCard() {
  const workspace = useWorkspace();
  const { state, run } = useLongWork();
  const isRunning = state.kind === 'running';
  const readFile = async (): Promise<void> => {
    const [picked] = await platform.openFiles({ accept: ['.throughline'], multiple: false });
    if (!picked) return;
    const done = await workspace.mergeFile(new Blob([picked.bytes as Uint8Array<ArrayBuffer>]));
    if (!done.ok) notify.problem(done.error.message, t('The file was not read'));
    else tell(workspace.recovery.damage.get());
  };
  return (
    <SectionCard title={t('Get it back')}>
      <Text size="sm" c="dimmed" mb="sm">
        {workspace.info.link
          ? t('The server is asked for it by itself as soon as it can be reached. A backup or a colleague’s file helps at once.')
          : t('A backup of this workspace brings it back, or a file that a colleague saved.')}
      </Text>
      <Group gap="xs">
        <RestoreBackup into={workspace} onRestored={() => tell(workspace.recovery.damage.get())}>
          {(begin, isBusy) => (
            <Button disabled={isBusy} onClick={begin}>
              {t('Restore a backup…')}
            </Button>
          )}
        </RestoreBackup>
        <Button variant="default" loading={isRunning} onClick={() => void run(readFile)}>
          {t('Read a colleague’s file…')}
        </Button>
        {workspace.info.link ? (
          <Button variant="default" onClick={() => void workspace.sync.now()}>
            {t('Ask the server now')}
          </Button>
        ) : null}
      </Group>
    </SectionCard>
  );
}

function tell({ missing, files }: Damage): void {
  if (missing.length + files.length === 0) notify.done(t('What was missing is here again.'));
  else notify.problem(t('This file did not hold all of what is missing. Try another one.'), t('Something is missing still'));
}
