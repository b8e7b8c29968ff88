import { Center, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { t } from '#shared/values/texts';
import { NewPassphrase } from '../components/NewPassphrase';
import { notify } from '../components/notify';
import { protectByPassphrase, protectionOf } from '../data/vault/workspace-vault';
import { usePolicy } from '../platform/policy';

interface PassphraseGateProps {
  readonly workspace: string;
  readonly children: ReactNode;
}

/** Where the organisation asks for a passphrase, a workspace without one shows nothing until it has one. */
export function PassphraseGate({ workspace, children }: PassphraseGateProps) {
  const isRequired = usePolicy().passphraseRequired === true;
  const [has, setHas] = useState<boolean>();
  useEffect(() => {
    if (isRequired) void protectionOf(workspace).then(({ by }) => setHas(by === 'passphrase'));
  }, [workspace, isRequired]);
  if (!isRequired || has === true) return children;
  const choose = async (passphrase: string): Promise<void> => {
    try {
      await protectByPassphrase(workspace, passphrase);
      setHas(true);
    } catch (cause) {
      notify.problem(cause instanceof Error ? cause.message : String(cause));
    }
  };
  return has === undefined ? null : (
    <Center component="main" mih="100dvh" p="md">
      <Stack w={360} gap="xs">
        <Title order={1} size="h2">
          {t('Choose a passphrase')}
        </Title>
        <Text size="sm">{t('Your organisation asks for a passphrase for the data on this computer.')}</Text>
        <NewPassphrase onChosen={choose} />
      </Stack>
    </Center>
  );
}
