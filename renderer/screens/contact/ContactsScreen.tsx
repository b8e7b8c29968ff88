import { Title } from '@mantine/core';

export function ContactsScreen() {
  return <Title order={1}>Contacts</Title>;
}
