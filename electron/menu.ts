import { BrowserWindow, Menu, type MenuItemConstructorOptions, type WebContents } from 'electron';
import type { AppCommand } from '#shared/ipc/app-command';
import { type MenuEntry, menuGroups, menuKey } from '#shared/ipc/menu-entries';
import { type MenuWording, WINDOW_ACTS, type WindowAct } from '#shared/ipc/menu-messages';

/** What the menu can do beside the roles that the system knows. */
export interface MenuActions {
  readonly send: (command: AppCommand) => void;
  readonly act: (act: WindowAct) => void;
  readonly showLog: () => void;
}

const wordings = new WeakMap<WebContents, MenuWording>();

/** Shows the menu of this platform and keeps it as the window in front has worded it. */
export function showMenu(actions: MenuActions): void {
  const show = (): void => {
    const front = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(menuTemplate(process.platform === 'darwin', actions, front && wordings.get(front.webContents))),
    );
  };
  show();
  reshow = show;
}

let reshow = (): void => undefined;

/** A window says how its menu reads and what can be done in it. */
export function wordMenu(window: BrowserWindow, wording: MenuWording): void {
  if (!wordings.has(window.webContents)) window.on('focus', () => reshow());
  wordings.set(window.webContents, wording);
  reshow();
}

/** The menu of a platform for Electron; where no window has worded it yet, in English, and no record can be acted on. */
export function menuTemplate(isMac: boolean, actions: MenuActions, wording: MenuWording | undefined): MenuItemConstructorOptions[] {
  const available = new Set<string>([...(wording?.available ?? []), ...WINDOW_ACTS]);
  const label = (key: string, english: string): string => wording?.labels[key] ?? english;
  const line = (entry: MenuEntry): MenuItemConstructorOptions => {
    if (entry.kind === 'line') return { type: 'separator' };
    const text = label(menuKey(entry) ?? '', entry.label);
    if (entry.kind === 'role') return { role: entry.role, label: text };
    if (entry.kind === 'log') return { label: text, click: actions.showLog };
    return commandItem(entry.command, text, entry.keys, actions, available.has(entry.command));
  };
  return menuGroups(isMac).map(({ key, label: english, entries }) => ({
    label: label(`menu.${key}`, english),
    ...(key === 'help' || key === 'window' ? { role: key } : {}),
    submenu: entries.map(line),
  }));
}

const isWindowAct = (command: AppCommand): command is WindowAct => WINDOW_ACTS.some((act) => act === command);

/** Undo and redo are the app's own: the page hears the keys itself, and decides between a text and a record. */
function commandItem(
  command: AppCommand,
  label: string,
  keys: string | undefined,
  actions: MenuActions,
  enabled: boolean,
): MenuItemConstructorOptions {
  return {
    id: command,
    label,
    enabled,
    ...(keys ? { accelerator: keys } : {}),
    ...(command === 'edit.undo' || command === 'edit.redo' ? { registerAccelerator: false } : {}),
    click: () => (isWindowAct(command) ? actions.act(command) : actions.send(command)),
  };
}

/** The menu under the right mouse button, where there is text to act on. Electron brings none of its own. */
export function offerTextMenu(contents: WebContents): void {
  contents.on('context-menu', (_event, { isEditable, selectionText, editFlags, misspelledWord, dictionarySuggestions }) => {
    if (!isEditable && selectionText.trim() === '') return;
    const words = wordings.get(contents)?.labels ?? {};
    const label = (role: 'cut' | 'copy' | 'paste' | 'selectAll'): MenuItemConstructorOptions => {
      const text = words[`role.${role}`];
      return { role, ...(text === undefined ? {} : { label: text }) };
    };
    const spelling: MenuItemConstructorOptions[] = dictionarySuggestions.map((word) => ({
      label: word,
      click: () => contents.replaceMisspelling(word),
    }));
    const learn: MenuItemConstructorOptions = {
      label: words['spelling.learn'] ?? 'Add to dictionary',
      click: () => contents.session.addWordToSpellCheckerDictionary(misspelledWord),
    };
    const items: MenuItemConstructorOptions[] = isEditable
      ? [
          ...(misspelledWord === '' ? [] : [...spelling, learn, { type: 'separator' } as const]),
          { ...label('cut'), enabled: editFlags.canCut },
          { ...label('copy'), enabled: editFlags.canCopy },
          { ...label('paste'), enabled: editFlags.canPaste },
          { type: 'separator' },
          label('selectAll'),
        ]
      : [label('copy')];
    Menu.buildFromTemplate(items).popup();
  });
}
