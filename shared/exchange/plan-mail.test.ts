import { describe, expect, it } from 'vitest';
import { after, ALL, dealNamed, EMPTY, imported, planOf } from '../../test/fixtures/imports';
import { messageBytes } from '../../test/fixtures/messages';
import { commandsOf, filesOf } from './commands';

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
    const planned = await planOf([first], records);
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
    const together = await planOf([first, reply], records, { deals: { '1.eml': deal } });
    expect(together.files[1]?.mail?.suggestions[0]).toEqual({
      deal,
      reason: 'Another message of this thread is filed here.',
      strength: 'strong',
    });
    const filed = after(records, commandsOf(together, records));
    expect(filed.all('moment').map((moment) => moment.deal)).toContain(deal);
    expect((await planOf([reply], filed)).files[0]?.mail?.suggestions[0]?.deal).toBe(deal);
  });

  it('says of a suggestion by domain that it is weak', async () => {
    const records = await imported(ALL);
    const planned = await planOf(
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
    const planned = await planOf([first, { ...first, name: 'copy.eml' }, variant]);
    expect(planned.files.map(({ rows, problems }) => [rows[0]?.action, problems.length])).toEqual([
      ['create', 1],
      ['skip', 0],
      ['create', 1],
    ]);
    const records = after(EMPTY, commandsOf(planned, EMPTY));
    expect((await planOf([first, variant], records)).counts).toMatchObject({ create: 0, skip: 2 });
  });
});
