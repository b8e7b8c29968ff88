import { Button } from '@mantine/core';
import { useState } from 'react';
import { SectionCard } from '../../components/SectionCard';
import { Deed } from './Deed';
import { JoinDialog } from './JoinDialog';

/** The way of a workspace begun here into one that colleagues share already. */
export function JoinCard() {
  const [opened, setOpened] = useState(false);
  return (
    <SectionCard title="Join others">
      <Deed
        name="Join a workspace on a server"
        text="Your colleagues share one already, and you want what you began here to become part of it."
      >
        <Button variant="default" onClick={() => setOpened(true)}>
          Join…
        </Button>
      </Deed>
      <JoinDialog opened={opened} onClose={() => setOpened(false)} />
    </SectionCard>
  );
}
