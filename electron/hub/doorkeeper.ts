import { adminSalt, isAdmin, type AdminFile } from './admin-file';
import type { Passwords } from './passwords';
import { forbidden, Problem, unauthorized } from './problem';
import { ANYBODY, type User } from './security';
import type { Sessions } from './sessions';
import type { Throttle } from './throttle';
import type { Account, Users } from './users';

/** Who asks, how that is known, and until when. */
export interface Visitor {
  readonly user: User;
  readonly via: 'cookie' | 'default' | undefined;
  /** Stands for the password that let them in. */
  readonly salt?: string;
  /** Milliseconds; only where a cookie says it. */
  readonly until?: number;
  /** A new cookie, where the old one has earned it. */
  readonly renewed?: string;
}

const STRANGER: Visitor = { user: ANYBODY, via: undefined };
const WRONG = 'Name or password is incorrect.';
const ENDED = 'Your session has ended. Sign in again.';
const LOCKED = 'Account is temporarily locked due to multiple authentication failures';

/** Decides who somebody is: by name and password, or by the cookie that was given for them. */
export class Doorkeeper {
  readonly #admin: AdminFile;
  readonly #users: Users;
  readonly #passwords: Passwords;
  readonly #sessions: Sessions;
  readonly #throttle: Throttle;

  constructor(parts: { admin: AdminFile; users: Users; passwords: Passwords; sessions: Sessions; throttle: Throttle }) {
    this.#admin = parts.admin;
    this.#users = parts.users;
    this.#passwords = parts.passwords;
    this.#sessions = parts.sessions;
    this.#throttle = parts.throttle;
  }

  /** Name and password come before a cookie, as in CouchDB. A cookie that does not hold is as good as none. */
  async visitor(authorization: string | undefined, cookie: string | undefined, address: string): Promise<Visitor> {
    const basic = credentialsIn(authorization);
    if (basic) return { ...(await this.#check(basic.name, basic.password, address)), via: 'default' };
    return cookie === undefined || cookie === '' ? STRANGER : this.#bySession(cookie);
  }

  /** The user of an earlier request as they are now. Throws a `Problem` where they may no longer come in. */
  async stillThere({ user, via, salt }: Visitor): Promise<User> {
    if (via === undefined || user.name === null) return ANYBODY;
    const known = await this.#byName(user.name);
    if (!known || known.salt !== salt) throw unauthorized(ENDED);
    return known.user;
  }

  /** The user and a cookie for them. */
  async signIn(name: string, password: string, address: string): Promise<{ readonly user: User; readonly cookie: string }> {
    const { user, salt } = await this.#check(name, password, address);
    return { user, cookie: this.#sessions.mint(name, salt) };
  }

  async #check(name: string, password: string, address: string): Promise<{ readonly user: User; readonly salt: string }> {
    const verdict = this.#throttle.judge(name, address);
    if (verdict === 'locked') throw forbidden(LOCKED);
    if (verdict === 'slow down')
      throw new Problem(429, 'too_many_requests', 'Too many failed sign-ins from this address. Wait five minutes.');
    if (isAdmin(this.#admin, name, password)) return { user: this.#adminUser(), salt: adminSalt(this.#admin) };
    const account = name === this.#admin.name ? undefined : await this.#users.find(name);
    if (account && (await this.#passwords.isRight(password, account.hash))) return { user: userOf(account), salt: saltOf(account) };
    if (!account) await this.#passwords.isRight(password, undefined);
    this.#throttle.failed(name, address);
    throw unauthorized(WRONG);
  }

  async #bySession(cookie: string): Promise<Visitor> {
    const name = this.#sessions.nameIn(cookie);
    const known = name === undefined ? undefined : await this.#byName(name);
    const until = known && this.#sessions.until(cookie, known.user.name ?? '', known.salt);
    if (!known || until === undefined) return STRANGER;
    const renewed = this.#sessions.isWorn(until) ? this.#sessions.mint(known.user.name ?? '', known.salt) : undefined;
    return { ...known, via: 'cookie', until, ...(renewed !== undefined && { renewed }) };
  }

  async #byName(name: string): Promise<{ readonly user: User; readonly salt: string } | undefined> {
    if (name === this.#admin.name) return { user: this.#adminUser(), salt: adminSalt(this.#admin) };
    const account = await this.#users.find(name);
    return account && { user: userOf(account), salt: saltOf(account) };
  }

  #adminUser(): User {
    return { name: this.#admin.name, roles: ['_admin'] };
  }
}

const userOf = ({ name, roles }: Account): User => ({ name, roles });
/** An account without a password has no session: nobody can have signed in to it. */
const saltOf = ({ hash }: Account): string => (hash ? `${hash.salt}${hash.derived_key}` : 'no password');

/** Throws a `Problem` for a header that names nobody; other schemes are not ours to judge. */
function credentialsIn(authorization: string | undefined): { readonly name: string; readonly password: string } | undefined {
  const [scheme = '', encoded = ''] = (authorization ?? '').split(' ');
  if (scheme.toLowerCase() !== 'basic') return undefined;
  const text = Buffer.from(encoded, 'base64').toString();
  const colon = text.indexOf(':');
  if (colon < 1) throw unauthorized(WRONG);
  return { name: text.slice(0, colon), password: text.slice(colon + 1) };
}
