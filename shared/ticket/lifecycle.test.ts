import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TICKET_STATUSES } from '../records/ticket';
import { assignTicket, closeTicket, dropTicket, moveTicket, openTicket, reopenTicket, ticketFactsNeeded } from './lifecycle';
import { a, aDeal, aPerson, aTicket, refusal, set, world } from './testing/ticket-world';
import { nothingUndecided } from './ticket-error';
import { OPEN_STATUSES } from './ticket-kind';

const nothing = world();
const close = (ticket = aTicket(), records = nothing, closing = {}) => closeTicket(ticket, closing, records, nothingUndecided);

describe('a ticket', () => {
  test('is opened with a title and a kind, and begins open', () => {
    expect(set(openTicket('ticket:9', aDeal(), { title: ' Draw it ', kind: 'blueprint design' }))).toEqual({
      title: 'Draw it',
      kind: 'blueprint design',
      status: 'open',
      deal: 'deal:1',
    });
    expect(refusal(openTicket('ticket:9', aDeal(), { title: ' ', kind: 'scoping' }))).toContain('what is to be done');
  });

  test('is no work package before the signature, though anybody may be asked a question', () => {
    expect(refusal(openTicket('ticket:9', aDeal(), { title: 'Build', kind: 'work package' }))).toContain('before the signature');
    expect(openTicket('ticket:9', aDeal(), { title: 'Which hall?', kind: 'question' }).ok).toBe(true);
    expect(openTicket('ticket:9', aDeal({ phase: 'build' }), { title: 'Build', kind: 'work package' }).ok).toBe(true);
  });

  test('that escalates says what it is about', () => {
    const signed = aDeal({ phase: 'build' });
    expect(refusal(openTicket('ticket:9', signed, { title: 'Help', kind: 'escalation' }))).toContain('about');
    expect(openTicket('ticket:9', signed, { title: 'Help', kind: 'escalation', about: 'what was sold' }).ok).toBe(true);
  });

  test('may be given to somebody of delivery long before the close, not to somebody who left', () => {
    expect(set(assignTicket(aTicket(), aPerson('mehmet')))).toEqual({ owner: 'person:mehmet' });
    expect(refusal(assignTicket(aTicket(), aPerson('gone', { active: false })))).toBe('gone has left. Choose somebody who is here.');
    expect(set(assignTicket(aTicket({ owner: 'person:mehmet' }), undefined))).toEqual({ owner: null });
  });

  test('with nothing to show for it is not done, and says what it waits for', () => {
    expect(refusal(close())).toBe(
      'Nothing is linked yet. Link a file, scope lines, an approved blueprint or a sent proposal, or say in words why it is done without.',
    );
    expect(refusal(close(aTicket({ expects: 'proposal' })))).toContain('Link a sent proposal');
  });

  test('is done without a deliverable where somebody says why, in words', () => {
    expect(refusal(close(aTicket(), nothing, { outcome: '   ' }))).toContain('Nothing is linked');
    expect(set(close(aTicket(), nothing, { outcome: ' The client wrote it themselves. ' }))).toEqual({
      status: 'done',
      outcome: 'The client wrote it themselves.',
    });
  });

  test('is done with what it made, and keeps the words that go with it', () => {
    const records = world(a('proposal', { version: 2, status: 'sent', sentAt: '2026-11-20' }));
    expect(set(close(aTicket(), records, { shown: { deliverable: 'proposal:1', deliverableLines: [] }, outcome: 'Sent in time' }))).toEqual(
      {
        status: 'done',
        deliverable: 'proposal:1',
        outcome: 'Sent in time',
      },
    );
  });

  test('is dropped with a reason, and taken up again with another', () => {
    expect(refusal(dropTicket(aTicket(), { why: ' ' }, nothingUndecided))).toBe('Say why nobody will do it.');
    expect(set(dropTicket(aTicket(), { why: 'Not needed' }, nothingUndecided))).toEqual({ status: 'dropped', outcome: 'Not needed' });
    const done = aTicket({ status: 'done', outcome: 'Sent' });
    expect(reopenTicket(done, { why: '' }).ok).toBe(false);
    expect(set(reopenTicket(done, { why: 'They asked for another version' }))).toEqual({ status: 'open', outcome: null });
    expect(reopenTicket(aTicket(), { why: 'Again' }).ok).toBe(false);
    const over = aTicket({ kind: 'incident', status: 'done', closedAt: '2026-11-20' });
    expect(set(reopenTicket(over, { why: 'It broke again' }))).toEqual({ status: 'open', closedAt: null });
  });

  test('whose status two people set offline goes nowhere until one of them is chosen', () => {
    const undecided = () => ['status'];
    expect(refusal(moveTicket(aTicket(), 'waiting', undecided))).toContain('offline');
    expect(refusal(closeTicket(aTicket(), { outcome: 'Done' }, nothing, undecided))).toContain('offline');
    expect(refusal(dropTicket(aTicket(), { why: 'No' }, undecided))).toContain('offline');
  });

  test('never gets to done by moving: whatever its status, a move leads to an open one or nowhere', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TICKET_STATUSES), fc.constantFrom(...OPEN_STATUSES), (status, to) => {
        const moved = moveTicket(aTicket({ status }), to, nothingUndecided);
        expect(moved.ok).toBe(status !== to && (OPEN_STATUSES as readonly string[]).includes(status));
        if (moved.ok) expect(set(moved)).toEqual({ status: to });
      }),
    );
  });

  test('asks for what is missing before it is dragged over: a deliverable, a reason, or nothing', () => {
    const ask = (ticket: ReturnType<typeof aTicket>, to: (typeof TICKET_STATUSES)[number]) =>
      ticketFactsNeeded(ticket, to, world(a('proposal', { version: 1, status: 'sent' })), nothingUndecided);
    expect(ask(aTicket(), 'done')).toBe('deliverable');
    expect(ask(aTicket({ deliverable: 'proposal:1' }), 'done')).toBe('nothing');
    expect(ask(aTicket({ kind: 'incident', deliverable: 'proposal:1' }), 'done')).toBe('cause');
    expect(ask(aTicket(), 'dropped')).toBe('reason to drop');
    expect(ask(aTicket(), 'waiting')).toBe('nothing');
    expect(ask(aTicket({ status: 'done' }), 'open')).toBe('reason to reopen');
  });
});
