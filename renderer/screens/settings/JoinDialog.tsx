import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { membershipsOf, type Membership } from '#shared/hub/access';
import { FormProblem } from '../../components/FormProblem';
import { notify } from '../../components/notify';
import { linkOf } from '../../components/server-link';
import { ServerSignInForm } from '../../components/ServerSignInForm';
import { WorkspaceChoice } from '../../components/WorkspaceChoice';
import { useWorkspace } from '../../data/live';
import type { SignedIn } from '../../platform/hub';
import { t } from '#shared/values/texts';

interface JoinDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Links a workspace that was begun here to one on a server: first who one is there, then once more what will happen. */
export function JoinDialog({ opened, onClose }: JoinDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={t('Join a workspace on a server')} size={500}>
      {opened ? <JoinSteps onClose={onClose} /> : null}
    </Modal>
  );
}

function JoinSteps({ onClose }: { readonly onClose: () => void }) {
  const workspace = useWorkspace();
  const [signedIn, setSignedIn] = useState<SignedIn>();
  if (signedIn) return <Confirm signedIn={signedIn} onBack={() => setSignedIn(undefined)} onClose={onClose} />;
  return (
    <Stack gap="md">
      <Alert icon={<IconInfoCircle size={18} />} color="teal" variant="light" py={10}>
        {t(
          'Everything in {{name}} is sent there, with its whole history, and what is there comes here. Nothing is overwritten; this cannot be undone for those who have seen it.',
          { name: workspace.info.name },
        )}
      </Alert>
      <ServerSignInForm submitLabel={t('Continue')} backLabel={t('Cancel')} onBack={onClose} onSignedIn={setSignedIn} />
    </Stack>
  );
}

interface ConfirmProps {
  readonly signedIn: SignedIn;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

function Confirm({ signedIn, onBack, onClose }: ConfirmProps) {
  const workspace = useWorkspace();
  const memberships = membershipsOf(signedIn.roles);
  const [chosen, setChosen] = useState(memberships[0]?.workspace ?? '');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const membership = memberships.find((candidate) => candidate.workspace === chosen);
  const join = async (to: Membership): Promise<void> => {
    setBusy(true);
    const done = await workspace.sync.join(linkOf(signedIn, to));
    setBusy(false);
    if (!done.ok) return setProblem(done.error.message);
    notify.done(
      t('{{name}} is part of {{workspace}} now. What you began here is being sent.', {
        name: workspace.info.name,
        workspace: to.workspace,
      }),
    );
    onClose();
  };
  return (
    <Stack gap="md">
      {memberships.length > 1 ? <WorkspaceChoice memberships={memberships} chosen={chosen} onChoose={setChosen} /> : null}
      <Text size="sm">
        {membership
          ? `You join ${membership.workspace} as ${signedIn.user} (${membership.roles.join(', ')}). From now on you are the person of that name there; what you did here stays yours.`
          : t('{{user}} can sign in, but belongs to no workspace there. Ask whoever looks after the server to give you access.', {
              user: signedIn.user,
            })}
      </Text>
      <FormProblem message={problem} />
      <Group justify="space-between">
        <Button variant="default" onClick={onBack}>
          {t('Back')}
        </Button>
        {membership ? (
          <Button loading={busy} data-autofocus onClick={() => void join(membership)}>
            {t('Join and send everything')}
          </Button>
        ) : null}
      </Group>
    </Stack>
  );
}
