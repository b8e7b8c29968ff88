import { expect, test } from 'vitest';
import { addressOf, hostOf, isReadableOnTheWay, renewedLink } from './server-link';

test('an address typed without its beginning gets the safe one, but for computers close by', () => {
  expect(addressOf(' crm.halden.example/ ')).toBe('https://crm.halden.example');
  expect(addressOf('192.168.1.20:4610')).toBe('http://192.168.1.20:4610');
  expect(addressOf('localhost:4610')).toBe('http://localhost:4610');
  expect(addressOf('http://crm.halden.example')).toBe('http://crm.halden.example');
  expect(addressOf('')).toBe('');
});

test('only plain http to another computer can be read on the way', () => {
  expect(isReadableOnTheWay('http://127.0.0.1:4610')).toBe(false);
  expect(isReadableOnTheWay('http://192.168.1.20:4610')).toBe(true);
  expect(isReadableOnTheWay('https://crm.halden.example')).toBe(false);
});

test('signing in again brings the roles that the server gives now, none where access was taken away', () => {
  const link = { connection: 'c1', url: 'https://crm.halden.example', user: 'ana', workspace: 'halden', roles: ['AE'] } as const;
  const again = { ok: true, connection: 'c2', url: link.url, user: 'ana' } as const;
  expect(renewedLink(link, { ...again, roles: ['halden:PM', 'other:AE'] })).toEqual({ ...link, connection: 'c2', roles: ['PM'] });
  expect(renewedLink(link, { ...again, roles: ['other:AE'] }).roles).toEqual([]);
});

test('a server is called by its host', () => {
  expect(hostOf('http://127.0.0.1:4610/')).toBe('127.0.0.1:4610');
  expect(hostOf('nonsense')).toBe('nonsense');
});
