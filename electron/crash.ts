import { type BrowserWindow, dialog, shell } from 'electron';
import { afterStop } from './crash-rule';
import type { Log } from './log';

/** Starts a page over that stopped, asks about one that hangs, and logs both. What was saved is on disk and is shown again. */
export function watchPage(window: BrowserWindow, log: Log): void {
  const stops: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    stops.push(performance.now());
    const next = window.isDestroyed() ? 'leave' : afterStop(reason, stops);
    if (next === 'leave') return;
    log.write('error', 'a page stopped', { reason, exitCode, next });
    if (next === 'reload') window.reload();
    else void askAfterStop(window, log);
  });
  watchAnswers(window, log);
}

async function askAfterStop(window: BrowserWindow, log: Log): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'This window stops again and again.',
    detail: 'Everything you saved is on this computer. The log says more; your administrator may want to see it.',
    buttons: ['Reload', 'Show log', 'Close'],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  });
  if (window.isDestroyed()) return;
  if (response === 0) return window.reload();
  if (response === 2) return window.destroy();
  shell.showItemInFolder(log.file);
  return askAfterStop(window, log);
}

/** Asks about a page that does not answer, until it answers. */
function watchAnswers(window: BrowserWindow, log: Log): void {
  let asking: AbortController | undefined;
  const done = (): void => {
    asking?.abort();
    asking = undefined;
  };
  window.on('unresponsive', () => {
    if (asking) return;
    log.write('warning', 'a page does not answer');
    const question = (asking = new AbortController());
    void askToWait(window, question.signal).then((answer) => {
      if (asking === question) asking = undefined;
      if (answer === 'wait' || question.signal.aborted || window.isDestroyed()) return;
      log.write('warning', 'a page that does not answer starts over');
      // Ends the process, which no reload could while it hangs. That it ended starts it over, above.
      window.webContents.forcefullyCrashRenderer();
    });
  });
  window.on('responsive', done);
  window.on('closed', done);
}

async function askToWait(window: BrowserWindow, signal: AbortSignal): Promise<'wait' | 'reload'> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'This window does not answer.',
    detail: 'It may be busy with something large. Reload ends what it is doing; everything you saved stays.',
    buttons: ['Wait', 'Reload'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    signal,
  });
  return response === 1 ? 'reload' : 'wait';
}
