import { describe, expect, test } from 'vitest';
import type { Edit, Entry, Json } from '../ledger/entry';
import { importLabel, tellHistory } from './act-label';
import { settingId } from './phase-names';
import { recordsFrom } from './records-from';
import { shorten } from './title';

const wording = {
  locale: 'en',
  records: recordsFrom([
    { id: 'deal:1', values: { name: 'New ERP', phase: 'proposal', amount: { amount: 48_000_00, currency: 'EUR' } } },
    { id: 'contact:ines', values: { name: 'Ines Moreau' } },
    { id: 'person:ada', values: { name: 'Ada Brandt' } },
    { id: 'scopeLine:1', values: { title: 'Data migration', deal: 'deal:1', status: 'in' } },
    { id: 'moment:1', values: { kind: 'call', at: '2026-03-02T10:00:00.000Z', subject: 'Billing', deal: 'deal:1' } },
    { id: 'commitment:1', values: { text: 'Nightly file drop', deal: 'deal:1', decision: 'open', fulfilment: 'open' } },
    { id: 'milestone:1', values: { title: 'Go-live', deal: 'deal:1' } },
  ]),
};

const anEdit = (record: Edit['record'], set: Readonly<Record<string, Json>>, over: Edit['over'] = {}): Edit => ({
  record,
  set,
  over,
  salt: '',
});
const anEntry = (id: string, act: string, edits: Entry['edits'], more: Partial<Entry> = {}): Entry => ({
  id,
  v: 1,
  prev: '',
  at: '2026-03-01T10:00:00.000Z-0000',
  by: 'person:ada',
  act,
  deal: 'deal:1',
  edits,
  ...more,
});
const eur = (amount: number) => ({ amount, currency: 'EUR' });
const sentences = (...entries: readonly Entry[]) => tellHistory(entries, wording).map(({ sentence }) => sentence);

describe('history in sentences', () => {
  const created = anEntry('e1', 'deal.create', [anEdit('deal:1', { name: 'New ERP', phase: 'discovery', amount: eur(40_000_00) })]);

  test('names the value that the author had in view, and the new one', () => {
    const edited = anEntry('e2', 'deal.edit', [anEdit('deal:1', { amount: eur(48_000_00) }, { amount: ['e1'] })]);
    expect(sentences(created, edited)).toEqual(['opened the deal “New ERP”', 'changed Amount from €40,000 to €48,000']);
  });

  test('does not invent an earlier value that it was not given', () => {
    const edited = anEntry('e2', 'deal.edit', [anEdit('deal:1', { amount: eur(48_000_50) }, { amount: ['unknown'] })]);
    expect(sentences(edited)).toEqual(['set Amount to €48,000.50']);
  });

  test('tells a signature with the value and the day that were signed', () => {
    const won = anEntry('e2', 'deal.win', [
      anEdit('deal:1', { phase: 'kickoff', signedAt: '2026-03-12', amount: eur(48_000_00) }, { phase: ['e1'], amount: ['e1'] }),
    ]);
    expect(sentences(created, won)[1]).toBe('won the deal for €48,000, signed on Mar 12, 2026');
  });

  test('tells a step by both phases', () => {
    const moved = anEntry('e2', 'deal.advance', [anEdit('deal:1', { phase: 'scoping' }, { phase: ['e1'] })]);
    expect(sentences(created, moved)[1]).toBe('moved the deal from Discovery to Scoping');
  });

  test('calls a phase what the firm calls it', () => {
    const renamed = { id: settingId('phaseName.scoping'), values: { key: 'phaseName.scoping', value: 'Framing' } };
    const moved = anEntry('e2', 'deal.advance', [anEdit('deal:1', { phase: 'scoping' }, { phase: ['e1'] })]);
    const [, told] = tellHistory([created, moved], { locale: 'en', records: recordsFrom([renamed]) });
    expect(told?.sentence).toBe('moved the deal from Discovery to Framing');
  });

  test('names people who were added to a set and removed from it', () => {
    const edited = anEntry('e2', 'deal.edit', [anEdit('deal:1', { 'buyers/contact:ines': true, pm: 'person:ada' }, { pm: ['e1'] })]);
    expect(sentences(edited)).toEqual(['added Ines Moreau to Buyers and set Project manager to Ada Brandt']);
    const removed = anEntry('e3', 'deal.edit', [anEdit('deal:1', { 'buyers/contact:ines': null }, { 'buyers/contact:ines': ['e2'] })]);
    expect(sentences(removed)).toEqual(['removed Ines Moreau from Buyers']);
  });

  test('says which record of the deal was changed, when it was not the deal itself', () => {
    const edited = anEntry('e2', 'scopeLine.edit', [anEdit('scopeLine:1', { status: 'in' }, { status: ['e1'] })]);
    expect(sentences(edited)).toEqual(['set Status of the scope line “Data migration” to in']);
  });

  test('does not take a first value for a creation', () => {
    const staffed = anEntry('e2', 'deal.edit', [anEdit('deal:1', { pm: 'person:ada', plannedEnd: '2026-09-30' })]);
    expect(sentences(staffed)).toEqual(['set Project manager to Ada Brandt and Planned end to Sep 30, 2026']);
  });

  test('counts the records of an act that touched several', () => {
    const lines = anEntry('e2', 'scopeLine.estimate', [
      anEdit('scopeLine:1', { remainingHours: 12 }, { remainingHours: ['e1'] }),
      anEdit('scopeLine:2', { remainingHours: 0 }, { remainingHours: ['e1'] }),
    ]);
    expect(sentences(lines)).toEqual(['estimated anew what remains on 2 scope lines']);
  });

  test('tells where a promise was heard', () => {
    const noted = anEntry('e2', 'commitment.note', [
      anEdit('commitment:1', { text: 'Nightly file drop', deal: 'deal:1', sourceMoment: 'moment:1' }),
    ]);
    expect(sentences(noted)).toEqual(['noted the commitment “Nightly file drop” from the call “Billing”']);
  });

  test('counts what an import brought, and not its own bookkeeping', () => {
    const rows = ['deal:7', 'deal:8', 'contact:9', 'importedRow:1'] as const;
    const imported = anEntry(
      'e2',
      'import.hubspot-deals',
      rows.map((record) => anEdit(record, { name: 'x', phase: 'kickoff' })),
    );
    expect(sentences(imported)).toEqual(['imported 2 deals and 1 contact from HubSpot']);
  });

  test('tells an import of several entries as one, with all its sources', () => {
    const accounts = Array.from({ length: 1_200 }, (_, n) => anEdit(`account:${n}`, { name: 'x' }));
    const mail = anEntry('e3', 'import.mail', [anEdit('moment:9', { kind: 'e-mail' })]);
    const entries = [anEntry('e2', 'import.hubspot', accounts), mail];
    expect(importLabel(entries, wording)).toBe('imported 1,200 accounts and 1 moment from HubSpot and mail');
  });

  test('says that an undo took something back', () => {
    const undone = anEntry('e3', 'deal.edit', [anEdit('deal:1', { amount: eur(40_000_00) }, { amount: ['e1'] })], { undoes: ['e2'] });
    expect(sentences(created, undone)[1]).toBe('took back: changed Amount from €40,000 to €40,000');
  });

  test('shows no value of what was redacted', () => {
    const redacted = anEntry('e2', 'deal.edit', [{ record: 'deal:1', fields: ['whyTheyBought'], digest: 'd' }]);
    expect(sentences(redacted)).toEqual(['redacted Why they bought']);
  });

  test('tells archiving, restoring and acts of a newer version', () => {
    const archived = anEntry('e2', 'contact.archive', [anEdit('contact:ines', { archived: true }, { name: ['e1'] })]);
    const restored = anEntry('e3', 'contact.restore', [anEdit('contact:ines', { archived: null }, { archived: ['e2'] })]);
    const newer = anEntry('e4', 'holiday.plan', [anEdit('holiday:1', { from: 'Monday' })]);
    expect(sentences(archived, restored, newer)).toEqual([
      'archived the contact “Ines Moreau”',
      'restored the contact “Ines Moreau”',
      'added the record “unknown record”',
    ]);
  });

  test('moves a milestone with its reason', () => {
    const slip = anEntry('e2', 'milestone.slip', [
      anEdit('slip:1', { milestone: 'milestone:1', from: '2026-05-01', to: '2026-05-15', cause: 'Test data came late', party: 'client' }),
    ]);
    expect(sentences(slip)).toEqual(['moved the milestone “Go-live” from May 1, 2026 to May 15, 2026: Test data came late']);
  });
});

describe('a title', () => {
  test('is cut between words', () => {
    expect(shorten('Integrate with the billing system of the client', 30)).toBe('Integrate with the billing…');
    expect(shorten('two\nlines')).toBe('two lines');
  });
});
