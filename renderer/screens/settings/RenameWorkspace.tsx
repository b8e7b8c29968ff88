import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { notify } from '../../components/notify';
import { useWorkspace, useWorkspaceInfo } from '../../data/live';
import { Deed } from './Deed';
import { t } from '#shared/values/texts';

/** What the workspace is called here. Enter or leaving the box gives the name; an empty one is not taken. */
export function RenameWorkspace() {
  const workspace = useWorkspace();
  const { name } = useWorkspaceInfo();
  const [typed, setTyped] = useState(name);
  const give = (): void => {
    const given = typed.trim();
    setTyped(given || name);
    if (given === '' || given === name) return;
    workspace.rename(given).catch((cause: unknown) => {
      setTyped(name);
      notify.problem(cause instanceof Error ? cause.message : String(cause), t('The name was not kept'));
    });
  };
  return (
    <Deed name={t('Name')} text={t('How the workspace is called on this computer, and in the names of files that are saved from it.')}>
      <TextInput
        aria-label={t('Name of the workspace')}
        w={240}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={give}
        onKeyDown={(event) => {
          if (event.key === 'Enter') give();
          else if (event.key === 'Escape') setTyped(name);
        }}
      />
    </Deed>
  );
}
