import { Title } from '@mantine/core';

export function ContactScreen() {
  return <Title order={1}>Contact</Title>;
}
