import { expect, test } from 'vitest';
import type { Command } from '#shared/ledger/command';
import { createRecord } from '#shared/records/write';
import { DEFAULT_TEMPLATES } from '#shared/ticket/default-templates';
import { bringTemplateBack, putTemplateAway, ticketTemplates } from '#shared/ticket/template-settings';
import { openMemoryWorkspace } from '../memory-workspace';
import type { OpenWorkspace } from '../open-workspace';
import { openTicketsOf, showableFor, ticketsOfAllDeals, ticketsOfDeal, toDecide } from './tickets';

const [ada, owen, joined] = ['person:ada', 'person:owen', 'person:ada-on-server'] as const;

const deal = (body: string, phase: 'build' | 'proposal' | 'lost' | 'on hold', more = {}): Command =>
  createRecord('deal', `deal:${body}`, { name: body, phase, ae: ada, ...more });
const ticket = (title: string, of: string, more = {}): Command =>
  createRecord('ticket', `ticket:${title.replaceAll(' ', '-')}`, {
    title,
    kind: 'scoping',
    deal: `deal:${of}`,
    status: 'open',
    owner: ada,
    ...more,
  });

const firm = (...commands: readonly Command[]): Promise<OpenWorkspace> =>
  openMemoryWorkspace({
    commands: [
      createRecord('person', ada, { name: 'Ada', roles: ['AE'], active: true }),
      createRecord('person', owen, { name: 'Owen', roles: ['partner'], active: true }),
      deal('live', 'build', { pm: owen }),
      deal('other', 'proposal', { ae: owen }),
      ...commands,
    ],
  });
const titles = (rows: readonly { readonly ticket: { readonly title: string } }[]) => rows.map((row) => row.ticket.title);

test('my work is what is open and mine, by day, on deals that somebody still works on; also from before I joined a server', async () => {
  const { records } = await firm(
    deal('gone', 'lost'),
    deal('paused', 'on hold'),
    createRecord('person', joined, { name: 'Ada B.', roles: ['AE'], active: true }),
    createRecord('person', 'person:old', { name: 'Ada of the laptop', active: true, joinedAs: joined }),
    ticket('whenever', 'live'),
    ticket('late', 'live', { due: '2026-11-01', status: 'waiting' }),
    ticket('soon', 'other', { due: '2026-11-30' }),
    ticket('done', 'live', { status: 'done' }),
    ticket('lost with it', 'gone'),
    ticket('rests', 'paused'),
    ticket('of the laptop', 'live', { owner: 'person:old' }),
    ticket('of somebody else', 'live', { owner: owen }),
  );
  expect(titles(openTicketsOf(records, ada))).toEqual(['late', 'soon', 'whenever']);
  expect(titles(openTicketsOf(records, joined))).toEqual(['of the laptop']);
  expect(titles(ticketsOfAllDeals(records))).not.toContain('lost with it');
  expect(titles(ticketsOfDeal(records, 'deal:gone'))).toEqual(['lost with it']);
});

test('hours stand beside the ticket, whoever worked them', async () => {
  const worked = (body: string, hours: number, person: typeof ada | typeof owen) =>
    createRecord('timeEntry', `timeEntry:${body}`, {
      deal: 'deal:live',
      ticket: 'ticket:one',
      person,
      hours,
      date: '2026-11-20',
      activity: 'pursuit',
    });
  const { records } = await firm(ticket('one', 'live'), worked('1', 1.5, ada), worked('2', 2.25, owen));
  expect(ticketsOfDeal(records, 'deal:live')[0]?.hours).toBe(3.75);
});

test('a change order and a reached milestone wait for who runs the deal and for partners, and not once they are decided or billed', async () => {
  const fee = { amount: 900_00, currency: 'EUR' };
  const order = (body: string, of: string, status: 'requested' | 'billed') =>
    createRecord('changeOrder', `changeOrder:${body}`, { title: body, deal: `deal:${of}`, status });
  const { records } = await firm(
    order('asked', 'live', 'requested'),
    order('settled', 'live', 'billed'),
    order('elsewhere', 'other', 'requested'),
    createRecord('milestone', 'milestone:due', { title: 'Due', deal: 'deal:live', fee }),
    createRecord('milestone', 'milestone:ready', { title: 'Ready', deal: 'deal:live', fee, reachedAt: '2026-11-20' }),
    createRecord('milestone', 'milestone:billed', { title: 'Billed', deal: 'deal:live', fee, reachedAt: '2026-11-01' }),
    createRecord('invoice', 'invoice:1', { number: '1', deal: 'deal:live', kind: 'invoice', issuedAt: '2026-11-02' }),
    createRecord('invoiceLine', 'invoiceLine:1', { invoice: 'invoice:1', net: fee, milestone: 'milestone:billed' }),
  );
  const mine = toDecide(records, ada, '2026-11-21');
  expect(mine.changeOrders.map(({ title }) => title)).toEqual(['asked']);
  expect(mine.readyToBill.map(({ title }) => title)).toEqual(['Ready']);
  expect(toDecide(records, owen, '2026-11-21').changeOrders.map(({ title }) => title)).toEqual(['asked', 'elsewhere']);
});

test('only what counts for the work is offered to be shown, of its own deal, the latest first', async () => {
  const at = '2026-11-20T10:00:00.000Z';
  const { records } = await firm(
    ticket('gather', 'live'),
    ticket('offer', 'live', { expects: 'proposal' }),
    createRecord('moment', 'moment:call', { kind: 'call', at, deal: 'deal:live' }),
    createRecord('moment', 'moment:file', { kind: 'file', at, deal: 'deal:live', subject: 'Minutes.pdf' }),
    createRecord('proposal', 'proposal:1', { deal: 'deal:live', version: 1, status: 'sent' }),
    createRecord('proposal', 'proposal:2', { deal: 'deal:live', version: 2, status: 'draft' }),
    createRecord('proposal', 'proposal:3', { deal: 'deal:other', version: 1, status: 'sent' }),
  );
  const offered = (id: 'ticket:gather' | 'ticket:offer') => {
    const found = records.get('ticket', id);
    return found ? showableFor(records, found).map((one) => one.id) : [];
  };
  expect(offered('ticket:gather')).toEqual(['proposal:2', 'proposal:1', 'moment:file']);
  expect(offered('ticket:offer')).toEqual(['proposal:2', 'proposal:1']);
});

test('a template of ours that the firm puts away is kept by the ledger, and can be offered again', async () => {
  const workspace = await firm();
  const [first] = DEFAULT_TEMPLATES;
  if (!first) throw new Error('no template');
  expect((await workspace.commit(putTemplateAway(first, workspace.records))).ok).toBe(true);
  expect(ticketTemplates(workspace.records).some(({ id }) => id === first.id)).toBe(false);
  const back = bringTemplateBack(first.id, workspace.records);
  expect(back.ok && (await workspace.commit(back.value)).ok).toBe(true);
  expect(ticketTemplates(workspace.records).some(({ id }) => id === first.id)).toBe(true);
});
