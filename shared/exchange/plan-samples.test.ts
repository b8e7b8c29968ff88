import { describe, expect, it } from 'vitest';
import { after, dealNamed, edited, EMPTY, imported, planOf } from '../../test/fixtures/imports';
import { sampleFile, SAMPLES_ARE_HERE } from '../../test/fixtures/samples';
import { commandsOf } from './commands';

describe.runIf(SAMPLES_ARE_HERE)('the sample exports', () => {
  const hubspot = ['companies', 'contacts', 'deals'].map((noun) => `hubspot-crm-exports-all-${noun}-2026-09-01.csv`);
  // Read within each test: the body of a suite runs even where its tests do not.
  const exports = () => [...hubspot, 'hubspot-notes.csv'].map((name) => sampleFile('import', name));

  it('go in as ten records, with what an administrator would want to be told', async () => {
    const planned = await planOf(exports());
    expect(planned.files.map(({ source, counts }) => [source, counts])).toEqual([
      ['hubspot-companies', { create: 3, update: 0, skip: 0, conflict: 0, problem: 1 }],
      ['hubspot-contacts', { create: 3, update: 0, skip: 0, conflict: 0, problem: 2 }],
      ['hubspot-deals', { create: 3, update: 0, skip: 0, conflict: 0, problem: 1 }],
      ['hubspot-notes', { create: 1, update: 0, skip: 0, conflict: 0, problem: 1 }],
    ]);
    expect(planned.files.flatMap(({ problems }) => problems).map(({ line, effect, value }) => [line, effect, value])).toEqual([
      [4, 'check', 'contoso ltd'],
      [3, 'check', undefined],
      [3, 'value left out', '9999'],
      [3, 'check', 'Contract Sent (old stage)'],
      [4, 'row left out', 'not a date'],
    ]);
    expect(planned.questions.filter(({ basis }) => basis === 'assumed').map(({ kind, value }) => [kind, value])).toEqual([
      ['stage', 'Contract Sent (old stage)'],
      ['owner', 'Ana Ruiz'],
      ['owner', 'Someone Else'],
      ['owner', 'Former Employee'],
      ['currency', ''],
    ]);
  });

  it('go in a second time without a single change, and a correction by hand in between stays', async () => {
    const records = await imported(exports());
    const won = dealNamed(records, 'Northwind - Website relaunch');
    expect(won).toMatchObject({ phase: 'kickoff', signedAt: '2026-06-12', amount: { amount: 4_800_000, currency: 'EUR' } });
    expect(dealNamed(records, 'Contoso "Phase 2", rollout').phase).toBe('scoping');
    const corrected = edited(records, won.id, { name: 'Relaunch' });
    const again = await planOf(exports(), corrected);
    expect(again.counts).toMatchObject({ create: 0, update: 0, skip: 10, conflict: 0 });
    expect(commandsOf(again, corrected)).toEqual([]);
  });

  it('of Jira go in on the deal of their project, comments and all, and a second time not at all', async () => {
    const records = await imported(exports());
    const files = [sampleFile('import', 'jira-export.csv')];
    const choices = { answers: { 'jira.deal/eng': dealNamed(records, 'Northwind - Website relaunch').id } };
    const planned = await planOf(files, records, choices);
    expect(planned.files[0]?.rows.map(({ line, type, action }) => [line, type, action])).toEqual([
      [2, 'ticket', 'create'],
      [3, 'ticket', 'create'],
      [3, 'moment', 'create'],
      [3, 'moment', 'create'],
      [4, 'ticket', 'create'],
    ]);
    const then = await imported(files, records, choices);
    const again = await planOf(files, then);
    expect(again.counts).toMatchObject({ create: 0, update: 0, skip: 5, conflict: 0 });
    expect(commandsOf(again, then)).toEqual([]);
  });

  it('of mail are kept one by one: two pairs are variants of each other, and undated ones say so', async () => {
    const names = [
      'raw_email2.eml',
      'attachment_with_base64_encoded_name.eml',
      'attachment_message_rfc822.eml',
      'attachment_nonascii_filename.eml',
      'utf8_headers.eml',
      'raw_email_with_bad_date.eml',
      'basic_email.eml',
      'nonUnicodeCP932.msg',
    ];
    const planned = await planOf(names.map((name) => sampleFile('mail', name)));
    expect(planned.files.map(({ counts: { create, problem } }) => [create, problem])).toEqual([
      ...[1, 2, 3, 4].map(() => [1, 1]),
      [1, 1],
      [1, 1],
      [1, 0],
      [1, 1],
    ]);
    const records = after(EMPTY, commandsOf(planned, EMPTY));
    expect(
      (
        await planOf(
          names.map((name) => sampleFile('mail', name)),
          records,
        )
      ).counts,
    ).toMatchObject({ create: 0, skip: 8 });
  });
});
