import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { launchElectron } from './electron-shell';
import type { RunningApp } from './running-app';

/** The app in Electron with user data of its own in `folder`. */
export async function openInElectron(folder: string): Promise<RunningApp> {
  const userData = join(folder, 'user-data');
  let desktop = await launchElectron(userData);
  const page = await desktop.firstWindow({ timeout: 30_000 });
  let saved = 0;

  const reopen = async (): Promise<Page> => {
    desktop = await launchElectron(userData);
    return desktop.firstWindow();
  };
  const close = (): Promise<void> => desktop.close();
  const restart = async (): Promise<Page> => {
    await close();
    return reopen();
  };
  const crash = async (): Promise<Page> => {
    const ended = desktop.waitForEvent('close');
    desktop.process().kill('SIGKILL');
    await ended;
    return reopen();
  };
  const another = async (): Promise<Page> => {
    const opened = desktop.waitForEvent('window');
    await desktop.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('window.new')?.click());
    return opened;
  };
  /** The dialog of the system is answered for the person; the app says when the file is there. */
  const saving = async (act: () => Promise<unknown>): Promise<Buffer> => {
    const target = join(folder, `saved-${(saved += 1)}`);
    await desktop.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, target);
    await act();
    await expect.poll(() => existsSync(target)).toBe(true);
    return readFile(target);
  };
  return { page, another, restart, crash, saving, close };
}
