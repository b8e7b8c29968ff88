import { describe, expect, it } from 'vitest';
import { Sessions } from './sessions';

const NOON = Date.UTC(2026, 2, 2, 12);
const key = Buffer.alloc(32, 7);

describe('a session of ten minutes', () => {
  let now = NOON;
  const sessions = new Sessions(key, 600, () => now);
  const cookie = sessions.mint('ann', 'salt');

  it('names its user and ends when its time is over', () => {
    expect(sessions.nameIn(cookie)).toBe('ann');
    expect(sessions.until(cookie, 'ann', 'salt')).toBe(NOON + 600_000);
    now = NOON + 599_999;
    expect(sessions.until(cookie, 'ann', 'salt')).toBe(NOON + 600_000);
    now = NOON + 600_000;
    expect(sessions.until(cookie, 'ann', 'salt')).toBeUndefined();
    now = NOON;
  });

  it('earns a new cookie once a tenth of it is gone', () => {
    now = NOON + 60_000;
    expect(sessions.isWorn(NOON + 600_000)).toBe(false);
    now = NOON + 60_001;
    expect(sessions.isWorn(NOON + 600_000)).toBe(true);
    now = NOON;
  });

  it('ends with the password that it began with', () => expect(sessions.until(cookie, 'ann', 'other salt')).toBeUndefined());

  it('cannot be made, prolonged or handed on without the key', () => {
    const [name, , seal] = cookie.split('.');
    const forged = [
      `${name}.${(NOON + 9_999_999).toString(36)}.${seal}`,
      cookie.slice(0, -1),
      `${cookie}A`,
      new Sessions(Buffer.alloc(32, 8), 600, () => now).mint('ann', 'salt'),
    ];
    expect(forged.map((text) => sessions.until(text, 'ann', 'salt'))).toEqual(forged.map(() => undefined));
    expect(sessions.until(cookie, 'bob', 'salt')).toBeUndefined();
    expect(['', '..', 'x', '%'].map((text) => sessions.until(text, '', ''))).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('is kept where no script and no other site gets at it', () => {
    expect(sessions.header(cookie, true)).toBe(`AuthSession=${cookie}; Max-Age=600; Version=1; Path=/; HttpOnly; SameSite=Strict; Secure`);
    expect(sessions.header(undefined, false)).toBe('AuthSession=; Max-Age=0; Version=1; Path=/; HttpOnly; SameSite=Strict');
  });
});
