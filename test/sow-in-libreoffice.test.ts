// @vitest-environment jsdom
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Document } from '#shared/document/document';
import { offeredLines, type OfferFacts } from '#shared/proposal/offer-facts';
import { sowDocument } from '#shared/proposal/sow';
import { documentToDocx } from '../renderer/documents/docx';
import { documentToPdf } from '../renderer/documents/pdf';
import { A_LOGO, nodeRasteriser } from '../renderer/documents/testing/node-rasteriser';
import { bytesOf, pdfPages, withoutSpace, wordParts, wordsOf, wordText } from '../renderer/documents/testing/read-back';
import { SampleOffers } from './sample-offers';

const run = promisify(execFile);
/** build/office.mjs installs them where it can; elsewhere the Word files are only read as XML. */
const canOpen = existsSync('/usr/bin/soffice') && existsSync('/usr/bin/pdftotext');

interface Sow {
  readonly facts: OfferFacts;
  readonly document: Document;
  readonly docx: Uint8Array;
}

const sows: Sow[] = [];
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-sow-'));
  const offers = new SampleOffers();
  for (const proposal of offers.accepted()) {
    const facts = { ...(await offers.facts(proposal)), logo: A_LOGO };
    const document = sowDocument(facts);
    sows.push({ facts, document, docx: await bytesOf(await documentToDocx(document, nodeRasteriser)) });
  }
}, 180_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a reader that flows text over pages finds between two halves of a paragraph. */
const withoutPageMarks = (text: string, { pageHeader, pageFooter }: Document): string =>
  withoutSpace(text)
    .replaceAll(new RegExp(`${escaped(withoutSpace(pageFooter))}Page\\d+of\\d+`, 'gu'), '')
    .replaceAll(withoutSpace(pageHeader), '');

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** What the document says and a reader did not find: whole texts, whatever stands around them. */
const missingIn = (said: string, document: Document): readonly string[] =>
  wordsOf(document).filter((words) => !said.includes(withoutSpace(words)));

describe('the statements of work of the sample firm', () => {
  test('are those of twenty signed deals, with 80 lines and more', () => {
    expect(sows.length).toBeGreaterThanOrEqual(18);
    expect(sows.flatMap(({ facts }) => offeredLines(facts)).length).toBeGreaterThan(80);
  });

  test('have every line, with its price, in a well-formed Word file', () => {
    for (const { facts, document, docx } of sows) {
      for (const [name, xml] of wordParts(docx)) {
        expect(new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror')?.textContent, name).toBeUndefined();
      }
      const said = withoutSpace(wordText(docx));
      expect(offeredLines(facts).filter(({ title }) => !said.includes(withoutSpace(title)))).toEqual([]);
      expect(missingIn(said, document), document.title).toEqual([]);
    }
  });

  test('have every line in the PDF', async () => {
    const shown = sows.filter(({ facts }) => /Order-to-cash|retainer/u.test(facts.deal.name));
    expect(shown.length).toBeGreaterThanOrEqual(2);
    for (const { document } of shown) {
      const pages = await pdfPages(await bytesOf(await documentToPdf(document, nodeRasteriser)));
      expect(missingIn(withoutPageMarks(pages.join('\n'), document), document), document.title).toEqual([]);
    }
  });

  test.skipIf(!canOpen)('open in LibreOffice, with every line', async () => {
    const files = await Promise.all(
      sows.map(async ({ docx }, at) => {
        const file = join(folder, `sow-${at}.docx`);
        await writeFile(file, docx);
        return file;
      }),
    );
    // A profile of its own: a LibreOffice that somebody has open would otherwise take the files and say nothing.
    await run('/usr/bin/soffice', [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      ...files,
    ]);
    expect((await readdir(folder)).filter((name) => name.endsWith('.pdf'))).toHaveLength(sows.length);
    for (const [at, { document }] of sows.entries()) {
      const { stdout } = await run('/usr/bin/pdftotext', ['-raw', join(folder, `sow-${at}.pdf`), '-'], { maxBuffer: 50_000_000 });
      expect(missingIn(withoutPageMarks(stdout, document), document), document.title).toEqual([]);
    }
  });
});
