import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PROPOSAL_STATUSES } from '../records/proposal';
import type { AnyRecord } from '../records/registry';
import { DELIVERABLES, DELIVERY_TICKETS, PRE_SALE_TICKETS } from '../records/ticket';
import { deliverableState, listed } from './deliverable';
import { closeTicket } from './lifecycle';
import { a, aTicket, set, world } from './testing/ticket-world';
import { nothingUndecided } from './ticket-error';

const state = (ticket: ReturnType<typeof aTicket>, ...records: readonly AnyRecord[]) =>
  deliverableState(ticket, world(...records), nothingUndecided);
const says = (ticket: ReturnType<typeof aTicket>, ...records: readonly AnyRecord[]) => {
  const found = state(ticket, ...records);
  return found.kind === 'ready' ? 'ready' : found.message;
};

describe('what a ticket has to show', () => {
  test('is an approved blueprint, not a draft and not one that was only reviewed', () => {
    const ticket = aTicket({ kind: 'blueprint design', deliverable: 'blueprint:1' });
    const blueprint = (status: string) => a('blueprint', { title: 'Target landscape', status });
    expect(says(ticket, blueprint('draft'))).toBe('The blueprint “Target landscape” is a draft. It counts once it is approved.');
    expect(says(ticket, blueprint('reviewed'))).toContain('is reviewed');
    expect(says(ticket, blueprint('approved'))).toBe('ready');
  });

  test('is a proposal that was sent, whatever became of it since', () => {
    const ticket = aTicket({ deliverable: 'proposal:1' });
    fc.assert(
      fc.property(fc.constantFrom(...PROPOSAL_STATUSES), fc.boolean(), (status, dated) => {
        const proposal = a('proposal', { version: 2, status, ...(dated ? { sentAt: '2026-11-20' } : {}) });
        const counts = status !== 'draft' && (status !== 'superseded' || dated);
        expect(says(ticket, proposal)).toBe(counts ? 'ready' : 'Proposal 2 is a draft. It counts once it is sent.');
      }),
    );
  });

  test('is a file; words of a call are no file before the signature, but settle an incident', () => {
    const call = a('moment', { kind: 'call', at: '2026-11-20T10:00:00.000Z', subject: 'With the CFO' });
    const file = a('moment', { kind: 'file', at: '2026-11-20T10:00:00.000Z', subject: 'Minutes.docx' }, '2');
    expect(says(aTicket({ kind: 'information gathering', deliverable: 'moment:1' }), call)).toContain(
      'is not what this ticket is to deliver',
    );
    expect(says(aTicket({ kind: 'information gathering', deliverable: 'moment:2' }), file)).toBe('ready');
    expect(says(aTicket({ kind: 'incident', deliverable: 'moment:1' }), call)).toBe('ready');
  });

  test('is several scope lines; of a work package they must be done', () => {
    const lines = [a('scopeLine', { title: 'Interface', status: 'in' }), a('scopeLine', { title: 'Training', status: 'done' }, '2')];
    const both = { 'deliverableLines/scopeLine:1': true, 'deliverableLines/scopeLine:2': true };
    expect(says(aTicket({ kind: 'scoping', ...both }), ...lines)).toBe('ready');
    expect(says(aTicket({ kind: 'work package', ...both }), ...lines)).toBe('The scope line “Interface” is not done yet.');
  });

  test('is what the ticket is to deliver, where it says so: a file is no proposal', () => {
    const file = a('moment', { kind: 'file', at: '2026-11-20T10:00:00.000Z', subject: 'Draft.docx' });
    expect(says(aTicket({ expects: 'proposal', deliverable: 'moment:1' }), file)).toBe(
      '“Draft.docx” is not what this ticket is to deliver. Link a sent proposal.',
    );
  });

  test('belongs to the same deal, is still there, and is settled', () => {
    const ticket = aTicket({ deliverable: 'proposal:1' });
    expect(says(ticket, a('proposal', { deal: 'deal:2', version: 1, status: 'sent' }))).toContain('another deal');
    expect(says(ticket)).toContain('not here any more');
    expect(says(ticket, a('proposal', { version: 1, status: 'sent', archived: true }))).toContain('not here any more');
    const sent = world(a('proposal', { version: 1, status: 'sent' }));
    expect(deliverableState(ticket, sent, () => ['status'])).toMatchObject({
      kind: 'not yet',
      message: expect.stringContaining('offline'),
    });
  });

  test('decides alone whether a ticket closes without a word: ready closes, anything else does not', () => {
    const kinds = [...PRE_SALE_TICKETS, ...DELIVERY_TICKETS];
    const records = [
      a('moment', { kind: 'file', at: '2026-11-20T10:00:00.000Z' }),
      a('scopeLine', { title: 'Interface', status: 'done' }),
      a('blueprint', { title: 'Target', status: 'approved' }),
      a('proposal', { version: 1, status: 'draft' }),
      a('milestone', { title: 'Go-live' }),
      a('decision', { text: 'Two steps' }),
      a('changeOrder', { title: 'Extra hall', status: 'billed' }),
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.option(fc.constantFrom(...DELIVERABLES)),
        fc.option(fc.constantFrom(...records)),
        (kind, expects, shown) => {
          const ticket = aTicket({ kind, ...(expects ? { expects } : {}), ...(shown ? { deliverable: shown.id } : {}) });
          const closed = closeTicket(ticket, {}, world(...records), nothingUndecided);
          expect(closed.ok).toBe(state(ticket, ...records).kind === 'ready');
          if (closed.ok) expect(set(closed)).toEqual({ status: 'done' });
        },
      ),
      { numRuns: 500 },
    );
  });

  test('is asked for in plain words', () => {
    expect(listed(['file'])).toBe('a file');
    expect(listed(['file', 'blueprint', 'proposal'])).toBe('a file, an approved blueprint or a sent proposal');
  });
});
