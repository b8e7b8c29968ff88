import { dropAndCheck } from './drop-files';
import { expect, test } from './fixtures';
import { logCall, openMoment, openNewDeal, openSampleDeal, story } from './deal-screen';

const CALL = 'She needs the portal before Easter.\n\nNo changes to billing, under any circumstances.';

test('a new deal says what to do, and a call that was logged is its first moment', async ({ app }) => {
  await openNewDeal(app);
  await expect(app.getByRole('heading', { name: 'The story begins here' })).toBeVisible();
  await logCall(app, 'First call', CALL);
  await expect(story(app)).toContainText('She needs the portal before Easter.');
  const text = await openMoment(app, 'First call');
  await expect(text).toContainText('under any circumstances');
  await app.keyboard.press('Escape');
  await expect(app.getByRole('complementary', { name: 'Facts' })).toBeVisible();
});

test('a deal walks its road by the keyboard, is signed once, and goes back only with a reason', async ({ app }) => {
  await openNewDeal(app);
  const rail = app.getByRole('list', { name: 'Phases' });
  await rail.getByRole('button', { name: /^Discovery/ }).focus();
  await app.keyboard.press('ArrowRight');
  await app.keyboard.press('Enter');
  await expect(rail.getByRole('button', { name: /^Scoping/ })).toHaveAttribute('aria-current', 'step');

  await rail.getByRole('button', { name: /^Kickoff/ }).click();
  const sign = app.getByRole('dialog', { name: 'Sign Customer portal' });
  await sign.getByRole('textbox', { name: 'Signed value' }).fill('45500');
  await sign.getByRole('button', { name: 'Sign the deal' }).click();
  await expect(rail.getByRole('button', { name: /^Kickoff/ })).toHaveAttribute('aria-current', 'step');
  await expect(app.getByRole('complementary', { name: 'Facts' })).toContainText('€45,500.00');
  await expect(story(app)).toContainText('Signed');

  await rail.getByRole('button', { name: /^Proposal/ }).click();
  await app.getByRole('dialog').getByLabel('Why does it go back?').fill('Signed by somebody without authority');
  await app.getByRole('button', { name: 'Take it back' }).click();
  await expect(rail.getByRole('button', { name: /^Proposal/ })).toHaveAttribute('aria-current', 'step');
});

test('a deal on hold keeps its place, and a lost one says why', async ({ app }) => {
  await openNewDeal(app);
  await app.getByRole('button', { name: 'More actions' }).click();
  await app.getByRole('menuitem', { name: 'Put on hold' }).click();
  await app.getByRole('button', { name: 'Resume' }).click();
  await expect(app.getByRole('button', { name: 'Move to Scoping' })).toBeVisible();

  await app.getByRole('button', { name: 'More actions' }).click();
  await app.getByRole('menuitem', { name: 'Mark as lost…' }).click();
  await app.getByLabel('Why was it lost?').fill('They built it themselves');
  await app.getByRole('button', { name: 'Mark as lost' }).click();
  await expect(app.getByRole('complementary', { name: 'Facts' })).toContainText('They built it themselves');
  await expect(app.getByRole('button', { name: 'Reopen' })).toBeVisible();
});

test('a pasted chat is shown as it was understood, kept word for word, and can be undone', async ({ app }) => {
  await openNewDeal(app);
  await app.getByRole('button', { name: 'Add', exact: true }).click();
  await app.getByRole('menuitem', { name: 'Paste a chat' }).click();
  await app.getByRole('textbox', { name: 'Chat' }).fill('[15:10] Katrin Weber: Can we move it?\n[15:12] Olivia Park: Yes, to Thursday.');
  await app.getByRole('button', { name: 'Look at it' }).click();
  await expect(app.getByRole('list', { name: 'The chat as it was understood' }).getByRole('listitem')).toHaveCount(2);
  await app.getByRole('button', { name: 'Add to the story' }).click();
  await expect(story(app)).toContainText('Chat of Katrin Weber, Olivia Park');
  await app.getByRole('button', { name: /^Undo/ }).click();
  await expect(app.getByRole('heading', { name: 'The story begins here' })).toBeVisible();
});

test('an archived deal leaves the lists with a way back, and keeps its story', async ({ app }) => {
  await openNewDeal(app);
  await logCall(app, 'First call', CALL);
  await app.getByRole('button', { name: 'More actions' }).click();
  await app.getByRole('menuitem', { name: 'Archive' }).click();
  await expect(app.getByText('This deal is archived')).toBeVisible();
  await expect(story(app)).toContainText('First call');
  await app.getByRole('button', { name: 'Restore' }).click();
  await expect(app.getByText('This deal is archived')).toBeHidden();
});

test('one line tells a deal from the first call to delivery, the signature in it, and is filtered by kind, person and word', async ({
  app,
}) => {
  await openSampleDeal(app);
  await app.getByRole('button', { name: /Show the oldest first/ }).click();
  await expect(story(app)).toHaveText(/^\s*\d{1,2} \w{3} \d{4}\s*Discovery/);

  await app.getByRole('button', { name: 'Kind' }).click();
  await app.getByRole('option', { name: /^Phases/ }).click();
  await app.keyboard.press('Escape');
  await expect(story(app)).toContainText('Signed€312,000');
  await app.getByRole('button', { name: 'Clear Kind' }).click();

  await app.getByRole('textbox', { name: 'Find in this story' }).fill('five nights refusal');
  await expect(story(app).getByRole('article')).not.toHaveCount(0);
  await story(app).getByRole('button', { name: 'Five nights', exact: true }).click();
  const mail = app.getByRole('region', { name: 'Five nights' });
  await expect(mail).toContainText('katrin.weber@nordwind-logistik.example');
  await app.getByRole('textbox', { name: 'Find in this story' }).fill('xylophone');
  await app.getByRole('button', { name: 'Show everything' }).click();
  await expect(story(app).getByRole('article').first()).toBeVisible();
});

const MAIL = [
  'From: Priya Nair <priya@kestrel.example>',
  'To: olivia@halden.example',
  'Subject: Scope of the portal',
  'Date: Mon, 2 Nov 2026 10:00:00 +0000',
  'Message-ID: <m1@kestrel.example>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="b"',
  '',
  '--b',
  'Content-Type: multipart/alternative; boundary="a"',
  '',
  '--a',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'We need single sign-on before Easter.',
  '--a',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>We need <b>single sign-on</b> before Easter.</p><script>parent.document.title="taken"</script><img src="https://spy.example/x.png">',
  '--a--',
  '--b',
  'Content-Type: text/csv; name="users.csv"',
  'Content-Disposition: attachment; filename="users.csv"',
  '',
  'name',
  'Priya',
  '--b--',
  '',
].join('\r\n');

test('an imported mail is read as text, shows its formatting only in a harmless frame, and gives back its files and raw bytes', async ({
  app,
}) => {
  await openNewDeal(app);
  await dropAndCheck(app, [{ name: 'scope.eml', content: MAIL }]);
  await app.getByRole('grid').getByRole('row', { name: /Priya/ }).first().click();
  const detail = app.getByRole('complementary', { name: /Scope of the portal/ });
  await detail.getByRole('combobox', { name: 'Deal' }).fill('Customer');
  await app.getByRole('option', { name: 'Customer portal' }).click();
  await app.getByRole('button', { name: 'Import 1 new' }).click();
  await app.getByRole('button', { name: 'Undo this import' }).waitFor();
  await app.getByRole('link', { name: 'Pipeline' }).first().click();
  await app.getByRole('link', { name: 'Customer portal' }).click();

  const text = await openMoment(app, 'Scope of the portal');
  await expect(text).toHaveText('We need single sign-on before Easter.');
  const panel = app.getByRole('region', { name: 'Scope of the portal' });
  await panel.getByText('Formatted', { exact: true }).click();
  await expect(panel.getByText(/One picture was left out/)).toBeVisible();
  await expect(app.frameLocator('iframe').locator('b')).toHaveText('single sign-on');
  await expect(app).toHaveTitle(/Customer portal/);
  await expect(panel.getByRole('button', { name: /^Original message/ })).toBeVisible();
  await panel.getByRole('button', { name: 'Show the headers' }).click();
  await expect(panel).toContainText('m1@kestrel.example');
  await expect(panel.getByRole('button', { name: /^users.csv/ })).toBeVisible();
});
