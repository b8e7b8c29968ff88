import { expect, test } from 'vitest';
import { traceOf } from '#shared/evidence/trace';
import { STAGES } from '#shared/evidence/trace-links';
import { fileText } from '#shared/exchange/file-text/file-text';
import { foldAll } from '#shared/ledger/fold';
import { sha256Hex } from '#shared/ledger/hash';
import type { Records } from '#shared/records/records';
import { recordsFrom } from '#shared/records/records-from';
import { kindOf } from '#shared/records/registry';
import type { StoredRecord } from '#shared/records/view';
import { playSampleFirm, sampleFirm } from './sample-firm';
import { sampleFiles } from './proof';

const team: Records = recordsFrom(
  foldAll(playSampleFirm(sampleFirm({ today: '2026-11-22' })).team, kindOf).records() as Iterable<StoredRecord>,
);

test('one line of the sample firm leads from the words of a call over every stage to a payment, with no end left open', () => {
  const line = team.all('scopeLine').find(({ title }) => title === 'Integrate with client’s billing system');
  const { nodes } = traceOf(line?.id ?? 'scopeLine:none', team);
  const stages = new Set(nodes.map(({ stage }) => stage));
  expect(STAGES.filter((stage) => !stages.has(stage))).toEqual(['change order']);
  expect(nodes.filter(({ open, state }) => open || state !== 'held')).toEqual([]);
});

test('a change order that was billed leads back to the mail that asked for it', () => {
  const line = team.all('invoiceLine').find(({ changeOrder }) => changeOrder !== undefined);
  const before = traceOf(line?.id ?? 'invoiceLine:none', team).nodes.filter(({ side }) => side === 'before');
  expect(before.map(({ stage }) => stage)).toEqual(['words', 'change order']);
});

test('every paper that a moment of the sample firm keeps is shipped, and has words', async () => {
  const shipped = new Map(sampleFiles().map((file) => [`file:${sha256Hex(file.bytes)}`, file]));
  const kept = team.all('moment').flatMap(({ file }) => file ?? []);
  expect(kept.toSorted()).toEqual([...shipped.keys()].toSorted());
  for (const file of shipped.values()) expect(await fileText(file)).toMatchObject([{ state: 'text' }]);
});
