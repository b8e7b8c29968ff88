import { expect, it } from 'vitest';
import { hashIn, Passwords } from './passwords';

it('keeps no password, and knows the right one', async () => {
  const passwords = new Passwords(() => 0);
  const [hash, again] = await Promise.all([passwords.hash('geheim ä'), passwords.hash('geheim ä')]);
  expect(JSON.stringify(hash)).not.toContain('geheim');
  expect(hash.salt).not.toBe(again.salt);
  expect(hash.cost).toBeGreaterThanOrEqual(2 ** 15);
  expect(await passwords.isRight('geheim ä', hash)).toBe(true);
  expect(await passwords.isRight('geheim a\u0308', hash)).toBe(true);
  expect(await passwords.isRight('geheim', hash)).toBe(false);
  expect(await passwords.isRight('geheim ä', undefined)).toBe(false);
});

it('reads a hash back from a user document, and no other scheme', async () => {
  const hash = await new Passwords(() => 0).hash('x');
  expect(hashIn({ name: 'ann', ...hash })).toEqual(hash);
  expect(
    [{}, { ...hash, password_scheme: 'pbkdf2' }, { ...hash, cost: 3 }, { ...hash, cost: 2 ** 40 }, { ...hash, salt: 1 }].map(hashIn),
  ).toEqual(Array(5).fill(undefined));
});

it('asks who come in crowds to try again, instead of losing all memory to them', async () => {
  const passwords = new Passwords(() => 0);
  const hash = await passwords.hash('x');
  const tries = await Promise.allSettled(Array.from({ length: 300 }, (_, index) => passwords.isRight(`${index}`, { ...hash, cost: 2 })));
  const turnedAway = tries.filter((attempt) => attempt.status === 'rejected');
  expect(turnedAway.length).toBeGreaterThan(50);
  expect(tries.every((attempt) => attempt.status === 'rejected' || !attempt.value)).toBe(true);
});
