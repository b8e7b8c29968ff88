import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { logCall, openMoment, openNewDeal, openTab, story } from './deal-screen';

const column = (app: Page, status: string): Locator => app.locator(`[data-column="${status}"]`);
const cardIn = (app: Page, status: string, title: string): Locator => column(app, status).getByRole('link', { name: title });
const panel = (app: Page): Locator => app.getByRole('region', { name: 'Ticket', exact: true });
const OFFER = 'Write and send the proposal';
const AGREE = 'Agree questions, depth and what they get in their hands';

/** A deal with the pre-sale work of an advisory engagement, of which one ticket is mine. */
async function laidOut(app: Page, mine = OFFER): Promise<void> {
  await openNewDeal(app);
  await openTab(app, 'Tickets');
  await app.getByRole('button', { name: 'Lay out from a template' }).click();
  const dialog = app.getByRole('dialog', { name: 'Lay out the pre-sale work' });
  await dialog.getByRole('combobox', { name: `Owner of ${mine}` }).fill('Olivia');
  await app.getByRole('option', { name: 'Olivia Park' }).click();
  await dialog.getByRole('checkbox', { name: 'Read what they have: strategy, contracts, system lists' }).uncheck();
  await dialog.getByRole('button', { name: 'Lay out 3 tickets' }).click();
  await expect(column(app, 'open').locator('[data-card]')).toHaveCount(3);
}

test('laid-out work is mine in Today, is not done with nothing to show, and is done with the scope lines that it wrote', async ({
  app,
}) => {
  await laidOut(app, AGREE);
  await openTab(app, 'Story');
  await logCall(app, 'First call', 'Please review the interfaces of the billing system.');
  const text = await openMoment(app, 'First call');
  await text.focus();
  await app.keyboard.press('ArrowDown');
  await app.keyboard.press('7');
  await app.getByRole('dialog', { name: 'New scope line' }).getByRole('button', { name: 'Note it' }).click();

  await app.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' }).click();
  await app.getByRole('link', { name: AGREE }).click();
  await expect(panel(app)).toContainText('Link scope lines, or say in words why it is done without.');
  await panel(app).getByRole('button', { name: 'Mark as done' }).click();
  const closing = app.getByRole('dialog', { name: 'Close the ticket' });
  await closing.getByRole('button', { name: 'Close it' }).click();
  await expect(closing.getByRole('alert')).toContainText('Nothing is linked yet. Link scope lines');
  await closing.getByRole('textbox', { name: 'Scope lines' }).click();
  await app.getByRole('option', { name: /Please review the interfaces/ }).click();
  await closing.getByRole('textbox', { name: 'What came of it' }).fill('Agreed with the board');
  await closing.getByRole('button', { name: 'Close it' }).click();
  await expect(cardIn(app, 'done', AGREE)).toBeVisible();
  await expect(panel(app)).toContainText('Counts as done');

  await openTab(app, 'Story');
  await expect(story(app)).toContainText('laid out 3 tickets from the template “Advisory and architecture”');
  await expect(story(app)).toContainText(`closed the ticket “${AGREE}” with 1 scope line: Agreed with the board`);
});

test('a card is moved by dragging and by the keyboard; what is over asks why it is opened again', async ({ app }) => {
  await laidOut(app);
  await column(app, 'open')
    .locator('[data-card]')
    .filter({ hasText: OFFER })
    .dragTo(column(app, 'in progress'), { targetPosition: { x: 60, y: 200 } });
  await cardIn(app, 'in progress', OFFER).focus();
  await app.keyboard.press('m');
  await app.getByRole('menuitem', { name: 'Dropped' }).press('Enter');
  await app.getByLabel('Why will nobody do it?').fill('They do not want one');
  await app.getByRole('button', { name: 'Drop it' }).click();
  await expect(cardIn(app, 'dropped', OFFER)).toBeVisible();
  await column(app, 'dropped')
    .locator('[data-card]')
    .dragTo(column(app, 'open'), { targetPosition: { x: 60, y: 400 } });
  await app.getByLabel('Why is it open again?').fill('Now they do');
  await app.getByRole('button', { name: 'Reopen it' }).click();
  await expect(cardIn(app, 'open', OFFER)).toBeVisible();
});

test('a ticket keeps what was asked, answered, decided and noted in it', async ({ app }) => {
  await laidOut(app);
  await cardIn(app, 'open', OFFER).click();
  const record = panel(app).getByRole('region', { name: 'Record' });
  await record.getByRole('button', { name: 'Ask…' }).click();
  const asking = app.getByRole('dialog', { name: 'Ask a colleague' });
  await asking.getByRole('textbox', { name: 'Question' }).fill('Which halls are in?');
  await asking.getByRole('combobox', { name: 'To' }).fill('Olivia');
  await app.getByRole('option', { name: 'Olivia Park' }).click();
  await asking.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(record).toContainText('Which halls are in?');

  await record.getByRole('button', { name: 'Decision…' }).click();
  const deciding = app.getByRole('dialog', { name: 'Note a decision' });
  await deciding.getByRole('textbox', { name: 'Decision' }).fill('Two halls first');
  await deciding.getByRole('button', { name: 'Note it' }).click();
  await record.getByRole('textbox', { name: 'Note' }).fill('The third hall has no network');
  await record.getByRole('button', { name: 'Add note' }).click();
  for (const words of ['Which halls are in?', 'Two halls first', 'The third hall has no network'])
    await expect(record).toContainText(words);

  await app.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' }).click();
  await app.getByRole('button', { name: 'Answer “Which halls are in?”' }).click();
  await app.getByRole('dialog').getByRole('textbox', { name: 'Answer' }).fill('Two and three');
  await app
    .getByRole('dialog')
    .getByRole('button', { name: /^Answer/ })
    .click();
  await expect(app.getByText('Nobody waits for an answer of yours.')).toBeVisible();
  await app.getByRole('link', { name: OFFER }).click();
  await expect(record).toContainText('Two and three');
});

test('a timer runs on through a restart, and stopped it is an hour of pursuit on the ticket and the deal', async ({ running }) => {
  await laidOut(running.page);
  await cardIn(running.page, 'open', OFFER).click();
  await panel(running.page).getByRole('button', { name: 'Start the timer' }).click();
  const app = await running.restart();
  const timer = app.getByRole('banner').getByRole('group', { name: 'Timer' });
  await expect(timer).toContainText(OFFER);
  await timer.getByRole('link', { name: OFFER }).click();
  await timer.getByRole('button', { name: 'Stop and log the time' }).click();
  await expect(timer).toBeHidden();
  const hours = panel(app).getByRole('region', { name: 'Hours' });
  await expect(hours).toContainText('of 6 h');
  await expect(hours.getByRole('row')).toHaveCount(1);

  await hours.getByRole('button', { name: 'Log hours…' }).click();
  const dialog = app.getByRole('dialog', { name: 'Log hours' });
  await dialog.getByRole('textbox', { name: 'Hours' }).fill('1.5');
  await dialog.getByRole('textbox', { name: 'Note' }).fill('Priced with finance');
  await dialog.getByRole('button', { name: 'Log it' }).click();
  await expect(hours).toContainText('Priced with finance');
  await panel(app).getByRole('button', { name: 'Close', exact: true }).click();
  await expect(app.getByRole('region', { name: 'Tickets', exact: true })).toContainText(/Pursuit 1\.5\d h/);
});
