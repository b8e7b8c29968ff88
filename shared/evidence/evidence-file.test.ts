import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paperAsDocx } from '../../resources/sample-firm/papers';
import { writeWorkspaceFile, type BundledFile } from '../exchange/bundle';
import { verifyWorkspaceFile } from '../exchange/verify-bundle';
import { fileText } from '../exchange/file-text/file-text';
import { appendEntries, type ChainTip } from '../ledger/chain';
import type { Entry, Json, LedgerItem } from '../ledger/entry';
import { Fold } from '../ledger/fold';
import { sha256Hex } from '../ledger/hash';
import { redactEntry } from '../ledger/redact';
import { fullHashOf } from '../ledger/verify-chain';
import { kindOf } from '../records/registry';
import { quoteIn, quoteInFile, verifyEvidenceFile, type EvidenceManifest } from './evidence-file';

const DEVICE = '00000000000000aa';
const MAIL = 'Dear Ms Brandt, we will train twelve people at no extra cost. Best, Ada';
const paper: BundledFile = fileOf(paperAsDocx({ title: 'Terms', pages: [['You may stop after any milestone.']] }));

function fileOf(bytes: Uint8Array): BundledFile {
  return { id: `file:${sha256Hex(bytes)}`, name: 'Terms.docx', type: '', bytes };
}

/** A chain of three: a mail beside a stranger's in one import, a promise of its words, and something else. */
function chain(): { readonly entries: readonly Entry[]; readonly fold: Fold } {
  const fold = new Fold(kindOf);
  const entries: Entry[] = [];
  let chance = 1;
  const random = (count: number) => Uint8Array.from({ length: count }, () => (chance = (chance * 31 + 7) % 251));
  const writes: readonly Readonly<Record<`${string}:${string}`, Readonly<Record<string, Json>>>>[] = [
    {
      'moment:m': { kind: 'e-mail', at: '2026-01-12T09:00:00.000Z', body: MAIL, file: paper.id },
      'moment:other': { body: 'Their secret price is 99,000.' },
    },
    { 'commitment:c': { text: 'Training for twelve', quote: 'we will train twelve people' } },
    { 'deal:d': { name: 'Another client' } },
  ];
  let tip: ChainTip | undefined;
  for (const write of writes) {
    const changes = Object.entries(write).map(([record, set]) => ({ record: record as `${string}:${string}`, set }));
    const made = appendEntries(
      tip,
      { act: 'import.mail', changes },
      { device: DEVICE, by: 'person:ana', now: 1_700_000_000_000, random, fold },
    );
    if (!made.ok) throw new Error(made.error.message);
    fold.add(made.value.entries);
    entries.push(...made.value.entries);
    tip = made.value.tip;
  }
  return { entries, fold };
}

const { entries } = chain();
const last = entries.at(-1) as Entry;

/** The mail and the promise disclosed, the stranger's mail as a digest, the last entry as its place. */
function disclosed(): readonly LedgerItem[] {
  const [imported, promised] = entries as readonly [Entry, Entry, Entry];
  return [redactEntry(imported, new Set(['moment:other'])), promised, { id: last.id, prev: last.prev, hash: fullHashOf(last) }];
}

async function manifestOf(change: Partial<EvidenceManifest> = {}): Promise<EvidenceManifest> {
  const quotes = [
    quoteIn(entries, 'moment:m', 'we will train twelve people at no extra cost', 0),
    quoteIn(entries, 'commitment:c', 'Training for twelve'),
    quoteInFile(await fileText(paper), 'moment:m', paper.id, 'You may stop after any milestone.'),
  ].filter((quote) => quote !== undefined);
  return {
    v: 1,
    about: 'Was this promised?',
    madeAt: '2026-11-22T10:00:00.000Z',
    madeBy: 'Ruth Halden',
    claim: { text: 'Training is free', verdict: 'Promised', reason: 'A commitment in writing.' },
    quotes,
    trace: { records: ['moment:m', 'commitment:c'], links: [[0, 1]] },
    chains: [{ device: DEVICE, seq: 3, hash: fullHashOf(last) }],
    pdf: { name: 'Report.pdf', sha256: sha256Hex('report') },
    ...change,
  };
}

async function evidence(manifest: Json | EvidenceManifest, items = disclosed(), files = [paper]): Promise<string> {
  const have = { [DEVICE]: { tips: [{ seq: 2, hash: (items[2] as { prev: string }).prev }] } };
  const pieces: string[] = [];
  for await (const piece of writeWorkspaceFile({
    name: 'Firm',
    ledgers: [{ ledger: 'team', have, items }],
    files,
    manifest,
  }))
    pieces.push(piece);
  return pieces.join('');
}

describe('an evidence file', () => {
  it('proves each quote by its entry or its file, and discloses nothing else', async () => {
    const manifest = await manifestOf();
    const text = await evidence(manifest);
    expect(manifest.quotes.map((quote) => ('field' in quote ? quote.field : quote.part))).toEqual(['body', 'text', '']);
    expect(await verifyEvidenceFile([text])).toMatchObject({ ok: true, entries: 2, leftOut: 1, files: 1, evidence: manifest });
    expect(text).not.toContain('99,000');
    expect(text).not.toContain('Another client');
  });

  it('is refused when a quote stands nowhere, elsewhere, or in words that were left out', async () => {
    const good = await manifestOf();
    const [first] = good.quotes;
    if (!first || !('entry' in first)) throw new Error('no quote');
    const withQuote = async (quote: EvidenceManifest['quotes'][number]) =>
      verifyEvidenceFile([await evidence({ ...good, quotes: [quote] })]);
    expect(await withQuote({ ...first, words: 'we will train twenty people' })).toMatchObject({
      ok: false,
      entry: first.entry,
      reason: expect.stringContaining('does not stand at that place of moment:m') as string,
    });
    expect(await withQuote({ ...first, start: first.start + 1 })).toMatchObject({ ok: false });
    expect(await withQuote({ ...first, record: 'moment:other', words: 'secret' })).toMatchObject({
      reason: expect.stringContaining('left out of the file or erased') as string,
    });
    expect(await withQuote({ ...first, entry: last.id })).toMatchObject({
      reason: expect.stringContaining('which is not in the file') as string,
    });
    expect(await withQuote({ record: 'moment:m', file: paper.id, part: '', start: 0, words: 'You may not stop' })).toMatchObject({
      reason: expect.stringContaining('does not stand at that place of Terms.docx') as string,
    });
    expect(await verifyEvidenceFile([await evidence(good, disclosed(), [])])).toMatchObject({
      reason: expect.stringContaining('which is not there') as string,
    });
    expect(await verifyEvidenceFile([await evidence({ v: 2 })])).toMatchObject({
      ok: false,
      reason: expect.stringContaining('not written as it was') as string,
    });
  });

  it('with one byte altered anywhere does not verify, and the place is named', async () => {
    const raw = new TextEncoder().encode(await evidence(await manifestOf()));
    await fc.assert(
      fc.asyncProperty(fc.nat(raw.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const altered = raw.slice();
        altered[at] = (altered[at] as number) ^ by;
        const verified = await verifyEvidenceFile([new TextDecoder().decode(altered)]);
        expect(verified.ok).toBe(false);
        if (!verified.ok) expect(verified.line).toBeGreaterThan(0);
      }),
      { numRuns: 1_000 },
    );
  });

  it('that was altered and sealed again is still refused: by the hashes of the entries, and by the quotes', async () => {
    const [imported, promised, place] = disclosed() as readonly [Entry, Entry, LedgerItem];
    const forged = { ...promised, edits: promised.edits.map((edit) => ({ ...edit, set: { text: 'Training for twenty' } })) } as Entry;
    expect(await verifyEvidenceFile([await evidence(await manifestOf(), [imported, forged, place])])).toMatchObject({
      ok: false,
      entry: promised.id,
      reason: 'the content does not match the id',
    });
    expect(await verifyEvidenceFile([await evidence(await manifestOf(), [promised, place, place])])).toMatchObject({ ok: false });
  });

  it('is no workspace file, and a workspace file proves nothing', async () => {
    const text = await evidence(await manifestOf());
    expect(await verifyWorkspaceFile([text.replace('throughline-evidence', 'throughline-workspace')])).toMatchObject({ ok: false });
    const lines = text.split('\n');
    expect(await verifyWorkspaceFile([lines.filter((line) => !line.startsWith('{"manifest"')).join('\n')])).toMatchObject({
      ok: false,
      reason: 'it does not say what is to be proved',
    });
  });
});
