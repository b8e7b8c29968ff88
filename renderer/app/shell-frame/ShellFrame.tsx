import { CommandPalette } from '../../screens/search/CommandPalette';
import { ValueHistoryMenu } from '../../components/ValueHistoryMenu';
import { HandOverDialog } from '../../screens/sync/HandOverDialog';
import { SignInDialog } from '../../screens/sync/SignInDialog';
import { FileDropZone } from '../../screens/import/FileDrop';
import { useAppActions } from '../app-actions';
import { AppRoutes } from '../routes';
import { useSession } from '../session';
import { useFocusReturn } from '../use-focus-return';
import { useNativeMenu } from '../use-native-menu';
import { useShortcuts } from '../use-shortcuts';
import { ProblemBanner } from './ProblemBanner';
import classes from './ShellFrame.module.css';
import { ShortcutsOverlay } from './ShortcutsOverlay';
import { Sidebar } from './Sidebar';
import { TopBar } from './TopBar';
import { t } from '#shared/values/texts';

interface ShellFrameProps {
  /** False while only the first screen's records are there. */
  readonly ready: boolean;
}

/** What stays while screens change: navigation, search, undo, and what the person has to know. */
export function ShellFrame({ ready }: ShellFrameProps) {
  const actions = useAppActions();
  const leave = useSession((state) => state.leave);
  useShortcuts(actions);
  useFocusReturn();
  useNativeMenu(actions);
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#main">
        {t('Skip to content')}
      </a>
      <Sidebar />
      <TopBar />
      <main id="main" className={classes.main} tabIndex={-1}>
        <ProblemBanner />
        <div className={classes.screen}>
          <AppRoutes ready={ready} />
        </div>
      </main>
      <CommandPalette actions={actions} />
      <ShortcutsOverlay actions={actions} />
      <ValueHistoryMenu />
      <HandOverDialog />
      <SignInDialog />
      <FileDropZone onOpenAlone={(file) => void leave(file)} />
    </div>
  );
}
