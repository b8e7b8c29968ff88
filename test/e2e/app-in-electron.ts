import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchElectron } from './electron-shell';
import type { RunningApp } from './running-app';

/** The app in Electron with user data of its own in `folder`. */
export async function openInElectron(folder: string): Promise<RunningApp> {
  const userData = join(folder, 'user-data');
  let desktop = await launchElectron(userData);
  const page = await desktop.firstWindow({ timeout: 30_000 });

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
  return { page, another, restart, crash, close };
}
