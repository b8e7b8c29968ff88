import { createHmac, timingSafeEqual } from 'node:crypto';

/** The name of CouchDB's cookie. */
export const SESSION_COOKIE = 'AuthSession';

/** A cookie is renewed on use once a tenth of its time is gone. */
const FRESH = 0.1;

/**
 * Sessions without a list of sessions: the cookie holds the name, when it was given, and a seal over both and the
 * user's salt. So a changed password ends every session that began with the old one.
 */
export class Sessions {
  readonly #key: Buffer;
  readonly #seconds: number;
  readonly #now: () => number;

  constructor(key: Buffer, seconds: number, now: () => number) {
    this.#key = key;
    this.#seconds = seconds;
    this.#now = now;
  }

  mint(name: string, salt: string): string {
    return this.#cookie(name, Math.floor(this.#now()).toString(36), salt);
  }

  /** Whose cookie this claims to be; believe it only with `until`. */
  nameIn(cookie: string): string | undefined {
    const [name = ''] = cookie.split('.');
    return name === '' ? undefined : Buffer.from(name, 'base64url').toString();
  }

  /** When the session ends, in milliseconds; undefined for one that is over, altered, or of another password. */
  until(cookie: string, name: string, salt: string): number | undefined {
    const [, given = ''] = cookie.split('.');
    if (!isSame(cookie, this.#cookie(name, given, salt))) return undefined;
    const until = Number.parseInt(given, 36) + this.#seconds * 1000;
    return until > this.#now() ? until : undefined;
  }

  /** True where a session that ends then has earned a new cookie. */
  isWorn(until: number): boolean {
    return until - this.#now() < this.#seconds * 1000 * (1 - FRESH);
  }

  /** The header that sets the cookie; without one, that removes it. */
  header(cookie: string | undefined, isSecure: boolean): string {
    const rest = `Version=1; Path=/; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`;
    if (cookie === undefined) return `${SESSION_COOKIE}=; Max-Age=0; ${rest}`;
    return `${SESSION_COOKIE}=${cookie}; Max-Age=${this.#seconds}; ${rest}`;
  }

  #cookie(name: string, given: string, salt: string): string {
    const seal = createHmac('sha256', this.#key)
      .update(JSON.stringify([name, given, salt]))
      .digest('base64url');
    return `${Buffer.from(name).toString('base64url')}.${given}.${seal}`;
  }
}

function isSame(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
