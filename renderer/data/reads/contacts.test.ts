import { describe, expect, it } from 'vitest';
import { recordsOf } from '#shared/records/records-from';
import type { AnyRecord, Commitment, Contact, Deal, Moment } from '#shared/records/registry';
import { contactMoments, contactRows, contactsWithEmail, isAway, promisesTo, unfiledMoments } from './contacts';

const priya: Contact = { id: 'contact:p', name: 'Priya Nair', email: 'Priya@Northwind.example ', otherAccounts: [], externalIds: {} };
const deal: Deal = { id: 'deal:a', name: 'Relaunch', phase: 'build', buyers: [priya.id], otherAccounts: [], externalIds: {} };
const said = { people: [], kind: 'e-mail' } as const;
const first: Moment = { ...said, id: 'moment:1', at: '2026-03-02T10:00:00.000Z', contacts: [priya.id], deal: deal.id };
const latest: Moment = { ...said, id: 'moment:2', at: '2026-11-20T10:00:00.000Z', contacts: [priya.id] };
const promise = (id: string, values: Partial<Commitment>): Commitment => ({
  id: `commitment:${id}`,
  text: 'Go-live before Easter',
  deal: deal.id,
  madeTo: priya.id,
  inSow: false,
  decision: 'open',
  fulfilment: 'open',
  ...values,
});
const kept = promise('1', { fulfilment: 'kept', madeAt: '2026-10-01' });
const open = promise('2', { madeAt: '2026-02-01' });
const refused = promise('3', { decision: 'not ours' });
const records = recordsOf([priya, deal, first, latest, kept, open, refused] as AnyRecord[]);

describe('contacts', () => {
  it('counts as open only promises that are neither kept, broken nor turned down', () => {
    expect(contactRows(records)).toMatchObject([{ deals: 1, openPromises: 1, lastContact: latest.at }]);
  });

  it('puts open promises before settled ones, however old they are', () => {
    expect(promisesTo(records, priya.id).map(({ id }) => id)).toEqual([open.id, kept.id, refused.id]);
  });

  it('shows what they said newest first, and what is filed nowhere apart', () => {
    expect(contactMoments(records, priya.id)).toEqual([latest, first]);
    expect(unfiledMoments(records)).toEqual([latest]);
  });

  it('warns of an address that is taken, whatever its case and spaces', () => {
    expect(contactsWithEmail(records, ' priya@NORTHWIND.example')).toEqual([priya]);
    expect(contactsWithEmail(records, '')).toEqual([]);
  });

  it('counts both the first and the last day of an absence', () => {
    const away = { ...priya, awayFrom: '2026-12-20', awayUntil: '2027-01-06' };
    expect(['2026-12-19', '2026-12-20', '2027-01-06', '2027-01-07'].map((day) => isAway(away, day))).toEqual([false, true, true, false]);
    expect(isAway({ ...priya, awayFrom: '2026-12-20' }, '2027-03-01')).toBe(true);
    expect(isAway(priya, '2026-12-24')).toBe(false);
  });
});
