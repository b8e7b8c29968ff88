import { expect, test } from 'vitest';
import type { Entry, Json, RecordId } from '../ledger/entry';
import { recordsFrom } from '../records/records-from';
import { ticketRecord } from './ticket-record';

type Set = Readonly<Record<string, Json>>;

/** Entries an hour apart; each is over what the entries before it set. */
function history(...acts: readonly (readonly [by: RecordId, act: string, record: RecordId, set: Set, why?: string])[]): readonly Entry[] {
  const last = new Map<string, string>();
  return acts.map(([by, act, record, set, why], at) => {
    const id = `e${at}`;
    const over = Object.keys(set).flatMap((field) => {
      const before = last.get(`${record} ${field}`);
      last.set(`${record} ${field}`, id);
      return before === undefined ? [] : [[field, [before]] as const];
    });
    const edits = [{ record, set, over: Object.fromEntries(over), salt: '' }];
    const hour = String(8 + at).padStart(2, '0');
    return { id, v: 1, prev: '', at: `2026-03-02T${hour}:00:00.000Z-0000`, by, act, deal: 'deal:1', edits, ...(why ? { why } : {}) };
  });
}

const [ADA, JONAS] = ['person:ada', 'person:jonas'] as const;
const entries = history(
  [
    ADA,
    'ticket.create',
    'ticket:1',
    { deal: 'deal:1', kind: 'blueprint design', title: 'Draw the landscape', status: 'open', owner: JONAS },
  ],
  [JONAS, 'ticket.move', 'ticket:1', { status: 'in progress' }],
  [JONAS, 'question.create', 'question:1', { deal: 'deal:1', text: 'Does billing stay?', to: ADA, askedBy: JONAS, about: 'ticket:1' }],
  [ADA, 'question.answer', 'question:1', { answer: 'It stays, untouched.', answeredAt: '2026-03-02' }],
  [JONAS, 'decision.note', 'decision:1', { deal: 'deal:1', text: 'Files instead of calls', ticket: 'ticket:1' }],
  [
    ADA,
    'moment.create',
    'moment:1',
    { deal: 'deal:1', kind: 'note', at: '2026-03-02T13:00:00.000Z', body: 'Halls two and three first', about: 'ticket:1' },
  ],
  [ADA, 'ticket.create', 'ticket:2', { deal: 'deal:1', kind: 'scoping', title: 'Write the lines', status: 'open' }],
  [JONAS, 'ticket.show', 'ticket:1', { deliverable: 'blueprint:1' }],
  [JONAS, 'ticket.close', 'ticket:1', { status: 'done', outcome: 'Approved by both halls' }],
  [ADA, 'ticket.reopen', 'ticket:1', { status: 'open', outcome: null }, 'A third hall'],
  [ADA, 'ticket.assign', 'ticket:1', { owner: ADA }],
  [ADA, 'ticket.drop', 'ticket:1', { status: 'dropped', outcome: 'They bought elsewhere' }],
);

const stored = new Map<RecordId, Record<string, Json>>([
  [ADA, { name: 'Ada Brandt' }],
  [JONAS, { name: 'Jonas Vogt' }],
  ['blueprint:1', { title: 'Target landscape', deal: 'deal:1', status: 'approved' }],
]);
for (const { edits } of entries)
  for (const edit of edits) if ('set' in edit) stored.set(edit.record, { ...stored.get(edit.record), ...edit.set });
const records = recordsFrom([...stored].map(([id, values]) => ({ id, values })));

test('the record of a ticket tells what was asked, answered, decided and noted, by whom, among the steps of the work', () => {
  const items = ticketRecord(records.all('ticket')[0] as never, entries, records, { locale: 'en', records });
  expect(items.map((item) => [item.by, item.kind === 'did' ? item.told.sentence : item.kind])).toEqual([
    [ADA, 'opened a ticket of blueprint design: “Draw the landscape”'],
    [JONAS, 'started the ticket “Draw the landscape”'],
    [JONAS, 'asked'],
    [JONAS, 'decided'],
    [ADA, 'noted'],
    [JONAS, 'linked the blueprint “Target landscape” to the ticket “Draw the landscape”'],
    [JONAS, 'closed the ticket “Draw the landscape”: Approved by both halls'],
    [ADA, 'reopened the ticket “Draw the landscape”: A third hall'],
    [ADA, 'gave the ticket “Draw the landscape” to Ada Brandt'],
    [ADA, 'dropped the ticket “Draw the landscape”: They bought elsewhere'],
  ]);
  const asked = items.find((item) => item.kind === 'asked');
  expect(asked?.kind === 'asked' && asked.question).toMatchObject({ to: ADA, answer: 'It stays, untouched.', answeredAt: '2026-03-02' });
});

test('what arrived without its entry is in the record too, at its own time or first', () => {
  const items = ticketRecord(records.all('ticket')[0] as never, [], records, { locale: 'en', records });
  expect(items.map(({ id }) => id)).toEqual(['question:1', 'decision:1', 'moment:1']);
});
