import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ASANA_SHEET,
  JIRA_EXPORT,
  SALESFORCE_CONTACTS,
  SALESFORCE_EVENTS,
  SALESFORCE_OPPORTUNITIES,
  SALESFORCE_REPORT,
} from '../../test/fixtures/crm-exports';
import { after, csv, dealNamed, EMPTY, imported, planOf } from '../../test/fixtures/imports';
import { commandsOf } from './commands';

describe('whatever the files hold', () => {
  it('the planner never throws, and every change passes the door of commit', async () => {
    const header = fc.constantFrom(
      'Record ID',
      'Deal Name',
      'Deal Stage',
      'Amount',
      'Close Date',
      'Deal owner',
      'Associated Company IDs',
      'Email',
      'First Name',
      'Company name',
      'Activity type',
      'Activity date',
      'Body',
      'x',
      '__proto__',
      'constructor',
    );
    const cell = fc.oneof(
      fc.string({ maxLength: 12, unit: 'binary' }),
      fc.constantFrom(
        '1',
        '2',
        '9001;9002',
        '2026-01-02',
        '03/04/2026',
        '1.234',
        'Closed Won',
        '=1+1',
        '__proto__',
        'constructor',
        '"',
        '\n',
      ),
    );
    const row = fc.array(cell, { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.array(header, { minLength: 1, maxLength: 8 }), fc.array(row, { maxLength: 8 })), { maxLength: 3 }),
        async (tables) => {
          const files = tables.map(([headers, rows], index) =>
            csv(
              `${index}.csv`,
              [headers, ...rows].map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\n'),
            ),
          );
          const records = await imported(files);
          expect((await planOf(files, records)).counts).toMatchObject({ create: 0, update: 0, conflict: 0 });
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('an export with a piece cut out, doubled or overwritten is planned, goes in, and the second time changes nothing', async () => {
    const exports = [SALESFORCE_REPORT, SALESFORCE_OPPORTUNITIES, SALESFORCE_CONTACTS, SALESFORCE_EVENTS, JIRA_EXPORT, ASANA_SHEET];
    const before = await imported([csv('report.csv', SALESFORCE_REPORT)]);
    const deal = dealNamed(before, 'Website relaunch').id;
    const answers = { 'jira.deal/eng': deal, 'jira.deal/ops': deal };
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...exports),
        fc.array(
          fc.tuple(
            fc.nat(1500),
            fc.nat(40),
            fc.constantFrom('', ';', ',', '"', '\n', '1.234', '__proto__', '\u0000', '=1+1', '9'.repeat(40)),
          ),
          {
            minLength: 1,
            maxLength: 4,
          },
        ),
        async (text, cuts) => {
          const damaged = cuts.reduce((whole, [at, length, put]) => whole.slice(0, at) + put + whole.slice(at + length), text);
          const files = [csv('damaged.csv', damaged)];
          const records = await imported(files, before, { answers });
          expect((await planOf(files, records, { answers })).counts).toMatchObject({ create: 0, update: 0, conflict: 0 });
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('random bytes under any name are planned or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('a.csv', 'a.eml', 'a.msg', 'a'), async (bytes, name) => {
        const planned = await planOf([{ name, bytes }]);
        expect(planned.files.length).toBe(1);
        after(EMPTY, commandsOf(planned, EMPTY));
      }),
      { numRuns: 1_000 },
    );
  });
});
