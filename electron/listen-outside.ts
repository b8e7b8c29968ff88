import { app, BrowserWindow } from 'electron';
import { readCommandLine } from './command-line';
import type { Outside } from './outside';
import { openWindow, showExisting, type WindowSetting } from './window';

/**
 * Hears what the system hands to the running app: a second start, a link, a file. To be called before the app is ready,
 * because macOS tells what the app was started for while it starts.
 */
export function listenOutside(outside: Outside, setting: WindowSetting): void {
  app.on('second-instance', (_event, args, folder) => {
    outside.offer(readCommandLine(args.slice(1)), folder);
    show(setting);
  });
  app.on('open-url', (event, url) => {
    event.preventDefault();
    outside.offerLink(url);
    show(setting);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (/\.throughline$/i.test(path)) outside.offerFile(path);
    show(setting);
  });
  // The other systems know it from the installer.
  if (app.isPackaged && process.platform === 'win32') app.setAsDefaultProtocolClient('throughline');
}

/** On macOS the app runs on when its last window is closed. */
function show(setting: WindowSetting): void {
  if (BrowserWindow.getAllWindows().length > 0) showExisting();
  else if (app.isReady()) openWindow(setting);
}
