import type { Locator, Page } from '@playwright/test';
import { openSampleDeal } from './deal-screen';
import { expect, test } from './fixtures';

const verdict = (app: Page): Locator => app.getByRole('region', { name: 'Verdict' });

async function ask(app: Page, claim: string): Promise<void> {
  await app.getByRole('textbox', { name: 'The claim' }).fill(claim);
  await app.keyboard.press('Enter');
  await app.waitForURL((url) => url.searchParams.get('claim') === claim);
}

test('a claim is looked up from the deal: promised with its words, discussed, or no record with what was not covered; and overruled', async ({
  app,
}) => {
  await openSampleDeal(app);
  await app.keyboard.press('g');
  await app.keyboard.press('e');
  await expect(app.getByRole('combobox', { name: 'Deal' })).toHaveValue('Order-to-cash on the new ERP');

  await ask(app, 'A mobile app for the drivers');
  await expect(verdict(app)).toContainText('No record');
  const coverage = app.locator('section').filter({ hasText: 'What was searched, and what was not' });
  await expect(coverage).toContainText('15 e-mails');
  await expect(coverage).toContainText('of two weeks or more without any moment');
  await expect(coverage).toContainText('This workspace meets no server');

  await ask(app, 'They agreed to keep the drop files for ten years free of charge');
  await expect(verdict(app)).toContainText('Discussed, not promised');
  await verdict(app).getByRole('button', { name: 'Overrule' }).click();
  const dialog = app.getByRole('dialog', { name: 'Overrule the verdict' });
  await dialog.getByRole('combobox', { name: 'It counts as' }).click();
  await app.getByRole('option', { name: 'Contradicted' }).click();
  await dialog.getByRole('textbox', { name: 'Why?' }).fill('Luca did not promise, and IT ordered the archive for money.');
  await dialog.getByRole('button', { name: 'Record the decision' }).click();
  await expect(verdict(app).getByRole('note')).toContainText('Overruled: contradicted by Ruth Halden');

  await ask(app, 'You would resend a failed nightly transfer before seven without charging us');
  await expect(verdict(app)).toContainText('Luca Bianchi promised it to Katrin Weber');
  await app.getByRole('link', { name: 'Open the moment' }).first().click();
  const moment = app.getByRole('region', { name: 'Call: hand-over to billing without touching it' });
  await expect(moment.locator('mark[data-sought]')).toContainText('if a drop fails we repeat it before seven');
  await expect(moment.locator('mark[data-sought]')).toBeInViewport();

  await app.getByRole('link', { name: 'Evidence' }).click();
  await app
    .getByRole('listitem')
    .getByRole('button', { name: /keep the drop files/ })
    .click();
  await expect(verdict(app).getByRole('note')).toContainText('IT ordered the archive for money');
});
