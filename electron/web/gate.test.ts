import { describe, expect, it } from 'vitest';
import { judge, type Sessions, type Visit } from './gate';

const sessions: Sessions = { isSession: (session) => session === 'good', useEntry: (token) => token === 'fresh' };
const visit = (changes: Partial<Visit> = {}): Visit => ({
  method: 'GET',
  host: '127.0.0.1:4600',
  origin: undefined,
  site: undefined,
  target: '/pipeline',
  cookie: 'theme=dark; throughline-4600=good',
  ...changes,
});
const own = 'http://127.0.0.1:4600';
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

  it('hands on what the app itself asks of a server', () => {
    expect(verdict({ target: '/hub/c/firm-team/_changes?since=0', site: 'same-origin' })).toEqual({
      tag: 'hub',
      target: '/hub/c/firm-team/_changes?since=0',
    });
    expect(verdict({ method: 'POST', target: '/hub/c/firm-team/_bulk_docs', origin: own })).toMatchObject({ tag: 'hub' });
    expect(verdict({ method: 'POST', target: '/call/hub.signIn', origin: own })).toEqual({ tag: 'call', channel: 'hub.signIn' });
  });

  describe.each(['/hub/c/firm-team/_bulk_docs', '/call/hub.signIn'])('of a change at %s', (target) => {
    const change = (changes: Partial<Visit>) => verdict({ method: 'POST', target, origin: own, ...changes });

    it('turns away a name that merely points here, although the cookie is right', () => {
      expect(change({ host: 'evil.example' })).toMatchObject({ tag: 'refuse', status: 421 });
      expect(change({ host: 'localhost:4600' })).toMatchObject({ tag: 'refuse', status: 421 });
    });

    it.each(['null', 'https://evil.example', 'http://127.0.0.1:4601', 'http://localhost:4600', undefined])(
      'turns away scripts of %s, although the cookie is right',
      (origin) => expect(change({ origin })).toMatchObject({ tag: 'refuse', status: 403 }),
    );

    it.each(['same-site', 'cross-site', 'none'])('turns away what a browser calls %s', (site) => {
      expect(change({ site })).toMatchObject({ tag: 'refuse', status: 403 });
    });

    it('does not know a browser without a session, and takes no printed address there', () => {
      expect(change({ cookie: undefined })).toEqual({ tag: 'not let in' });
      expect(change({ cookie: undefined, target: `${target}?token=fresh` })).toEqual({ tag: 'not let in' });
    });

    it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('takes no %s', (method) => {
      expect(change({ method })).toMatchObject({ tag: 'refuse', status: 405 });
    });
  });

  it('hands nothing on that another page of this computer asks for with the same cookie', () => {
    expect(verdict({ target: '/hub/c/firm-team/_changes', site: 'same-site' })).toMatchObject({ tag: 'refuse', status: 403 });
    expect(verdict({ target: '/hub/c/firm-team/_changes', cookie: undefined })).toEqual({ tag: 'not let in' });
    expect(verdict({ target: '/call/hub.connections' })).toMatchObject({ tag: 'refuse', status: 405 });
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
