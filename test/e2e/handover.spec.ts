import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openSampleDeal } from './deal-screen';
import { searchFor } from './search-for';
import { findDeal } from './two-devices';

const DEAL = 'Meter-to-cash and asset platform';
const QUESTION = 'How many of the 22 sit in the second building?';
const ANSWER = 'Nine, on the second floor. Ms Schreiber told me on the way to the car.';

async function openBrief(app: Page): Promise<void> {
  await app.getByRole('tab', { name: /^Brief/ }).click();
  await expect(app.getByRole('article', { name: 'Brief' })).toBeVisible();
}

async function become(app: Page, name: string): Promise<void> {
  await app.goto(new URL('/settings/people', app.url()).href);
  await app.getByRole('button', { name: `What to do with ${name}` }).click();
  await app.getByRole('menuitem', { name: 'This is me' }).click();
  await expect(app.getByRole('alert').filter({ hasText: `You are ${name} now` })).toBeVisible();
}

const missing = async (app: Page): Promise<number> =>
  Number((await app.getByRole('link', { name: /things? missing before the hand-over/u }).innerText()).split(' ')[0]);

test('the brief is read, asked about and answered: the answer is evidence on the line, and what was missing is not', async ({
  app,
  running,
}) => {
  await openSampleDeal(app, DEAL);
  await openBrief(app);
  const brief = app.getByRole('article', { name: 'Brief' });
  const before = await missing(app);
  const sold = brief.getByRole('region', { name: 'What was sold' });
  const line = sold.getByRole('listitem').filter({ hasText: 'Customer service desk:' }).first();
  await line.getByRole('button', { name: 'Ask about “Customer service desk”' }).click();
  const dialog = app.getByRole('dialog', { name: 'Ask a colleague' });
  await expect(dialog.getByRole('combobox', { name: 'To' })).toHaveValue('Owen Pryce');
  await dialog.getByRole('textbox', { name: 'Question' }).fill(QUESTION);
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(line).toContainText('Ruth Halden asks Owen Pryce');
  expect(await missing(app)).toBe(before + 1);

  await become(app, 'Owen Pryce');
  await findDeal(app, DEAL);
  await openBrief(app);
  await sold.getByRole('button', { name: 'Mark as read: What was sold' }).click();
  await expect(sold.getByText('You read this')).toBeVisible();
  await line.getByRole('button', { name: `Answer “${QUESTION}”` }).click();
  await app.getByRole('textbox', { name: 'Answer' }).fill(ANSWER);
  await app.getByRole('dialog').getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(line.getByRole('blockquote').filter({ hasText: ANSWER })).toBeVisible();
  expect(await missing(app)).toBe(before);

  const gap = app
    .getByRole('region', { name: /of scope that excludes? nothing$/u })
    .getByRole('listitem')
    .filter({ hasText: 'Receivables and dunning' });
  await gap.getByRole('button', { name: 'Edit Excluded' }).click();
  await gap.getByRole('textbox', { name: 'Excluded' }).fill('Collection agencies.');
  await app.keyboard.press('Control+Enter');
  await expect(gap).toBeHidden();
  expect(await missing(app)).toBe(before - 1);
  await expect(sold).toContainText('Not included: Collection agencies.');
  await expect(sold.getByText('Changed since you read it')).toBeVisible();

  const pdf = await running.saving(async () => {
    await app.getByRole('button', { name: 'Save the brief' }).click();
    await app.getByRole('menuitem', { name: 'As a PDF' }).click();
  });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');

  await line.getByRole('link', { name: 'Open in the story' }).click();
  const note = app.getByRole('region', { name: QUESTION });
  await expect(note.getByRole('document', { name: 'Text' })).toHaveText(ANSWER);
  await expect(note).toContainText('Evidence on Customer service desk');
});

test('before somebody leaves, all that only they know is asked at once, and shows how far the answers are', async ({ app }) => {
  await openSampleDeal(app, DEAL);
  await searchFor(app, 'Before somebody');
  await app
    .getByRole('option', { name: /^Before somebody leaves/u })
    .first()
    .click();
  await app.getByRole('combobox', { name: 'Who leaves' }).fill('Julien');
  await app.getByRole('option', { name: 'Julien Mercier' }).click();
  await expect(app.getByRole('heading', { level: 1, name: 'Before Julien Mercier leaves' })).toBeVisible();
  const ask = app.getByRole('button', { name: /^Ask \d+ questions…$/u });
  const count = Number((await ask.innerText()).split(' ')[1]);
  await app.getByRole('checkbox').first().uncheck();
  await app.getByRole('button', { name: `Ask ${count - 1} questions…` }).click();
  await app.getByRole('dialog', { name: 'Ask Julien Mercier' }).getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(app.getByRole('status').filter({ hasText: '1 not asked yet' })).toBeVisible();

  await app
    .getByRole('button', { name: /^Answer “/u })
    .first()
    .click();
  await app.getByRole('textbox', { name: 'Answer' }).fill('Nothing that I know of.');
  await app.getByRole('dialog').getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(app.getByRole('status').filter({ hasText: /^1 of \d+ things answered/u })).toBeVisible();
});
