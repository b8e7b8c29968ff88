import { Title } from '@mantine/core';

export function AccountScreen() {
  return <Title order={1}>Account</Title>;
}
