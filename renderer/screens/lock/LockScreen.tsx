import { Button, Center, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { t } from '#shared/values/texts';
import { Mark } from '../../components/Mark';

interface LockScreenProps {
  readonly needsPassphrase: boolean;
  /** False where the passphrase is another. */
  readonly onUnlock: (passphrase?: string) => Promise<boolean>;
  /** To the list of workspaces. */
  readonly onLeave: () => void;
}

/** Over everything while the app is locked: nothing of the firm is in this window, not even its name. */
export function LockScreen({ needsPassphrase, onUnlock, onLeave }: LockScreenProps) {
  const [passphrase, setPassphrase] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [isTrying, setTrying] = useState(false);
  const unlock = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTrying(true);
    const isOpen = await onUnlock(needsPassphrase ? passphrase : undefined);
    if (isOpen) return;
    setTrying(false);
    setWrong(true);
  };
  return (
    <Center component="main" mih="100dvh" p="md">
      <title>Throughline</title>
      <form onSubmit={(event) => void unlock(event)}>
        <Stack w={320} gap="md">
          <Mark size={40} />
          <Title order={1} size="h2">
            {t('Throughline is locked')}
          </Title>
          {needsPassphrase ? (
            <PasswordInput
              label={t('Passphrase')}
              value={passphrase}
              onChange={(event) => {
                setPassphrase(event.currentTarget.value);
                setWrong(false);
              }}
              error={isWrong ? t('This is not the passphrase.') : undefined}
              autoComplete="off"
              data-autofocus
              autoFocus
            />
          ) : null}
          <Button type="submit" loading={isTrying} disabled={needsPassphrase && passphrase === ''} autoFocus={!needsPassphrase}>
            {t('Unlock')}
          </Button>
          {needsPassphrase ? (
            <Text size="sm" c="dimmed">
              {t(
                'Forgotten? Nobody can open this data without it. Restore a backup with its recovery key, or sign in to your server again, from the list of workspaces.',
              )}
            </Text>
          ) : null}
          <Button variant="subtle" onClick={onLeave}>
            {t('Show the list of workspaces')}
          </Button>
        </Stack>
      </form>
    </Center>
  );
}
