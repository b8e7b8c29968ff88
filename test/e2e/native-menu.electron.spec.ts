import { expect, test } from './fixtures';
import { openSampleFirm } from './open-sample-firm';

test('the native menu speaks German, offers what can be done, and opens a second window that shows the first one’s change', async ({
  desktop,
}) => {
  const page = await desktop.firstWindow();
  const line = (id: string) =>
    desktop.evaluate(({ Menu }, name) => {
      const { label, enabled } = Menu.getApplicationMenu()?.getMenuItemById(name) ?? {};
      return { label, enabled };
    }, id);
  const press = (id: string) => desktop.evaluate(({ Menu }, name) => Menu.getApplicationMenu()?.getMenuItemById(name)?.click(), id);
  await expect(page.getByText('Open the sample firm')).toBeVisible();
  expect(await line('deal.new')).toEqual({ label: 'New deal', enabled: false });
  expect(await line('window.new')).toEqual({ label: 'New window', enabled: true });
  await openSampleFirm(page);
  await expect.poll(() => line('deal.new')).toEqual({ label: 'New deal', enabled: true });
  expect((await line('record.copyLink')).enabled).toBe(false);

  await press('zoom.in');
  expect(await desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomLevel())).toBe(0.5);
  await press('zoom.reset');

  const opened = desktop.waitForEvent('window');
  await press('window.new');
  const second = await opened;
  await second.getByRole('link', { name: 'Accounts' }).first().click();
  await page.getByRole('link', { name: 'Accounts' }).first().click();
  await page.getByRole('button', { name: 'New account' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New account' });
  await dialog.getByLabel('Name').fill('Quillon Bearings');
  await dialog.getByRole('button', { name: 'Create account' }).click();
  await expect(second.getByText('Quillon Bearings').first()).toBeVisible();

  await second.evaluate(() => localStorage.setItem('throughline.language', 'de'));
  await second.reload();
  await desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((window) => window.webContents.reload()));
  await expect.poll(() => line('window.new')).toEqual({ label: 'Neues Fenster', enabled: true });
  await expect.poll(() => line('page.print')).toEqual({ label: 'Drucken…', enabled: true });
});
