import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL, csv, DEALS, EMPTY, planOf } from '../../test/fixtures/imports';
import { messageBytes } from '../../test/fixtures/messages';
import { appendEntries, type ChainTip } from '../ledger/chain';
import type { Entry } from '../ledger/entry';
import { Fold, foldAll } from '../ledger/fold';
import { recordsFrom } from '../records/records-from';
import { kindOf } from '../records/registry';
import { commandsOf } from './commands';
import type { ImportFile } from './import-plan';

/** What a laptop writes that imports `files` into an empty workspace, on its own. */
async function laptop(device: string, files: readonly ImportFile[], now: number): Promise<readonly Entry[]> {
  const fold = new Fold(kindOf);
  const entries: Entry[] = [];
  let tip: ChainTip | undefined;
  for (const command of commandsOf(await planOf(files), EMPTY)) {
    const random = (count: number) => new Uint8Array(count).fill(Number.parseInt(device.slice(-2), 16));
    const made = appendEntries(tip, command, { device, by: 'person:ana', now, random, fold });
    if (!made.ok) throw new Error(made.error.message);
    fold.add(made.value.entries);
    entries.push(...made.value.entries);
    tip = made.value.tip;
  }
  return entries;
}

const mail = {
  name: 'm.eml',
  bytes: messageBytes({ From: 'priya@northwind.example', Subject: 'Billing', Date: 'Fri, 3 Apr 2026 15:10:00 +0000' }),
};
const [A, B] = ['00000000000000a1', '00000000000000b2'];

describe('two laptops that import the same files offline', () => {
  it('have one set of records and no clash when they meet', async () => {
    const one = await laptop(A, [...ALL, mail], 1_700_000_000_000);
    const other = await laptop(B, [mail, ...ALL].toReversed(), 1_700_000_900_000);
    const together = foldAll([...one, ...other], kindOf);
    const alone = foldAll(one, kindOf);
    expect(together.clashes()).toEqual([]);
    expect([...together.records()].map(({ id }) => id).toSorted()).toEqual([...alone.records()].map(({ id }) => id).toSorted());
    for (const { id, values } of alone.records()) expect(together.get(id)?.values).toEqual(values);
  });

  it('of which one file is newer clash only where the source changed its mind', async () => {
    const newer = ALL.map((file) => (file.name === 'deals.csv' ? csv('deals.csv', DEALS.replace('48000', '52000')) : file));
    const together = foldAll([...(await laptop(A, ALL, 1_700_000_000_000)), ...(await laptop(B, newer, 1_700_000_900_000))], kindOf);
    expect(
      together
        .clashes()
        .map(({ field }) => field)
        .toSorted(),
    ).toEqual(['amount']);
    expect(recordsFrom(together.records()).all('deal').length).toBe(2);
  });

  it('have the same in whatever order the files were named', async () => {
    const reference = await laptop(A, ALL, 1_700_000_000_000);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...ALL], { minLength: ALL.length }), async (files) => {
        const together = foldAll([...reference, ...(await laptop(B, files, 1_700_000_000_000))], kindOf);
        expect(together.clashes()).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});
