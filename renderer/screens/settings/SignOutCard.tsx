import { Button } from '@mantine/core';
import { useState } from 'react';
import { SectionCard } from '../../components/SectionCard';
import { useWorkspaceInfo } from '../../data/live';
import { Deed } from './Deed';
import type { SignOut } from './settings-section';
import { SignOutDialog } from './SignOutDialog';
import { t } from '#shared/values/texts';

/** The end of this workspace on this device; on the server it stays. */
export function SignOutCard({ onSignOut }: { readonly onSignOut: SignOut }) {
  const { name } = useWorkspaceInfo();
  const [opened, setOpened] = useState(false);
  return (
    <SectionCard title={t('Sign out')}>
      <Deed
        name={t('Sign out and remove {{name}} from this device', { name })}
        text={t('It stays on the server, whole, and can be joined again at any time.')}
      >
        <Button variant="default" onClick={() => setOpened(true)}>
          {t('Sign out…')}
        </Button>
      </Deed>
      <SignOutDialog opened={opened} onClose={() => setOpened(false)} onSignOut={onSignOut} />
    </SectionCard>
  );
}
