import { beforeAll, describe, expect, test } from 'vitest';
import { isSignedDeal } from '#shared/deal/phase';
import type { Json, RecordId } from '#shared/ledger/entry';
import type { Records } from '#shared/records/records';
import { recordsFrom } from '#shared/records/records-from';
import type { Ticket } from '#shared/records/registry';
import { deliverableState } from '#shared/ticket/deliverable';
import { pursuitHours } from '#shared/ticket/hours';
import { nothingUndecided } from '#shared/ticket/ticket-error';
import { isPreSaleKind, isOpenTicket } from '#shared/ticket/ticket-kind';
import { sampleFirm } from './sample-firm';
import { sampleId } from './stage';

let firm: Records;
let tickets: readonly Ticket[];

beforeAll(() => {
  const stored = new Map<RecordId, Record<string, Json>>();
  for (const { command } of sampleFirm({ today: '2026-11-22' }).scenes) {
    for (const { record, set } of command.changes) stored.set(record, { ...stored.get(record), ...set });
  }
  firm = recordsFrom([...stored].map(([id, values]) => ({ id, values })));
  tickets = firm.all('ticket').filter(({ kind }) => isPreSaleKind(kind));
}, 60_000);

describe('pre-sale work in the sample firm', () => {
  test('is done with something to show that counts, or with a reason in words', () => {
    const done = tickets.filter(({ status }) => status === 'done');
    expect(done.length).toBeGreaterThan(80);
    for (const ticket of done) {
      const ready = deliverableState(ticket, firm, nothingUndecided).kind === 'ready';
      expect(ready || Boolean(ticket.outcome), ticket.title).toBe(true);
    }
    expect(done.filter(({ deliverable }) => deliverable?.startsWith('proposal:')).length).toBeGreaterThan(15);
    expect(done.some(({ deliverable }) => deliverable?.startsWith('blueprint:'))).toBe(true);
    expect(done.filter(({ deliverableLines }) => deliverableLines.length > 1).length).toBeGreaterThan(20);
  });

  test('was laid out from a template on seven deals, with people of delivery before anything was signed', () => {
    const laidOut = tickets.filter(({ template }) => template !== undefined);
    expect(new Set(laidOut.map(({ deal }) => deal)).size).toBe(7);
    const managers = new Set(['mehmet', 'clara', 'david'].map((key) => sampleId('person', key)));
    const early = laidOut.filter(({ owner, deal }) => {
      const on = firm.get('deal', deal);
      return owner && managers.has(owner) && on && !isSignedDeal(on);
    });
    expect(early.length).toBeGreaterThanOrEqual(3);
    expect(laidOut.some(isOpenTicket)).toBe(true);
  });

  test('keeps a record of its own: questions answered and open, decisions, notes', () => {
    const asked = firm.all('question').filter(({ about }) => about?.startsWith('ticket:'));
    expect(asked.some(({ answer }) => answer)).toBe(true);
    expect(asked.filter(({ to, answer }) => to === sampleId('person', 'ruth') && !answer)).toHaveLength(2);
    expect(firm.all('decision').filter(({ ticket }) => ticket).length).toBeGreaterThanOrEqual(2);
    expect(firm.all('moment').filter(({ kind, about }) => kind === 'note' && about?.startsWith('ticket:')).length).toBeGreaterThanOrEqual(
      2,
    );
  });

  test('says what it cost in hours to win, on deals that were won and on deals that are not', () => {
    const pursued = firm.all('deal').filter(({ id }) => pursuitHours(firm, id) > 0);
    expect(pursued.filter((deal) => isSignedDeal(deal)).length).toBeGreaterThanOrEqual(4);
    expect(pursued.filter((deal) => !isSignedDeal(deal)).length).toBeGreaterThanOrEqual(10);
    for (const { id } of pursued) expect(pursuitHours(firm, id)).toBeLessThan(200);
  });
});
