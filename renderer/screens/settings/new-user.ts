import type { Person } from '#shared/records/registry';
import { isUserName } from '#shared/hub/protocol';
import { t } from '#shared/values/texts';

/** A user name made of what is known of a person: the first part of the e-mail address, else the name. Empty where neither gives one. */
export function proposeUserName({ name, email }: Pick<Person, 'name' | 'email'>): string {
  const [mailbox = ''] = (email ?? '').split('@');
  return [plainName(mailbox), plainName(name)].find(isUserName) ?? '';
}

function plainName(text: string): string {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain
    .replaceAll(/[^a-z0-9._-]+/gu, '.')
    .replaceAll(/^[^a-z0-9]+|[^a-z0-9]+$/gu, '')
    .slice(0, 64);
}

/** Without what is taken for something else when it is read out or typed off: 0 and o, 1, i and l. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to hand on: four groups of five, about 99 bits. `random` gives so many random bytes. */
export function newPassword(random: (bytes: number) => Uint8Array): string {
  const letters: string[] = [];
  // A byte beyond the last whole round of the alphabet would make its first letters likelier.
  const fair = 256 - (256 % LETTERS.length);
  while (letters.length < 20)
    letters.push(...[...random(32)].filter((byte) => byte < fair).map((byte) => LETTERS.charAt(byte % LETTERS.length)));
  return [0, 5, 10, 15].map((from) => letters.slice(from, from + 5).join('')).join('-');
}

export const SHORTEST_PASSWORD = 8;

/** What to say of a password while it is chosen. `too-short` is not taken. */
export function passwordStrength(password: string): 'too-short' | 'weak' | 'good' {
  if (password.length < SHORTEST_PASSWORD) return 'too-short';
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/u, /[^\p{L}\d]/u].filter((kind) => kind.test(password)).length;
  return password.length >= 14 || (password.length >= 11 && kinds >= 3) ? 'good' : 'weak';
}

/** What a new user needs to know, to be sent to them. */
export function invitationText(to: {
  readonly firm: string;
  readonly address: string;
  readonly workspace: string;
  readonly user: string;
  readonly password: string | undefined;
}): string {
  return [
    t('You have access to “{{firm}}” in Throughline.', { firm: to.firm }),
    '',
    t('Open Throughline, choose “Join a workspace on a server”, and enter:'),
    '',
    t('Address:    {{address}}', { address: to.address }),
    t('Workspace:  {{workspace}}', { workspace: to.workspace }),
    t('User name:  {{user}}', { user: to.user }),
    to.password === undefined ? t('Password:   the one you have') : t('Password:   {{password}}', { password: to.password }),
  ].join('\n');
}
