import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { paperAsDocx, paperAsPdf } from '../../../resources/sample-firm/papers';
import { isWellFormed } from '../../ledger/json-check';
import { MOST_INFLATED } from './docx-text';
import { fileText } from './file-text';

const terms = {
  title: 'Terms of Rotterdam',
  pages: [
    ['The client may stop after any accepted milestone (with four weeks’ notice).'.replace('’', "'")],
    ['Training for twelve is free of charge.'],
  ],
};
const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const docxOf = (xml: string, name = 'word/document.xml'): Uint8Array => zipSync({ [name]: strToU8(xml) });
const only = async (name: string, bytes: Uint8Array) => {
  const parts = await fileText({ name, bytes });
  expect(parts).toHaveLength(1);
  return parts[0];
};

describe('the words of a file', () => {
  it('are read from a PDF page by page, and the page of each is known', async () => {
    const part = await only('Terms.pdf', paperAsPdf(terms));
    expect(part).toMatchObject({ name: '', state: 'text' });
    expect(part?.text.replace(/\s+/g, ' ')).toBe(
      "Terms of Rotterdam The client may stop after any accepted milestone (with four weeks' notice). Training for twelve is free of charge. ".trim(),
    );
    expect(part?.pages).toHaveLength(2);
    expect(part?.text.slice(part.pages?.[1])).toContain('Training for twelve');
  });

  it('are read from a .docx, entities and all', async () => {
    const part = await only('Terms.docx', paperAsDocx({ title: 'Terms', pages: [['Fees < 5 % & no “extras”']] }));
    expect(part).toEqual({ name: '', state: 'text', text: 'Terms\nFees < 5 % & no “extras”' });
  });

  it('leave out what a tracked change deleted or moved away, and what is only there for older programs', async () => {
    const xml =
      '<w:document><w:body><w:p><w:r><w:t>kept</w:t></w:r><w:del><w:r><w:delText> gone</w:delText></w:r></w:del>' +
      '<w:moveFrom><w:r><w:t> moved</w:t></w:r></w:moveFrom><mc:Fallback><w:t> twice</w:t></mc:Fallback>' +
      '<w:r><w:tab/><w:t>in full</w:t><w:br/><w:t>below</w:t></w:r></w:p></w:body></w:document>';
    expect((await only('a.docx', docxOf(xml)))?.text).toBe('kept\tin full\nbelow');
  });

  it('are read from plain text, CSV, Markdown and HTML, in the encoding that they have', async () => {
    expect((await only('a.txt', latin('Gr\xf6\xdfe: 12 m\xb2')))?.text).toBe('Größe: 12 m²');
    expect((await only('a.csv', strToU8('line;hours\r\nRates;12\r\n')))?.text).toBe('line;hours\nRates;12\n');
    expect((await only('a.html', strToU8('<h1>Rates</h1><script>x()</script><p>No <b>changes</b></p>')))?.text).toBe('Rates\n\nNo changes');
  });

  it('say of a scan, a picture, a workbook and a locked or damaged document why they were not read', async () => {
    const scan = await only('scan.pdf', paperAsPdf({ title: '', pages: [[]] }));
    expect(scan).toEqual({ name: '', state: 'empty', text: '', reason: 'It has no text, only pictures: a scan, perhaps.' });
    expect(await only('a.png', Uint8Array.from([137, 80, 78, 71]))).toMatchObject({ state: 'unreadable', reason: 'It is a picture.' });
    expect(await only('a.xlsx', docxOf('', 'xl/workbook.xml'))).toMatchObject({ reason: 'Workbooks and slides are not read.' });
    expect(await only('a.zip', docxOf('', 'notes.txt'))).toMatchObject({ reason: 'It is an archive, not a text document.' });
    expect(await only('a.pdf', latin('%PDF-1.4 nothing more'))).toMatchObject({ state: 'unreadable', reason: 'The PDF is damaged.' });
    expect(await only('a.docx', paperAsDocx(terms).slice(0, 300))).toMatchObject({ reason: 'The document is damaged.' });
    expect(await only('none.txt', new Uint8Array())).toMatchObject({ state: 'empty' });
  });
});

const MAIL = (body: string, attachment: string): Uint8Array =>
  latin(
    [
      'From: priya@kestrel.example',
      'Subject: Terms',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      body,
      '--b',
      attachment,
      '--b--',
      '',
    ].join('\r\n'),
  );
const attached = (name: string, bytes: Uint8Array): string =>
  `Content-Type: application/octet-stream; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\n` +
  `Content-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes).toString('base64')}`;

describe('the attachments of a message', () => {
  it('are parts of its file; its own words are with its moment already', async () => {
    const parts = await fileText({ name: 'a.eml', bytes: MAIL('See attached.', attached('Terms.docx', paperAsDocx(terms))) });
    expect(parts.map(({ name, state }) => [name, state])).toEqual([['Terms.docx', 'text']]);
    expect(parts[0]?.text).toContain('Training for twelve is free of charge.');
  });

  it('are found within forwarded messages, whose own words are read too', async () => {
    const inner = Buffer.from(MAIL('No changes to billing.', attached('Terms.pdf', paperAsPdf(terms)))).toString('latin1');
    const parts = await fileText({ name: 'a.eml', bytes: MAIL('Fwd', attached('Old.eml', latin(inner))) });
    expect(parts.map(({ name, text }) => [name, text.slice(0, 11)])).toEqual([
      ['Old.eml', 'No changes '],
      ['Old.eml › Terms.pdf', 'Terms of Ro'],
    ]);
  });

  it('leave no words out of a message that is longer than its moment could keep', async () => {
    const parts = await fileText({ name: 'a.eml', bytes: MAIL(`${'word '.repeat(7_000)}the end`, 'Content-Type: text/plain\r\n\r\n') });
    expect(parts[0]).toMatchObject({ name: '', state: 'text' });
    expect(parts[0]?.text).toContain('the end');
  });

  it('end at three messages deep', async () => {
    let bytes = MAIL('the innermost', attached('a.txt', strToU8('deep')));
    for (let depth = 0; depth < 5; depth += 1) bytes = MAIL('outer', attached('in.eml', bytes));
    expect((await fileText({ name: 'a.eml', bytes })).at(-1)).toMatchObject({ reason: 'It lies too many messages deep.' });
  });
});

describe('a hostile file', () => {
  it('cannot unpack to more than 32 MB, whatever it says of its size', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(MOST_INFLATED + 1) }, { level: 9 });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await only('a.docx', bomb)).toMatchObject({ state: 'unreadable', reason: 'It unpacks to more than can be read here.' });
    const lying = bomb.slice();
    const view = new DataView(lying.buffer);
    for (let at = 0; at + 46 < lying.length; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1_000, true);
      if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 1_000, true);
    }
    expect((await only('a.docx', lying))?.text.length ?? 0).toBeLessThanOrEqual(1_000);
  });

  it('cannot bring entities of its own', async () => {
    const xml = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><w:p><w:t>&b;</w:t></w:p>`;
    expect(await only('a.docx', docxOf(xml))).toMatchObject({ state: 'unreadable' });
  });

  it('never throws and always gives the same words for the same bytes, whatever byte was altered', async () => {
    const originals = [paperAsPdf(terms), paperAsDocx(terms), MAIL('x', attached('Terms.docx', paperAsDocx(terms)))];
    const names = ['a.pdf', 'a.docx', 'a.eml'];
    await fc.assert(
      fc.asyncProperty(fc.nat(2), fc.nat(), fc.nat(255), async (which, place, byte) => {
        const bytes = (originals[which] as Uint8Array).slice();
        bytes[place % bytes.length] = byte;
        const file = { name: names[which] as string, bytes };
        const parts = await fileText(file);
        for (const { state, text, reason } of parts) {
          expect(state === 'text' ? text.trim() : (reason ?? text)).toEqual(expect.any(String));
          expect(isWellFormed(text)).toBe(true);
        }
        expect(await fileText(file)).toEqual(parts);
      }),
      { numRuns: 1_000 },
    );
  });
});
