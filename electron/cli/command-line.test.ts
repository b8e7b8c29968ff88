import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { COMPANIES, CONTACTS, DEALS } from '../../test/fixtures/imports';
import { messageBytes } from '../../test/fixtures/messages';
import { samplePath, SAMPLES_ARE_HERE } from '../../test/fixtures/samples';
import type { ImportReport } from './import-report';
import { runImport } from './run-import';
import { runVerify } from './run-verify';
import { readWorkspace, recordsIn } from './workspace-file';

let folder = '';
const at = (name: string) => join(folder, name);
const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(at(name), content);
  return at(name);
};
const report = async (...argv: string[]): Promise<ImportReport> => JSON.parse((await runImport(['--json', ...argv])).out) as ImportReport;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('importing from the command line', () => {
  const exports = () => [put('deals.csv', DEALS), put('companies.csv', COMPANIES), put('contacts.csv', CONTACTS)];

  it('says in one JSON document what a dry run would do, and writes nothing', async () => {
    const [deals = '', ...others] = exports();
    const { files } = await report('--dry-run', deals, ...others);
    expect(files.map(({ source, counts }) => [source, counts])).toEqual([
      ['hubspot-deals', { create: 2, update: 0, skip: 0, problem: 0 }],
      ['hubspot-companies', { create: 2, update: 0, skip: 0, problem: 0 }],
      ['hubspot-contacts', { create: 1, update: 0, skip: 0, problem: 0 }],
    ]);
    expect(files[0]?.file).toBe(deals);
    const alone = await report('--dry-run', deals);
    expect(alone.files[0]?.problems[0]).toMatchObject({
      line: 2,
      reason: expect.stringContaining('Company 9001 is neither in these files'),
    });
  });

  it('writes a workspace that verifies, holds the raw messages, and has nothing left to bring in', async () => {
    const mail = put('m.eml', messageBytes({ From: 'priya@northwind.example', Subject: 'Hi', Date: 'Fri, 3 Apr 2026 15:10:00 +0000' }));
    const workspace = at('Firm.throughline');
    const first = await report('--workspace', workspace, '--as', 'Ana Ruiz', ...exports(), mail);
    expect(first.workspace).toEqual({ file: workspace, entries: 2, added: 2 });
    expect(await runVerify([workspace])).toEqual({ out: `OK  ${workspace}: “Firm”, 2 entries by 1 device, 1 file.\n`, code: 0 });
    const before = readFileSync(workspace);
    const again = await report('--workspace', workspace, ...exports(), mail);
    expect(again.files.map(({ counts }) => counts)).toEqual([2, 2, 1, 1].map((skip) => ({ create: 0, update: 0, skip, problem: 0 })));
    expect(again.workspace).toMatchObject({ added: 0 });
    expect(readFileSync(workspace).equals(before)).toBe(true);
  });

  it('brings an existing workspace up to date with what the file changed', async () => {
    const workspace = at('Firm.throughline');
    const files = exports();
    await report('--workspace', workspace, '--currency', 'CZK', ...files);
    put('deals.csv', DEALS.replace('48000', '52000'));
    const again = await report('--workspace', workspace, ...files);
    expect(again.files[0]?.counts).toEqual({ create: 0, update: 1, skip: 1, problem: 0 });
    const held = await readWorkspace(workspace);
    if (!held.ok) throw new Error(held.error);
    expect(
      recordsIn(held.value)
        .all('deal')
        .map(({ amount }) => amount),
    ).toContainEqual({ amount: 5_200_000, currency: 'CZK' });
    expect((await runVerify([workspace])).code).toBe(0);
  });

  it('names what it cannot read, brings the rest in, and ends with 1', async () => {
    const junk = put('photo.png', Uint8Array.from([137, 80, 78, 71, 0, 0]));
    const [deals = ''] = exports();
    const { out, code } = await runImport(['--dry-run', '--json', at('nowhere.csv'), junk, deals]);
    expect(code).toBe(1);
    expect(
      (JSON.parse(out) as ImportReport).files.map(({ source, counts, problems }) => [source, counts.create, problems[0]?.reason]),
    ).toEqual([
      ['unknown', 0, 'There is no such file.'],
      ['unknown', 0, 'This is neither a table in text form nor a message.'],
      ['hubspot-deals', 2, expect.any(String)],
    ]);
  });

  it('is a table for people, and help where it is not understood', async () => {
    const { out, code } = await runImport(['--dry-run', ...exports()]);
    expect(code).toBe(0);
    expect(out).toMatch(/deals\.csv +hubspot-deals +2 +0 +0 +0\n/);
    expect(out).toContain('Which currency are the amounts in? The file does not say. EUR');
    for (const argv of [
      [],
      ['x.csv'],
      ['--dry-run'],
      ['--nonsense', 'x'],
      ['--dry-run', '--currency', 'euro', 'x'],
      ['--dry-run', '--dates', 'x', 'y'],
    ]) {
      expect(await runImport(argv)).toMatchObject({ out: '', code: 2, complaint: expect.stringContaining('--help') });
    }
    expect((await runImport(['--help'])).out).toContain('npm run import');
  });

  it('does not build on a workspace that does not hold', async () => {
    const workspace = at('Firm.throughline');
    const files = exports();
    await report('--workspace', workspace, ...files);
    writeFileSync(workspace, readFileSync(workspace, 'utf8').replace('Northwind Foods', 'Southwind Foods'));
    const refused = await runImport(['--workspace', workspace, ...files]);
    expect(refused).toMatchObject({ code: 1, complaint: expect.stringContaining('does not hold: line') });
    const verified = await runVerify([workspace]);
    expect(verified).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^BROKEN .*entry [0-9a-f]{16}\.[0-9]{8}\.[0-9a-f]{12} \(line 3\) does not hold/),
    });
    expect(await runVerify([])).toMatchObject({ code: 2 });
    expect(await runVerify([at('none')])).toMatchObject({ code: 2 });
  });
});

describe.runIf(SAMPLES_ARE_HERE)('the sample exports from the command line', () => {
  it('have the counts that an administrator expects, and none the second time', async () => {
    const names = ['companies', 'contacts', 'deals'].map((noun) => `hubspot-crm-exports-all-${noun}-2026-09-01.csv`);
    const files = [...names, 'hubspot-notes.csv'].map((name) => samplePath('import', name));
    const workspace = at('Samples.throughline');
    const first = await report('--workspace', workspace, ...files);
    expect(first.files.map(({ counts }) => counts)).toEqual([
      { create: 3, update: 0, skip: 0, problem: 1 },
      { create: 3, update: 0, skip: 0, problem: 2 },
      { create: 3, update: 0, skip: 0, problem: 1 },
      { create: 1, update: 0, skip: 0, problem: 1 },
    ]);
    const again = await report('--workspace', workspace, ...files);
    expect(again.files.map(({ counts }) => [counts.create, counts.update, counts.skip])).toEqual([
      [0, 0, 3],
      [0, 0, 3],
      [0, 0, 3],
      [0, 0, 1],
    ]);
    expect(again.workspace?.added).toBe(0);
  });
});
