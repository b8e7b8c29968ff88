import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { electronArguments, electronProgram, launchElectron } from './electron-shell';
import { expect, test } from './fixtures';

test('the window opens the app at its own origin, where storage, locks and hashing work', async ({ desktop }) => {
  const page = await desktop.firstWindow();
  await expect(page.getByRole('heading').first()).toBeVisible();
  const facts = await page.evaluate(async () => ({
    origin: location.origin,
    secure: isSecureContext,
    locked: await navigator.locks.request('test', () => true),
    hashed: (await crypto.subtle.digest('SHA-256', new Uint8Array(1))).byteLength,
    persisted: await navigator.storage.persist(),
  }));
  expect(facts).toEqual({ origin: 'app://throughline', secure: true, locked: true, hashed: 32, persisted: true });
});

test('the window comes back where it was left, and on a screen when that one is gone', async ({ folder }) => {
  const userData = join(folder, 'user-data');
  const first = await launchElectron(userData);
  await first.firstWindow();
  await first.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 30, width: 1100, height: 700 }));
  await first.close();

  const second = await launchElectron(userData);
  await second.firstWindow();
  expect(await second.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toEqual({
    x: 40,
    y: 30,
    width: 1100,
    height: 700,
  });
  await second.close();

  const place = JSON.parse(await readFile(join(userData, 'window.json'), 'utf8'));
  await writeFile(join(userData, 'window.json'), JSON.stringify({ ...place, bounds: { ...place.bounds, x: 9000 } }));
  const third = await launchElectron(userData);
  await third.firstWindow();
  expect(await third.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds().x)).toBeLessThan(1600);
  await third.close();
});

test('starting it a second time shows the window that is there', async ({ desktop, folder }) => {
  await desktop.firstWindow();
  await desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  const second = spawn(electronProgram(), electronArguments(join(folder, 'user-data')), { stdio: 'ignore' });
  await once(second, 'exit');
  await expect
    .poll(() => desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible())))
    .toEqual([true]);
});

test('a command of the native menu reaches the page', async ({ desktop }) => {
  const page = await desktop.firstWindow();
  await page.evaluate(() => window.throughline!.onCommand((command) => Reflect.set(window, 'heard', command)));
  await desktop.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('settings.open')?.click());
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'heard'))).toBe('settings.open');
});

test('files are opened and saved through the dialogs of the system', async ({ desktop, folder }) => {
  const page = await desktop.firstWindow();
  const source = join(folder, 'deals.csv');
  const target = join(folder, 'copy.csv');
  await writeFile(source, 'Deal Name\nAtlas\n');
  await desktop.evaluate(
    ({ dialog }, paths) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [paths.source] });
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: paths.target });
    },
    { source, target },
  );
  const replies = await page.evaluate(async () => {
    const { call } = window.throughline!;
    const opened = (await call('files.open', { accept: ['.csv'], multiple: true })) as { value: { name: string; bytes: Uint8Array }[] };
    const [file] = opened.value;
    return [file?.name, await call('files.save', { name: 'copy.csv', bytes: file?.bytes })];
  });
  expect(replies).toEqual(['deals.csv', { ok: true, value: 'saved' }]);
  expect(await readFile(target, 'utf8')).toBe('Deal Name\nAtlas\n');
});

test('a dialog that the person cancels changes nothing, and a folder that cannot be written says so', async ({ desktop, folder }) => {
  const page = await desktop.firstWindow();
  const save = (): Promise<unknown> =>
    page.evaluate(() => window.throughline!.call('files.save', { name: 'a.csv', bytes: new Uint8Array([65]) }));
  await desktop.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' });
  });
  expect(await save()).toEqual({ ok: true, value: 'cancelled' });
  await desktop.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    },
    join(folder, 'missing', 'a.csv'),
  );
  expect(await save()).toMatchObject({ ok: false, message: expect.stringContaining('a.csv could not be written') });
});
