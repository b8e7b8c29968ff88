import { Button, Chip, Group, Input, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ROLES, type Role } from '#shared/records/define-record';
import { notify } from '../../components/notify';
import { createWorkspace } from '../../data/session';
import type { Workspace } from '../../data/workspace';
import classes from './WelcomeScreen.module.css';
import { t } from '#shared/values/texts';

interface NameYourselfProps {
  readonly next: '/pipeline' | '/import';
  readonly onBack: () => void;
  readonly onCreated: (workspace: Workspace) => void;
}

interface Draft {
  readonly firm: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
}

/** Who begins keeps the people and settings too, or nobody could. */
const ALWAYS: Role = 'admin';

/** The firm and its first person. History says by name who did what, so it is asked at the start. */
export function NameYourself({ next, onBack, onCreated }: NameYourselfProps) {
  const [draft, setDraft] = useState<Draft>({ firm: '', name: '', email: '', roles: ['partner'] });
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);

  const create = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (!draft.firm.trim() || !draft.name.trim()) return;
    setBusy(true);
    try {
      onCreated(await createFirm(draft));
    } catch (cause) {
      notify.problem(cause instanceof Error ? cause.message : String(cause), t('The workspace was not made'));
      setBusy(false);
    }
  };

  return (
    <form className={classes.card} onSubmit={(event) => void create(event)} noValidate>
      <Stack gap="md">
        <div>
          <Title order={2}>{t('Who are you?')}</Title>
          <Text size="sm" c="dimmed">
            {t('Every change is kept with the name of who made it.')}
          </Text>
        </div>
        <NameFields draft={draft} asked={asked} onChange={(part) => setDraft((was) => ({ ...was, ...part }))} />
        <Group justify="space-between" mt="xs">
          <Button variant="default" onClick={onBack}>
            {t('Back')}
          </Button>
          <Button type="submit" loading={busy}>
            {next === '/import' ? t('Continue to the import') : t('Start')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function createFirm({ firm, name, email, roles }: Draft): Promise<Workspace> {
  const person = { name: name.trim(), ...(email.trim() ? { email: email.trim() } : {}), roles: [...(roles as readonly Role[]), ALWAYS] };
  return createWorkspace({ name: firm.trim(), person });
}

interface NameFieldsProps {
  readonly draft: Draft;
  /** True once the person has tried to go on: what is missing is said from then on. */
  readonly asked: boolean;
  readonly onChange: (part: Partial<Draft>) => void;
}

function NameFields({ draft: { firm, name, email, roles }, asked, onChange }: NameFieldsProps) {
  return (
    <>
      <TextInput
        label={t('Firm')}
        autoFocus
        withAsterisk
        value={firm}
        error={asked && !firm.trim() ? t('Give the firm a name') : undefined}
        onChange={(event) => onChange({ firm: event.target.value })}
      />
      <Group grow align="flex-start">
        <TextInput
          label={t('Your name')}
          withAsterisk
          autoComplete="name"
          value={name}
          error={asked && !name.trim() ? t('Say who you are') : undefined}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        <TextInput
          label={t('Your e-mail')}
          type="email"
          autoComplete="email"
          value={email}
          onChange={(event) => onChange({ email: event.target.value })}
        />
      </Group>
      <Input.Wrapper label={t('What you do')} description={t('More than one is fine. You also keep the settings of this workspace.')}>
        <Chip.Group multiple value={[...roles]} onChange={(chosen) => onChange({ roles: chosen })}>
          <Group gap="xs" mt={4} mb={4}>
            {ROLES.filter((role) => role !== ALWAYS).map((role) => (
              <Chip key={role} value={role} size="sm" radius="sm">
                {role}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Input.Wrapper>
    </>
  );
}
