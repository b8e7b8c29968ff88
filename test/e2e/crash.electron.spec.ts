import { readFile } from 'node:fs/promises';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './fixtures';
import { newDeal } from './new-deal';
import { startEmpty } from './start-empty';

/** What the page of the one window says. A page that stopped once is not known to Playwright any more. */
const shown = (desktop: ElectronApplication): Promise<string> =>
  desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'));

/** Ends the page's process, and waits until a new one has loaded the page. */
const crash = (desktop: ElectronApplication): Promise<void> =>
  desktop.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.once('did-finish-load', () => resolve());
        contents?.forcefullyCrashRenderer();
      }),
  );

test('a page that stops starts over where it was with all that was saved; one that stops at each start asks; one that hangs asks', async ({
  desktop,
}) => {
  const page = await desktop.firstWindow();
  const { logFile } = await page.evaluate(async () => {
    const answer = (await window.throughline!.call('app.info', {})) as { value: { logFile: string } };
    return answer.value;
  });
  await startEmpty(page);
  await newDeal(page, { name: 'Customer portal', account: 'Kestrel Foods', amount: '48000' });
  await desktop.evaluate(({ dialog }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked, answer: 0 });
    dialog.showMessageBox = (async (_window: unknown, { message }: { message: string }) => {
      asked.push(message);
      const response = message === 'This window does not answer.' ? Reflect.get(globalThis, 'answer') : 0;
      return { response, checkboxChecked: false };
    }) as unknown as typeof dialog.showMessageBox;
  });
  const asked = (): Promise<string[]> => desktop.evaluate(() => Reflect.get(globalThis, 'asked'));

  await test.step('twice it starts over by itself, at the same record', async () => {
    for (let time = 0; time < 2; time += 1) {
      await crash(desktop);
      await expect.poll(() => shown(desktop)).toContain('Customer portal');
      expect(await shown(desktop)).toContain('€48,000');
    }
    expect(await asked()).toEqual([]);
  });

  await test.step('the third time the person is asked', async () => {
    await crash(desktop);
    await expect.poll(asked).toEqual(['This window stops again and again.']);
    await expect.poll(() => shown(desktop)).toContain('Customer portal');
  });

  await test.step('a page that does not answer is waited for, or starts over', async () => {
    const hang = (answer: number): Promise<void> =>
      desktop.evaluate(({ BrowserWindow }, response) => {
        Object.assign(globalThis, { answer: response });
        BrowserWindow.getAllWindows()[0]?.emit('unresponsive');
      }, answer);
    const process = (): Promise<number | undefined> =>
      desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId());
    const before = await process();
    await hang(0);
    await expect.poll(async () => (await asked()).length).toBe(2);
    expect(await process()).toBe(before);
    await hang(1);
    // It ends as a page that stopped, here for the fourth time within a minute.
    await expect.poll(async () => (await asked()).at(-1)).toBe('This window stops again and again.');
    await expect.poll(process).not.toBe(before);
    expect(await asked()).toHaveLength(4);
  });

  const log = await readFile(logFile, 'utf8');
  expect(
    log.match(/error a page stopped \{"reason":"(?:crashed|killed)","exitCode":-?\d+,"next":"(?:reload|ask)"\}/g)?.length,
  ).toBeGreaterThanOrEqual(4);
  expect(log).toContain('warning a page does not answer');
  expect(log).not.toMatch(/Customer portal|Kestrel/);
});
