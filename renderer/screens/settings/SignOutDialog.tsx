import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { FormProblem } from '../../components/FormProblem';
import { handOverFileName } from '../../components/hand-over-file-name';
import { countText } from '../../components/text-of';
import { UnsentRecords } from '../../components/UnsentRecords';
import { useSync, useWorkspace, useWorkspaceInfo } from '../../data/live';
import { platform } from '../../platform/current-platform';
import type { SignOut } from './settings-section';
import { t } from '#shared/values/texts';

interface SignOutDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onSignOut: SignOut;
}

/** Nothing leaves this device that is not on the server or in a file: what waits is shown, with the two ways to bring it out. */
export function SignOutDialog({ opened, onClose, onSignOut }: SignOutDialogProps) {
  const { name } = useWorkspaceInfo();
  return (
    <Modal opened={opened} onClose={onClose} title={t('Sign out of {{name}}?', { name })} size={500}>
      {opened ? <SignOutQuestion onClose={onClose} onSignOut={onSignOut} /> : null}
    </Modal>
  );
}

function SignOutQuestion({ onClose, onSignOut }: Omit<SignOutDialogProps, 'opened'>) {
  const { sync } = useWorkspace();
  const { link } = useSync();
  const [exported, setExported] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const may = sync.mayLeave();
  const free = may.ok || exported;
  const go = async (): Promise<void> => {
    setBusy(true);
    const done = await onSignOut({ exported });
    // Done, there is nothing left to show it on.
    if (done.ok) return;
    setProblem(done.error.message);
    setBusy(false);
  };
  return (
    <Stack gap="md">
      {may.ok ? null : <NotSent unsent={may.unsent} exported={exported} onExported={() => setExported(true)} onClose={onClose} />}
      <Text size="sm">
        {free
          ? t(
              'All records, history and files of this workspace are removed from this device, with your password for the server. On the server everything stays, and you can join again at any time.',
            )
          : t('Until it is sent, or saved in a file, this device is the only one that has it. So you cannot sign out yet.')}
      </Text>
      <FormProblem message={problem} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('Stay')}
        </Button>
        <Button color="red.9" disabled={!free || !link} loading={busy} onClick={() => void go()}>
          {t('Sign out and remove from this device')}
        </Button>
      </Group>
    </Stack>
  );
}

interface NotSentProps {
  readonly unsent: number;
  readonly exported: boolean;
  readonly onExported: () => void;
  readonly onClose: () => void;
}

function NotSent({ unsent, exported, onExported, onClose }: NotSentProps) {
  const workspace = useWorkspace();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const doing = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
    } catch (cause) {
      setProblem(cause instanceof Error ? cause.message : String(cause));
    }
    setBusy(false);
  };
  const save = async (): Promise<void> => {
    const content = await workspace.exportFile({ scope: { kind: 'waiting' } });
    const name = handOverFileName(t('{{name}} not sent yet', { name: workspace.info.name }), workspace.now());
    if ((await platform.saveFile({ name, type: content.type, content })) === 'saved') onExported();
  };
  return (
    <Stack gap="sm">
      <Text size="sm" fw={550}>
        {t('{{unsent}} not on the server yet{{value}}:', {
          unsent: countText(unsent, t('change is'), t('changes are')),
          value: exported ? t(', and saved in a file') : '',
        })}
      </Text>
      <UnsentRecords onOpen={onClose} />
      <Group gap="xs">
        <Button size="xs" variant="default" loading={busy} onClick={() => void doing(() => workspace.sync.now())}>
          {t('Sync now')}
        </Button>
        <Button size="xs" variant="default" disabled={busy} onClick={() => void doing(save)}>
          {exported ? t('Export once more') : t('Export what waits')}
        </Button>
      </Group>
      <FormProblem message={problem} />
    </Stack>
  );
}
