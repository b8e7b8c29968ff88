import { describe, expect, it } from 'vitest';
import type { Entry, Json } from '#shared/ledger/entry';
import { fieldVersions } from './value-versions';

const DEAL = 'deal:01J';
let seq = 0;

function anEntry(set: Record<string, Json>, over: Record<string, string[]> = {}, record: Entry['by'] = DEAL): Entry {
  seq += 1;
  return {
    id: `a1b2c3d4e5f60718.${String(seq).padStart(8, '0')}.000000000000`,
    v: 1,
    prev: '',
    at: `2026-01-01T00:00:${String(seq).padStart(2, '0')}.000Z-0000`,
    by: 'person:anna',
    act: 'deal.edit',
    edits: [{ record, set, over, salt: '' }],
  };
}

const changes = (entries: Entry[], field: string) =>
  fieldVersions(entries, DEAL, field).map((version) => (version.kind === 'set' ? [version.was, version.becomes] : version.kind));

describe('the values that a field had', () => {
  it('are listed newest first, each with the value that it replaced', () => {
    const entries = [anEntry({ name: 'ERP' }), anEntry({ name: 'ERP rollout' }), anEntry({ phase: 'scoping' })];
    expect(changes(entries, 'name')).toEqual([
      ['ERP', 'ERP rollout'],
      [undefined, 'ERP'],
    ]);
  });

  it('show a set as it stood, whoever was added or taken away', () => {
    const entries = [anEntry({ 'buyers/contact:b': true }), anEntry({ 'buyers/contact:a': true }), anEntry({ 'buyers/contact:b': null })];
    expect(changes(entries, 'buyers')).toEqual([
      [['contact:a', 'contact:b'], ['contact:a']],
      [['contact:b'], ['contact:a', 'contact:b']],
      [undefined, ['contact:b']],
    ]);
  });

  it('leave out entries of other records and those that set the same value again', () => {
    const entries = [anEntry({ name: 'ERP' }), anEntry({ name: 'ERP' }), anEntry({ name: 'Other' }, {}, 'deal:02')];
    expect(changes(entries, 'name')).toEqual([[undefined, 'ERP']]);
  });

  it('say which value was set without the one before it in view', () => {
    const first = anEntry({ name: 'ERP' });
    const seen = anEntry({ name: 'ERP 2' }, { name: [first.id] });
    const blind = anEntry({ name: 'ERP 3' }, { name: [first.id] });
    const flags = fieldVersions([first, seen, blind], DEAL, 'name').map((version) => version.kind === 'set' && version.unseen);
    expect(flags).toEqual([true, false, false]);
  });

  it('name a redacted value without showing it', () => {
    const entry = anEntry({ name: 'Secret' });
    const redacted: Entry = { ...entry, edits: [{ record: DEAL, fields: ['name'], digest: 'd' }] };
    expect(changes([redacted], 'name')).toEqual(['redacted']);
  });
});
