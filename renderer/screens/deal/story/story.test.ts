import { describe, expect, it } from 'vitest';
import type { StoryItem } from '#shared/deal/story';
import type { Moment } from '#shared/records/registry';
import { facetsOf, filterStory } from './story-filter';
import { storyRows } from './story-rows';

function aMail(at: string, values: Partial<Moment> = {}): StoryItem {
  const moment: Moment = {
    id: `moment:${at}`,
    kind: 'e-mail',
    at,
    subject: 'Scope',
    body: 'We agree to go live in March.',
    people: ['person:anna'],
    contacts: ['contact:jonas'],
    ...values,
  };
  return { kind: 'moment', id: moment.id, at, phase: 'scoping', people: moment.people, contacts: moment.contacts, moment, promises: [] };
}

const ANY = { facets: [], people: [], words: '' };

describe('the timeline of a deal', () => {
  const morning = aMail('2026-03-01T08:00:00.000Z');
  const evening = aMail('2026-03-01T20:00:00.000Z');
  const later = aMail('2026-03-02T08:00:00.000Z');
  const told = (order: 'newest' | 'oldest', zone: string) =>
    storyRows([morning, evening, later], order, zone).map((row) => (row.kind === 'day' ? row.day : row.item.at.slice(8, 13)));

  it('heads each day once, newest day first or oldest', () => {
    expect(told('newest', 'UTC')).toEqual(['2026-03-02', '02T08', '2026-03-01', '01T20', '01T08']);
    expect(told('oldest', 'UTC')).toEqual(['2026-03-01', '01T08', '01T20', '2026-03-02', '02T08']);
  });

  it('counts days where the reader sits', () => {
    expect(told('oldest', 'Asia/Tokyo')).toEqual(['2026-03-01', '01T08', '2026-03-02', '01T20', '02T08']);
  });
});

describe('filtering the timeline', () => {
  const call = aMail('2026-03-01T08:00:00.000Z', { kind: 'call', people: ['person:ben'], body: 'They need training.' });
  const mail = aMail('2026-03-02T08:00:00.000Z');

  it('finds by kind, by person of either side, and by words in any order', () => {
    expect(filterStory([call, mail], { ...ANY, facets: ['call'] })).toEqual([call]);
    expect(filterStory([call, mail], { ...ANY, people: ['person:anna'] })).toEqual([mail]);
    expect(filterStory([call, mail], { ...ANY, people: ['contact:jonas'] })).toEqual([call, mail]);
    expect(filterStory([call, mail], { ...ANY, words: 'MARCH agree' })).toEqual([mail]);
  });

  it('finds a mail in which something was promised among the promises too', () => {
    const promise = { id: 'priority:1', deal: 'deal:1', text: 'Speed' } as const;
    expect(facetsOf({ ...mail, kind: 'moment', promises: [promise] } as StoryItem)).toEqual(['e-mail', 'promise']);
  });
});
