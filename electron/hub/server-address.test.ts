import { describe, expect, it } from 'vitest';
import { isPrivateHost, parseServerAddress } from './server-address';

describe('the address of a server', () => {
  it.each([
    ['https://hub.example.com', 'https://hub.example.com'],
    ['  HTTPS://Hub.Example.com:443/ ', 'https://hub.example.com'],
    ['hub.example.com', 'https://hub.example.com'],
    ['hub.example.com/couch/', 'https://hub.example.com/couch'],
    ['hub.example.com:6984', 'https://hub.example.com:6984'],
    ['192.168.1.20:4610', 'http://192.168.1.20:4610'],
    ['https://192.168.1.20:4610', 'https://192.168.1.20:4610'],
    ['http://10.1.2.3:4610/', 'http://10.1.2.3:4610'],
    ['alices-mac.local:4610', 'http://alices-mac.local:4610'],
    ['nas:4610', 'http://nas:4610'],
    ['localhost:4610', 'http://localhost:4610'],
    ['[fd00::1]:4610', 'http://[fd00::1]:4610'],
    ['http://100.101.102.103:4610', 'http://100.101.102.103:4610'],
  ])('%s means %s', (typed, url) => expect(parseServerAddress(typed)).toEqual({ ok: true, url }));

  it.each([
    'http://hub.example.com',
    'http://8.8.8.8:4610',
    'http://172.32.0.1',
    'http://[2001:db8::1]',
    'http://100.128.0.1',
    'http://127.0.0.1.example.com',
  ])('nobody sends a password to %s without encryption', (typed) =>
    expect(parseServerAddress(typed)).toMatchObject({ ok: false, kind: 'insecure', message: expect.stringContaining('https://') }),
  );

  it.each([
    '',
    'hub example.com',
    'ftp://hub.example.com',
    'file:///etc/passwd',
    'https://',
    'https://a@hub.example.com',
    'https://ada:secret@hub.example.com',
    'https://hub.example.com/?a=b',
    'https://hub.example.com/#a',
  ])('%j is none, and what is wrong with it is said', (typed) => {
    const refusal = parseServerAddress(typed);
    expect(refusal).toMatchObject({ ok: false, kind: 'not-a-server' });
    expect(JSON.stringify(refusal)).not.toContain('secret');
  });

  it('knows its own network however it is written', () => {
    // The parser of addresses has turned all of these into plain numbers before they are judged.
    for (const odd of ['http://0x7f.1', 'http://2130706433', 'http://127.1']) expect(isPrivateHost(new URL(odd).hostname)).toBe(true);
    for (const odd of ['http://0x08080808', 'http://134744072']) expect(isPrivateHost(new URL(odd).hostname)).toBe(false);
  });
});
