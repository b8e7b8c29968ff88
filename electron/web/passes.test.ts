import { describe, expect, it } from 'vitest';
import { Passes, SESSION_SECONDS } from './passes';

const key = Buffer.alloc(32, 7);
const NOON = Date.UTC(2026, 2, 2, 12);

describe('a printed address', () => {
  it('works once', () => {
    const passes = new Passes(key, 'run-1');
    const token = passes.mintEntry();
    expect([passes.useEntry(token), passes.useEntry(token)]).toEqual([true, false]);
  });

  it('can be minted by a second start that reads the same key, but not for another run', () => {
    const token = new Passes(key, 'run-1').mintEntry();
    expect(new Passes(key, 'run-1').useEntry(token)).toBe(true);
    expect(new Passes(key, 'run-2').useEntry(token)).toBe(false);
    expect(new Passes(Buffer.alloc(32, 8), 'run-1').useEntry(token)).toBe(false);
  });

  it.each(['', '.', 'abc', 'abc.def', 'a.b.c'])('cannot be made up: %j', (token) => {
    expect(new Passes(key, 'run-1').useEntry(token)).toBe(false);
  });
});

describe('a session', () => {
  const passes = new Passes(key, 'run-1');
  const session = passes.mintSession(NOON);

  it('outlives the server and ends with its time', () => {
    expect(new Passes(key, 'run-2').isSession(session, NOON)).toBe(true);
    expect(passes.isSession(session, NOON + SESSION_SECONDS * 1000)).toBe(false);
  });

  it('cannot be prolonged by hand, nor be an address or a proof', () => {
    const [until = '', nonce, seal] = session.split('.');
    expect(passes.isSession(`${Number(until) + 1}.${nonce}.${seal}`, NOON)).toBe(false);
    expect(passes.isSession(passes.mintEntry(), NOON)).toBe(false);
    expect(passes.isSession(`${until}.${nonce}.${passes.proof(`${until}`)}`, NOON)).toBe(false);
  });
});
