import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { saveWorkspaceFile } from '../../components/save-workspace-file';
import { useRemovals } from '../../components/use-removals';
import { useWorkspace, useWorkspaceInfo } from '../../data/live';
import { Deed } from './Deed';
import { t } from '#shared/values/texts';

/** The sample goes at once and can be opened again; the firm's own data only after a look at what that means. */
export function RemoveWorkspace({ onLeave }: { readonly onLeave: () => Promise<void> }) {
  const workspace = useWorkspace();
  const info = useWorkspaceInfo();
  const [asking, setAsking] = useState(false);
  const remove = useRemovals((state) => state.remove);
  if (info.link) return <SignOutInstead name={info.name} />;
  const go = async (): Promise<void> => {
    await onLeave();
    remove(info);
  };
  return (
    <Deed
      name={info.sample ? t('Remove the sample firm') : t('Remove {{name}} from this computer', { name: info.name })}
      text={
        info.sample
          ? t('With everything you tried in it. You can open it fresh again at any time.')
          : t('All records, history and files of this workspace, on this computer only.')
      }
    >
      <Button variant="default" c="var(--tl-red)" onClick={() => (info.sample ? void go() : setAsking(true))}>
        {t('Remove{{value}}', { value: info.sample ? '' : '…' })}
      </Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title={t('Remove {{name}}?', { name: info.name })}>
        <RemoveQuestion name={info.name} onSave={() => void saveWorkspaceFile(workspace)} onRemove={() => void go()} />
      </Modal>
    </Deed>
  );
}

/** What is shared leaves this device by signing out, which looks first whether everything of it was sent. */
function SignOutInstead({ name }: { readonly name: string }) {
  return (
    <Deed
      name={t('Remove {{name}} from this computer', { name })}
      text={t('It is shared on a server: signing out sends what waits, then removes it here.')}
    >
      <Button variant="default" component={Link} to="/settings/server">
        {t('Sign out…')}
      </Button>
    </Deed>
  );
}

interface RemoveQuestionProps {
  readonly name: string;
  readonly onSave: () => void;
  readonly onRemove: () => void;
}

function RemoveQuestion({ name, onSave, onRemove }: RemoveQuestionProps) {
  const [typed, setTyped] = useState('');
  return (
    <Stack gap="sm">
      <Text size="sm">{t('Nobody can bring it back from this computer. Save it as a file first if you may want it again.')}</Text>
      <TextInput
        data-autofocus
        label={t('Type “{{name}}” to go on', { name })}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Group justify="space-between" mt="xs">
        <Button variant="default" onClick={onSave}>
          {t('Save as a file first')}
        </Button>
        <Button color="red" disabled={typed.trim() !== name} onClick={onRemove}>
          {t('Remove')}
        </Button>
      </Group>
    </Stack>
  );
}
