import { Button } from '@mantine/core';
import { useState } from 'react';
import { SectionCard } from '../../components/SectionCard';
import { useWorkspaceInfo } from '../../data/live';
import { Deed } from './Deed';
import { ShareDialog } from './ShareDialog';
import { t } from '#shared/values/texts';

/** The beginning of working together: this workspace gets a place on a server. */
export function ShareCard() {
  const { name } = useWorkspaceInfo();
  const [opened, setOpened] = useState(false);
  return (
    <SectionCard title={t('Work with others')}>
      <Deed
        name={t('Share {{name}}', { name })}
        text={t(
          'It gets a place on a server, and whoever you give access works in it too. Everybody keeps a whole copy, works without a network, and what was done meanwhile is joined when they meet the server again.',
        )}
      >
        <Button onClick={() => setOpened(true)}>{t('Share…')}</Button>
      </Deed>
      <ShareDialog opened={opened} onClose={() => setOpened(false)} />
    </SectionCard>
  );
}
