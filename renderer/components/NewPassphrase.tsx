import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { t } from '#shared/values/texts';
import { PASSPHRASE_LENGTH } from '../data/vault/passphrase';

interface NewPassphraseProps {
  readonly onChosen: (passphrase: string) => Promise<void>;
}

/** Two fields for a passphrase that is chosen now, and what happens when it is forgotten. */
export function NewPassphrase({ onChosen }: NewPassphraseProps) {
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [isKeeping, setKeeping] = useState(false);
  const isShort = passphrase.length < PASSPHRASE_LENGTH;
  const keep = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setKeeping(true);
    await onChosen(passphrase).finally(() => setKeeping(false));
  };
  return (
    <form onSubmit={(event) => void keep(event)}>
      <Stack gap="sm" maw={360} mt="sm">
        <PasswordInput
          label={t('New passphrase')}
          description={t('At least {{length}} characters. Several words are better than one that is hard to type.', {
            length: PASSPHRASE_LENGTH,
          })}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          autoComplete="new-password"
        />
        <PasswordInput
          label={t('The same again')}
          value={again}
          onChange={(event) => setAgain(event.currentTarget.value)}
          error={again !== '' && !isShort && again !== passphrase ? t('These are two different passphrases.') : undefined}
          autoComplete="new-password"
        />
        <Text size="sm" c="dimmed">
          {t(
            'Whoever forgets it opens this data only by a backup and its recovery key, or by the server. Write the recovery key down first.',
          )}
        </Text>
        <Button type="submit" loading={isKeeping} disabled={isShort || again !== passphrase}>
          {t('Keep this passphrase')}
        </Button>
      </Stack>
    </form>
  );
}
