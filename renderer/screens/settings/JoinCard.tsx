import { Button } from '@mantine/core';
import { useState } from 'react';
import { SectionCard } from '../../components/SectionCard';
import { Deed } from './Deed';
import { JoinDialog } from './JoinDialog';
import { t } from '#shared/values/texts';

/** The way of a workspace begun here into one that colleagues share already. */
export function JoinCard() {
  const [opened, setOpened] = useState(false);
  return (
    <SectionCard title={t('Join others')}>
      <Deed
        name={t('Join a workspace on a server')}
        text={t('Your colleagues share one already, and you want what you began here to become part of it.')}
      >
        <Button variant="default" onClick={() => setOpened(true)}>
          {t('Join…')}
        </Button>
      </Deed>
      <JoinDialog opened={opened} onClose={() => setOpened(false)} />
    </SectionCard>
  );
}
