import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleFile, SAMPLES_ARE_HERE } from '../../test/fixtures/samples';
import { messageBytes } from '../../test/fixtures/messages';
import { recordsOf } from '../records/records-from';
import type { Records } from '../records/records';
import { isRecordType, typeOf, type AnyRecord } from '../records/registry';
import { parseChange } from '../records/parse';
import { viewRecord } from '../records/view';
import type { Command } from '../ledger/command';
import type { Json } from '../ledger/entry';
import { commandsOf, filesOf } from './commands';
import { NO_CHOICES, type ImportChoices, type ImportFile } from './import-plan';
import { importedFrom } from './imported';
import { planImport } from './plan';
import { readImportFile } from './read-file';

const COMPANIES =
  'Record ID,Company name,Website URL,Company owner\n9001,Northwind Foods,https://www.northwind.example/,Ana Ruiz\n9002,Contoso Ltd,,\n';
const CONTACTS = 'Record ID,First Name,Last Name,Email,Associated Company IDs\n8001,Priya,Nair,Priya@Northwind.example ,9001\n';
const DEALS =
  'Record ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Deal owner,Associated Company IDs,Associated Contact IDs\n' +
  '7001,Website relaunch,Closed Won,Projects,48000,2026-06-12 00:00,Ana Ruiz,9001,8001\n' +
  '7002,Data platform,Contract Sent,Projects,"125,000.50",31/12/2026,Ana Ruiz,9001;9002,\n';

const csv = (name: string, text: string): ImportFile => ({ name, bytes: new TextEncoder().encode(text) });
const EMPTY = recordsOf([]);
const TODAY = '2026-11-22';

async function plan(files: readonly ImportFile[], records: Records = EMPTY, choices: Partial<ImportChoices> = {}) {
  const read = await Promise.all(files.map(readImportFile));
  return planImport({ files: read, records, choices: { ...NO_CHOICES, ...choices }, today: TODAY });
}

/** The records after commands, as the fold would have them; every change must pass the door of `commit`. */
function after(records: Records, commands: readonly Command[]): Records {
  const stored = new Map<string, Record<string, Json>>();
  for (const view of allOf(records)) stored.set(view.id, storedOf(view));
  for (const change of commands.flatMap(({ changes }) => changes)) {
    const parsed = parseChange(change, stored.has(change.record) ? 'edit' : 'create');
    if (!parsed.ok) throw new Error(`${change.record}: ${JSON.stringify(parsed.error)}`);
    stored.set(change.record, { ...stored.get(change.record), ...parsed.value.set });
  }
  return recordsOf([...stored].map(([id, values]) => viewRecord({ id: id as never, values }) as AnyRecord));
}

const TYPES = ['account', 'contact', 'deal', 'moment', 'person', 'firmSetting', 'importedRow'] as const;
const allOf = (records: Records): readonly AnyRecord[] => TYPES.flatMap((type) => records.all(type) as readonly AnyRecord[]);

function storedOf({ id, ...values }: AnyRecord): Record<string, Json> {
  if (!isRecordType(typeOf(id) ?? '')) throw new Error(id);
  return Object.fromEntries(
    Object.entries(values as Record<string, Json>).flatMap(([field, value]) => {
      if (field === 'brought' || field === 'value' || field === 'amount') return [[field, value]];
      if (Array.isArray(value)) return value.map((member) => [`${field}/${member}`, true] as const);
      if (typeof value === 'object' && value !== null)
        return Object.entries(value).map(([key, text]) => [`${field}/${key}`, text] as const);
      return [[field, value] as const];
    }),
  );
}

async function imported(files: readonly ImportFile[], records: Records = EMPTY, choices: Partial<ImportChoices> = {}) {
  return after(records, commandsOf(await plan(files, records, choices), records));
}

const edited = (records: Records, id: string, values: Record<string, Json>): Records =>
  recordsOf(allOf(records).map((record) => (record.id === id ? ({ ...record, ...values } as AnyRecord) : record)));

const dealNamed = (records: Records, name: string) => {
  const found = records.all('deal').find((deal) => deal.name === name);
  if (!found) throw new Error(`No deal ${name}`);
  return found;
};

const ALL = [csv('deals.csv', DEALS), csv('companies.csv', COMPANIES), csv('contacts.csv', CONTACTS)];

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
    const again = await plan(ALL, records);
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
    const again = await plan([csv('deals.csv', DEALS.replace('48000', '52000')), ...ALL.slice(1)], corrected);
    expect(again.counts).toMatchObject({ create: 0, update: 1, skip: 4, conflict: 0 });
    const next = after(corrected, commandsOf(again, corrected));
    expect(next.get('deal', won.id)).toMatchObject({ name: 'Web relaunch 2026', phase: 'build', amount: { amount: 5_200_000 } });
  });

  it('asks when a field was changed by hand and in the file; ours stays until somebody chooses', async () => {
    const records = await imported(ALL);
    const won = dealNamed(records, 'Website relaunch');
    const corrected = edited(records, won.id, { amount: { amount: 5_000_000, currency: 'EUR' } });
    const files = [csv('deals.csv', DEALS.replace('48000', '52000'))];
    const again = await plan([...files, ...ALL.slice(1)], corrected);
    const row = again.files[0]?.rows[0];
    expect(row).toMatchObject({
      action: 'conflict',
      conflicts: [{ field: 'amount', base: { amount: 4_800_000 }, ours: { amount: 5_000_000 }, file: { amount: 5_200_000 } }],
    });
    expect(commandsOf(again, corrected)).toEqual([]);
    const choices = { conflicts: { [row?.conflicts[0]?.id ?? '']: 'file' as const } };
    const taken = await imported([...files, ...ALL.slice(1)], corrected, choices);
    expect(taken.get('deal', won.id)?.amount?.amount).toBe(5_200_000);
    const kept = await imported([...files, ...ALL.slice(1)], corrected, { conflicts: { [row?.conflicts[0]?.id ?? '']: 'ours' } });
    expect(kept.get('deal', won.id)?.amount?.amount).toBe(5_000_000);
    expect((await plan([...files, ...ALL.slice(1)], kept)).counts).toMatchObject({ skip: 5, conflict: 0 });
  });

  it('reports a company that is nowhere and makes the link when a later import brings it', async () => {
    const alone = await plan([csv('deals.csv', DEALS)]);
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
    const planned = await plan([csv('contacts.csv', CONTACTS), ALL[1] as ImportFile], mine);
    expect(planned.files[0]?.rows[0]).toMatchObject({
      record: 'contact:mine',
      action: 'conflict',
      conflicts: [{ field: 'name', ours: 'P. Nair', file: 'Priya Nair' }],
    });
  });

  it('shows a bad row with its line and reason, and lets the rest in', async () => {
    const notes =
      'Record ID,Activity type,Title,Body,Activity date\n401,NOTE,A,"one\ntwo",2026-04-03 15:10\n402,NOTE,B,x,not a date\n,CALL,C,y,2026-04-04\n4.03E+11,CALL,C,y,2026-04-04\n401,NOTE,D,z,2026-04-05\n';
    const planned = await plan([csv('notes.csv', notes)]);
    expect(planned.files[0]?.counts).toEqual({ create: 1, update: 0, skip: 0, conflict: 0, problem: 4 });
    expect(planned.files[0]?.problems.map(({ line, reason }) => [line, reason])).toEqual([
      [4, '“not a date” is not a date. Without one the note has no place in the story of a deal.'],
      [5, 'The row has no Record ID: a second import could not tell which record it is.'],
      [6, 'A spreadsheet has shortened the Record ID to “4.03E+11”, so its digits are lost. Export it again.'],
      [7, 'Record ID 401 stands on line 2 already; that row comes in, this one does not.'],
    ]);
  });

  it('keeps ids beyond 2^53 as they are', async () => {
    const records = await imported([csv('c.csv', 'Record ID,Company name\n90071992547409931,A\n90071992547409932,B\n')]);
    expect(
      records
        .all('account')
        .map(({ externalIds }) => externalIds['hubspot'])
        .toSorted(),
    ).toEqual(['90071992547409931', '90071992547409932']);
  });

  it('asks whether a date is day first only where the column leaves it open, and remembers the answer', async () => {
    const open = [csv('deals.csv', 'Deal ID,Deal Name,Deal Stage,Close Date\n1,A,Contract Sent,03/04/2026\n')];
    const [question] = (await plan(open)).questions.filter(({ kind }) => kind === 'date order');
    expect(question).toMatchObject({ text: 'Is 03/04/2026 written day first or month first?', answer: 'day first', basis: 'assumed' });
    const records = await imported(open, EMPTY, { answers: { [question?.id ?? '']: 'month first' } });
    expect(dealNamed(records, 'A').expectedClose).toBe('2026-03-04');
    expect((await plan(open, records)).questions.find(({ kind }) => kind === 'date order')).toMatchObject({
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
    const first = await plan(files);
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
    const again = await plan(files, records);
    expect(again.questions.every(({ basis }) => basis === 'remembered')).toBe(true);
    expect(commandsOf(again, records)).toEqual([]);
  });

  it('does not touch a note that was imported: it is evidence, and says when the source changed it', async () => {
    const note = (body: string) => [csv('n.csv', `Record ID,Activity type,Title,Body,Activity date\n1,NOTE,T,${body},2026-04-03\n`)];
    const records = await imported(note('no access'));
    const again = await plan(note('full access'), records);
    expect(again.files[0]?.rows[0]).toMatchObject({
      action: 'skip',
      problems: [{ line: 2, effect: 'check', reason: expect.stringContaining('Text has changed in HubSpot since') }],
    });
    expect(records.all('moment')[0]?.body).toBe('no access');
  });

  it('reads columns by name in both spellings and lets a person choose another', async () => {
    const files = [csv('d.csv', 'Budget,Deal ID,DEAL_NAME,Deal Owner,Deal Stage\n"1.000,00 €",1,A,Ana Ruiz,closedwon\n')];
    const bare = await plan(files);
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
  });

  it('names a file that it cannot read instead of failing', async () => {
    const planned = await plan([
      csv('jira.csv', 'Summary,Issue key\nx,ENG-1\n'),
      csv('empty.csv', ''),
      { name: 'x.bin', bytes: Uint8Array.from([0, 1, 2]) },
    ]);
    expect(planned.files.map(({ source, problems }) => [source, problems[0]?.reason])).toEqual([
      ['unknown', expect.stringContaining('This is a Jira export.')],
      ['unknown', 'The file is empty.'],
      ['unknown', 'This is neither a table in text form nor a message.'],
    ]);
  });

  it('of 10,000 deals is a handful of commands, each small enough for one entry', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => `${index},Deal ${index},Contract Sent,P,${index},2026-06-12`);
    const began = performance.now();
    const planned = await plan([csv('d.csv', `Deal ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date\n${rows.join('\n')}\n`)]);
    const commands = commandsOf(planned, EMPTY);
    expect(planned.counts.create).toBe(10_000);
    expect(commands.every(({ changes }) => changes.length <= 500 && JSON.stringify(changes).length < 128 * 1024)).toBe(true);
    expect(commands.length).toBeLessThan(100);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

describe('an import of mail', () => {
  const mail = (name: string, headers: Record<string, string>, body?: string) => ({
    name,
    bytes: messageBytes(
      { From: 'Priya Nair <priya@northwind.example>', To: 'ana@firm.example', Date: 'Fri, 3 Apr 2026 15:10:00 +0000', ...headers },
      body,
    ),
  });
  const first = mail('1.eml', { Subject: 'Billing', 'Message-ID': '<a@x>' });
  const reply = mail('2.eml', { Subject: 'Re: Billing', 'Message-ID': '<b@x>', References: '<a@x>' });

  it('keeps the raw bytes and matches people by address, and files nothing by itself', async () => {
    const records = await imported(ALL);
    const planned = await plan([first], records);
    expect(filesOf(planned)).toEqual([
      { id: expect.stringMatching(/^file:[0-9a-f]{64}$/), name: '1.eml', type: 'message/rfc822', bytes: first.bytes },
    ]);
    expect(planned.files[0]?.mail?.suggestions[0]).toEqual({
      deal: dealNamed(records, 'Website relaunch').id,
      reason: 'Priya Nair is a buyer of this deal.',
      strength: 'strong',
    });
    const next = after(records, commandsOf(planned, records));
    const [moment] = next.all('moment');
    expect(moment).toMatchObject({
      kind: 'e-mail',
      at: '2026-04-03T15:10:00.000Z',
      from: 'Priya Nair <priya@northwind.example>',
      subject: 'Billing',
      thread: 'a@x',
    });
    expect(moment?.deal).toBeUndefined();
    expect(moment?.contacts.map((id) => next.get('contact', id)?.name)).toEqual(['Priya Nair']);
  });

  it('finds contacts that come in with the same import', async () => {
    const records = await imported([first, ...ALL]);
    expect(records.all('moment')[0]?.contacts.length).toBe(1);
  });

  it('suggests the deal of the thread once one of its messages is filed', async () => {
    const records = await imported(ALL);
    const deal = dealNamed(records, 'Data platform').id;
    const together = await plan([first, reply], records, { deals: { '1.eml': deal } });
    expect(together.files[1]?.mail?.suggestions[0]).toEqual({
      deal,
      reason: 'Another message of this thread is filed here.',
      strength: 'strong',
    });
    const filed = after(records, commandsOf(together, records));
    expect(filed.all('moment').map((moment) => moment.deal)).toContain(deal);
    expect((await plan([reply], filed)).files[0]?.mail?.suggestions[0]?.deal).toBe(deal);
  });

  it('says of a suggestion by domain that it is weak', async () => {
    const records = await imported(ALL);
    const planned = await plan(
      [mail('3.eml', { From: 'Somebody <new@northwind.example>', Subject: 'Hi', 'Message-ID': '<c@x>' })],
      records,
    );
    const suggestions = planned.files[0]?.mail?.suggestions ?? [];
    expect(suggestions.length).toBe(2);
    expect(suggestions.every(({ strength, reason }) => strength === 'weak' && reason.includes('the domain of the client'))).toBe(true);
    expect(planned.files[0]?.mail?.proposals).toContainEqual({
      name: 'Somebody',
      email: 'new@northwind.example',
      account: expect.stringMatching(/^account:/),
    });
    const taken = await imported([mail('3.eml', { From: 'Somebody <new@northwind.example>', Subject: 'Hi' })], records, {
      newContacts: ['new@northwind.example'],
    });
    expect(taken.all('moment')[0]?.contacts.map((id) => taken.get('contact', id)?.email)).toEqual(['new@northwind.example']);
  });

  it('makes one moment of equal bytes, and keeps a variant with the same Message-ID', async () => {
    const variant = mail('v.eml', { Subject: 'Billing', 'Message-ID': '<a@x>' }, 'With a footer.');
    const planned = await plan([first, { ...first, name: 'copy.eml' }, variant]);
    expect(planned.files.map(({ rows, problems }) => [rows[0]?.action, problems.length])).toEqual([
      ['create', 1],
      ['skip', 0],
      ['create', 1],
    ]);
    const records = after(EMPTY, commandsOf(planned, EMPTY));
    expect((await plan([first, variant], records)).counts).toMatchObject({ create: 0, skip: 2 });
  });
});

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
          expect((await plan(files, records)).counts).toMatchObject({ create: 0, update: 0, conflict: 0 });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('random bytes under any name are planned or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('a.csv', 'a.eml', 'a.msg', 'a'), async (bytes, name) => {
        const planned = await plan([{ name, bytes }]);
        expect(planned.files.length).toBe(1);
        after(EMPTY, commandsOf(planned, EMPTY));
      }),
      { numRuns: 300 },
    );
  });
});

describe.runIf(SAMPLES_ARE_HERE)('the sample exports', () => {
  const hubspot = ['companies', 'contacts', 'deals'].map((noun) => `hubspot-crm-exports-all-${noun}-2026-09-01.csv`);
  const files = [...hubspot, 'hubspot-notes.csv'].map((name) => sampleFile('import', name));

  it('go in as ten records, with what an administrator would want to be told', async () => {
    const planned = await plan(files);
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
    const records = await imported(files);
    const won = dealNamed(records, 'Northwind - Website relaunch');
    expect(won).toMatchObject({ phase: 'kickoff', signedAt: '2026-06-12', amount: { amount: 4_800_000, currency: 'EUR' } });
    expect(dealNamed(records, 'Contoso "Phase 2", rollout').phase).toBe('scoping');
    const corrected = edited(records, won.id, { name: 'Relaunch' });
    const again = await plan(files, corrected);
    expect(again.counts).toMatchObject({ create: 0, update: 0, skip: 10, conflict: 0 });
    expect(commandsOf(again, corrected)).toEqual([]);
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
    const planned = await plan(names.map((name) => sampleFile('mail', name)));
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
        await plan(
          names.map((name) => sampleFile('mail', name)),
          records,
        )
      ).counts,
    ).toMatchObject({ create: 0, skip: 8 });
  });
});
