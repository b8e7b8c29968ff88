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
  const savingTwo = async (act: () => Promise<unknown>): Promise<readonly [Buffer, Buffer]> => {
    const targets = [1, 2].map(() => join(folder, `saved-${(saved += 1)}`));
    await desktop.evaluate(({ dialog }, paths) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: paths.shift() ?? '' });
    }, targets);
    await act();
    for (const target of targets) await expect.poll(() => existsSync(target)).toBe(true);
    const [first, second] = await Promise.all(targets.map((target) => readFile(target)));
    return [first ?? Buffer.alloc(0), second ?? Buffer.alloc(0)];
  };
  return { page, another, restart, crash, saving, savingTwo, close };
}
