import { expect, test } from 'vitest';
import { invitationText, newPassword, passwordStrength, proposeUserName } from './new-user';

test('a user name comes from the e-mail address, else from the name, in signs that every server takes', () => {
  expect(proposeUserName({ name: 'Ana Ruiz', email: 'Ana.Ruiz@halden.example' })).toBe('ana.ruiz');
  expect(proposeUserName({ name: 'Jürgen Müller-Lüdenscheidt' })).toBe('jurgen.muller-ludenscheidt');
  expect(proposeUserName({ name: '李雷' })).toBe('');
});

test('a password to hand on has twenty letters that are not mistaken for each other, all equally likely', () => {
  let next = 0;
  const password = newPassword((bytes) => Uint8Array.from({ length: bytes }, () => (next = (next + 37) % 256)));
  expect(password).toMatch(/^[a-hjkmnp-z2-9]{5}(-[a-hjkmnp-z2-9]{5}){3}$/u);
  expect(password).not.toMatch(/[01ilo]/u);
});

test('bytes that would favour the first letters are thrown away', () => {
  const answers = [new Uint8Array(32).fill(255), new Uint8Array(32).fill(0)];
  expect(newPassword(() => answers.shift() ?? new Uint8Array(32))).toBe('aaaaa-aaaaa-aaaaa-aaaaa');
});

test('short passwords are not taken, long ones are good, those between are told to be weak', () => {
  expect(passwordStrength('1234567')).toBe('too-short');
  expect(passwordStrength('password')).toBe('weak');
  expect(passwordStrength('Tr0ub4dor&3')).toBe('good');
  expect(passwordStrength('four plain words here')).toBe('good');
});

test('an invitation holds all that one has to type, and no password where one is known already', () => {
  const to = { firm: 'Halden', address: 'https://crm.example', workspace: 'halden', user: 'ana' };
  expect(invitationText({ ...to, password: 'x-y' })).toContain('Password:   x-y');
  expect(invitationText({ ...to, password: undefined })).toContain('the one you have');
});
