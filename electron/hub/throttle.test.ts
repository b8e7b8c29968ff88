import { expect, it } from 'vitest';
import { Throttle } from './throttle';

const MINUTE = 60_000;

it('locks a user out from one address after five failures, for five minutes from the first', () => {
  let now = 0;
  const throttle = new Throttle(() => now, 100);
  for (let count = 0; count < 5; count += 1) {
    expect(throttle.judge('ann', '10.0.0.1')).toBe('try');
    throttle.failed('ann', '10.0.0.1');
    now += MINUTE / 2;
  }
  expect(throttle.judge('ann', '10.0.0.1')).toBe('locked');
  expect([throttle.judge('ann', '10.0.0.2'), throttle.judge('bob', '10.0.0.1')]).toEqual(['try', 'try']);
  now = 5 * MINUTE;
  expect(throttle.judge('ann', '10.0.0.1')).toBe('try');
});

it('slows an address down that tries one password on many names', () => {
  let now = 0;
  const throttle = new Throttle(() => now, 100);
  for (let count = 0; count < 100; count += 1) throttle.failed(`user ${count}`, '10.0.0.1');
  expect([throttle.judge('new', '10.0.0.1'), throttle.judge('new', '10.0.0.2')]).toEqual(['slow down', 'try']);
  now = 5 * MINUTE;
  expect(throttle.judge('new', '10.0.0.1')).toBe('try');
});

it('does not confuse a name with an address', () => {
  const throttle = new Throttle(() => 0, 5);
  for (let count = 0; count < 5; count += 1) throttle.failed('10.0.0.9"]', 'x');
  expect(throttle.judge('y', '10.0.0.9')).toBe('try');
});

it('stays small, however many names are tried', () => {
  const throttle = new Throttle(() => 0, 5);
  for (let count = 0; count < 50_000; count += 1) throttle.failed(`user ${count}`, `address ${count}`);
  expect(throttle.size).toBeLessThanOrEqual(10_001);
});
