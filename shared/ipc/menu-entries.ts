import { t } from '#shared/values/texts';
import type { AppCommand } from './app-command';

/** What the system does itself in a window, by Electron's names. */
export type MenuRole =
  | 'about'
  | 'services'
  | 'hide'
  | 'hideOthers'
  | 'unhide'
  | 'quit'
  | 'close'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'reload'
  | 'togglefullscreen'
  | 'minimize'
  | 'zoom'
  | 'front';

/** One line of a menu. */
export type MenuEntry =
  | { readonly kind: 'command'; readonly command: AppCommand; readonly label: string; readonly keys?: string }
  | { readonly kind: 'role'; readonly role: MenuRole; readonly label: string }
  | { readonly kind: 'log'; readonly label: string }
  | { readonly kind: 'line' };

/** A menu of the menu bar. */
export interface MenuGroup {
  readonly key: string;
  readonly label: string;
  readonly entries: readonly MenuEntry[];
}

const LINE: MenuEntry = { kind: 'line' };
const command = (id: AppCommand, label: string, keys?: string): MenuEntry => ({
  kind: 'command',
  command: id,
  label,
  ...(keys === undefined ? {} : { keys }),
});
const role = (name: MenuRole, label: string): MenuEntry => ({ kind: 'role', role: name, label });

/** The whole native menu of a platform, in the language that is spoken. `keys` are Electron accelerators. */
export function menuGroups(isMac: boolean): readonly MenuGroup[] {
  return [...(isMac ? [ofTheApp()] : []), file(isMac), edit(), go(), view(), ofWindows(isMac), help(isMac)];
}

const settings = (): MenuEntry => command('settings.open', t('Settings…'), 'CmdOrCtrl+,');

const ofTheApp = (): MenuGroup => ({
  key: 'app',
  label: t('Throughline'),
  entries: [
    role('about', t('About Throughline')),
    LINE,
    settings(),
    LINE,
    role('services', t('Services')),
    LINE,
    role('hide', t('Hide Throughline')),
    role('hideOthers', t('Hide others')),
    role('unhide', t('Show all')),
    LINE,
    role('quit', t('Quit Throughline')),
  ],
});

const file = (isMac: boolean): MenuGroup => ({
  key: 'file',
  label: t('&File'),
  entries: [
    command('deal.new', t('New deal'), 'CmdOrCtrl+N'),
    command('account.new', t('New account')),
    command('contact.new', t('New contact')),
    command('ticket.new', t('New ticket')),
    command('window.new', t('New window'), 'CmdOrCtrl+Shift+N'),
    LINE,
    command('log.call', t('Log a call')),
    command('log.meeting', t('Log a meeting')),
    command('log.note', t('Write a note')),
    command('log.chat', t('Paste a chat')),
    LINE,
    command('import.open', t('Import…'), 'CmdOrCtrl+I'),
    command('handOver.open', t('Hand over by file…'), 'CmdOrCtrl+Shift+E'),
    command('workspace.export', t('Save everything as one file…')),
    command('page.print', t('Print…'), 'CmdOrCtrl+P'),
    LINE,
    command('sync.now', t('Sync now'), 'CmdOrCtrl+Shift+S'),
    command('sync.pause', t('Pause sync')),
    command('sync.resume', t('Resume sync')),
    LINE,
    command('workspace.switch', t('Switch workspace')),
    command('app.lock', t('Lock now'), 'CmdOrCtrl+Shift+L'),
    ...(isMac ? [role('close', t('Close window'))] : [settings(), LINE, role('quit', t('Quit Throughline'))]),
  ],
});

const edit = (): MenuGroup => ({
  key: 'edit',
  label: t('&Edit'),
  entries: [
    command('edit.undo', t('Undo'), 'CmdOrCtrl+Z'),
    command('edit.redo', t('Redo'), 'CmdOrCtrl+Shift+Z'),
    LINE,
    role('cut', t('Cut')),
    role('copy', t('Copy')),
    role('paste', t('Paste')),
    role('selectAll', t('Select everything')),
    LINE,
    command('record.copyLink', t('Copy link')),
    command('search.open', t('Search…'), 'CmdOrCtrl+K'),
  ],
});

const go = (): MenuGroup => ({
  key: 'go',
  label: t('&Go'),
  entries: [
    command('go.pipeline', t('Pipeline'), 'CmdOrCtrl+1'),
    command('go.accounts', t('Accounts'), 'CmdOrCtrl+2'),
    command('go.contacts', t('Contacts'), 'CmdOrCtrl+3'),
    command('go.review', t('Review'), 'CmdOrCtrl+4'),
    command('go.today', t('Today'), 'CmdOrCtrl+5'),
    command('go.work', t('My work'), 'CmdOrCtrl+6'),
    LINE,
    command('go.time', t('Time'), 'CmdOrCtrl+7'),
    command('time.approve', t('Hours to approve')),
    command('go.invoices', t('Invoices'), 'CmdOrCtrl+8'),
    command('go.changes', t('Change orders')),
    command('go.money', t('Money'), 'CmdOrCtrl+9'),
    LINE,
    command('go.evidence', t('Was this promised?')),
    command('go.signals', t('Signals')),
    command('go.reconciliation', t('Reconciliation')),
    command('person.leaving', t('Before somebody leaves')),
    command('settings.people', t('People')),
  ],
});

const view = (): MenuGroup => ({
  key: 'view',
  label: t('&View'),
  entries: [
    role('reload', t('Load again')),
    LINE,
    command('zoom.reset', t('Actual size'), 'CmdOrCtrl+0'),
    command('zoom.in', t('Larger'), 'CmdOrCtrl+Plus'),
    command('zoom.out', t('Smaller'), 'CmdOrCtrl+-'),
    LINE,
    command('look.light', t('Light appearance')),
    command('look.dark', t('Dark appearance')),
    command('look.auto', t('Appearance of the system')),
    command('look.density', t('Close or wide rows')),
    LINE,
    role('togglefullscreen', t('Full screen')),
  ],
});

const ofWindows = (isMac: boolean): MenuGroup => ({
  key: 'window',
  label: t('&Window'),
  entries: [
    role('minimize', t('Minimise')),
    role('zoom', t('Maximise')),
    ...(isMac ? [LINE, role('front', t('All windows to the front'))] : [role('close', t('Close window'))]),
  ],
});

const help = (isMac: boolean): MenuGroup => ({
  key: 'help',
  label: t('&Help'),
  entries: [
    command('help.shortcuts', t('Keyboard shortcuts'), 'CmdOrCtrl+/'),
    command('help.updates', t('Check for updates…')),
    command('help.diagnostics', t('Diagnostics…')),
    command('help.organisation', t('What your organisation has set')),
    command('workspace.verify', t('Verify the history')),
    { kind: 'log', label: t('Show the log file') },
    ...(isMac ? [] : [LINE, role('about', t('About Throughline'))]),
  ],
});

/** What a menu or a line of one is called in a `MenuWording`; none for a dividing line. */
export function menuKey(entry: MenuEntry): string | undefined {
  if (entry.kind === 'command') return entry.command;
  if (entry.kind === 'role') return `role.${entry.role}`;
  return entry.kind === 'log' ? 'log.show' : undefined;
}

/** Every text of the menu of all platforms in the language that is spoken, and that of the menu of texts. */
export function menuLabels(): Record<string, string> {
  const groups = [...menuGroups(true), ...menuGroups(false)];
  return Object.fromEntries([
    ...groups.map(({ key, label }) => [`menu.${key}`, label]),
    ...groups.flatMap(({ entries }) => entries.flatMap((entry) => (entry.kind === 'line' ? [] : [[menuKey(entry), entry.label]]))),
    ['spelling.learn', t('Add to dictionary')],
  ]);
}
