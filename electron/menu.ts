import { app, Menu, type MenuItemConstructorOptions, type WebContents } from 'electron';
import type { AppCommand } from '#shared/ipc/app-command';

/** What the menu can do beside the roles that the system knows. */
export interface MenuActions {
  readonly send: (command: AppCommand) => void;
  readonly newWindow: () => void;
  readonly showLog: () => void;
}

/** The application menu of this platform. */
export function applicationMenu(actions: MenuActions): Menu {
  const isMac = process.platform === 'darwin';
  const item = (label: string, command: AppCommand, accelerator?: string): MenuItemConstructorOptions => ({
    id: command,
    label,
    ...(accelerator ? { accelerator } : {}),
    click: () => actions.send(command),
  });
  return Menu.buildFromTemplate([
    ...(isMac ? [macMenu(item)] : []),
    fileMenu(item, actions, isMac),
    editMenu(item),
    goMenu(item),
    viewMenu(),
    { role: 'windowMenu' },
    helpMenu(item, actions, isMac),
  ]);
}

type Item = (label: string, command: AppCommand, accelerator?: string) => MenuItemConstructorOptions;

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };
const settings = (item: Item): MenuItemConstructorOptions => item('Settings…', 'settings.open', 'CmdOrCtrl+,');

const macMenu = (item: Item): MenuItemConstructorOptions => ({
  label: app.name,
  submenu: [
    { role: 'about' },
    SEPARATOR,
    settings(item),
    SEPARATOR,
    { role: 'services' },
    SEPARATOR,
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    SEPARATOR,
    { role: 'quit' },
  ],
});

const fileMenu = (item: Item, actions: MenuActions, isMac: boolean): MenuItemConstructorOptions => ({
  label: '&File',
  submenu: [
    item('New Deal', 'deal.new', 'CmdOrCtrl+N'),
    item('New Account', 'account.new'),
    item('New Contact', 'contact.new'),
    { id: 'window.new', label: 'New Window', accelerator: 'CmdOrCtrl+Shift+N', click: actions.newWindow },
    SEPARATOR,
    item('Import…', 'import.open', 'CmdOrCtrl+I'),
    item('Hand Over by File…', 'handOver.open', 'CmdOrCtrl+Shift+E'),
    item('Save Everything to a File…', 'workspace.export'),
    SEPARATOR,
    ...(isMac ? [{ role: 'close' } as const] : [settings(item), SEPARATOR, { role: 'quit' } as const]),
  ],
});

/** Undo and redo are the app's own: the page hears the keys itself, and decides between a text and a record. */
const editMenu = (item: Item): MenuItemConstructorOptions => ({
  label: '&Edit',
  submenu: [
    { ...item('Undo', 'edit.undo', 'CmdOrCtrl+Z'), registerAccelerator: false },
    { ...item('Redo', 'edit.redo', 'CmdOrCtrl+Shift+Z'), registerAccelerator: false },
    SEPARATOR,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
    SEPARATOR,
    item('Search…', 'search.open', 'CmdOrCtrl+K'),
  ],
});

const goMenu = (item: Item): MenuItemConstructorOptions => ({
  label: '&Go',
  submenu: [
    item('Pipeline', 'go.pipeline', 'CmdOrCtrl+1'),
    item('Accounts', 'go.accounts', 'CmdOrCtrl+2'),
    item('Contacts', 'go.contacts', 'CmdOrCtrl+3'),
    item('Review', 'go.review', 'CmdOrCtrl+4'),
  ],
});

const viewMenu = (): MenuItemConstructorOptions => ({
  label: '&View',
  submenu: [
    { role: 'reload' },
    ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
    SEPARATOR,
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    SEPARATOR,
    { role: 'togglefullscreen' },
  ],
});

const helpMenu = (item: Item, actions: MenuActions, isMac: boolean): MenuItemConstructorOptions => ({
  role: 'help',
  submenu: [
    item('Keyboard Shortcuts', 'help.shortcuts', 'CmdOrCtrl+/'),
    item('Check for Updates…', 'help.updates'),
    item('Diagnostics…', 'help.diagnostics'),
    { label: 'Show Log File', click: actions.showLog },
    ...(isMac ? [] : [SEPARATOR, { role: 'about' } as const]),
  ],
});

/** The menu under the right mouse button, where there is text to act on. Electron brings none of its own. */
export function offerTextMenu(contents: WebContents): void {
  contents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    if (!isEditable && selectionText.trim() === '') return;
    const items: MenuItemConstructorOptions[] = isEditable
      ? [
          { role: 'cut', enabled: editFlags.canCut },
          { role: 'copy', enabled: editFlags.canCopy },
          { role: 'paste', enabled: editFlags.canPaste },
          SEPARATOR,
          { role: 'selectAll' },
        ]
      : [{ role: 'copy' }];
    Menu.buildFromTemplate(items).popup();
  });
}
