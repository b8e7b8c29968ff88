import { PasswordInput } from '@mantine/core';
import { useKeepsSecrets } from './use-hub';
import { t } from '#shared/values/texts';

interface PassphraseFieldProps {
  readonly value: string;
  readonly onChange: (passphrase: string) => void;
}

/** Asked for only where the computer has no safe place for a password of its own. */
export function PassphraseField({ value, onChange }: PassphraseFieldProps) {
  const keeps = useKeepsSecrets();
  if (keeps !== false) return null;
  return (
    <PasswordInput
      label={t('Passphrase to stay signed in (optional)')}
      description={t(
        'This computer has no safe place for passwords. With a passphrase of your own choice the password is kept here, sealed, and the passphrase is asked for at each start. Without one you sign in at each start.',
      )}
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
