import { ActionIcon, Badge, Button, Menu, Text } from '@mantine/core';
import {
  IconDots,
  IconKey,
  IconKeyOff,
  IconPencil,
  IconPlus,
  IconUserCheck,
  IconUserOff,
  IconUserQuestion,
  IconUserStar,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Person } from '#shared/records/registry';
import { createRecord, editRecord } from '#shared/records/write';
import { notify } from '../../components/notify';
import { PersonMark } from '../../components/PersonName';
import { bodyOf } from '../../components/record-path';
import { RecordDialog } from '../../components/RecordDialog';
import { SectionCard } from '../../components/SectionCard';
import { useMayWrite } from '../../components/use-may-write';
import { useCommit, useLive, useMe, useSync, useWorkspace } from '../../data/live';
import { peopleByName } from '../../data/reads/people';
import { AccessDialog } from './AccessDialog';
import { RemoveAccessDialog } from './RemoveAccessDialog';
import classes from './SettingsScreen.module.css';
import { t } from '#shared/values/texts';

const FIELDS = ['name', 'email', 'roles'] as const;

type Dialog =
  { readonly kind: 'closed' } | { readonly kind: 'add' } | { readonly kind: 'edit' | 'access' | 'remove access'; readonly person: Person };

/** Who works here, what they do, who has access to the server, and which of them sits at this computer. */
export function PeopleSettings() {
  const people = useLive(peopleByName, []);
  const mayWrite = useMayWrite('person');
  const { link } = useSync();
  const [dialog, setDialog] = useState<Dialog>({ kind: 'closed' });
  const close = (): void => setDialog({ kind: 'closed' });

  return (
    <SectionCard
      flush
      title={t('People')}
      actions={
        mayWrite ? (
          <Button size="xs" variant="default" leftSection={<IconPlus size={15} />} onClick={() => setDialog({ kind: 'add' })}>
            {t('Add a person')}
          </Button>
        ) : null
      }
    >
      {people.map((person) => (
        <PersonRow key={person.id} person={person} mayWrite={mayWrite} onAsk={(kind) => setDialog({ kind, person })} />
      ))}
      <PersonForm dialog={dialog} onClose={close} />
      {dialog.kind === 'access' && link ? <AccessDialog person={dialog.person} link={link} onClose={close} /> : null}
      {dialog.kind === 'remove access' && link ? <RemoveAccessDialog person={dialog.person} link={link} onClose={close} /> : null}
    </SectionCard>
  );
}

/** Who has access changes roles there, where the server learns of it. */
const FIELDS_WITH_ACCESS = ['name', 'email'] as const;

function PersonForm({ dialog, onClose }: { readonly dialog: Dialog; readonly onClose: () => void }) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const { link } = useSync();
  const edited = dialog.kind === 'edit' ? dialog.person : undefined;
  const withAccess = link !== undefined && edited?.user !== undefined;
  return (
    <RecordDialog
      key={edited?.id ?? dialog.kind}
      title={edited ? t('Edit {{name}}', { name: edited.name }) : t('Add a person')}
      type="person"
      fields={withAccess ? FIELDS_WITH_ACCESS : FIELDS}
      initial={edited ?? {}}
      submitLabel={edited ? t('Save') : t('Add')}
      opened={edited !== undefined || dialog.kind === 'add'}
      onClose={onClose}
      onSubmit={({ name, email, roles }) => {
        const values = { name, email: email ?? null };
        if (edited) return commit(editRecord('person', edited, withAccess ? values : { ...values, roles: roles ?? [] }));
        return commit(createRecord('person', workspace.newId('person'), { ...values, roles: roles ?? [], active: true }));
      }}
    />
  );
}

interface PersonRowProps {
  readonly person: Person;
  readonly mayWrite: boolean;
  readonly onAsk: (kind: 'edit' | 'access' | 'remove access') => void;
}

function PersonRow({ person, mayWrite, onAsk }: PersonRowProps) {
  const { link } = useSync();
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
          {link && person.user ? t(' · signs in as {{user}}', { user: person.user }) : null}
        </Text>
      </div>
      {isMe ? <Sign variant="light">{t('You')}</Sign> : null}
      {person.active ? null : <Sign variant="default">{t('Left')}</Sign>}
      <PersonMenu person={person} isMe={isMe} mayWrite={mayWrite} onAsk={onAsk} />
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

function PersonMenu({ person, isMe, mayWrite, onAsk }: PersonRowProps & { readonly isMe: boolean }) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const setActive = (active: boolean): void =>
    void commit(editRecord('person', person, { active }, { act: active ? 'person.activate' : 'person.deactivate' }));
  const become = async (): Promise<void> => {
    await workspace.become(person.id);
    notify.done(t('You are {{name}} now.', { name: person.name }));
  };
  const { link } = useSync();
  const other = person.active && !isMe;
  // On a server one is who one signed in as.
  const mayBecome = other && !link;
  if (!mayWrite && !person.active) return null;
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon size={30} variant="subtle" color="gray" aria-label={t('What to do with {{name}}', { name: person.name })}>
          <IconDots size={17} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {mayBecome ? (
          <Menu.Item leftSection={<IconUserStar size={16} />} onClick={() => void become()}>
            {t('This is me')}
          </Menu.Item>
        ) : null}
        {mayWrite ? (
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => onAsk('edit')}>
            {t('Edit')}
          </Menu.Item>
        ) : null}
        {mayWrite && link && person.active ? <AccessItems person={person} isMe={isMe} onAsk={onAsk} /> : null}
        {person.active ? (
          <Menu.Item leftSection={<IconUserQuestion size={16} />} component={Link} to={`/leaving/${bodyOf(person.id)}`}>
            {t('Leaving…')}
          </Menu.Item>
        ) : null}
        {mayWrite && other ? (
          <Menu.Item leftSection={<IconUserOff size={16} />} onClick={() => setActive(false)}>
            {t('Deactivate')}
          </Menu.Item>
        ) : null}
        {mayWrite && !person.active ? (
          <Menu.Item leftSection={<IconUserCheck size={16} />} onClick={() => setActive(true)}>
            {t('Activate')}
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}

function AccessItems({ person, isMe, onAsk }: Omit<PersonRowProps, 'mayWrite'> & { readonly isMe: boolean }) {
  return (
    <>
      <Menu.Item leftSection={<IconKey size={16} />} onClick={() => onAsk('access')}>
        {person.user ? t('Change access…') : t('Give access…')}
      </Menu.Item>
      {person.user && !isMe ? (
        <Menu.Item leftSection={<IconKeyOff size={16} />} onClick={() => onAsk('remove access')}>
          {t('Remove access…')}
        </Menu.Item>
      ) : null}
    </>
  );
}
