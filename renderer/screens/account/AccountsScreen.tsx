import { Title } from '@mantine/core';

export function AccountsScreen() {
  return <Title order={1}>Accounts</Title>;
}
