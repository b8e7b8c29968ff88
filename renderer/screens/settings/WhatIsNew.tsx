import { List, Text } from '@mantine/core';
import { spokenLanguage, t } from '#shared/values/texts';
import { pointsOf } from '../../../resources/release-notes/release-notes';

/** What the version that runs has brought. */
export function WhatIsNew() {
  const points = pointsOf(APP_VERSION, spokenLanguage());
  if (points.length === 0) return null;
  return (
    <section aria-labelledby="what-is-new">
      <Text size="sm" fw={550} mt="md" mb={6} id="what-is-new">
        {t('What is new')}
      </Text>
      <List size="sm" spacing={4}>
        {points.map((point) => (
          <List.Item key={point}>{point}</List.Item>
        ))}
      </List>
    </section>
  );
}
