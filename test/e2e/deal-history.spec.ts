import { expect, test } from './fixtures';
import { openNewDeal, openSampleDeal, openTab } from './deal-screen';

test('a slider goes through the whole life of a deal by the keyboard, act by act and phase by phase', async ({ app }) => {
  await openSampleDeal(app);
  await openTab(app, 'History');
  const slider = app.getByRole('slider', { name: 'Moment in the life of the deal' });
  const state = app.getByRole('region', { name: 'The deal at that moment' });
  await expect(state.getByRole('heading', { name: 'The deal now' })).toBeVisible();

  await slider.focus();
  await app.keyboard.press('Home');
  await expect(slider).toHaveAttribute('aria-valuenow', '1');
  await expect(slider).toHaveAttribute('aria-valuetext', /opened the deal/);
  await expect(state.getByRole('row', { name: /^Phase/ })).toContainText('Discovery');
  await app.keyboard.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuenow', '2');
  await app.keyboard.press('PageDown');
  await expect(state.getByRole('row', { name: /^Phase/ })).toContainText('Scoping');
  await app.keyboard.press('End');
  await expect(state.getByRole('heading', { name: 'The deal now' })).toBeVisible();
});

test('as signed stands against now, field by field, with who changed what and when', async ({ app }) => {
  await openSampleDeal(app);
  await openTab(app, 'History');
  const state = app.getByRole('region', { name: 'The deal at that moment' });
  await state.getByText('As signed', { exact: true }).click();
  await expect(state.getByRole('heading', { name: /^As signed on/ })).toBeVisible();
  const phase = state.getByRole('row', { name: /^Phase/ }).first();
  await expect(phase).toContainText('Kickoff');
  await expect(phase).toContainText('Clara Nowak moved the deal from');
  await state.getByText('Only what differs').click();
  await expect(state.getByRole('row', { name: /^Name/ })).toHaveCount(0);
  await expect(state.getByRole('status')).toContainText(/differences to now/);
});

test('a value of the past is brought back as an edit of today, and the history keeps both', async ({ app }) => {
  await openNewDeal(app);
  const facts = app.getByRole('complementary', { name: 'Facts' });
  await facts.getByRole('button', { name: 'Edit Department' }).click();
  await facts.getByRole('textbox', { name: 'Department' }).fill('Finance');
  await app.keyboard.press('Enter');
  await facts.getByRole('button', { name: 'Edit Department' }).click();
  await facts.getByRole('textbox', { name: 'Department' }).fill('Operations');
  await app.keyboard.press('Enter');
  await expect(facts).toContainText('Operations');

  await facts.getByRole('button', { name: 'History of Department' }).focus();
  await app.keyboard.press('Enter');
  const versions = app.getByRole('dialog', { name: 'History of Department' });
  await expect(versions.getByRole('listitem')).toHaveCount(2);
  await expect(versions).toContainText('this device');
  await versions.getByRole('button', { name: 'Bring back' }).click();
  await expect(facts).toContainText('Finance');

  await openTab(app, 'History');
  await expect(app.getByRole('region', { name: 'Acts' })).toContainText('Brought back');
});

test('each step of a deal from its opening to its signature is in its history, also after a night', async ({ app, running }) => {
  await openNewDeal(app);
  for (const phase of ['Scoping', 'Proposal', 'Negotiation']) await app.getByRole('button', { name: `Move to ${phase}` }).click();
  await app.getByRole('button', { name: 'Sign', exact: true }).click();
  await app.getByRole('button', { name: 'Sign the deal' }).click();
  await expect(app.getByRole('button', { name: 'Move to Requirements' })).toBeVisible();

  const next = await running.restart();
  await next.getByRole('link', { name: 'Customer portal' }).click();
  await openTab(next, 'History');
  const acts = next.getByRole('region', { name: 'Acts' });
  for (const step of ['opened the deal', 'to Scoping', 'to Proposal', 'to Negotiation', 'won the deal for €48,000']) {
    await expect(acts).toContainText(new RegExp(step, 'i'));
  }
});
