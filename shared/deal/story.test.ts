import { describe, expect, test } from 'vitest';
import type { Edit, Entry, Json, RecordId } from '../ledger/entry';
import { recordsFrom } from '../records/records-from';
import { dealStory, phasesOf } from './story';
import { countDifferences, signatureOf, thenAndNow } from './then-and-now';

const eur = (amount: number) => ({ amount, currency: 'EUR' });

/** Entries one day apart; each is over the last entry that set the same field. */
function history(
  ...acts: readonly (readonly [act: string, ...edits: readonly (readonly [RecordId, Readonly<Record<string, Json>>])[]])[]
): Entry[] {
  const last = new Map<string, string>();
  return acts.map(([act, ...edits], at) => {
    const id = `e${at + 1}`;
    const toEdit = ([record, set]: readonly [RecordId, Readonly<Record<string, Json>>]): Edit => {
      const over = Object.keys(set).flatMap((field) =>
        last.has(`${record} ${field}`) ? [[field, [last.get(`${record} ${field}`) ?? '']] as const] : [],
      );
      for (const field of Object.keys(set)) last.set(`${record} ${field}`, id);
      return { record, set, over: Object.fromEntries(over), salt: '' };
    };
    const day = String(at + 1).padStart(2, '0');
    return { id, v: 1, prev: '', at: `2026-03-${day}T10:00:00.000Z-0000`, by: 'person:ada', act, deal: 'deal:1', edits: edits.map(toEdit) };
  });
}

function stateOf(entries: readonly Entry[]) {
  const stored = new Map<RecordId, Record<string, Json>>();
  for (const { edits } of entries)
    for (const edit of edits) if ('set' in edit) stored.set(edit.record, { ...stored.get(edit.record), ...edit.set });
  return recordsFrom([...stored].map(([id, values]) => ({ id, values })));
}

const entries = history(
  ['deal.create', ['deal:1', { name: 'New ERP', phase: 'discovery', amount: eur(40_000_00), department: 'Finance' }]],
  [
    'moment.create',
    ['moment:1', { kind: 'call', at: '2026-03-02T09:00:00.000Z', subject: 'First call', body: 'A nightly file drop.', deal: 'deal:1' }],
  ],
  [
    'commitment.note',
    ['commitment:1', { text: 'Nightly file drop', deal: 'deal:1', sourceMoment: 'moment:1', decision: 'open', fulfilment: 'open' }],
  ],
  ['deal.advance', ['deal:1', { phase: 'negotiation' }]],
  ['scopeLine.create', ['scopeLine:1', { title: 'Billing integration', deal: 'deal:1', status: 'in', price: eur(9_000_00) }]],
  ['deal.win', ['deal:1', { phase: 'kickoff', signedAt: '2026-03-06', amount: eur(40_000_00) }]],
  ['timeEntry.create', ['timeEntry:1', { deal: 'deal:1', person: 'person:ada', date: '2026-03-07', hours: 6, activity: 'delivery' }]],
  ['decision.note', ['decision:1', { text: 'Files instead of calls', deal: 'deal:1', decidedAt: '2026-03-05' }]],
  ['deal.edit', ['deal:1', { amount: eur(48_000_00), department: null }]],
  ['scopeLine.edit', ['scopeLine:1', { status: 'negotiated away' }]],
);
const now = stateOf(entries);
const wording = { locale: 'en', records: now };

describe('the story of a deal', () => {
  const story = dealStory('deal:1', entries, now, wording);

  test('runs on one line across the signature, oldest first', () => {
    expect(story.map(({ kind, phase }) => `${kind} in ${phase}`)).toEqual([
      'phase in discovery',
      'moment in discovery',
      'phase in negotiation',
      'act in negotiation',
      'promise in negotiation',
      'phase in kickoff',
      'act in kickoff',
      'act in kickoff',
    ]);
  });

  test('shows a promise where it was made, not as an event of its own', () => {
    const call = story.find(({ kind }) => kind === 'moment');
    expect(call).toMatchObject({ promises: [{ id: 'commitment:1', text: 'Nightly file drop' }] });
    expect(story.some(({ id }) => id === 'commitment:1')).toBe(false);
  });

  test('puts a promise without a moment on the day that it names', () => {
    expect(story.find(({ kind }) => kind === 'promise')).toMatchObject({ id: 'decision:1', at: '2026-03-05T12:00:00.000Z' });
  });

  test('tells an answer once: by the note that keeps its words', () => {
    const asked = history(
      ['question.ask', ['question:1', { text: 'Who asked for it?', deal: 'deal:1', to: 'person:ada' }]],
      [
        'question.answer',
        ['question:1', { answer: 'Mr Thiel' }],
        ['moment:2', { kind: 'note', at: '2026-03-02T10:00:00.000Z', body: 'Mr Thiel', deal: 'deal:1', answers: 'question:1' }],
      ],
    );
    const records = stateOf([...entries, ...asked]);
    const told = dealStory('deal:1', asked, records, { locale: 'en', records }).filter(({ at }) => at >= '2026-03-01T10');
    expect(told.filter(({ kind }) => kind === 'act')).toMatchObject([{ told: { sentence: expect.stringContaining('Who asked for it?') } }]);
    expect(told.some(({ id }) => id === 'moment:2')).toBe(true);
  });

  test('leaves single hours out', () => {
    expect(JSON.stringify(story)).not.toContain('timeEntry');
  });

  test('knows when the deal entered each phase', () => {
    expect(phasesOf('deal:1', entries)).toEqual([
      { at: '2026-03-01T10:00:00.000Z', phase: 'discovery' },
      { at: '2026-03-04T10:00:00.000Z', phase: 'negotiation' },
      { at: '2026-03-06T10:00:00.000Z', phase: 'kickoff' },
    ]);
  });
});

describe('as signed against now', () => {
  const signature = signatureOf('deal:1', entries);
  const signed = entries.slice(0, 6);
  const compared = thenAndNow('deal:1', stateOf(signed), now, entries, (entry) => signed.includes(entry));

  test('finds the signature', () => {
    expect(signature?.id).toBe('e6');
  });

  test('names each field that differs, and the entry that changed it', () => {
    const deal = compared.find(({ type }) => type === 'deal');
    const changed = deal?.fields
      .filter(({ difference }) => difference === 'changed')
      .map(({ field, then, now: is, by }) => [field, then, is, by?.id]);
    expect(changed).toEqual(
      [
        ['department', 'Finance', null, 'e9'],
        ['amount', eur(40_000_00), eur(48_000_00), 'e9'],
      ].map(([field, then, is, by]) => [field, then, is ?? undefined, by]),
    );
  });

  test('shows what came after, and what changed beneath the deal', () => {
    expect(compared.map(({ record, difference }) => [record, difference])).toEqual([
      ['deal:1', 'changed'],
      ['scopeLine:1', 'changed'],
      ['commitment:1', 'same'],
      ['decision:1', 'added'],
    ]);
    expect(countDifferences(compared)).toBe(4);
  });

  test('against itself shows no difference', () => {
    expect(countDifferences(thenAndNow('deal:1', now, now, entries))).toBe(0);
  });
});
