import { test } from './fixtures';
import { openSampleDeal } from './deal-screen';

const OUT = '/tmp/shots-tickets';
test('look', async ({ app }) => {
  test.setTimeout(120_000);
  await app.setViewportSize({ width: 1280, height: 800 });
  await openSampleDeal(app, 'Driver app and proof of delivery');
  const go = async (path: string) => {
    await app.evaluate((to) => {
      history.pushState({}, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, path);
    await app.waitForTimeout(900);
  };
  const both = async (name: string) => {
    for (const scheme of ['light', 'dark'] as const) {
      await app.emulateMedia({ colorScheme: scheme });
      await app.waitForTimeout(250);
      await app.screenshot({ path: `${OUT}/${name}-${scheme}.png` });
    }
    await app.emulateMedia({ colorScheme: 'light' });
  };
  const deal = new URL(app.url()).pathname.split('/').slice(0, 3).join('/');
  await go(`${deal}/tickets`);
  await both('board-1280');
  await app.locator('[data-card] a').first().click();
  await app.waitForTimeout(1200);
  await both('panel-1280');
  await app
    .getByRole('button', { name: 'Timer', exact: true })
    .click()
    .catch(() => undefined);
  await go(`${deal}/tickets?new=plan`);
  await both('plan-1280');
  await app.keyboard.press('Escape');
  await go(`${deal}/tickets?view=table`);
  await app.setViewportSize({ width: 1920, height: 1080 });
  await both('table-1920');
  await go('/today');
  await both('today-1920');
  await app.setViewportSize({ width: 1280, height: 800 });
  await both('today-1280');
  await go('/today/work');
  await both('work-1280');
  await go('/settings/tickets');
  await both('settings-1280');
  await app.getByRole('button', { name: 'Edit ERP implementation' }).click();
  await app.waitForTimeout(400);
  await both('template-1280');
});
