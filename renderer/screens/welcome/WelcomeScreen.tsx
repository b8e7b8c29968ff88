import { Stack, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { Mark } from '../../components/Mark';
import type { Workspace, WorkspaceInfo } from '../../data/workspace';
import type { PickedFile } from '../../platform/platform';
import { JoinWorkspace } from './JoinWorkspace';
import { NameYourself } from './NameYourself';
import { OpenedFile } from './OpenedFile';
import { PickPerson } from './PickPerson';
import { StartChoices } from './StartChoices';
import { StartWork } from './StartWork';
import { useStart } from './use-start';
import { WorkspaceList } from './WorkspaceList';
import classes from './WelcomeScreen.module.css';
import { t } from '#shared/values/texts';

interface WelcomeScreenProps {
  /** A saved workspace to open at once. */
  readonly file?: PickedFile | undefined;
  readonly workspaces: readonly WorkspaceInfo[];
  readonly onOpen: (id: string) => Promise<void>;
  readonly onEnter: (workspace: Workspace) => void;
}

/** The first thing a person sees: try it, bring the firm's data in, or begin with nothing. */
export function WelcomeScreen({ file, workspaces, onOpen, onEnter }: WelcomeScreenProps) {
  const start = useStart(file);
  const enterAt = useEnterAt(onEnter);
  return (
    <main className={classes.welcome}>
      <div className={classes.inner}>
        <header className={classes.brand}>
          <Mark size={40} />
          <div>
            <Title order={1} className={classes.title}>
              {t('Throughline')}
            </Title>
            <Text c="dimmed">{t('One deal, one record, from the first call to the end of the warranty.')}</Text>
          </div>
        </header>
        <WelcomeStep start={start} workspaces={workspaces} onOpen={onOpen} onEnterAt={enterAt} />
        <Text size="sm" c="dimmed" className={classes.promise}>
          {t(
            'Everything you enter is kept on this computer, with its whole history. No account, no server, no network is needed; a server joins you with others when you want it to.',
          )}
        </Text>
      </div>
    </main>
  );
}

/** Changes the address first, and enters once it has changed: the screens look at it as soon as they are there. */
function useEnterAt(onEnter: (workspace: Workspace) => void): (workspace: Workspace, path: string) => void {
  const [entering, setEntering] = useState<{ readonly workspace: Workspace; readonly path: string }>();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  useEffect(() => {
    if (entering && entering.path === pathname) onEnter(entering.workspace);
  }, [entering, pathname, onEnter]);
  return (workspace, path) => {
    setEntering({ workspace, path });
    void navigate(path, { replace: true });
  };
}

interface WelcomeStepProps {
  readonly start: ReturnType<typeof useStart>;
  readonly workspaces: readonly WorkspaceInfo[];
  readonly onOpen: (id: string) => Promise<void>;
  readonly onEnterAt: (workspace: Workspace, path: string) => void;
}

function WelcomeStep({ start, workspaces, onOpen, onEnterAt }: WelcomeStepProps) {
  const [opening, setOpening] = useState<string>();
  const navigate = useNavigate();
  const openKnown = (id: string): void => {
    setOpening(id);
    // What the address names belongs to whichever workspace was open before.
    void navigate('/pipeline', { replace: true });
    void onOpen(id);
  };
  switch (start.step.kind) {
    case 'choosing':
      return (
        <Stack gap="xl">
          <OpenedFile start={start} hasOthers={workspaces.length > 0} />
          <WorkspaceList workspaces={workspaces} opening={opening} onOpen={openKnown} />
          <StartChoices start={start} known={workspaces} onEnter={(workspace) => onEnterAt(workspace, '/pipeline')} />
        </Stack>
      );
    case 'naming': {
      const { next } = start.step;
      return <NameYourself next={next} onBack={start.back} onCreated={(workspace) => onEnterAt(workspace, next)} />;
    }
    case 'joining':
      return (
        <JoinWorkspace
          known={workspaces}
          onBack={start.back}
          onOpen={openKnown}
          onJoined={(workspace) => onEnterAt(workspace, '/pipeline')}
        />
      );
    case 'working':
      return <StartWork title={start.step.title} progress={start.step.progress} onCancel={start.cancel} />;
    case 'picking': {
      const { workspace } = start.step;
      return <PickPerson workspace={workspace} onPicked={() => onEnterAt(workspace, '/pipeline')} />;
    }
  }
}
