import { expect, test } from 'vitest';
import { roleKey } from './role-key';

test('a role is one role however it is typed, and no words are none', () => {
  const typed = ['Senior consultant', ' senior  Consultant ', 'SENIOR\tCONSULTANT'];
  expect(new Set(typed.map(roleKey))).toEqual(new Set(['senior consultant']));
  expect(roleKey('  ')).toBe('');
  expect(roleKey(undefined)).toBe('');
});
