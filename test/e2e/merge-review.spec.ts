import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { newDeal } from './new-deal';
import type { RunningApp } from './running-app';
import { startEmpty } from './start-empty';
import { findDeal, handOver, joinedBy, openDeal, openReview, setAmount, setChoice, setText } from './two-devices';

const DEAL = 'Customer portal';
const WHY = 'They want it before the summer. The old portal is switched off in July.';

/** What stands against each other in the panel, each value with who wrote it. */
const values = (app: Page) => app.getByRole('radiogroup').getByRole('radio');
const card = (app: Page, person: string) => values(app).filter({ hasText: person });
const agreed = (app: Page) => app.getByRole('heading', { name: 'All is in agreement' });

test.describe('two people who met without a server', () => {
  // Two or three apps, and a file handed over several times.
  test.describe.configure({ timeout: 300_000 });
  let colleague: RunningApp | undefined;
  const meet = async (running: RunningApp, other: RunningApp): Promise<void> => {
    await handOver(other, running);
    await handOver(running, other);
  };
  test.beforeEach(async ({ app, running, shell, folder }) => {
    await startEmpty(app);
    await newDeal(app, { name: DEAL, account: 'Kestrel Foods', amount: '40000' });
    await setText(app, 'Why they bought', WHY);
    colleague = await joinedBy({ running, shell, folder }, 'Ana Ruiz');
    await openDeal(colleague.page, DEAL);
  });
  test.afterEach(async () => colleague?.close());

  test('who re-priced one deal see both prices and the one before; nobody signs until somebody chose', async ({ app, running }) => {
    const other = colleague as RunningApp;
    for (const phase of ['Scoping', 'Proposal', 'Negotiation']) await app.getByRole('button', { name: `Move to ${phase}` }).click();
    await setAmount(app, '45000', '€45,000.00');
    await setAmount(other.page, '48000', '€48,000.00');
    await meet(running, other);

    for (const page of [app, other.page]) {
      await openDeal(page, DEAL);
      await expect(page.getByRole('link', { name: 'Undecided' }).first()).toBeVisible();
      await page.getByRole('button', { name: 'Sign', exact: true }).click();
      const refusal = page.getByRole('dialog', { name: `${DEAL} cannot be signed yet` });
      await expect(refusal.getByText(/nobody has chosen yet/u)).toBeVisible();
      await refusal.getByRole('link', { name: 'Settle it' }).click();
      await expect(page.getByRole('region', { name: `Amount of ${DEAL}` })).toBeVisible();
      await expect(page.getByText('Holds up signing and billing')).toBeVisible();
      await expect(page.getByRole('region', { name: 'Before' })).toContainText('€40,000');
      await expect(page.getByRole('region', { name: 'Before' })).toContainText('Olivia Park');
      await expect(card(page, 'Olivia Park')).toContainText('€45,000');
      await expect(card(page, 'Ana Ruiz')).toContainText('€48,000');
    }
    await card(app, 'Olivia Park').click();
    await app.getByRole('button', { name: 'Settle' }).click();
    await expect(agreed(app)).toBeVisible();
    await openDeal(app, DEAL);
    await expect(app.getByText('€45,000').first()).toBeVisible();
    await app.getByRole('button', { name: 'Sign', exact: true }).click();
    await app.getByRole('dialog').getByRole('button', { name: 'Sign the deal' }).click();
    await expect(app.getByRole('button', { name: 'Move to Requirements' })).toBeVisible();

    await handOver(running, other);
    await expect(agreed(other.page)).toBeVisible();
    await openDeal(other.page, DEAL);
    await expect(other.page.getByRole('button', { name: 'Move to Requirements' })).toBeVisible();
  });

  test('one won the deal and the other lost it: choosing one takes back what came with the other', async ({ app, running }) => {
    const other = colleague as RunningApp;
    for (const phase of ['Scoping', 'Proposal', 'Negotiation']) await app.getByRole('button', { name: `Move to ${phase}` }).click();
    await handOver(running, other);
    await openDeal(other.page, DEAL);
    await app.getByRole('button', { name: 'Sign', exact: true }).click();
    await app.getByRole('dialog').getByRole('textbox', { name: 'Signed value' }).fill('45500');
    await app.getByRole('dialog').getByRole('button', { name: 'Sign the deal' }).click();
    await app.getByRole('button', { name: 'Move to Requirements' }).waitFor();
    await other.page.getByRole('button', { name: 'More actions' }).click();
    await other.page.getByRole('menuitem', { name: 'Mark as lost…' }).click();
    await other.page.getByRole('textbox', { name: 'Why was it lost?' }).fill('Went with their cousin');
    await other.page.getByRole('button', { name: 'Mark as lost' }).click();
    await other.page.getByRole('button', { name: 'Reopen' }).waitFor();
    await meet(running, other);

    await openReview(app);
    await expect(app.getByRole('region', { name: `Phase of ${DEAL}` })).toBeVisible();
    await expect(card(app, 'Olivia Park')).toContainText('won the deal for €45,500');
    await expect(card(app, 'Ana Ruiz')).toContainText('Went with their cousin');
    await card(app, 'Ana Ruiz').click();
    await expect(app.getByRole('checkbox', { name: /Take back what came with the other/u })).toBeChecked();
    await app.keyboard.press('Enter');
    await expect(agreed(app)).toBeVisible();
    await findDeal(app, DEAL);
    await expect(app.getByRole('button', { name: 'Reopen' })).toBeVisible();
    const facts = app.getByRole('complementary', { name: 'Facts' });
    await expect(facts.getByText('€40,000.00')).toBeVisible();
    await expect(facts.getByRole('button', { name: 'Edit Signed' })).toHaveCount(0);
  });

  test('one archived what the other edited: it is kept, both are shown, and either can be had', async ({ app, running }) => {
    const other = colleague as RunningApp;
    await app.getByRole('button', { name: 'More actions' }).click();
    await app.getByRole('menuitem', { name: 'Archive' }).click();
    await expect(app.getByText('This deal is archived')).toBeVisible();
    await setAmount(other.page, '48000', '€48,000.00');
    await meet(running, other);

    await expect(app.getByText('This deal is archived')).toBeHidden();
    await app.getByRole('link', { name: '1 to settle' }).first().click();
    const unseen = app.getByRole('region', { name: 'Edits that were not seen' });
    await expect(unseen).toContainText('€40,000');
    await expect(unseen).toContainText('€48,000');
    await expect(unseen).toContainText('Ana Ruiz');
    await expect(card(app, 'Olivia Park')).toContainText('Archive it after all');
    await app.keyboard.press('2');
    await app.keyboard.press('Enter');
    await expect(agreed(app)).toBeVisible();
    await app.keyboard.press('z');
    await expect(app.getByRole('region', { name: `Archiving of ${DEAL}` })).toBeVisible();
    await app.keyboard.press('1');
    await app.keyboard.press('Enter');
    await expect(agreed(app)).toBeVisible();
    await openDeal(app, DEAL);
    await expect(app.getByText('€48,000').first()).toBeVisible();
  });

  test('one long note, edited in different places, merges by itself and says so', async ({ app, running }) => {
    const other = colleague as RunningApp;
    await setText(app, 'Why they bought', WHY.replace('before the summer', 'before the end of May'));
    await setText(other.page, 'Why they bought', WHY.replace('switched off in July', 'switched off for good in July'));
    await meet(running, other);
    for (const page of [app, other.page]) {
      await openReview(page);
      await expect(agreed(page)).toBeVisible();
      await page.getByRole('tab', { name: /Merged by itself/u }).click();
      const merged = page.getByRole('list', { name: 'Merged by itself' }).getByRole('listitem');
      await expect(merged).toContainText('Ana Ruiz');
      await expect(merged).toContainText('Olivia Park');
      await expect(merged.locator('ins')).toContainText([/end of May/u, /for good/u]);
      await merged.getByRole('link', { name: DEAL }).click();
      await expect(page.getByText('before the end of May. The old portal is switched off for good in July')).toBeVisible();
    }
  });

  test('one long note, edited in the same place: the words are compared, and one text keeps both', async ({ app, running }) => {
    const other = colleague as RunningApp;
    await setText(app, 'Why they bought', WHY.replace('before the summer', 'in May'));
    await setText(other.page, 'Why they bought', WHY.replace('before the summer', 'not before September'));
    await meet(running, other);

    await openReview(app);
    await expect(card(app, 'Olivia Park').locator('del')).toContainText('before the summer');
    await expect(card(app, 'Olivia Park').locator('ins')).toContainText('in May');
    await expect(card(app, 'Ana Ruiz').locator('ins').first()).toContainText('not');
    await app.keyboard.press('e');
    const box = app.getByRole('textbox', { name: 'Why they bought' });
    await expect(box).toBeFocused();
    await expect(box).toHaveValue(/\[\[Olivia Park: in May \|\| Ana Ruiz: not before September\]\]/u);
    await box.press('ControlOrMeta+Enter');
    await expect(app.getByText(/One place is still marked/u)).toBeVisible();
    const both = WHY.replace('before the summer', 'in May, and the rest in September');
    await box.fill(both);
    await box.press('ControlOrMeta+Enter');
    await expect(agreed(app)).toBeVisible();
    await handOver(running, other);
    await openDeal(other.page, DEAL);
    await expect(other.page.getByText(both)).toBeVisible();
  });

  test('a whole inbox is settled by keys alone: one by one, several at once, taken back and settled again', async ({ app, running }) => {
    const other = colleague as RunningApp;
    const edit = async (page: Page, amount: string, shown: string, health: string, words: string, model: string): Promise<void> => {
      await setAmount(page, amount, shown);
      await setChoice(page, 'Health', health, words);
      await setChoice(page, 'Billing model', model);
    };
    await edit(app, '45000', '€45,000.00', 'Amber', 'At risk', 'Fixed');
    await edit(other.page, '48000', '€48,000.00', 'Red', 'In trouble', 'Milestone');
    await meet(running, other);

    const list = await openReview(app);
    await expect(list.getByRole('option')).toHaveCount(3);
    await expect(app.getByRole('region', { name: `Amount of ${DEAL}` })).toBeVisible();
    await app.keyboard.press('Enter');
    await expect(app.getByText('Choose one of the values first.')).toBeVisible();
    await app.keyboard.press('2');
    await app.keyboard.press('Enter');
    await expect(list.getByRole('option')).toHaveCount(2);
    await expect(list).toBeFocused();
    await app.keyboard.press('z');
    await expect(list.getByRole('option')).toHaveCount(3);
    await expect(card(app, 'Ana Ruiz')).toContainText('€48,000');
    // As fast as fingers go: each key finds what the one before left behind.
    for (const key of ['2', 'Enter', 'z', '1', 'Enter', 'z', 'j', 'k', '2', 'Enter']) await app.keyboard.press(key);
    await expect(list.getByRole('option')).toHaveCount(2);
    await app.keyboard.press('z');
    await expect(list.getByRole('option')).toHaveCount(3);
    await expect(app.getByRole('region', { name: `Amount of ${DEAL}` })).toBeVisible();

    await app.keyboard.press('a');
    await expect(app.getByRole('toolbar', { name: 'Selected' })).toContainText('3 selected');
    await app.keyboard.press('a');
    await app.keyboard.press('Space');
    await app.keyboard.press('j');
    await app.keyboard.press('Space');
    const bar = app.getByRole('toolbar', { name: 'Selected' });
    await expect(bar).toContainText('2 selected');
    await bar.getByRole('button', { name: 'Take Ana Ruiz’s' }).press('Enter');
    await expect(list.getByRole('option')).toHaveCount(1);
    await app.keyboard.press('z');
    await expect(list.getByRole('option')).toHaveCount(3);
    await app.keyboard.press('ControlOrMeta+Shift+z');
    await expect(list.getByRole('option')).toHaveCount(1);
    await app.keyboard.press('Enter');
    await expect(agreed(app)).toBeVisible();

    await handOver(running, other);
    await openReview(other.page);
    await expect(agreed(other.page)).toBeVisible();
    await openDeal(other.page, DEAL);
    const facts = other.page.getByRole('complementary', { name: 'Facts' });
    for (const text of ['€48,000.00', 'In trouble', 'Milestone']) await expect(facts.getByText(text)).toBeVisible();
  });

  test('three people who set one value see three, and the choice of one of them ends it for all', async ({
    app,
    running,
    shell,
    folder,
  }) => {
    const ana = colleague as RunningApp;
    const cem = await joinedBy({ running, shell, folder }, 'Cem Aydin');
    await openDeal(cem.page, DEAL);
    await setChoice(app, 'Health', 'Amber', 'At risk');
    await setChoice(ana.page, 'Health', 'Red', 'In trouble');
    await setChoice(cem.page, 'Health', 'Green', 'On track');
    await handOver(ana, running);
    await handOver(cem, running);
    await openReview(app);
    await expect(values(app)).toHaveCount(3);
    for (const [who, what] of [
      ['Olivia Park', 'At risk'],
      ['Ana Ruiz', 'In trouble'],
      ['Cem Aydin', 'On track'],
    ] as const) {
      await expect(card(app, who)).toContainText(what);
    }
    await expect(app.getByRole('region', { name: 'Before' })).toContainText('Nobody had set it yet');
    await app.keyboard.press('3');
    const chosen = await app.getByRole('radio', { checked: true }).innerText();
    await app.keyboard.press('Enter');
    await expect(agreed(app)).toBeVisible();
    for (const other of [ana, cem]) {
      await handOver(running, other);
      await openReview(other.page);
      await expect(agreed(other.page)).toBeVisible();
    }
    await openDeal(cem.page, DEAL);
    const shown = ['At risk', 'In trouble', 'On track'].find((words) => chosen.includes(words)) ?? '';
    await expect(cem.page.getByRole('complementary', { name: 'Facts' }).getByText(shown)).toBeVisible();
    await cem.close();
  });
});
