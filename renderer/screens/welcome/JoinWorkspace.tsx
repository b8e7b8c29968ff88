import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { FormProblem } from '../../components/FormProblem';
import { notify } from '../../components/notify';
import { ServerSignInForm } from '../../components/ServerSignInForm';
import { WorkspaceChoice } from '../../components/WorkspaceChoice';
import type { Workspace, WorkspaceInfo } from '../../data/workspace';
import { StartWork } from './StartWork';
import { type Join, type JoinStep, useJoin } from './use-join';
import classes from './WelcomeScreen.module.css';
import { t } from '#shared/values/texts';

interface JoinWorkspaceProps {
  readonly known: readonly WorkspaceInfo[];
  readonly onBack: () => void;
  readonly onOpen: (id: string) => void;
  readonly onJoined: (workspace: Workspace) => void;
}

/** The way into a workspace that colleagues share: sign in, choose, and watch it arrive. */
export function JoinWorkspace({ known, onBack, onOpen, onJoined }: JoinWorkspaceProps) {
  const join = useJoin({ known, onOpen, onJoined });
  const leave = (): void => {
    join.leave().catch((cause: unknown) => notify.problem(cause instanceof Error ? cause.message : String(cause)));
    onBack();
  };
  switch (join.step.kind) {
    case 'signing-in':
      return (
        <div className={classes.card}>
          <Stack gap="md">
            <div>
              <Title order={2}>{t('Join a workspace on a server')}</Title>
              <Text size="sm" c="dimmed">
                {t('Address, user name and password stand in the invitation that a colleague sent you.')}
              </Text>
            </div>
            <ServerSignInForm submitLabel={t('Sign in')} backLabel={t('Back')} onBack={leave} onSignedIn={join.signedIn} />
          </Stack>
        </div>
      );
    case 'choosing':
      return <Choosing join={join} step={join.step} onBack={leave} />;
    case 'loading':
      return (
        <StartWork
          title={t('Loading {{workspace}}', { workspace: join.step.workspace })}
          progress={join.step.progress}
          onCancel={join.cancel}
        />
      );
  }
}

interface ChoosingProps {
  readonly join: Join;
  readonly step: Extract<JoinStep, { readonly kind: 'choosing' }>;
  readonly onBack: () => void;
}

function Choosing({ join, step: { signedIn, memberships, problem }, onBack }: ChoosingProps) {
  const [chosen, setChosen] = useState(memberships[0]?.workspace ?? '');
  const membership = memberships.find(({ workspace }) => workspace === chosen);
  return (
    <div className={classes.card}>
      <Stack gap="md">
        <Title order={2}>{t('You are signed in as {{user}}', { user: signedIn.user })}</Title>
        {memberships.length > 1 ? <WorkspaceChoice memberships={memberships} chosen={chosen} onChoose={setChosen} /> : null}
        {memberships.length === 1 && membership ? (
          <Text size="sm">{t('{{workspace}} has not arrived on this device yet.', { workspace: membership.workspace })}</Text>
        ) : null}
        {membership ? null : (
          <Text size="sm">
            {t(
              'You belong to no workspace there. Ask the colleague who invited you, or whoever looks after the server, to give you access.',
            )}
          </Text>
        )}
        <FormProblem message={problem} />
        <Group justify="space-between">
          <Button variant="default" onClick={onBack}>
            {t('Back')}
          </Button>
          {membership ? (
            <Button onClick={() => void join.choose(signedIn, membership)}>{problem ? t('Try again') : t('Join')}</Button>
          ) : null}
        </Group>
      </Stack>
    </div>
  );
}
