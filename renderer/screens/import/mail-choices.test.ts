import { describe, expect, it } from 'vitest';
import { NO_CHOICES, type DealSuggestion, type PlannedMail } from '#shared/exchange/import-plan';
import type { ImportRow } from './import-groups';
import { offeredContacts, strongSuggestions, unfiledOfConversation, unknownAddresses } from './mail-choices';

const priya = { name: 'Priya Nair', address: 'priya@northwind.example' };
const strong: DealSuggestion = { deal: 'deal:a', reason: 'It answers a message of this deal.', strength: 'strong' };
const weak: DealSuggestion = { deal: 'deal:b', reason: 'Its sender works there.', strength: 'weak' };

function row(file: string, thread: string, suggestions: readonly DealSuggestion[] = [], action: 'create' | 'skip' = 'create'): ImportRow {
  const mail: PlannedMail = {
    mail: {
      name: file,
      format: 'eml',
      sha: file,
      references: [],
      subject: 'Rollout',
      from: [priya],
      to: [],
      cc: [],
      text: '',
      attachments: [],
      problems: [],
    },
    raw: new Uint8Array(),
    thread,
    suggestions,
    proposals: [{ name: priya.name, email: priya.address }],
  };
  const planned = { line: 1, action, type: 'moment', title: 'Rollout', changes: [], conflicts: [], problems: [], notes: [] } as const;
  return { key: `${file}:1`, file, row: planned, mail };
}

const rows = [
  row('a.eml', 't', [strong]),
  row('b.eml', 't', [weak]),
  row('c.eml', 'u', [strong, { ...strong, deal: 'deal:c' }]),
  row('d.eml', 't', [strong], 'skip'),
];

describe('what can be decided for many messages', () => {
  it('files at once only what names one deal beyond doubt: never by domain, never one of two', () => {
    expect(strongSuggestions(rows, NO_CHOICES)).toEqual({ 'a.eml': 'deal:a' });
    expect(strongSuggestions(rows, { ...NO_CHOICES, deals: { 'a.eml': 'deal:z' } })).toEqual({});
  });

  it('offers the rest of a conversation that is new and not filed', () => {
    const [first] = rows;
    expect(first && unfiledOfConversation(rows, first, NO_CHOICES).map(({ file }) => file)).toEqual(['b.eml']);
  });

  it('names somebody unknown once, and keeps the offer so that it can be taken back', () => {
    expect(unknownAddresses(rows, NO_CHOICES)).toEqual([priya.address]);
    const chosen = { ...NO_CHOICES, newContacts: [priya.address] };
    expect(unknownAddresses(rows, chosen)).toEqual([]);
    const taken = { ...(rows[0]?.mail as PlannedMail), proposals: [] };
    expect(offeredContacts(taken, chosen)).toEqual([{ name: 'Priya Nair', email: priya.address }]);
  });
});
