import { expect, test } from 'vitest';
import { quoteIn, verifyEvidenceFile, type EvidenceManifest } from '#shared/evidence/evidence-file';
import { createRecord, together } from '#shared/records/write';
import { openMemoryWorkspace } from './memory-workspace';

const moment = 'moment:01J0000000000000000000000M' as const;
const stranger = 'moment:01J0000000000000000000000S' as const;
const WORDS = 'we will train twelve people';

async function firmWithEvidence() {
  const said = (id: typeof moment | typeof stranger, body: string) =>
    createRecord('moment', id, { kind: 'e-mail', at: '2026-11-01T09:00:00.000Z', body, people: [], contacts: [] });
  const workspace = await openMemoryWorkspace({
    commands: [
      together('import.mail', [said(moment, `Dear Ana, ${WORDS}.`), said(stranger, 'Our secret price is 99,000.')]),
      createRecord('account', 'account:01J0000000000000000000000A', { name: 'Somebody Else' }),
    ],
  });
  const log = (await workspace.logs([moment])).get(moment) ?? [];
  const quote = quoteIn(log, moment, WORDS);
  if (!quote) throw new Error('the words are not there');
  const { chains } = await workspace.health();
  const manifest: EvidenceManifest = {
    v: 1,
    about: 'Was this promised?',
    madeAt: '2026-11-22T09:00:00.000Z',
    madeBy: 'Test Partner',
    quotes: [quote],
    chains: [...chains],
    pdf: { name: 'Report.pdf', sha256: '0'.repeat(64) },
  };
  const entries = log.map(({ id }) => id);
  const scope = { kind: 'evidence', entries, records: new Set([moment]), files: [], manifest } as const;
  return { workspace, chains, file: await workspace.exportFile({ ledgers: ['team'], scope }) };
}

test('evidence holds the words at issue with their proof, and not a word of another mail that came with the same import', async () => {
  const { file, chains } = await firmWithEvidence();
  const text = await file.text();
  expect(await verifyEvidenceFile([text])).toMatchObject({ ok: true, entries: 1, leftOut: 2, evidence: { quotes: [{ words: WORDS }] } });
  expect(text).not.toContain('99,000');
  expect(text).not.toContain('Somebody Else');
  expect(chains).toMatchObject([{ seq: 3, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string }]);
  expect(text).toContain(chains[0]?.hash);
});

test('evidence is not merged into a workspace: its digests would stand in the way of what they say', async () => {
  const { file } = await firmWithEvidence();
  const other = await openMemoryWorkspace({ seed: 2 });
  const merged = await other.mergeFile(file);
  expect(merged).toMatchObject({ ok: false, error: { kind: 'invalid', message: expect.stringContaining('evidence file') as string } });
  expect(other.records.get('moment', moment)).toBeUndefined();
});
