import { Affix, Paper, Progress, Text } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { t } from '#shared/values/texts';
import { sealingProgress } from '../data/vault/workspace-vault';

/** How far the window is with sealing everything under a new key; nothing while it is not. */
export function SealingNote() {
  const progress = useSyncExternalStore(sealingProgress.subscribe, sealingProgress.get);
  if (!progress) return null;
  const { done, total } = progress;
  return (
    <Affix position={{ bottom: 16, left: 16 }}>
      <Paper withBorder p="sm" w={320} role="status">
        <Text size="sm" mb={6}>
          {t('Sealing everything under a new key')}
        </Text>
        <Progress value={total > 0 ? (done / total) * 100 : 0} aria-label={t('Sealing everything under a new key')} />
      </Paper>
    </Affix>
  );
}
