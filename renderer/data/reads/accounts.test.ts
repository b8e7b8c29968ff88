import { describe, expect, it } from 'vitest';
import { recordsOf } from '#shared/records/records-from';
import type { Account, AnyRecord, Contact, Deal, Moment } from '#shared/records/registry';
import { accountPeople, accountRows, dealSpans, expectedTotals, likelyAccounts, recentMoments, signedTotals } from './accounts';

const northwind: Account = { id: 'account:n', name: 'Northwind Foods', domain: 'northwind.example', externalIds: {} };
const quiet: Account = { id: 'account:q', name: 'Quiet Ltd', externalIds: {} };
const empty = { buyers: [], otherAccounts: [], externalIds: {} };
const relaunch: Deal = {
  ...empty,
  id: 'deal:a',
  name: 'Website relaunch',
  account: northwind.id,
  phase: 'build',
  amount: { amount: 4_800_000, currency: 'EUR' },
  signedAt: '2026-06-12',
  plannedEnd: '2027-02-28',
  warrantyUntil: '2027-08-31',
};
const platform: Deal = {
  ...empty,
  id: 'deal:b',
  name: 'Data platform',
  account: northwind.id,
  phase: 'proposal',
  amount: { amount: 12_500_050, currency: 'USD' },
  expectedClose: '2026-12-31',
};
const lost: Deal = { ...empty, id: 'deal:c', name: 'Shop', account: northwind.id, phase: 'lost', expectedClose: '2027-06-30' };
const said = { contacts: [], people: [] };
const call: Moment = { ...said, id: 'moment:1', kind: 'call', at: '2026-03-02T23:30:00.000Z', deal: relaunch.id };
const mail: Moment = { ...said, id: 'moment:2', kind: 'e-mail', at: '2026-11-20T09:00:00.000Z', account: northwind.id };
const records = recordsOf([northwind, quiet, relaunch, platform, lost, call, mail] as AnyRecord[]);

describe('accounts', () => {
  it('counts deals that are neither lost nor closed as open, and a mail filed under no deal as contact', () => {
    const [row, other] = accountRows(records);
    expect(row).toMatchObject({ openDeals: 2, lastContact: mail.at });
    expect(other).toMatchObject({ openDeals: 0, signed: [], lastContact: undefined });
  });

  it('never adds euros to dollars', () => {
    const second = { ...relaunch, id: 'deal:d', amount: { amount: 200, currency: 'USD' } } as const;
    expect(signedTotals([relaunch, second, platform])).toEqual([
      { amount: 4_800_000, currency: 'EUR' },
      { amount: 200, currency: 'USD' },
    ]);
  });

  it('expects only what is open and not signed', () => {
    expect(expectedTotals([relaunch, platform, lost])).toEqual([{ amount: 12_500_050, currency: 'USD' }]);
  });

  it('draws a deal from its first call, on the day where the person sits, to the end of the warranty', () => {
    const span = dealSpans(records, northwind.id, '2026-11-22', 'Europe/Madrid').find(({ deal }) => deal === relaunch);
    expect(span).toMatchObject({ begins: '2026-03-03', ends: '2027-08-31' });
  });

  it('ends a lost deal with the last that was said, and an open one not before today', () => {
    const spans = dealSpans(records, northwind.id, '2027-09-15', 'UTC');
    expect(spans.find(({ deal }) => deal === platform)?.ends).toBe('2027-09-15');
    expect(spans.find(({ deal }) => deal === lost)).toMatchObject({ begins: '2027-06-30', ends: '2027-06-30' });
  });

  it('lists who decides before who uses', () => {
    const person = (id: string, name: string, buyingRole?: Contact['buyingRole']): Contact => ({
      id: `contact:${id}`,
      name,
      account: northwind.id,
      otherAccounts: [],
      externalIds: {},
      ...(buyingRole ? { buyingRole } : {}),
    });
    const people = recordsOf([person('1', 'Ada'), person('2', 'Bo', 'user'), person('3', 'Cy', 'economic buyer')] as AnyRecord[]);
    expect(accountPeople(people, northwind.id).map(({ name }) => name)).toEqual(['Cy', 'Bo', 'Ada']);
  });

  it('shows the newest first, filed under a deal or not', () => {
    expect(recentMoments(records, northwind.id, 5)).toEqual([mail, call]);
  });

  it('finds an account that is there already by name or domain, however it is written', () => {
    expect(likelyAccounts(records, ' NORTHWIND foods ', undefined)).toEqual([northwind]);
    expect(likelyAccounts(records, 'Northwind', 'www.Northwind.example')).toEqual([northwind]);
    expect(likelyAccounts(records, 'Somebody', '')).toEqual([]);
  });
});
