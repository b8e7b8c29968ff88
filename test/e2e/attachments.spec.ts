import { paperAsDocx, paperAsPdf } from '../../resources/sample-firm/papers';
import { expect, test } from './fixtures';
import { openNewDeal, story } from './deal-screen';
import { dropAndCheck } from './drop-files';
import { searchFor } from './search-for';

const TERMS = {
  title: 'Terms as agreed',
  pages: [['Fees are due in thirty days.'], ['Training for twelve zookeepers is free of charge.']],
};

test('the words of a PDF and of a DOCX that came with a mail are found by search, and shown where the file is', async ({ app }) => {
  await openNewDeal(app);
  const attached = (name: string, bytes: Uint8Array): readonly string[] => [
    '--b',
    `Content-Type: application/octet-stream; name="${name}"`,
    `Content-Disposition: attachment; filename="${name}"`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(bytes).toString('base64'),
  ];
  const mail = [
    'From: Priya Nair <priya@kestrel.example>',
    'Subject: Our terms',
    'Date: Mon, 2 Nov 2026 10:00:00 +0000',
    'Message-ID: <t1@kestrel.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'See attached.',
    ...attached('Terms.pdf', paperAsPdf(TERMS)),
    ...attached('Notes.docx', paperAsDocx({ title: 'Notes', pages: [['No elephants in the first phase.']] })),
    '--b--',
    '',
  ].join('\r\n');
  await dropAndCheck(app, [{ name: 'terms.eml', content: mail }]);
  await app
    .getByRole('grid')
    .getByRole('row', { name: /Our terms/ })
    .first()
    .click();
  const detail = app.getByRole('complementary', { name: /Our terms/ });
  await detail.getByRole('combobox', { name: 'Deal' }).fill('Customer');
  await app.getByRole('option', { name: 'Customer portal' }).click();
  await app.getByRole('button', { name: 'Import 1 new' }).click();
  await app.getByRole('button', { name: 'Undo this import' }).waitFor();

  for (const [words, place] of [
    ['zookeepers', 'Terms.pdf: '],
    ['elephants', 'Notes.docx: '],
  ] as const) {
    // Files are read when everything else is done: the words are there a moment after the mail.
    await expect(async () => {
      await app.keyboard.press('Escape');
      await searchFor(app, words);
      await expect(app.getByRole('option', { name: /Our terms/ })).toContainText(place, { timeout: 1_000 });
    }).toPass();
    await app.keyboard.press('Escape');
  }
  await searchFor(app, 'zookeepers');
  await app.getByRole('option', { name: /Our terms/ }).click();
  const panel = app.getByRole('region', { name: 'Our terms' });
  const file = panel.getByRole('list', { name: 'Words in the file' }).getByRole('listitem').filter({ hasText: 'Terms.pdf' });
  await expect(file).toContainText('on 2 pages, found by search');
  await file.getByRole('button', { name: 'Show the words' }).click();
  await expect(file.getByLabel('Words of Terms.pdf')).toContainText('Training for twelve zookeepers is free of charge.');
  await expect(story(app)).toBeVisible();
});
