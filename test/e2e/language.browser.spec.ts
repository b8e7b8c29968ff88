import { expect, test } from './fixtures';
import { openSampleFirm } from './open-sample-firm';
import { openSettings } from './open-settings';

test('in German every screen speaks German, with its dates and sums, and back in English nothing has changed', async ({ app }) => {
  await openSampleFirm(app);
  await openSettings(app, 'Appearance');
  await app.getByRole('radiogroup', { name: 'Language' }).getByText('Deutsch').click();
  const main = app.getByRole('navigation', { name: 'Haupt' });
  await main.getByRole('link', { name: 'Pipeline' }).click();
  await expect(app.getByRole('heading', { level: 1, name: 'Pipeline' })).toBeVisible();
  await expect(app.locator('html')).toHaveAttribute('lang', 'de');
  await expect(app.getByText(/312\.000\s€/).first()).toBeVisible();
  for (const [link, heading] of [
    ['Kunden', 'Kunden'],
    ['Geld', 'Geld'],
    ['Zeit', 'Zeit'],
    ['Einstellungen', 'Einstellungen'],
  ] as const) {
    await main.getByRole('link', { name: link, exact: true }).click();
    await expect(app.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  }
  await app.getByRole('link', { name: 'Darstellung' }).click();
  await app.getByRole('radiogroup', { name: 'Sprache' }).getByText('English').click();
  await expect(app.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
});
