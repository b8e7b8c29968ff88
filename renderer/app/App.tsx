import { Center, Loader, MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { IconDatabaseOff } from '@tabler/icons-react';
import { useCallback, useEffect } from 'react';
import { BrowserRouter, useNavigate } from 'react-router';
import { spokenLanguage, t } from '#shared/values/texts';
import { EmptyState } from '../components/EmptyState';
import { notify } from '../components/notify';
import { reviewPath } from '../components/review-path';
import { WorkspaceProvider, type HeldUpBy } from '../data/live';
import { useAppearance } from '../ui-state/appearance';
import { LockScreen } from '../screens/lock/LockScreen';
import { FirstTotals } from '../screens/pipeline/first-totals';
import { WelcomeScreen } from '../screens/welcome/WelcomeScreen';
import { ErrorBoundary } from './ErrorBoundary';
import { PassphraseGate } from './PassphraseGate';
import { SealingNote } from './SealingNote';
import { useSession } from './session';
import { ShellFrame } from './shell-frame/ShellFrame';
import { cssVariables, theme } from './theme';
import { useNativeMenu } from './use-native-menu';
import { printInLight } from './print-in-light';
import type { AppAction } from '../ui-state/app-action';
import { tellNews } from './tell-news';
import { useOutside } from './use-outside';

/** The whole window: look, routes, and whichever firm is open. */
export function App() {
  const density = useAppearance((state) => state.density);
  useEffect(() => {
    document.documentElement.dataset['density'] = density;
  }, [density]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <DatesProvider settings={{ locale: spokenLanguage() }}>
        <Notifications position="bottom-right" limit={4} />
        <SealingNote />
        <ErrorBoundary resetKey="app">
          <BrowserRouter>
            <OpenSession />
          </BrowserRouter>
        </ErrorBoundary>
      </DatesProvider>
    </MantineProvider>
  );
}

/** Shows why something was refused; where two values wait for a choice, with the way to where it is made. */
function useShowProblem(): (message: string, heldUpBy?: HeldUpBy) => void {
  const navigate = useNavigate();
  return useCallback(
    (message, heldUpBy) => {
      if (!heldUpBy) notify.problem(message);
      else notify.problemWith(message, { label: t('Settle it'), take: () => void navigate(reviewPath(heldUpBy.record, heldUpBy.field)) });
    },
    [navigate],
  );
}

/** What can be done before a firm is open. */
const NONE: readonly AppAction[] = [];

function OpenSession() {
  const { session, open, enter, unlock, leave } = useSession();
  const showProblem = useShowProblem();
  useNativeMenu(NONE);
  useEffect(printInLight, []);
  useEffect(tellNews, []);
  useOutside(session.kind === 'open' || session.kind === 'opening');
  switch (session.kind) {
    case 'starting':
      return (
        <Center h="100dvh" role="status" aria-label={t('Opening')}>
          <Loader size="sm" type="dots" />
        </Center>
      );
    case 'welcome':
      return <WelcomeScreen file={session.file} workspaces={session.workspaces} onOpen={open} onEnter={enter} />;
    case 'locked':
      return <LockScreen needsPassphrase={session.needsPassphrase} onUnlock={unlock} onLeave={() => void leave()} />;
    case 'failed':
      throw session.cause;
    case 'refused':
      return <EmptyState icon={IconDatabaseOff} title={t('This browser keeps no data')} text={session.message} />;
    case 'opening':
    case 'open':
      return (
        <FirstTotals value={session.kind === 'opening' ? session.totals : undefined}>
          <WorkspaceProvider key={session.workspace.info.id} workspace={session.workspace} onProblem={showProblem}>
            <PassphraseGate workspace={session.workspace.info.id}>
              <ShellFrame ready={session.kind === 'open'} />
            </PassphraseGate>
          </WorkspaceProvider>
        </FirstTotals>
      );
  }
}
