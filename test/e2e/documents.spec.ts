import { pdfPages, withoutSpace, wordText } from '../../renderer/documents/testing/read-back';
import { openSampleDeal } from './deal-screen';
import { expect, test } from './fixtures';

const SOLD = [
  'Order capture and validation',
  'Tariffs and surcharges',
  'Integrate with client’s billing system',
  'Open items and dunning',
  'Month-end close and reporting',
  'Data migration',
];

test('a signed deal gives its statement of work as a Word file and as a PDF, with every line that was sold', async ({ app, running }) => {
  const blocked: string[] = [];
  app.on('console', (said) => (/Content Security Policy/iu.test(said.text()) ? blocked.push(said.text()) : undefined));
  await openSampleDeal(app, 'Order-to-cash on the new ERP');
  await app.getByRole('tab', { name: /^Proposal/ }).click();
  const saved = (format: string): Promise<Buffer> =>
    running.saving(async () => {
      await app.getByRole('button', { name: 'Export' }).click();
      await app.getByRole('menuitem', { name: `Statement of work, ${format}` }).click();
    });
  const word = withoutSpace(wordText(new Uint8Array(await saved('Word'))));
  const pdf = withoutSpace((await pdfPages(new Uint8Array(await saved('PDF')))).join('\n'));
  for (const said of [word, pdf]) {
    for (const line of SOLD) expect(said.replaceAll('’', "'")).toContain(withoutSpace(line).replaceAll('’', "'"));
    for (const words of [
      '€312,000.00',
      'Any change to the billing system, its database or its release calendar.',
      'Nordwind Logistik AG',
    ]) {
      expect(said).toContain(withoutSpace(words));
    }
    expect(said).not.toContain(withoutSpace('the only bidder'));
  }
  expect(blocked).toEqual([]);
});
