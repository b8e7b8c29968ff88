import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL, csv, DEALS, planOf } from '../../test/fixtures/imports';
import { messageBytes } from '../../test/fixtures/messages';
import { appendEntries, type ChainTip } from '../ledger/chain';
import type { Command } from '../ledger/command';
import type { Entry } from '../ledger/entry';
import { Fold, foldAll } from '../ledger/fold';
import { planUndo } from '../ledger/undo';
import type { Records } from '../records/records';
import { recordsFrom } from '../records/records-from';
import { kindOf } from '../records/registry';
import { archiveRecord } from '../records/write';
import { commandsOf } from './commands';
import type { ImportChoices, ImportFile } from './import-plan';

/** One laptop with its own chain. */
class Laptop {
  readonly fold = new Fold(kindOf);
  readonly entries: Entry[] = [];
  private tip: ChainTip | undefined;
  private readonly device: string;
  private readonly now: number;

  constructor(device: string, now: number) {
    this.device = device;
    this.now = now;
  }

  get records(): Records {
    return recordsFrom(this.fold.records());
  }

  async import(files: readonly ImportFile[], choices: Partial<ImportChoices> = {}): Promise<readonly Entry[]> {
    return this.commit(commandsOf(await planOf(files, this.records, choices), this.records));
  }

  undo(entries: readonly Entry[]): void {
    const [first, ...rest] = entries;
    if (!first) throw new Error('Nothing to undo');
    const logs = new Map(
      [...this.fold.records()].map(({ id }) => [id, this.entries.filter(({ edits }) => edits.some(({ record }) => record === id))]),
    );
    const { command } = planUndo([first, ...rest], this.fold, logs, kindOf);
    if (command) this.commit([command]);
  }

  commit(commands: readonly Command[]): readonly Entry[] {
    const { device, now, fold } = this;
    const random = (count: number) => new Uint8Array(count).fill(Number.parseInt(device.slice(-2), 16));
    const added: Entry[] = [];
    for (const command of commands) {
      const made = appendEntries(this.tip, command, { device, by: 'person:ana', now, random, fold });
      if (!made.ok) throw new Error(made.error.message);
      fold.add(made.value.entries);
      added.push(...made.value.entries);
      this.tip = made.value.tip;
    }
    this.entries.push(...added);
    return added;
  }
}

/** What a laptop writes that imports `files` into an empty workspace, on its own. */
const laptop = (device: string, files: readonly ImportFile[], now: number): Promise<readonly Entry[]> =>
  new Laptop(device, now).import(files);

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
      // Of the deal, and of what is kept of the CRM beside it.
    ).toEqual(['amount', 'value']);
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

describe('an import that is undone', () => {
  const living = (records: Records) =>
    (['account', 'contact', 'deal', 'moment', 'person', 'importedRow', 'firmSetting'] as const).flatMap((type) =>
      records.all(type).map(({ id }) => id),
    );

  it('and made again brings everything back as it was', async () => {
    const one = new Laptop(A, 1_700_000_000_000);
    const first = await one.import([...ALL, mail]);
    const before = living(one.records);
    one.undo(first);
    expect(living(one.records)).toEqual([]);
    const plan = await planOf([...ALL, mail], one.records);
    expect(plan.counts).toMatchObject({ create: 6, update: 0, skip: 0, conflict: 0 });
    await one.import([...ALL, mail]);
    expect(living(one.records)).toEqual(before);
    expect((await planOf([...ALL, mail], one.records)).counts).toMatchObject({ create: 0, skip: 6 });
    expect(await one.import([...ALL, mail])).toEqual([]);
  });

  it('is asked again what nobody remembers any more', async () => {
    const one = new Laptop(A, 1_700_000_000_000);
    one.undo(await one.import(ALL, { answers: { 'hubspot.currency': 'USD' } }));
    expect((await planOf(ALL, one.records)).questions.find(({ kind }) => kind === 'currency')?.basis).toBe('assumed');
    await one.import(ALL, { answers: { 'hubspot.currency': 'GBP' } });
    expect(new Set(one.records.all('deal').map(({ amount }) => amount?.currency))).toEqual(new Set(['GBP']));
  });

  it('differs from a record that was archived by hand: that one stays away', async () => {
    const one = new Laptop(A, 1_700_000_000_000);
    await one.import([...ALL, mail]);
    const [deal] = one.records.all('deal');
    const [moment] = one.records.all('moment');
    if (!deal || !moment) throw new Error('Nothing came in');
    one.commit([archiveRecord(deal), archiveRecord(moment)]);
    const { counts } = await planOf([...ALL, mail], one.records);
    expect(counts).toMatchObject({ create: 0, update: 0, skip: 6 });
    expect(await one.import([...ALL, mail])).toEqual([]);
  });
});

describe('invoices and hours on a real ledger', () => {
  const xero = (status: string) =>
    csv(
      'xero.csv',
      `ContactName,InvoiceNumber,InvoiceDate,DueDate,Total,InvoiceAmountPaid,Description,LineAmount,TrackingName1,TrackingOption1,Currency,Type,Status\n` +
        `Northwind Foods,INV-1,2026-06-30,2026-07-30,100,40,Work,100,Project,Website relaunch,EUR,Sales invoice,${status}\n`,
    );
  const harvest = csv(
    'harvest.csv',
    'Date,Client,Project,Task,Notes,Hours,First Name,Last Name\n2026-07-01,Northwind Foods,Website relaunch,Build,,2,Ana,Ruiz\n',
  );
  const living = ({ records }: Laptop) =>
    (['invoice', 'invoiceLine', 'payment', 'timeEntry'] as const).map((type) => records.all(type).length);

  it('what is voided is put away and comes back when it is issued again, and each of the three steps is done once', async () => {
    const one = new Laptop(A, 1_700_000_000_000);
    await one.import(ALL);
    const steps: (readonly number[])[] = [];
    for (const status of ['Awaiting Payment', 'Voided', 'Paid']) {
      await one.import([xero(status)]);
      steps.push(living(one));
      expect(await one.import([xero(status)])).toEqual([]);
    }
    expect(steps).toEqual([
      [1, 1, 1, 0],
      [0, 0, 0, 0],
      [1, 1, 1, 0],
    ]);
  });

  it('one undo takes invoices, payments, hours and figures back, and the same files bring them again', async () => {
    const one = new Laptop(A, 1_700_000_000_000);
    await one.import(ALL);
    const figures = one.records.all('externalFigure').length;
    const written = await one.import([xero('Paid'), harvest]);
    expect([living(one), one.records.all('externalFigure').length]).toEqual([[1, 1, 1, 1], figures + 3]);
    one.undo(written);
    expect([living(one), one.records.all('externalFigure').length]).toEqual([[0, 0, 0, 0], figures]);
    await one.import([xero('Paid'), harvest]);
    expect([living(one), one.records.all('externalFigure').length]).toEqual([[1, 1, 1, 1], figures + 3]);
    expect(await one.import([xero('Paid'), harvest])).toEqual([]);
  });

  it('two laptops that import the same files offline hold one set of them', async () => {
    const crm = await laptop(A, ALL, 1_700_000_000_000);
    const both = [];
    for (const device of [A, B]) {
      const one = new Laptop(device, 1_700_000_000_000);
      if (device === A) await one.import(ALL);
      else one.fold.add(crm);
      both.push(...(await one.import([xero('Paid'), harvest])));
    }
    const together = foldAll([...crm, ...both], kindOf);
    const records = recordsFrom(together.records());
    expect([records.all('invoice').length, records.all('payment').length, records.all('timeEntry').length]).toEqual([1, 1, 1]);
    expect(together.clashes()).toEqual([]);
  });
});
