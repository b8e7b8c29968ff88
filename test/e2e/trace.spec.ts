import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openSampleDeal, openTab } from './deal-screen';
import { expect, test } from './fixtures';
import { searchFor } from './search-for';

const run = promisify(execFile);
/** The project's own command, as built: nothing else. */
const verify = async (file: string): Promise<string> => {
  const done = await run(process.execPath, ['out/main/verify.cjs', file]).catch((failed: { readonly stdout: string }) => failed);
  return done.stdout;
};

test('an invoice line leads back to the words in the mail, and the words on to the money', async ({ app }) => {
  await openSampleDeal(app);
  await app.getByRole('button', { name: 'More actions' }).click();
  await app.getByRole('menuitem', { name: 'Trace…' }).click();
  await app.getByRole('combobox', { name: 'Trace' }).fill('Ten-year archive');
  await app.getByRole('option', { name: /· Ten-year archive of the nightly files/ }).click();
  const path = app.getByRole('list', { name: /^From the words to the money/ });
  await expect(path.getByRole('listitem').filter({ hasText: 'Traced from here' }).last()).toContainText('€7,800.00');
  await expect(path).toContainText('an archive with ten years of retention');
  await expect(path).toContainText('Paid 20');

  await path.getByRole('link', { name: 'Trace Archive for the drop files' }).click();
  await expect(path.getByRole('listitem').filter({ hasText: 'Traced from here' }).last()).toContainText('legal has confirmed');
  await expect(path).toContainText('Paid 20');
  await path.getByRole('link', { name: 'Archive for the drop files' }).first().click();
  await expect(app.getByRole('region', { name: 'Archive for the drop files' })).toContainText('legal has confirmed');

  await openTab(app, 'Promises');
  await app
    .getByRole('button', { name: /^Nightly file drop to billing/ })
    .first()
    .click();
  await app.getByRole('region', { name: 'Commitment' }).getByRole('link', { name: 'Trace' }).click();
  await expect(path).toContainText("We will drop a file every night at two o'clock");
  await expect(path).toContainText('Line of proposal 2');
  await expect(path).toContainText('Write the lines of scope with exclusions');
});

test('the report of a trace is one PDF and one file, which the command line verifies, and refuses when it was altered', async ({
  running,
  folder,
}) => {
  const { page: app } = running;
  await openSampleDeal(app);
  await app.getByRole('button', { name: 'More actions' }).click();
  await app.getByRole('menuitem', { name: 'Trace…' }).click();
  await app.getByRole('combobox', { name: 'Trace' }).fill('Integrate');
  await app
    .getByRole('option', { name: /^Integrate with/ })
    .first()
    .click();
  const [pdf, file] = await running.savingTwo(() => app.getByRole('button', { name: 'Evidence report' }).click());
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');

  const saved = join(folder, 'x.evidence.throughline');
  const name = /"pdf":\{"name":"([^"]+)"/.exec(file.toString())?.[1] ?? '';
  await writeFile(saved, file.toString());
  await writeFile(join(folder, name), new Uint8Array(pdf));
  const whole = await verify(saved);
  expect(whole).toMatch(/^OK /);
  expect(whole).toContain('if a drop fails we repeat it before seven');
  expect(whole).toContain('is the one that belongs to it');

  await writeFile(saved, file.toString().replace('repeat it before seven', 'repeat it before three'));
  expect(await verify(saved)).toMatch(/^BROKEN .*(entry [0-9a-f]{16}\.|line )/);
  await writeFile(saved, file.toString());
  await writeFile(join(folder, name), new Uint8Array([...pdf, 32]));
  expect(await verify(saved)).toContain('its digest is another one');
});

test('the words of a paper that the sample firm keeps are found', async ({ app }) => {
  await openSampleDeal(app);
  await expect(async () => {
    await app.keyboard.press('Escape');
    await searchFor(app, 'sub-processors thirty days');
    await expect(app.getByRole('option', { name: /Annex D/ })).toContainText('Sub-processors are named thirty days', { timeout: 1_000 });
  }).toPass();
});
