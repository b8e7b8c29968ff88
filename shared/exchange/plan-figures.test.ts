import { describe, expect, it } from 'vitest';
import { ALL, csv, dealNamed, DEALS, imported, planOf } from '../../test/fixtures/imports';
import type { Records } from '../records/records';
import { commandsOf } from './commands';

const figures = (records: Records) =>
  records
    .all('externalFigure')
    .map(({ deal, system, field, value, quantity, words, asOf, file }) => [
      records.get('deal', deal)?.name,
      system,
      field,
      value?.amount ?? quantity ?? words,
      asOf,
      file,
    ])
    .toSorted();

const time = (name: string, ...rows: string[]) =>
  csv(name, `Date,Client,Project,Task,Notes,Hours,Billable?,First Name,Last Name\n${rows.join('\n')}`);
const invoices = (name: string, ...rows: string[]) =>
  csv(
    name,
    `ContactName,InvoiceNumber,InvoiceDate,DueDate,Total,InvoiceAmountPaid,Description,LineAmount,TrackingName1,TrackingOption1,Currency,Type,Status\n${rows.join('\n')}`,
  );
const RELAUNCH = 'Northwind Foods,Website relaunch';

describe('figures kept beside our own', () => {
  it('are signed value, stage and close date of a deal that the CRM holds to be won, as of the day in the name of the export, and are written once', async () => {
    const files = [csv('deals-2026-09-01.csv', DEALS), ...ALL.slice(1)];
    const records = await imported(files);
    expect(figures(records)).toEqual([
      ['Website relaunch', 'CRM', 'close date', '2026-06-12', '2026-09-01', 'deals-2026-09-01.csv'],
      ['Website relaunch', 'CRM', 'signed value', 4_800_000, '2026-09-01', 'deals-2026-09-01.csv'],
      ['Website relaunch', 'CRM', 'stage', 'kickoff', '2026-09-01', 'deals-2026-09-01.csv'],
    ]);
    const again = await planOf(files, records);
    expect([again.figures, commandsOf(again, records)]).toEqual([[], []]);
  });

  it('of a later export replace those before, and those of an older export do not', async () => {
    const records = await imported([csv('deals-2026-09-01.csv', DEALS), ...ALL.slice(1)]);
    const later = await imported([csv('deals-2026-10-01.csv', DEALS.replace('48000', '50000'))], records);
    expect(figures(later)).toContainEqual(['Website relaunch', 'CRM', 'signed value', 5_000_000, '2026-10-01', 'deals-2026-10-01.csv']);
    expect((await planOf([csv('deals-2026-08-01.csv', DEALS)], later)).figures).toEqual([]);
  });

  it('are hours over all reports of a tool: 2 h in May and 3 h in June are 5 h', async () => {
    const records = await imported(ALL);
    const may = await imported([time('may.csv', `2026-05-04,${RELAUNCH},Build,a,2,Yes,Ana,Ruiz`)], records);
    const june = await imported([time('june.csv', `2026-06-04,${RELAUNCH},Build,b,3,Yes,Ana,Ruiz`)], may);
    expect(figures(june)).toContainEqual(['Website relaunch', 'project tool', 'hours', 5, '2026-11-22', 'june.csv']);
    expect(dealNamed(june, 'Website relaunch').phase).toBe('kickoff');
  });

  it('are billed net of credit notes and paid as finance says it', async () => {
    const records = await imported(ALL);
    const done = await imported(
      [
        invoices(
          'xero.csv',
          `Northwind Foods,INV-1,2026-06-30,2026-07-30,100,60,Work,100,Project,Website relaunch,EUR,Sales invoice,Awaiting Payment`,
          `Northwind Foods,CN-1,2026-06-30,,-30,0,Goodwill,-30,Project,Website relaunch,EUR,Sales credit note,Awaiting Payment`,
        ),
      ],
      records,
    );
    expect(figures(done)).toEqual(
      expect.arrayContaining([
        ['Website relaunch', 'finance', 'billed', 7_000, '2026-11-22', 'xero.csv'],
        ['Website relaunch', 'finance', 'paid', 6_000, '2026-11-22', 'xero.csv'],
      ]),
    );
  });
});
