import { useMantineColorScheme } from '@mantine/core';
import {
  IconActivity,
  IconAddressBook,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowsSplit2,
  IconBuilding,
  IconBuildingPlus,
  IconClipboardList,
  IconClockHour4,
  IconClipboardText,
  IconDeviceFloppy,
  IconFileImport,
  IconFileInvoice,
  IconKeyboard,
  IconLayoutKanban,
  IconMessage2,
  IconMoon,
  IconNotes,
  IconPhone,
  IconPlus,
  IconArrowAutofitHeight,
  IconQuote,
  IconScale,
  IconSearch,
  IconSettings,
  IconShieldCheck,
  IconSun,
  IconSunMoon,
  IconSwitchHorizontal,
  IconUserPlus,
  IconUserQuestion,
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
import { goToMoney } from './money-action';
import { useSyncActions } from './use-sync-actions';
import { useUndoActs } from './use-undo-acts';

/** Everything the app can do from anywhere. The palette, the shortcuts and the native menu all read this list. */
import { helpActions } from './help-actions';
export function useAppActions(): readonly AppAction[] {
  const navigate = useNavigate();
  const edit = useEditActions();
  const look = useLookActions();
  const record = useLogActions(navigate);
  const data = useDataActions(navigate);
  const sync = useSyncActions();
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
      ...look,
      ...sync,
      ...data,
    ],
    [navigate, edit, look, record, sync, data],
  );
}

function creating(navigate: NavigateFunction): AppAction[] {
  const go = (to: string) => () => void navigate(to);
  return [
    { id: 'deal.new', title: 'New deal', group: 'Create', icon: IconPlus, keys: 'n', words: 'add opportunity', run: go('/pipeline?new=1') },
    {
      id: 'account.new',
      title: 'New account',
      group: 'Create',
      icon: IconBuildingPlus,
      words: 'add client company',
      run: go('/accounts?new=1'),
    },
    { id: 'contact.new', title: 'New contact', group: 'Create', icon: IconUserPlus, words: 'add person buyer', run: go('/contacts?new=1') },
  ];
}

function working(navigate: NavigateFunction): AppAction[] {
  const go = (to: string) => () => void navigate(to);
  return [
    { id: 'go.today', title: 'Today', group: 'Go to', icon: IconSun, keys: 'g t', words: 'my tickets questions decide', run: go('/today') },
    {
      id: 'go.work',
      title: 'My work',
      group: 'Go to',
      icon: IconClipboardList,
      keys: 'g w',
      words: 'tickets board',
      run: go('/today/work?mine=1'),
    },
    {
      id: 'go.reconciliation',
      title: 'Reconciliation',
      group: 'Go to',
      icon: IconScale,
      words: 'differences figures crm project tool finance tolerance',
      run: go('/reconciliation'),
    },
    { id: 'go.signals', title: 'Signals', group: 'Go to', icon: IconActivity, words: 'margin handover thresholds', run: go('/signals') },
  ];
}

function going(navigate: NavigateFunction): AppAction[] {
  const go = (to: string) => () => void navigate(to);
  return [
    {
      id: 'go.pipeline',
      title: 'Pipeline',
      group: 'Go to',
      icon: IconLayoutKanban,
      keys: 'g p',
      words: 'deals board table',
      run: go('/pipeline'),
    },
    {
      id: 'go.accounts',
      title: 'Accounts',
      group: 'Go to',
      icon: IconBuilding,
      keys: 'g a',
      words: 'clients companies',
      run: go('/accounts'),
    },
    {
      id: 'go.contacts',
      title: 'Contacts',
      group: 'Go to',
      icon: IconAddressBook,
      keys: 'g c',
      words: 'people buyers',
      run: go('/contacts'),
    },
    {
      id: 'go.review',
      title: 'Review',
      group: 'Go to',
      icon: IconArrowsSplit2,
      keys: 'g r',
      words: 'merge clash conflict settle undecided',
      run: go('/review'),
    },
    {
      id: 'import.open',
      title: 'Import',
      group: 'Go to',
      icon: IconFileImport,
      keys: 'g i',
      words: 'hubspot csv eml mail',
      run: go('/import'),
    },
    {
      id: 'settings.open',
      title: 'Settings',
      group: 'Go to',
      icon: IconSettings,
      keys: 'g s',
      words: 'preferences options',
      run: go('/settings'),
    },
  ];
}

/** Hours and bills. */
function books(navigate: NavigateFunction): AppAction[] {
  const go = (to: string) => () => void navigate(to);
  return [
    {
      id: 'go.time',
      title: 'Time',
      group: 'Go to',
      icon: IconClockHour4,
      keys: 'g t',
      words: 'hours log week timesheet',
      run: go('/time'),
    },
    {
      id: 'time.approve',
      title: 'Hours to approve',
      group: 'Go to',
      icon: IconClockHour4,
      words: 'timesheet approval',
      run: go('/time?view=approve'),
    },
    {
      id: 'go.invoices',
      title: 'Invoices',
      group: 'Go to',
      icon: IconFileInvoice,
      words: 'bill billing credit note payment overdue',
      run: go('/invoices'),
    },
  ];
}

function people(navigate: NavigateFunction): AppAction[] {
  const go = (to: string) => () => void navigate(to);
  return [
    { id: 'settings.people', title: 'People', group: 'Go to', icon: IconUsers, words: 'team roles settings', run: go('/settings/people') },
    {
      id: 'person.leaving',
      title: 'Before somebody leaves',
      group: 'Go to',
      icon: IconUserQuestion,
      words: 'leaving resign quit hand over sweep what only they know',
      run: go('/leaving'),
    },
  ];
}

/** On a deal it is about that deal. */
function evidence(navigate: NavigateFunction): AppAction {
  return {
    id: 'go.evidence',
    title: 'Was this promised?',
    group: 'Go to',
    icon: IconQuote,
    keys: 'g e',
    words: 'evidence claim proof dispute quote verdict',
    run: () => {
      const deal = /^\/deals\/([^/]+)/u.exec(globalThis.location.pathname)?.[1];
      void navigate(deal ? `/evidence?in=deal:${deal}` : '/evidence');
    },
  };
}

const LOGS: readonly (Pick<AppAction, 'id' | 'title' | 'icon' | 'words'> & { readonly at: string; readonly asks: PaletteQuestion })[] = [
  {
    id: 'ticket.new',
    title: 'New ticket',
    icon: IconClipboardList,
    words: 'work task create',
    at: 'tickets?new=ticket',
    asks: 'new ticket',
  },
  { id: 'log.call', title: 'Log a call', icon: IconPhone, words: 'phone story', at: 'story?log=call', asks: 'log call' },
  { id: 'log.meeting', title: 'Log a meeting', icon: IconUsers, words: 'story', at: 'story?log=meeting', asks: 'log meeting' },
  { id: 'log.note', title: 'Write a note', icon: IconNotes, words: 'log story', at: 'story?log=note', asks: 'log note' },
  { id: 'log.chat', title: 'Paste a chat', icon: IconMessage2, words: 'log slack teams story', at: 'story?log=chat', asks: 'paste chat' },
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
        title: 'Search',
        group: 'Edit',
        icon: IconSearch,
        keys: 'mod+K',
        words: 'find any word',
        run: () => openPalette(),
      },
      {
        id: 'edit.undo',
        title: undo ? `Undo: ${undo.label}` : 'Undo',
        group: 'Edit',
        icon: IconArrowBackUp,
        keys: 'mod+Z',
        words: 'take back',
        run: () => void acts.undo(),
      },
      {
        id: 'edit.redo',
        title: redo ? `Redo: ${redo.label}` : 'Redo',
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
        title: 'Light appearance',
        group: 'Appearance',
        icon: IconSun,
        words: 'theme day',
        run: () => setColorScheme('light'),
      },
      {
        id: 'look.dark',
        title: 'Dark appearance',
        group: 'Appearance',
        icon: IconMoon,
        words: 'theme night',
        run: () => setColorScheme('dark'),
      },
      {
        id: 'look.auto',
        title: 'Appearance of the system',
        group: 'Appearance',
        icon: IconSunMoon,
        words: 'theme auto',
        run: () => setColorScheme('auto'),
      },
      {
        id: 'look.density',
        title: density === 'compact' ? 'Comfortable lists' : 'Compact lists',
        group: 'Appearance',
        icon: IconArrowAutofitHeight,
        words: 'density rows',
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
        title: 'Save everything as one file',
        group: 'Data',
        icon: IconDeviceFloppy,
        words: 'export backup',
        run: () => void saveWorkspaceFile(workspace),
      },
      {
        id: 'workspace.verify',
        title: 'Verify the history',
        group: 'Data',
        icon: IconShieldCheck,
        words: 'chain check',
        run: go('/settings/data'),
      },
      {
        id: 'workspace.switch',
        title: 'Switch workspace',
        group: 'Data',
        icon: IconSwitchHorizontal,
        words: 'firm sample',
        run: () => void leave(),
      },
      { id: 'import.mail', title: 'Import mail', group: 'Data', icon: IconClipboardText, words: 'eml msg outlook', run: go('/import') },
      ...helpActions(go),
      {
        id: 'help.shortcuts',
        title: 'Keyboard shortcuts',
        group: 'Help',
        icon: IconKeyboard,
        keys: '?',
        words: 'keys help',
        run: openShortcuts,
      },
    ];
  }, [navigate, workspace, leave, openShortcuts]);
}
