import { describe, expect, it } from 'vitest';
import { after, ALL, allOf, CONTACTS, csv, dealNamed, DEALS, edited, EMPTY, imported, planOf } from '../../test/fixtures/imports';
import { recordsOf } from '../records/records-from';
import type { AnyRecord } from '../records/registry';
import { commandsOf } from './commands';
import type { ImportFile } from './import-plan';
import { importedFrom } from './imported';

describe('an import from HubSpot', () => {
  it('makes deals with their account, buyers, owner and exact amounts, whatever the order of the files', async () => {
    const records = await imported(ALL);
    const won = dealNamed(records, 'Website relaunch');
    expect(won).toMatchObject({
      phase: 'kickoff',
      signedAt: '2026-06-12',
      amount: { amount: 4_800_000, currency: 'EUR' },
      externalIds: { hubspot: '7001' },
    });
    expect(records.get('account', won.account)).toMatchObject({ name: 'Northwind Foods', domain: 'northwind.example' });
    expect(won.buyers.map((id) => records.get('contact', id))).toMatchObject([{ name: 'Priya Nair', email: 'priya@northwind.example' }]);
    expect(records.get('person', won.ae)).toMatchObject({ name: 'Ana Ruiz', roles: ['AE'] });
    expect(dealNamed(records, 'Data platform')).toMatchObject({
      phase: 'negotiation',
      expectedClose: '2026-12-31',
      amount: { amount: 12_500_050 },
    });
  });

  it('brings a closed won deal in as signed, its date marked as imported', async () => {
    const records = await imported(ALL);
    const won = dealNamed(records, 'Website relaunch');
    expect(importedFrom(records, won.id)).toMatchObject({ source: 'hubspot-deals', externalId: '7001' });
    expect(importedFrom(records, won.id)?.fields.has('signedAt')).toBe(true);
    expect(importedFrom(edited(records, won.id, { signedAt: '2026-06-15' }), won.id)?.fields.has('signedAt')).toBe(false);
  });

  it('takes the first company and lists the others', async () => {
    const records = await imported(ALL);
    const platform = dealNamed(records, 'Data platform');
    const [northwind, contoso] = ['Northwind Foods', 'Contoso Ltd'].map(
      (name) => records.all('account').find((account) => account.name === name)?.id,
    );
    expect(platform.account).toBe(northwind);
    expect(importedFrom(records, platform.id)?.otherAccounts).toEqual([contoso]);
  });

  it('of the same files again changes nothing: not one command', async () => {
    const records = await imported(ALL);
    const again = await planOf(ALL, records);
    expect(again.counts).toEqual({ create: 0, update: 0, skip: 5, conflict: 0, problem: 0 });
    expect(commandsOf(again, records)).toEqual([]);
  });

  it('on two laptops makes the same records with the same values, in any order of files', async () => {
    const [one, other] = [await imported(ALL), await imported([...ALL].reverse())];
    expect(allOf(other)).toEqual(allOf(one));
  });

  it('leaves a value that was corrected by hand alone, and still takes what the file changed', async () => {
    const records = await imported(ALL);
    const won = dealNamed(records, 'Website relaunch');
    const corrected = edited(records, won.id, { name: 'Web relaunch 2026', phase: 'build' });
    const again = await planOf([csv('deals.csv', DEALS.replace('48000', '52000')), ...ALL.slice(1)], corrected);
    expect(again.counts).toMatchObject({ create: 0, update: 1, skip: 4, conflict: 0 });
    const next = after(corrected, commandsOf(again, corrected));
    expect(next.get('deal', won.id)).toMatchObject({ name: 'Web relaunch 2026', phase: 'build', amount: { amount: 5_200_000 } });
  });

  it('asks when a field was changed by hand and in the file; ours stays until somebody chooses', async () => {
    const records = await imported(ALL);
    const won = dealNamed(records, 'Website relaunch');
    const corrected = edited(records, won.id, { amount: { amount: 5_000_000, currency: 'EUR' } });
    const files = [csv('deals.csv', DEALS.replace('48000', '52000'))];
    const again = await planOf([...files, ...ALL.slice(1)], corrected);
    const row = again.files[0]?.rows[0];
    expect(row).toMatchObject({
      action: 'conflict',
      conflicts: [{ field: 'amount', base: { amount: 4_800_000 }, ours: { amount: 5_000_000 }, file: { amount: 5_200_000 } }],
    });
    // Only what the CRM says is kept, beside ours.
    expect(commandsOf(again, corrected).flatMap(({ changes }) => changes.map(({ set }) => set))).toEqual([
      { value: { amount: 5_200_000, currency: 'EUR' } },
    ]);
    const choices = { conflicts: { [row?.conflicts[0]?.id ?? '']: 'file' as const } };
    const decided = (await planOf([...files, ...ALL.slice(1)], corrected, choices)).files[0]?.rows[0];
    expect(decided).toMatchObject({ action: 'update', conflicts: [{ field: 'amount', choice: 'file' }], changes: [{ field: 'amount' }] });
    const taken = await imported([...files, ...ALL.slice(1)], corrected, choices);
    expect(taken.get('deal', won.id)?.amount?.amount).toBe(5_200_000);
    const kept = await imported([...files, ...ALL.slice(1)], corrected, { conflicts: { [row?.conflicts[0]?.id ?? '']: 'ours' } });
    expect(kept.get('deal', won.id)?.amount?.amount).toBe(5_000_000);
    expect((await planOf([...files, ...ALL.slice(1)], kept)).counts).toMatchObject({ skip: 5, conflict: 0 });
  });

  it('reports a company that is nowhere and makes the link when a later import brings it', async () => {
    const alone = await planOf([csv('deals.csv', DEALS)]);
    expect(alone.counts.create).toBe(2);
    expect(alone.files[0]?.problems).toContainEqual({
      line: 2,
      reason: 'Company 9001 is neither in these files nor in the workspace. Bring it in together with this file, and the link is made.',
      column: 'Associated Company IDs',
      value: '9001',
      effect: 'value left out',
    });
    const records = after(EMPTY, commandsOf(alone, EMPTY));
    expect(dealNamed(records, 'Website relaunch').account).toBeUndefined();
    const complete = await imported(ALL, records);
    expect(complete.get('account', dealNamed(complete, 'Website relaunch').account)?.name).toBe('Northwind Foods');
  });

  it('keeps buyers that were added by hand when the source adds another', async () => {
    const records = await imported(ALL);
    const won = dealNamed(records, 'Website relaunch');
    const corrected = edited(records, won.id, { buyers: [...won.buyers, 'contact:by-hand'] });
    const more = [
      csv('deals.csv', DEALS.replace('9001,8001', '9001,8001;8002')),
      ALL[1] as ImportFile,
      csv('contacts.csv', `${CONTACTS}8002,Tom,Ode,,9001\n`),
    ];
    const next = await imported(more, corrected);
    expect(next.get('deal', won.id)?.buyers.length).toBe(3);
  });

  it('links a contact of ours with the same address instead of making a second one', async () => {
    const mine = recordsOf([
      { id: 'contact:mine', name: 'P. Nair', email: 'priya@northwind.example', externalIds: {} } as unknown as AnyRecord,
    ]);
    const planned = await planOf([csv('contacts.csv', CONTACTS), ALL[1] as ImportFile], mine);
    expect(planned.files[0]?.rows[0]).toMatchObject({
      record: 'contact:mine',
      action: 'conflict',
      conflicts: [{ field: 'name', ours: 'P. Nair', file: 'Priya Nair' }],
    });
  });

  it('shows a bad row with its line and reason, and lets the rest in', async () => {
    const notes =
      'Record ID,Activity type,Title,Body,Activity date\n401,NOTE,A,"one\ntwo",2026-04-03 15:10\n402,NOTE,B,x,not a date\n,CALL,C,y,2026-04-04\n4.03E+11,CALL,C,y,2026-04-04\n401,NOTE,D,z,2026-04-05\n';
    const planned = await planOf([csv('notes.csv', notes)]);
    expect(planned.files[0]?.counts).toEqual({ create: 1, update: 0, skip: 0, conflict: 0, problem: 4 });
    expect(planned.files[0]?.problems.map(({ line, reason }) => [line, reason])).toEqual([
      [4, '“not a date” is not a date. Without one the note has no place in the story of a deal.'],
      [5, 'The row has no Record ID: a second import could not tell which record it is.'],
      [6, 'A spreadsheet has shortened the Record ID to “4.03E+11”, so its digits are lost. Export it again.'],
      [7, 'Record ID 401 stands on line 2 already; that row comes in, this one does not.'],
    ]);
  });

  it('takes a stage called “constructor” for a word', async () => {
    const records = await imported([csv('d.csv', 'Deal ID,Deal Name,Deal Stage,constructor\n1,A,constructor,__proto__\n')]);
    expect(dealNamed(records, 'A').phase).toBe('discovery');
  });

  it('keeps ids beyond 2^53 as they are', async () => {
    const records = await imported([csv('c.csv', 'Record ID,Company name\n90071992547409931,A\n90071992547409932,B\n')]);
    expect(new Set(records.all('account').map(({ externalIds }) => externalIds['hubspot']))).toEqual(
      new Set(['90071992547409931', '90071992547409932']),
    );
  });

  it('asks whether a date is day first only where the column leaves it open, and remembers the answer', async () => {
    const open = [csv('deals.csv', 'Deal ID,Deal Name,Deal Stage,Close Date\n1,A,Contract Sent,03/04/2026\n')];
    const [question] = (await planOf(open)).questions.filter(({ kind }) => kind === 'date order');
    expect(question).toMatchObject({ text: 'Is 03/04/2026 written day first or month first?', answer: 'day first', basis: 'assumed' });
    const records = await imported(open, EMPTY, { answers: { [question?.id ?? '']: 'month first' } });
    expect(dealNamed(records, 'A').expectedClose).toBe('2026-03-04');
    expect((await planOf(open, records)).questions.find(({ kind }) => kind === 'date order')).toMatchObject({
      answer: 'month first',
      basis: 'remembered',
    });
  });

  it('asks once what a stage, an owner and the currency mean, and remembers it for the firm', async () => {
    const files = [
      csv(
        'deals.csv',
        'Deal ID,Deal Name,Deal Stage,Pipeline,Amount,Deal Owner\n1,A,Handshake,P,100,Former Employee\n2,B,Handshake,P,200,12345\n',
      ),
    ];
    const first = await planOf(files);
    expect(first.questions.map(({ kind, value, basis }) => [kind, value, basis])).toEqual([
      ['stage', 'Handshake', 'assumed'],
      ['owner', 'Former Employee', 'assumed'],
      ['owner', '12345', 'assumed'],
      ['currency', '', 'assumed'],
    ]);
    const answers = Object.fromEntries(
      first.questions.map(({ id, kind, answer }) => [id, kind === 'stage' ? 'proposal' : kind === 'currency' ? 'USD' : answer]),
    );
    const records = await imported(files, EMPTY, { answers });
    expect(dealNamed(records, 'A')).toMatchObject({ phase: 'proposal', amount: { amount: 10_000, currency: 'USD' } });
    expect(dealNamed(records, 'B').ae).toBeUndefined();
    expect(first.files[0]?.problems).toContainEqual(
      expect.objectContaining({ line: 3, reason: '“12345” is none of our people, so nobody is named.' }),
    );
    const again = await planOf(files, records);
    expect(again.questions.every(({ basis }) => basis === 'remembered')).toBe(true);
    expect(commandsOf(again, records)).toEqual([]);
  });

  it('asks again about an owner who was left open because people may not be added', async () => {
    const files = [csv('companies.csv', 'Record ID,Company name,Company owner\n1,Tailspin Toys,Nobody Knows\n')];
    const first = await planOf(files, EMPTY, { newPeople: false });
    expect(first.questions[0]).toMatchObject({ answer: 'nobody', basis: 'assumed', options: [{ value: 'nobody' }] });
    const records = await imported(files, EMPTY, { newPeople: false });
    expect((await planOf(files, records)).questions[0]).toMatchObject({ answer: 'new', basis: 'assumed' });
  });

  it('does not touch a note that was imported: it is evidence, and says when the source changed it', async () => {
    const note = (body: string) => [csv('n.csv', `Record ID,Activity type,Title,Body,Activity date\n1,NOTE,T,${body},2026-04-03\n`)];
    const records = await imported(note('no access'));
    const again = await planOf(note('full access'), records);
    expect(again.files[0]?.rows[0]).toMatchObject({
      action: 'skip',
      problems: [{ line: 2, effect: 'check', reason: expect.stringContaining('Text has changed in HubSpot since') }],
    });
    expect(records.all('moment')[0]?.body).toBe('no access');
  });

  it('reads columns by name in both spellings and lets a person choose another', async () => {
    const files = [csv('d.csv', 'Budget,Deal ID,DEAL_NAME,Deal Owner,Deal Stage\n"1.000,00 €",1,A,Ana Ruiz,closedwon\n')];
    const bare = await planOf(files);
    expect(bare.files[0]?.columns.map(({ header, role }) => [header, role])).toEqual([
      ['Budget', ''],
      ['Deal ID', 'id'],
      ['DEAL_NAME', 'name'],
      ['Deal Owner', 'owner'],
      ['Deal Stage', 'stage'],
    ]);
    const records = await imported(files, EMPTY, { columns: { 'd.csv': { Budget: 'amount', 'Deal Owner': '' } } });
    expect(dealNamed(records, 'A')).toMatchObject({ amount: { amount: 100_000, currency: 'EUR' }, phase: 'kickoff' });
    expect(dealNamed(records, 'A').ae).toBeUndefined();
    const next = await planOf([{ ...files[0]!, name: 'next month.csv' }], records);
    expect(next.files[0]?.columns.filter(({ role }) => role === 'amount' || role === 'owner')).toMatchObject([{ header: 'Budget' }]);
    expect(commandsOf(next, records)).toEqual([]);
  });

  it('names a file that it cannot read instead of failing', async () => {
    const planned = await planOf([csv('empty.csv', ''), { name: 'x.bin', bytes: Uint8Array.from([0, 1, 2]) }]);
    expect(planned.files.map(({ source, problems }) => [source, problems[0]?.reason])).toEqual([
      ['unknown', 'The file is empty.'],
      ['unknown', 'This is neither a table in text form nor a message.'],
    ]);
  });

  it('of 10,000 deals is a handful of commands, each small enough for one entry', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => `${index},Deal ${index},Contract Sent,P,${index},2026-06-12`);
    const began = performance.now();
    const planned = await planOf([csv('d.csv', `Deal ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date\n${rows.join('\n')}\n`)]);
    const commands = commandsOf(planned, EMPTY);
    expect(planned.counts.create).toBe(10_000);
    expect(commands.every(({ changes }) => changes.length <= 500 && JSON.stringify(changes).length < 128 * 1024)).toBe(true);
    expect(commands.length).toBeLessThan(100);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
