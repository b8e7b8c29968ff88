import { Button, Group, Stack, Text, TextInput, Title, UnstyledButton } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { isJoinedAway } from '#shared/records/joined-person';
import { createRecord } from '#shared/records/write';
import type { Person } from '#shared/records/registry';
import { notify } from '../../components/notify';
import { PersonMark } from '../../components/PersonName';
import type { Workspace } from '../../data/workspace';
import classes from './WelcomeScreen.module.css';
import { t } from '#shared/values/texts';

interface PickPersonProps {
  readonly workspace: Workspace;
  readonly onPicked: () => void;
}

/** Which of the firm's people sits here; somebody who is not among them joins. */
export function PickPerson({ workspace, onPicked }: PickPersonProps) {
  const people = workspace.records.all('person').filter((person) => person.active && !isJoinedAway(person));
  const become = async (id: Person['id']): Promise<void> => {
    await workspace.become(id);
    onPicked();
  };
  return (
    <div className={classes.card}>
      <Stack gap="md">
        <div>
          <Title order={2}>{t('Who are you at {{name}}?', { name: workspace.info.name })}</Title>
          <Text size="sm" c="dimmed">
            {workspace.info.sample
              ? t('Pick one of its people. You can be somebody else later, in the settings.')
              : t('Every change is kept with the name of who made it.')}
          </Text>
        </div>
        <div className={classes.people}>
          {people.map((person) => (
            <UnstyledButton key={person.id} className={classes.person} onClick={() => void become(person.id)}>
              <PersonMark name={person.name} size={34} />
              <div>
                <Text fw={550} size="sm">
                  {person.name}
                </Text>
                <Text size="xs" c="dimmed">
                  {person.roles.join(', ') || person.email}
                </Text>
              </div>
            </UnstyledButton>
          ))}
        </div>
        {workspace.info.sample ? null : <JoinAs workspace={workspace} onJoined={become} />}
      </Stack>
    </div>
  );
}

interface JoinAsProps {
  readonly workspace: Workspace;
  readonly onJoined: (id: Person['id']) => Promise<void>;
}

function JoinAs({ workspace, onJoined }: JoinAsProps) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const join = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!name.trim()) return;
    const id = workspace.newId('person');
    const done = await workspace.commit(
      createRecord('person', id, { name: name.trim(), email: email.trim() || null, active: true }, { act: 'person.join' }),
    );
    if (done.ok) await onJoined(id);
    else notify.problem(done.error.message);
  };
  return (
    <form onSubmit={(event) => void join(event)}>
      <Text size="sm" fw={550} mb={6}>
        {t('Somebody else')}
      </Text>
      <Group gap="xs" align="flex-end">
        <TextInput placeholder={t('Name')} aria-label={t('Name')} flex={1} value={name} onChange={(event) => setName(event.target.value)} />
        <TextInput
          placeholder={t('E-mail')}
          aria-label={t('E-mail')}
          flex={1}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Button type="submit" variant="default" disabled={!name.trim()}>
          {t('Join')}
        </Button>
      </Group>
    </form>
  );
}
