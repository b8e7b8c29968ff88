import { describe, expect, it } from 'vitest';
import { judge, type Sessions, type Visit } from './gate';

const sessions: Sessions = { isSession: (session) => session === 'good', useEntry: (token) => token === 'fresh' };
const visit = (changes: Partial<Visit> = {}): Visit => ({
  method: 'GET',
  host: '127.0.0.1:4600',
  origin: undefined,
  target: '/pipeline',
  cookie: 'theme=dark; throughline-4600=good',
  ...changes,
});
const verdict = (changes?: Partial<Visit>) => judge(visit(changes), 4600, sessions);

describe('the gate', () => {
  it('serves a browser that was let in', () => expect(verdict()).toEqual({ tag: 'serve', path: '/pipeline' }));

  it('does not take the cookie of another port', () => {
    expect(verdict({ cookie: 'throughline-4601=good' })).toEqual({ tag: 'sign in', used: false });
  });

  it('lets in with a fresh address, at the screen that was asked for', () => {
    expect(verdict({ target: '/deals/1?token=fresh', cookie: undefined })).toEqual({ tag: 'welcome', to: 'http://127.0.0.1:4600/deals/1' });
  });

  it('forgives a used address to a browser that is in already', () => {
    expect(verdict({ target: '/?token=used' })).toEqual({ tag: 'redirect', to: 'http://127.0.0.1:4600/' });
    expect(verdict({ target: '/?token=used', cookie: undefined })).toEqual({ tag: 'sign in', used: true });
  });

  it('sends localhost to the one origin that the data hangs on', () => {
    expect(verdict({ host: 'localhost:4600', target: '/deals/1' })).toEqual({ tag: 'redirect', to: 'http://127.0.0.1:4600/deals/1' });
  });

  it.each([undefined, '', 'evil.example', '127.0.0.1', '127.0.0.1:80', '127.0.0.1:4600.evil.example'])(
    'does not answer to the name %s',
    (host) => {
      expect(verdict({ host })).toMatchObject({ tag: 'refuse', status: 421 });
    },
  );

  it.each(['null', 'https://evil.example', 'http://127.0.0.1:4601', 'http://localhost:4600'])('does not answer scripts of %s', (origin) => {
    expect(verdict({ origin })).toMatchObject({ tag: 'refuse', status: 403 });
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', ''])('does not take %s', (method) => {
    expect(verdict({ method })).toMatchObject({ tag: 'refuse', status: 405 });
  });

  it.each(['', 'http://evil.example/', '*'])('does not take the target %j', (target) => {
    expect(verdict({ target })).toMatchObject({ tag: 'refuse', status: 400 });
  });

  it('never redirects to another host, whatever the path looks like', () => {
    const to = 'http://127.0.0.1:4600//evil.example/';
    expect(verdict({ target: '//evil.example/?token=used' })).toEqual({ tag: 'redirect', to });
    expect(verdict({ target: '//evil.example/?token=fresh', cookie: undefined })).toEqual({ tag: 'welcome', to });
  });
});
