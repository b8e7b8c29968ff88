import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { watchPage } from './crash';
import type { Log } from './log';
import type { WindowAct } from '#shared/ipc/menu-messages';
import { zoom } from './zoom';
import { webPreferences } from './web-preferences';
import { openAt, SMALLEST, windowPlace, type WindowPlace } from './window-place';

/** What a window of the app needs to know. */
export interface WindowSetting {
  /** The address of the app's page. */
  readonly home: string;
  readonly preload: string;
  readonly log: Log;
}

/** A second window stands a little beside the first, so that both are seen. */
const CASCADE = 28;

/** Opens a window on the app where the last one was left. */
export function openWindow({ home, preload, log }: WindowSetting): BrowserWindow {
  const others = BrowserWindow.getAllWindows().length;
  const place = openAt(
    readPlace(log),
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    ...place.bounds,
    x: place.bounds.x + others * CASCADE,
    y: place.bounds.y + others * CASCADE,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Throughline',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#14181a' : '#f7f8f8',
    webPreferences: webPreferences(preload),
  });
  if (place.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => writePlace(window, log));
  watchPage(window, log);
  window.loadURL(home).catch((error: unknown) => log.write('error', 'the page did not load', error));
  return window;
}

/** A window that nobody sees, for what the command line asks. */
export function openHidden({ home, preload, log }: WindowSetting): void {
  const window = new BrowserWindow({ show: false, webPreferences: { ...webPreferences(preload), backgroundThrottling: false } });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log.write('error', 'the page stopped', reason);
    app.exit(1);
  });
  window.loadURL(home).catch((error: unknown) => {
    log.write('error', 'the page did not load', error);
    app.exit(1);
  });
}

/** Does to a window what only the shell can; a new one needs none. */
export function actOnWindow(act: WindowAct, window: BrowserWindow | undefined, setting: WindowSetting): void {
  if (act === 'window.new') openWindow(setting);
  else if (window) zoom(window.webContents, act);
}

/** Brings the app to the front: what starting it a second time does. */
export function showExisting(): void {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

const placeFile = (): string => join(app.getPath('userData'), 'window.json');

function readPlace(log: Log): WindowPlace | undefined {
  try {
    return windowPlace.parse(JSON.parse(readFileSync(placeFile(), 'utf8')));
  } catch (error) {
    const isFirstRun = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isFirstRun) log.write('warning', 'the remembered window is unreadable, using the usual one', error);
    return undefined;
  }
}

function writePlace(window: BrowserWindow, log: Log): void {
  const place: WindowPlace = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
  try {
    writeFileSync(placeFile(), JSON.stringify(place));
  } catch (error) {
    log.write('warning', 'the window could not be remembered', error);
  }
}
