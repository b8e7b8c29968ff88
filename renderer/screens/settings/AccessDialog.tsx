import { Button, Chip, Group, Input, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { isUserName } from '#shared/hub/protocol';
import { ROLES, type Role } from '#shared/records/define-record';
import type { Person } from '#shared/records/registry';
import { FormProblem } from '../../components/FormProblem';
import { useLive } from '../../data/live';
import type { ServerLink } from '../../data/sync-state';
import { AdminFields } from './AdminFields';
import { Invitation } from './Invitation';
import { proposeUserName } from './new-user';
import { type Given, useGiveAccess } from './use-give-access';
import { type HubAdminChoice, useHubAdmin } from './use-hub-admin';
import { t } from '#shared/values/texts';

interface AccessDialogProps {
  readonly person: Person;
  readonly link: ServerLink;
  readonly onClose: () => void;
}

/** Lets a person into the workspace on the server, or changes what they may do there. */
export function AccessDialog({ person, link, onClose }: AccessDialogProps) {
  const [given, setGiven] = useState<Given>();
  const title = given
    ? t('{{name}} has access', { name: person.name })
    : person.user
      ? t('Access of {{name}}', { name: person.name })
      : t('Give {{name}} access', { name: person.name });
  return (
    <Modal opened onClose={onClose} title={title} size={520} closeOnClickOutside={!given}>
      {given ? (
        <Invitation given={given} link={link} onClose={onClose} />
      ) : (
        <AccessForm person={person} link={link} onClose={onClose} onGiven={setGiven} />
      )}
    </Modal>
  );
}

interface Draft {
  readonly user: string;
  readonly roles: readonly Role[];
  readonly password: 'new' | 'theirs';
}

function AccessForm({ person, link, onClose, onGiven }: AccessDialogProps & { readonly onGiven: (given: Given) => void }) {
  const admin = useHubAdmin(link);
  const [draft, setDraft] = useState<Draft>({
    user: person.user ?? proposeUserName(person),
    roles: person.roles,
    password: person.user ? 'theirs' : 'new',
  });
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const give = useGiveAccess(person, link);
  const missing = useMissing(person, draft, admin);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    setProblem(undefined);
    if (missing || !admin.admin) return;
    setBusy(true);
    const done = await give(admin.admin, draft);
    setBusy(false);
    if (done.ok) onGiven(done.value);
    else setProblem(done.error.message);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        <AccessFields person={person} draft={draft} onChange={(part) => setDraft((was) => ({ ...was, ...part }))} />
        {admin.own ? null : <AdminFields draft={admin.draft} asked={asked} fixedUrl onChange={admin.change} />}
        <FormProblem message={problem ?? (asked ? missing : undefined)} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('Cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {person.user ? t('Save') : t('Give access')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What has to be mended before it can go to the server, in words. */
function useMissing(person: Person, { user, roles }: Draft, admin: HubAdminChoice): string | undefined {
  const namesake = useLive(
    (records) => records.all('person').find((other) => other.id !== person.id && other.user === user && !other.joinedAs)?.name,
    [person.id, user],
  );
  if (!isUserName(user)) return t('The user name needs small letters, digits and . _ - or @, a letter or digit first.');
  if (namesake) return t('{{namesake}} has this user name. Choose another one.', { namesake });
  if (roles.length === 0) return t('Choose at least one role: it decides what they see and may change.');
  return admin.admin ? undefined : t('The administrator’s name and password are needed.');
}

interface AccessFieldsProps {
  readonly person: Person;
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
}

function AccessFields({ person, draft: { user, roles, password }, onChange }: AccessFieldsProps) {
  return (
    <>
      <TextInput
        label={t('User name')}
        description={person.user ? undefined : t('They sign in with it. It stays for good.')}
        readOnly={person.user !== undefined}
        variant={person.user === undefined ? 'default' : 'filled'}
        autoCapitalize="none"
        spellCheck={false}
        autoComplete="off"
        data-autofocus={person.user === undefined || undefined}
        value={user}
        onChange={(event) => onChange({ user: event.currentTarget.value.trim().toLowerCase() })}
      />
      <Input.Wrapper
        label={t('Roles')}
        description={t('They decide what arrives on their devices. Costs and margins: PM, finance and partner only.')}
      >
        <Chip.Group multiple value={[...roles]} onChange={(chosen) => onChange({ roles: chosen })}>
          <Group gap="xs" my={4}>
            {ROLES.map((role) => (
              <Chip key={role} value={role} size="sm" radius="sm">
                {role}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Input.Wrapper>
      <Radio.Group label={t('Password')} value={password} onChange={(chosen) => onChange({ password: chosen })}>
        <Stack gap={8} mt={6}>
          <Radio value="new" label={t('A new one, made up and shown to you once')} />
          <Radio value="theirs" label={t('The one they have on this server')} />
        </Stack>
      </Radio.Group>
      {password === 'new' && person.user ? (
        <Text size="sm" c="dimmed">
          {t('With the old one they cannot sign in any more; they are asked for the new one.')}
        </Text>
      ) : null}
    </>
  );
}
