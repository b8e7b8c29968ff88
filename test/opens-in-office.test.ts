// @vitest-environment jsdom
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
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
// Open XML SDK. The package brings it as a program for Linux; elsewhere these tests are left out, and the files are the same.
const VALIDATOR = join(import.meta.dirname, '..', 'node_modules', '@xarsh', 'ooxml-validator-linux-x64', 'ooxml-validator');
const canTell = process.platform === 'linux' && process.arch === 'x64' && existsSync(VALIDATOR);

const run = promisify(execFile);

interface Told {
  readonly ok: boolean;
  readonly errors: readonly { readonly description?: string; readonly xPath?: string | null }[];
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-office-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What Office 2013, the oldest that is still met, would not read in this file. */
async function problemsOf(name: string, file: Blob): Promise<Told['errors']> {
  const path = join(folder, name);
  await writeFile(path, new Uint8Array(await file.arrayBuffer()));

  const { stdout: said } = await run(VALIDATOR, [path, 'Office2013']);
  const told = JSON.parse(said) as Told;
  expect(told.ok).toBe(told.errors.length === 0);
  return told.errors;
}

describe.runIf(canTell)('files for Word and Excel keep every rule of their format', () => {
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
