import { Badge, Button, Code, Group, Text } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { t } from '#shared/values/texts';
import { backUpNow } from '../../components/backup/back-up-now';
import { RestoreBackup } from '../../components/backup/RestoreBackup';
import { bytesText } from '../../components/bytes-text';
import { InstantText } from '../../components/InstantText';
import { notify } from '../../components/notify';
import { SectionCard } from '../../components/SectionCard';
import { numberText } from '../../components/text-of';
import { useLongWork } from '../../components/use-long-work';
import { WorkProgress } from '../../components/WorkProgress';
import { recoveryKeyOf } from '../../data/backup/key-of-workspace';
import { recoveryKeyText } from '../../data/backup/recovery-key';
import { useWorkspace } from '../../data/live';
import type { MergeReport } from '../../data/workspace';
import type { BackupFolder, StoredBackup } from '../../platform/backups';
import { platform } from '../../platform/current-platform';
import { Deed } from './Deed';
import classes from './SettingsScreen.module.css';

/** Backups of this workspace: which there are, making one, bringing one back, and the key that opens them elsewhere. */
export function BackupSettings() {
  const workspace = useWorkspace();
  const [folder, setFolder] = useState<BackupFolder>();
  const look = useCallback(
    () =>
      void platform.backups?.list(workspace.info.id).then(setFolder, (cause: unknown) => {
        notify.problem(cause instanceof Error ? cause.message : String(cause), t('The backups could not be listed'));
      }),
    [workspace],
  );
  useEffect(look, [look]);
  return (
    <>
      <SectionCard title={t('Backups')}>
        <MakeDeed onMade={look} />
        <RestoreDeed />
      </SectionCard>
      {folder ? <FolderCard folder={folder} onChange={look} /> : null}
      <SectionCard title={t('Recovery key')}>
        <KeyDeed />
      </SectionCard>
    </>
  );
}

function MakeDeed({ onMade }: { readonly onMade: () => void }) {
  const workspace = useWorkspace();
  const { state, run, cancel } = useLongWork();
  const isRunning = state.kind === 'running';
  const make = (to: 'folder' | 'ask'): void =>
    void run(async (work) => {
      const made = await backUpNow(workspace, to, work);
      if (made === 'cancelled') return;
      onMade();
      const counts = { entries: numberText(made.entries), files: numberText(made.files) };
      notify.done(t('Backed up and read back: {{entries}} changes and {{files}} files.', counts));
    });
  return (
    <Deed
      name={t('Back up now')}
      text={
        platform.backups
          ? t(
              'Everything that this computer holds of the workspace, encrypted. It is read back before it counts. The app also does this by itself once a day.',
            )
          : t('Everything that this browser holds of the workspace, encrypted, as a download. Only the desktop app does this by itself.')
      }
      outcome={isRunning ? <WorkProgress label={t('Backing up')} progress={state.progress} onCancel={cancel} /> : null}
    >
      <Group gap="xs" wrap="nowrap">
        {platform.backups ? (
          <Button variant="default" disabled={isRunning} onClick={() => make('ask')}>
            {t('Save as…')}
          </Button>
        ) : null}
        <Button disabled={isRunning} onClick={() => make('folder')}>
          {t('Back up now')}
        </Button>
      </Group>
    </Deed>
  );
}

function RestoreDeed() {
  const workspace = useWorkspace();
  return (
    <Deed name={t('Restore a backup')} text={t('What is here stays; what is only in the backup comes back. Nothing newer is overwritten.')}>
      <RestoreBackup into={workspace} onRestored={(_, report) => told(report)}>
        {(begin, isRunning) => (
          <Button variant="default" disabled={isRunning} onClick={begin}>
            {t('Restore…')}
          </Button>
        )}
      </RestoreBackup>
    </Deed>
  );
}

function told({ entries, files }: MergeReport): void {
  if (entries === 0) notify.done(t('Everything in this backup is here already.'));
  else notify.done(t('{{entries}} changes and {{files}} files came back.', { entries: numberText(entries), files: numberText(files) }));
}

function FolderCard({
  folder: { folder, isManaged, backups },
  onChange,
}: {
  readonly folder: BackupFolder;
  readonly onChange: () => void;
}) {
  const choose = async (): Promise<void> => {
    if ((await platform.backups?.chooseFolder()) === 'chosen') onChange();
  };
  const failed = (cause: unknown): void => notify.problem(cause instanceof Error ? cause.message : String(cause));
  return (
    <SectionCard
      title={t('Kept on this computer')}
      actions={
        <Group gap="xs" wrap="nowrap">
          {backups.length > 0 ? (
            <Button variant="subtle" size="xs" onClick={() => void platform.backups?.showFolder().catch(failed)}>
              {t('Show folder')}
            </Button>
          ) : null}
          {isManaged ? null : (
            <Button variant="subtle" size="xs" onClick={() => void choose().catch(failed)}>
              {t('Change folder…')}
            </Button>
          )}
        </Group>
      }
    >
      <Text size="sm" c="dimmed" mb="xs">
        {folder}
        {isManaged ? ` · ${t('decided by your organisation')}` : ''}
      </Text>
      {backups.length === 0 ? (
        <Text size="sm">
          {t('There is no backup yet. Make one now; after that the app makes one a day and keeps 7 days, 4 weeks and 12 months.')}
        </Text>
      ) : (
        <ul className={classes.plain}>
          {backups.map(({ name, madeAt, size }) => (
            <li key={name} className={classes.device}>
              <BackupLine name={name} madeAt={madeAt} size={size} />
            </li>
          ))}
        </ul>
      )}
    </SectionCard>
  );
}

function BackupLine({ name, madeAt, size }: StoredBackup) {
  const workspace = useWorkspace();
  return (
    <>
      <Text size="sm" className="num">
        <InstantText value={madeAt} />
      </Text>
      <Group gap="sm" wrap="nowrap">
        <Text size="sm" c="dimmed" className="num">
          {bytesText(size)}
        </Text>
        <Badge variant="light" size="sm">
          {t('Verified')}
        </Badge>
        <RestoreBackup into={workspace} from={name} onRestored={(_, report) => told(report)}>
          {(begin, isRunning) => (
            <Button variant="subtle" size="xs" disabled={isRunning} onClick={begin}>
              {t('Restore…')}
            </Button>
          )}
        </RestoreBackup>
      </Group>
    </>
  );
}

function KeyDeed() {
  const workspace = useWorkspace();
  const [key, setKey] = useState<string>();
  const show = async (): Promise<void> => setKey(recoveryKeyText(await recoveryKeyOf(workspace)));
  return (
    <Deed
      name={t('The key to your backups')}
      text={t(
        'On this computer backups open by themselves. On another one they open with this key and nothing else: write it down or print it, and keep it away from this computer.',
      )}
      outcome={
        key === undefined ? null : (
          <Code block mt="sm" fz="md" aria-label={t('Recovery key')}>
            {key.slice(0, 24)}
            {'\n'}
            {key.slice(25)}
          </Code>
        )
      }
    >
      {key === undefined ? (
        <Button variant="default" onClick={() => void show()}>
          {t('Show')}
        </Button>
      ) : (
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" onClick={() => window.print()}>
            {t('Print')}
          </Button>
          <Button variant="default" onClick={() => setKey(undefined)}>
            {t('Hide')}
          </Button>
        </Group>
      )}
    </Deed>
  );
}
