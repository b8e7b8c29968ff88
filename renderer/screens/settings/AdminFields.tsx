import { Group, PasswordInput, TextInput } from '@mantine/core';
import { ManagedNote } from '../../components/ManagedNote';
import { usePolicy } from '../../platform/policy';
import { t } from '#shared/values/texts';

export interface AdminDraft {
  readonly url: string;
  readonly name: string;
  readonly password: string;
}

interface AdminFieldsProps {
  readonly draft: AdminDraft;
  readonly asked: boolean;
  /** The server is known already. */
  readonly fixedUrl?: boolean;
  readonly onChange: (part: Partial<AdminDraft>) => void;
}

/** Who may make databases and users on a server. Asked for each time, used once, kept nowhere. */
export function AdminFields({ draft: { url, name, password }, asked, fixedUrl = false, onChange }: AdminFieldsProps) {
  const managed = usePolicy().serverUrl !== undefined;
  return (
    <>
      {fixedUrl ? null : (
        <TextInput
          label={t('Address of the server')}
          placeholder={t('https://couchdb.example.com')}
          withAsterisk={!managed}
          readOnly={managed}
          variant={managed ? 'filled' : 'default'}
          description={managed ? <ManagedNote /> : undefined}
          inputMode="url"
          spellCheck={false}
          error={asked && !url.trim() ? t('Where is the server?') : undefined}
          value={url}
          onChange={(event) => onChange({ url: event.currentTarget.value })}
        />
      )}
      <Group grow align="flex-start">
        <TextInput
          label={t('Administrator of the server')}
          withAsterisk
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          error={asked && !name.trim() ? t('Who may make users there?') : undefined}
          value={name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <PasswordInput
          label={t('Their password')}
          description={t('Used once, kept nowhere.')}
          withAsterisk
          autoComplete="off"
          error={asked && !password ? t('Their password is needed') : undefined}
          value={password}
          onChange={(event) => onChange({ password: event.currentTarget.value })}
        />
      </Group>
    </>
  );
}
