import { A_LOGO } from '../../renderer/documents/testing/node-rasteriser';
import { wordParts, wordText } from '../../renderer/documents/testing/read-back';
import { expect, test } from './fixtures';
import { openSettings } from './open-settings';
import { startEmpty } from './start-empty';

// The picture goes through the browser's own chooser.
test('a firm puts its logo, address and terms on its documents, and a picture that is none is refused', async ({ app, running }) => {
  await startEmpty(app);
  await openSettings(app, 'Firm');
  const choose = async (name: string, buffer: Buffer): Promise<void> => {
    const chooser = app.waitForEvent('filechooser');
    await app.getByRole('button', { name: 'Choose a picture…' }).click();
    await (await chooser).setFiles({ name, mimeType: 'image/png', buffer });
  };
  await choose('logo.png', Buffer.from('no picture'));
  await expect(app.getByRole('alert')).toContainText('neither a PNG nor a JPEG');
  await choose('logo.png', Buffer.from(A_LOGO.bytes));
  await expect(app.getByRole('img', { name: 'Logo of the firm' })).toBeVisible();
  await app.getByRole('textbox', { name: 'Address' }).fill('Am Sandtorkai 50\n20457 Hamburg');
  await app.getByRole('textbox', { name: 'Payment terms' }).fill('Net 30 days.');
  await app.getByRole('textbox', { name: 'Name' }).click();

  const sample = new Uint8Array(
    await running.saving(async () => {
      await app.getByRole('button', { name: 'Save a sample' }).click();
      await app.getByRole('menuitem', { name: 'As a Word file' }).click();
    }),
  );
  expect(wordText(sample)).toContain('Am Sandtorkai 50\n20457 Hamburg');
  expect(wordText(sample)).toContain('Net 30 days.');
  expect(wordParts(sample).get('word/_rels/document.xml.rels')).toContain('media/');
});
