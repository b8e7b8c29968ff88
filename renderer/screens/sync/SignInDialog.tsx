import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { FormProblem } from '../../components/FormProblem';
import { hostOf, renewedLink } from '../../components/server-link';
import { ServerSignInForm } from '../../components/ServerSignInForm';
import { useSync, useWorkspace } from '../../data/live';
import type { ServerLink } from '../../data/sync-state';
import type { SignedIn } from '../../platform/hub';
import { platform } from '../../platform/current-platform';
import { useOverlays } from '../../ui-state/overlays';
import { useSignInAtStart } from './use-sign-in-at-start';
import { t } from '#shared/values/texts';

/** The way back to the server: the passphrase where the password lies here under one, else the password. */
export function SignInDialog() {
  const { overlay, close } = useOverlays();
  const { link } = useSync();
  useSignInAtStart();
  const opened = overlay.kind === 'sign-in' && link !== undefined;
  return (
    <Modal opened={opened} onClose={close} title={t('Sign in to {{url}}', { url: hostOf(link?.url) })}>
      {opened ? <SignIn link={link} onClose={close} /> : null}
    </Modal>
  );
}

interface SignInProps {
  readonly link: ServerLink;
  readonly onClose: () => void;
}

function SignIn({ link, onClose }: SignInProps) {
  const { sync } = useWorkspace();
  const { state } = useSync();
  const locked = state.kind === 'attention' && state.attention.kind === 'locked';
  const [way, setWay] = useState<'passphrase' | 'password'>(locked ? 'passphrase' : 'password');
  const done = async (signedIn: SignedIn): Promise<void> => {
    await sync.signedIn(renewedLink(link, signedIn));
    onClose();
  };
  if (way === 'passphrase') return <UnlockForm link={link} onUnlocked={done} onForgotten={() => setWay('password')} />;
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('What you did meanwhile is kept on this device, and is sent when you are signed in.')}
      </Text>
      <ServerSignInForm fixed={link} submitLabel={t('Sign in')} backLabel={t('Not now')} onBack={onClose} onSignedIn={done} />
    </Stack>
  );
}

interface UnlockFormProps {
  readonly link: ServerLink;
  readonly onUnlocked: (signedIn: SignedIn) => Promise<void>;
  readonly onForgotten: () => void;
}

function UnlockForm({ link, onUnlocked, onForgotten }: UnlockFormProps) {
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const unlock = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setProblem(await unlockWith(link.connection, passphrase, onUnlocked));
    setBusy(false);
  };
  return (
    <form onSubmit={(event) => void unlock(event)} noValidate>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('Your password for {{user}} is kept here under a passphrase of yours.', { user: link.user })}
        </Text>
        <PasswordInput
          label={t('Passphrase')}
          data-autofocus
          autoFocus
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <FormProblem message={problem} />
        <Group justify="space-between">
          <Button variant="default" onClick={onForgotten}>
            {t('Use the password instead')}
          </Button>
          <Button type="submit" loading={busy} disabled={passphrase === ''}>
            {t('Unlock')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The problem to show; undefined where it went well. */
async function unlockWith(connection: string, passphrase: string, onUnlocked: UnlockFormProps['onUnlocked']): Promise<string | undefined> {
  try {
    const done = await platform.hub.unlock({ connection, passphrase });
    if (!done.ok) return done.message;
    await onUnlocked(done);
    return undefined;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}
