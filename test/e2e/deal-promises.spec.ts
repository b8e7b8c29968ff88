import { expect, test } from './fixtures';
import { logCall, openMoment, openNewDeal, openSampleDeal, openTab } from './deal-screen';

const CALL =
  'She needs the portal before Easter. We will train twelve people at no extra cost.\n\nNo changes to billing, under any circumstances.';

test('words selected without a mouse become a commitment that keeps them and their source', async ({ app }) => {
  await openNewDeal(app);
  await logCall(app, 'First call', CALL);
  const text = await openMoment(app, 'First call');
  await text.focus();
  await app.keyboard.press('ArrowDown');
  await app.keyboard.press('ArrowDown');
  await app.keyboard.press('1');
  const form = app.getByRole('dialog', { name: 'New commitment' });
  await expect(form.getByRole('blockquote')).toHaveText('We will train twelve people at no extra cost.');
  await form.getByRole('textbox', { name: 'Commitment' }).fill('Training for twelve, free');
  await form.getByRole('button', { name: 'Note it' }).click();
  await expect(text.getByRole('link', { name: 'We will train twelve people at no extra cost.' })).toBeVisible();

  await openTab(app, 'Promises');
  const line = app.getByRole('listitem').filter({ hasText: 'Training for twelve, free' });
  await expect(line.getByRole('blockquote')).toHaveText('We will train twelve people at no extra cost.');
  await expect(line).toContainText('Undecided');
  await line.getByRole('link', { name: /First call/ }).click();
  await expect(app.getByRole('region', { name: 'First call' })).toBeVisible();
});

test('words selected with the mouse become a constraint, and lead to it', async ({ app }) => {
  await openNewDeal(app);
  await logCall(app, 'First call', CALL);
  const text = await openMoment(app, 'First call');
  const box = await text.boundingBox();
  if (!box) throw new Error('The text is not on the page');
  await app.mouse.click(box.x + 20, box.y + box.height - 14, { clickCount: 3 });
  const bar = app.getByRole('toolbar', { name: 'Make a record of these words' });
  await bar.getByRole('button', { name: 'Constraint' }).click();
  await app.getByRole('dialog', { name: 'New constraint' }).getByRole('button', { name: 'Note it' }).click();
  await text.getByRole('link', { name: 'No changes to billing, under any circumstances.' }).click();
  await expect(app.getByRole('region', { name: 'Constraint' })).toContainText('under any circumstances');
  await expect(app.getByRole('tab', { name: /^Promises/ })).toHaveAttribute('aria-selected', 'true');
});

test('an empty register says what belongs in it, and takes one by hand', async ({ app }) => {
  await openNewDeal(app);
  await openTab(app, 'Promises');
  await app
    .getByRole('navigation', { name: 'Registers' })
    .getByRole('button', { name: /^Objections/ })
    .click();
  await expect(app.getByRole('heading', { name: 'No objections yet' })).toBeVisible();
  await app.getByRole('button', { name: 'Add by hand' }).last().click();
  const form = app.getByRole('dialog', { name: 'New objection' });
  await form.getByRole('textbox', { name: 'Objection' }).fill('Too dear');
  await form.getByRole('button', { name: 'Note it' }).click();

  const line = app.getByRole('listitem').filter({ hasText: 'Too dear' });
  await line.getByRole('button', { name: 'Resolve…' }).click();
  await app.getByLabel('How was it resolved?').fill('Phase two moved to next year');
  await app.getByRole('button', { name: 'Resolve it' }).click();
  await expect(line).toContainText('Resolved');
  await expect(line).toContainText('Phase two moved to next year');
});

test('a commitment is decided, kept, and put away with a way back', async ({ app }) => {
  await openSampleDeal(app);
  await openTab(app, 'Promises');
  const line = app.getByRole('listitem').filter({ hasText: 'The client may stop after any milestone' }).first();
  await line.getByRole('button', { name: 'Decide' }).click();
  await app.getByRole('menuitem', { name: 'Renegotiate' }).click();
  await expect(line).toContainText('Renegotiate');
  await line.getByRole('button', { name: 'Mark as kept' }).click();
  await expect(line).toContainText('Kept');
  await line.getByRole('button', { name: /^More for/ }).click();
  await app.getByRole('menuitem', { name: 'Archive' }).click();
  await expect(line).toBeHidden();
  await app.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
  await expect(line).toBeVisible();
});

test('a promise is edited where it stands, and shows who changed it', async ({ app }) => {
  await openSampleDeal(app);
  await openTab(app, 'Promises');
  await app.getByRole('button', { name: 'The client may stop after any milestone', exact: true }).click();
  const panel = app.getByRole('region', { name: 'Commitment' });
  await panel.getByRole('button', { name: 'Edit Commitment' }).click();
  await panel.getByRole('textbox', { name: 'Commitment' }).fill('The client may stop after any accepted milestone');
  await app.keyboard.press('Control+Enter');
  await expect(panel).toContainText('after any accepted milestone');
  await panel.getByRole('button', { name: 'History of Commitment' }).click();
  await expect(app.getByRole('dialog', { name: 'History of Commitment' })).toContainText('Ruth Halden');
});
