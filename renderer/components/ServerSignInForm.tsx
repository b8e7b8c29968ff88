import { Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { SignedIn } from '../platform/hub';
import { platform } from '../platform/current-platform';
import { usePolicy } from '../platform/policy';
import { FormProblem } from './FormProblem';
import { ManagedNote } from './ManagedNote';
import { PassphraseField } from './PassphraseField';
import { addressOf, isReadableOnTheWay } from './server-link';
import { t } from '#shared/values/texts';

interface ServerSignInFormProps {
  /** Known already, and not to be changed: signing in again. */
  readonly fixed?: { readonly url: string; readonly user: string };
  readonly submitLabel: string;
  readonly onSignedIn: (signedIn: SignedIn) => Promise<void> | void;
  readonly backLabel: string;
  readonly onBack: () => void;
}

interface Draft {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly passphrase: string;
}

/** Name and password for a server. What the server refuses is said above the button, in the shell's words. */
export function ServerSignInForm({ fixed, submitLabel, onSignedIn, backLabel, onBack }: ServerSignInFormProps) {
  const managed = usePolicy().serverUrl;
  const [draft, setDraft] = useState<Draft>({ url: fixed?.url ?? managed ?? '', user: fixed?.user ?? '', password: '', passphrase: '' });
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<Draft>): void => setDraft((was) => ({ ...was, ...part }));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const missing = missingIn(draft);
    if (missing) return setProblem(missing);
    setBusy(true);
    setProblem(await signInWith(draft, onSignedIn));
    setBusy(false);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        <WhereAndWho draft={draft} fixed={fixed !== undefined} onChange={change} />
        <PasswordInput
          label={t('Password')}
          withAsterisk={!fixed}
          autoComplete="current-password"
          data-autofocus={fixed ? true : undefined}
          autoFocus={fixed !== undefined}
          value={draft.password}
          onChange={(event) => change({ password: event.currentTarget.value })}
        />
        <PassphraseField value={draft.passphrase} onChange={(passphrase) => change({ passphrase })} />
        <FormProblem message={problem} />
        <Group justify="space-between" mt="xs">
          <Button variant="default" onClick={onBack}>
            {backLabel}
          </Button>
          <Button type="submit" loading={busy}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function missingIn({ url, user, password }: Draft): string | undefined {
  if (!url.trim()) return t('Type the address of the server. It stands in the invitation.');
  if (!user.trim()) return t('Type your user name. It stands in the invitation.');
  return password ? undefined : t('Type your password.');
}

/** The problem to show; undefined where it went well. */
async function signInWith(draft: Draft, onSignedIn: ServerSignInFormProps['onSignedIn']): Promise<string | undefined> {
  const { password, passphrase } = draft;
  try {
    const done = await platform.hub.signIn({
      url: addressOf(draft.url),
      user: draft.user.trim().toLowerCase(),
      password,
      ...(passphrase && { passphrase }),
    });
    if (!done.ok) return done.message;
    await onSignedIn(done);
    return undefined;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

interface WhereAndWhoProps {
  readonly draft: Draft;
  readonly fixed: boolean;
  readonly onChange: (part: Partial<Draft>) => void;
}

function WhereAndWho({ draft: { url, user }, fixed, onChange }: WhereAndWhoProps) {
  const managed = usePolicy().serverUrl !== undefined;
  const readable = isReadableOnTheWay(addressOf(url));
  return (
    <>
      <TextInput
        label={t('Address of the server')}
        placeholder={t('https://throughline.example.com')}
        withAsterisk={!fixed}
        readOnly={fixed || managed}
        variant={fixed || managed ? 'filled' : 'default'}
        data-autofocus={fixed || managed ? undefined : true}
        autoFocus={!fixed && !managed}
        inputMode="url"
        autoComplete="url"
        spellCheck={false}
        description={
          managed ? (
            <ManagedNote />
          ) : readable && !fixed ? (
            t('Plain http: whoever shares the network can read along. Use it only where you trust the network.')
          ) : undefined
        }
        value={url}
        onChange={(event) => onChange({ url: event.currentTarget.value })}
      />
      <TextInput
        label={t('User name')}
        withAsterisk={!fixed}
        autoFocus={managed && !fixed}
        readOnly={fixed}
        variant={fixed ? 'filled' : 'default'}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={user}
        onChange={(event) => onChange({ user: event.currentTarget.value })}
      />
    </>
  );
}
