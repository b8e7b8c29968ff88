import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EvidenceManifest } from '#shared/evidence/evidence-file';
import { writeWorkspaceFile } from '#shared/exchange/bundle';
import { appendEntries } from '#shared/ledger/chain';
import { Fold } from '#shared/ledger/fold';
import { sha256Hex } from '#shared/ledger/hash';
import { kindOf } from '#shared/records/registry';
import { runVerify } from './run-verify';
import { readWorkspace } from './workspace-file';

const WORDS = 'We will train twelve people.';
let folder = '';
const at = (name: string): string => join(folder, name);

/** One mail, the claim that it decides, and the report that was printed of it. */
async function evidenceText(words = WORDS): Promise<string> {
  const fold = new Fold(kindOf);
  const changes = [{ record: 'moment:m' as const, set: { body: WORDS } }];
  const random = (count: number) => new Uint8Array(count).fill(7);
  const made = appendEntries(
    undefined,
    { act: 'moment.create', changes },
    { device: '00000000000000aa', by: 'person:ana', now: 1, random, fold },
  );
  if (!made.ok) throw new Error(made.error.message);
  fold.add(made.value.entries);
  const [entry] = made.value.entries;
  const manifest: EvidenceManifest = {
    v: 1,
    about: 'Was this promised?',
    madeAt: '2026-11-22T10:00:00.000Z',
    madeBy: 'Ruth Halden',
    claim: { text: 'Training is free', verdict: 'Discussed, not promised', reason: 'Nobody said what it costs.' },
    quotes: [{ record: 'moment:m', entry: entry?.id ?? '', field: 'body', start: 0, words }],
    chains: [],
    pdf: { name: 'Report.pdf', sha256: sha256Hex('the report') },
  };
  const pieces: string[] = [];
  const ledgers = [{ ledger: 'team' as const, have: fold.have(), items: made.value.entries }];
  for await (const piece of writeWorkspaceFile({ name: 'Firm', ledgers, files: [], manifest })) pieces.push(piece);
  return pieces.join('');
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-'));
  writeFileSync(at('x.evidence.throughline'), await evidenceText());
  writeFileSync(at('Report.pdf'), 'the report');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('verifying evidence from the command line', () => {
  it('says what is claimed, what is quoted, and that the report beside it belongs to it', async () => {
    const { out, code } = await runVerify([at('x.evidence.throughline')]);
    expect(code).toBe(0);
    expect(out).toContain('“Training is free”: Discussed, not promised. Nobody said what it costs.');
    expect(out).toContain('1 quote stands where the file says.');
    expect(out).toContain(`moment:m: “${WORDS}”`);
    expect(out).toContain('The report Report.pdf is the one that belongs to it.');
  });

  it('takes the report under another name, and says where there is none', async () => {
    renameSync(at('Report.pdf'), at('Other.pdf'));
    expect((await runVerify([at('x.evidence.throughline')])).out).toContain('Report.pdf is not beside it and was not checked');
    expect((await runVerify([at('x.evidence.throughline'), at('Other.pdf')])).out).toContain('Other.pdf is the one that belongs to it');
    expect(await runVerify([at('x.evidence.throughline'), at('none.pdf')])).toMatchObject({ code: 2 });
  });

  it('refuses an altered report, an altered file, and a quote that nobody wrote', async () => {
    writeFileSync(at('Report.pdf'), 'the reports');
    expect(await runVerify([at('x.evidence.throughline')])).toMatchObject({
      code: 1,
      out: expect.stringContaining('its digest is another one') as string,
    });
    writeFileSync(at('x.evidence.throughline'), (await evidenceText()).replace('twelve', 'twenty'));
    expect(await runVerify([at('x.evidence.throughline')])).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^BROKEN .*entry 00000000000000aa\./) as string,
    });
    writeFileSync(at('x.evidence.throughline'), await evidenceText('We will train twenty people.'));
    expect((await runVerify([at('x.evidence.throughline')])).out).toContain(
      '“We will train twenty people.”, does not stand at that place of moment:m',
    );
  });

  it('is no workspace to import into', async () => {
    expect(await readWorkspace(at('x.evidence.throughline'))).toMatchObject({
      ok: false,
      error: expect.stringContaining('is evidence') as string,
    });
  });
});
