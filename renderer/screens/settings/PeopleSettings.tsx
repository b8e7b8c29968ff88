import { ActionIcon, Badge, Button, Menu, Text } from '@mantine/core';
import { IconDots, IconPencil, IconPlus, IconUserCheck, IconUserOff, IconUserStar } from '@tabler/icons-react';
import { useState } from 'react';
import type { Person } from '#shared/records/registry';
import { createRecord, editRecord } from '#shared/records/write';
import { notify } from '../../components/notify';
import { PersonMark } from '../../components/PersonName';
import { RecordDialog } from '../../components/RecordDialog';
import { SectionCard } from '../../components/SectionCard';
import { useMayWrite } from '../../components/use-may-write';
import { useCommit, useLive, useMe, useWorkspace } from '../../data/live';
import { peopleByName } from '../../data/reads/people';
import classes from './SettingsScreen.module.css';

const FIELDS = ['name', 'email', 'roles'] as const;

type Dialog = { readonly kind: 'closed' } | { readonly kind: 'add' } | { readonly kind: 'edit'; readonly person: Person };

/** Who works here, what they do, and which of them sits at this computer. */
export function PeopleSettings() {
  const workspace = useWorkspace();
  const commit = useCommit();
  const people = useLive(peopleByName, []);
  const mayWrite = useMayWrite('person');
  const [dialog, setDialog] = useState<Dialog>({ kind: 'closed' });
  const close = (): void => setDialog({ kind: 'closed' });

  return (
    <SectionCard
      flush
      title="People"
      actions={
        mayWrite ? (
          <Button size="xs" variant="default" leftSection={<IconPlus size={15} />} onClick={() => setDialog({ kind: 'add' })}>
            Add a person
          </Button>
        ) : null
      }
    >
      {people.map((person) => (
        <PersonRow key={person.id} person={person} mayWrite={mayWrite} onEdit={() => setDialog({ kind: 'edit', person })} />
      ))}
      <RecordDialog
        key={dialog.kind === 'edit' ? dialog.person.id : dialog.kind}
        title={dialog.kind === 'edit' ? `Edit ${dialog.person.name}` : 'Add a person'}
        type="person"
        fields={FIELDS}
        initial={dialog.kind === 'edit' ? dialog.person : {}}
        submitLabel={dialog.kind === 'edit' ? 'Save' : 'Add'}
        opened={dialog.kind !== 'closed'}
        onClose={close}
        onSubmit={({ name, email, roles }) => {
          const values = { name, email: email ?? null, roles: roles ?? [] };
          if (dialog.kind === 'edit') return commit(editRecord('person', dialog.person, values));
          return commit(createRecord('person', workspace.newId('person'), { ...values, active: true }));
        }}
      />
    </SectionCard>
  );
}

interface PersonRowProps {
  readonly person: Person;
  readonly mayWrite: boolean;
  readonly onEdit: () => void;
}

function PersonRow({ person, mayWrite, onEdit }: PersonRowProps) {
  const isMe = useMe() === person.id;
  return (
    <div className={classes.row} data-inactive={!person.active || undefined}>
      <PersonMark name={person.name} size={32} />
      <div className={classes.who}>
        <Text fw={550} size="sm" truncate>
          {person.name}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {[person.email, person.roles.join(', ')].filter(Boolean).join(' · ')}
        </Text>
      </div>
      {isMe ? <Sign variant="light">You</Sign> : null}
      {person.active ? null : <Sign variant="default">Left</Sign>}
      <PersonMenu person={person} isMe={isMe} mayWrite={mayWrite} onEdit={onEdit} />
    </div>
  );
}

function Sign({ variant, children }: { readonly variant: 'light' | 'default'; readonly children: string }) {
  return (
    <Badge variant={variant} tt="none" size="sm">
      {children}
    </Badge>
  );
}

function PersonMenu({ person, isMe, mayWrite, onEdit }: PersonRowProps & { readonly isMe: boolean }) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const setActive = (active: boolean): void =>
    void commit(editRecord('person', person, { active }, { act: active ? 'person.activate' : 'person.deactivate' }));
  const become = async (): Promise<void> => {
    await workspace.become(person.id);
    notify.done(`You are ${person.name} now.`);
  };
  const mayBecome = person.active && !isMe;
  if (!mayWrite && !mayBecome) return null;
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon size={30} variant="subtle" color="gray" aria-label={`What to do with ${person.name}`}>
          <IconDots size={17} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {mayBecome ? (
          <Menu.Item leftSection={<IconUserStar size={16} />} onClick={() => void become()}>
            This is me
          </Menu.Item>
        ) : null}
        {mayWrite ? (
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={onEdit}>
            Edit
          </Menu.Item>
        ) : null}
        {mayWrite && mayBecome ? (
          <Menu.Item leftSection={<IconUserOff size={16} />} onClick={() => setActive(false)}>
            Deactivate
          </Menu.Item>
        ) : null}
        {mayWrite && !person.active ? (
          <Menu.Item leftSection={<IconUserCheck size={16} />} onClick={() => setActive(true)}>
            Activate
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
