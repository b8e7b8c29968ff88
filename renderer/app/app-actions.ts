import { useMantineColorScheme } from '@mantine/core';
import {
  IconActivity,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBuildingPlus,
  IconClipboardList,
  IconClipboardText,
  IconDeviceFloppy,
  IconKeyboard,
  IconMessage2,
  IconMoon,
  IconNotes,
  IconPhone,
  IconPlus,
  IconArrowAutofitHeight,
  IconQuote,
  IconScale,
  IconSearch,
  IconShieldCheck,
  IconSun,
  IconSunMoon,
  IconSwitchHorizontal,
  IconUserPlus,
  IconUsers,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import { type NavigateFunction, useLocation, useNavigate } from 'react-router';
import { saveWorkspaceFile } from '../components/save-workspace-file';
import { useUndoState, useWorkspace } from '../data/live';
import { useAppearance } from '../ui-state/appearance';
import type { AppAction } from '../ui-state/app-action';
import { type PaletteQuestion, useOverlays } from '../ui-state/overlays';
import { changeOrders } from './change-order-actions';
import { useSession } from './session';
import { useLinkActions } from './link-actions';
import { lockAction } from './lock-action';
import { goToMoney } from './money-action';
import { useSyncActions } from './use-sync-actions';
import { useUndoActs } from './use-undo-acts';
import { helpActions } from './help-actions';
import { t } from '#shared/values/texts';
import { windowActions } from './window-actions';
import { going, books, people } from './place-actions';

/** Everything the app can do from anywhere. The palette, the shortcuts and the native menu all read this list. */
export function useAppActions(): readonly AppAction[] {
  const navigate = useNavigate();
  const edit = useEditActions();
  const look = useLookActions();
  const record = useLogActions(navigate);
  const data = useDataActions(navigate);
  const sync = useSyncActions();
  const link = useLinkActions();
  return useMemo(
    () => [
      ...creating(navigate),
      ...record,
      ...working(navigate),
      goToMoney(navigate),
      ...going(navigate),
      ...books(navigate),
      evidence(navigate),
      changeOrders(navigate),
      ...people(navigate),
      ...edit,
      ...link,
      ...look,
      ...sync,
      ...data,
      ...windowActions(),
    ],
    [navigate, edit, link, look, record, sync, data],
  );
}

function creating(navigate: NavigateFunction): AppAction[] {
  const go = (to: string) => () => void navigate(to);
  return [
    {
      id: 'deal.new',
      title: t('New deal'),
      group: 'Create',
      icon: IconPlus,
      keys: 'n',
      words: t('add opportunity'),
      run: go('/pipeline?new=1'),
    },
    {
      id: 'account.new',
      title: t('New account'),
      group: 'Create',
      icon: IconBuildingPlus,
      words: t('add client company'),
      run: go('/accounts?new=1'),
    },
    {
      id: 'contact.new',
      title: t('New contact'),
      group: 'Create',
      icon: IconUserPlus,
      words: t('add person buyer'),
      run: go('/contacts?new=1'),
    },
  ];
}

function working(navigate: NavigateFunction): AppAction[] {
  const go = (to: string) => () => void navigate(to);
  return [
    {
      id: 'go.today',
      title: t('Today'),
      group: 'Go to',
      icon: IconSun,
      keys: 'g t',
      words: t('my tickets questions decide'),
      run: go('/today'),
    },
    {
      id: 'go.work',
      title: t('My work'),
      group: 'Go to',
      icon: IconClipboardList,
      keys: 'g w',
      words: t('tickets board'),
      run: go('/today/work?mine=1'),
    },
    {
      id: 'go.reconciliation',
      title: t('Reconciliation'),
      group: 'Go to',
      icon: IconScale,
      words: t('differences figures crm project tool finance tolerance'),
      run: go('/reconciliation'),
    },
    {
      id: 'go.signals',
      title: t('Signals'),
      group: 'Go to',
      icon: IconActivity,
      words: t('margin handover thresholds'),
      run: go('/signals'),
    },
  ];
}

/** On a deal it is about that deal. */
function evidence(navigate: NavigateFunction): AppAction {
  return {
    id: 'go.evidence',
    title: t('Was this promised?'),
    group: 'Go to',
    icon: IconQuote,
    keys: 'g e',
    words: t('evidence claim proof dispute quote verdict'),
    run: () => {
      const deal = /^\/deals\/([^/]+)/u.exec(globalThis.location.pathname)?.[1];
      void navigate(deal ? `/evidence?in=deal:${deal}` : '/evidence');
    },
  };
}

const LOGS: readonly (Pick<AppAction, 'id' | 'title' | 'icon' | 'words'> & { readonly at: string; readonly asks: PaletteQuestion })[] = [
  {
    id: 'ticket.new',
    title: t('New ticket'),
    icon: IconClipboardList,
    words: t('work task create'),
    at: 'tickets?new=ticket',
    asks: 'new ticket',
  },
  { id: 'log.call', title: t('Log a call'), icon: IconPhone, words: t('phone story'), at: 'story?log=call', asks: 'log call' },
  { id: 'log.meeting', title: t('Log a meeting'), icon: IconUsers, words: 'story', at: 'story?log=meeting', asks: 'log meeting' },
  { id: 'log.note', title: t('Write a note'), icon: IconNotes, words: t('log story'), at: 'story?log=note', asks: 'log note' },
  {
    id: 'log.chat',
    title: t('Paste a chat'),
    icon: IconMessage2,
    words: t('log slack teams story'),
    at: 'story?log=chat',
    asks: 'paste chat',
  },
];

/** On a deal they are about that deal; anywhere else the palette asks which. */
function useLogActions(navigate: NavigateFunction): readonly AppAction[] {
  const { pathname } = useLocation();
  const openPalette = useOverlays((state) => state.openPalette);
  const deal = /^\/deals\/([^/]+)/.exec(pathname)?.[1];
  return useMemo(
    () =>
      LOGS.map(({ at, asks, ...action }) => ({
        ...action,
        group: 'Record',
        run: () => (deal ? void navigate(`/deals/${deal}/${at}`) : openPalette(asks)),
      })),
    [deal, navigate, openPalette],
  );
}

function useEditActions(): readonly AppAction[] {
  const { undo, redo } = useUndoState();
  const acts = useUndoActs();
  const openPalette = useOverlays((state) => state.openPalette);
  return useMemo(
    () => [
      {
        id: 'search.open',
        title: t('Search'),
        group: 'Edit',
        icon: IconSearch,
        keys: 'mod+K',
        words: t('find any word'),
        run: () => openPalette(),
      },
      {
        id: 'edit.undo',
        title: undo ? t('Undo: {{label}}', { label: undo.label }) : t('Undo'),
        group: 'Edit',
        icon: IconArrowBackUp,
        keys: 'mod+Z',
        words: t('take back'),
        run: () => void acts.undo(),
      },
      {
        id: 'edit.redo',
        title: redo ? t('Redo: {{label}}', { label: redo.label }) : t('Redo'),
        group: 'Edit',
        icon: IconArrowForwardUp,
        keys: 'mod+shift+Z',
        run: () => void acts.redo(),
      },
    ],
    [undo, redo, acts, openPalette],
  );
}

function useLookActions(): readonly AppAction[] {
  const { setColorScheme } = useMantineColorScheme();
  const { density, setDensity } = useAppearance();
  return useMemo(
    () => [
      {
        id: 'look.light',
        title: t('Light appearance'),
        group: 'Appearance',
        icon: IconSun,
        words: t('theme day'),
        run: () => setColorScheme('light'),
      },
      {
        id: 'look.dark',
        title: t('Dark appearance'),
        group: 'Appearance',
        icon: IconMoon,
        words: t('theme night'),
        run: () => setColorScheme('dark'),
      },
      {
        id: 'look.auto',
        title: t('Appearance of the system'),
        group: 'Appearance',
        icon: IconSunMoon,
        words: t('theme auto'),
        run: () => setColorScheme('auto'),
      },
      {
        id: 'look.density',
        title: density === 'compact' ? t('Comfortable lists') : t('Compact lists'),
        group: 'Appearance',
        icon: IconArrowAutofitHeight,
        words: t('density rows'),
        run: () => setDensity(density === 'compact' ? 'comfortable' : 'compact'),
      },
    ],
    [setColorScheme, density, setDensity],
  );
}

function useDataActions(navigate: NavigateFunction): readonly AppAction[] {
  const workspace = useWorkspace();
  const leave = useSession((state) => state.leave);
  const openShortcuts = useOverlays((state) => state.openShortcuts);
  return useMemo(() => {
    const go = (to: string) => () => void navigate(to);
    return [
      {
        id: 'workspace.export',
        title: t('Save everything as one file'),
        group: 'Data',
        icon: IconDeviceFloppy,
        words: t('export backup'),
        run: () => void saveWorkspaceFile(workspace),
      },
      {
        id: 'workspace.verify',
        title: t('Verify the history'),
        group: 'Data',
        icon: IconShieldCheck,
        words: t('chain check'),
        run: go('/settings/data'),
      },
      {
        id: 'workspace.switch',
        title: t('Switch workspace'),
        group: 'Data',
        icon: IconSwitchHorizontal,
        words: t('firm sample'),
        run: () => void leave(),
      },
      {
        id: 'import.mail',
        title: t('Import mail'),
        group: 'Data',
        icon: IconClipboardText,
        words: t('eml msg outlook'),
        run: go('/import'),
      },
      lockAction,
      ...helpActions(go),
      {
        id: 'help.shortcuts',
        title: t('Keyboard shortcuts'),
        group: 'Help',
        icon: IconKeyboard,
        keys: '?',
        words: t('keys help'),
        run: openShortcuts,
      },
    ];
  }, [navigate, workspace, leave, openShortcuts]);
}
