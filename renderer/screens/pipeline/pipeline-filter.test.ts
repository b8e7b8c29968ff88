import { expect, test } from 'vitest';
import type { Deal } from '#shared/records/registry';
import type { DealRow } from '../../data/reads/deals';
import { filterOfQuery, filterRows, isFiltering, NO_FILTER, queryWithFilter } from './pipeline-filter';

const row = (name: string, account: string, more: Partial<Deal>): DealRow => ({
  deal: { id: `deal:${name}`, name, phase: 'discovery', buyers: [], externalIds: {}, ...more } as unknown as Deal,
  account,
  ae: '',
  pm: '',
  people: { ae: more.ae, pm: more.pm },
  clashes: false,
  words: `${name}\n${account}`.toLowerCase(),
});

const PORTAL = row('Customer portal', 'Kestrel Foods', { ae: 'person:A', health: 'red', phase: 'build' });
const CLAIMS = row('Claims intake', 'Meridian', { ae: 'person:B', health: 'green', phase: 'build' });
const ERP = row('ERP consolidation', 'Kestrel Foods', {});
const ROWS = [PORTAL, CLAIMS, ERP];
const passing = (query: string) => filterRows(ROWS, filterOfQuery(new URLSearchParams(query))).map(({ deal }) => deal.name);

test('every word must be somewhere in the deal, in any order and case', () => {
  expect(passing('q=FOODS+portal')).toEqual(['Customer portal']);
  expect(passing('q=kestrel')).toEqual(['Customer portal', 'ERP consolidation']);
});

test('several answers to one question are any of them, several questions all of them', () => {
  expect(passing('ae=A,B')).toEqual(['Customer portal', 'Claims intake']);
  expect(passing('ae=A,B&health=green')).toEqual(['Claims intake']);
});

test('deals that nobody owns can be asked for', () => {
  expect(passing('ae=none')).toEqual(['ERP consolidation']);
});

test('deals of who joined as somebody else are asked for by the name they have now', () => {
  const taken = { ...PORTAL, people: { ae: 'person:Joined', pm: undefined } } as const;
  expect(filterRows([taken, CLAIMS], filterOfQuery(new URLSearchParams('ae=Joined')))).toEqual([taken]);
  expect(filterRows([taken, CLAIMS], filterOfQuery(new URLSearchParams('ae=A')))).toEqual([]);
});

test('a filter survives being written into an address and read back, and leaves the rest of it alone', () => {
  const filter = { words: 'portal', chosen: { ...NO_FILTER.chosen, ae: ['A', 'none'], phase: ['on hold'] } };
  const address = queryWithFilter(new URLSearchParams('view=table'), filter);
  expect(filterOfQuery(new URLSearchParams(address.toString()))).toEqual(filter);
  expect(address.get('view')).toBe('table');
  expect(queryWithFilter(address, NO_FILTER).toString()).toBe('view=table');
  expect(isFiltering(NO_FILTER)).toBe(false);
});
