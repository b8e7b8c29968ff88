import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { Problem } from './problem';

/** A hashed password as it stands in a user document. */
export interface PasswordHash {
  readonly password_scheme: 'scrypt';
  readonly salt: string;
  readonly derived_key: string;
  /** scrypt's cost: 32 MiB and about a tenth of a second for each guess. */
  readonly cost: number;
}

const COST = 2 ** 15;
const KEY_BYTES = 32;
/** scrypt and LevelDB share four threads: half of them stay with the data. */
const AT_ONCE = 2;
const MOST_WAITING = 200;
const REMEMBERED_MS = 10 * 60_000;
const MOST_REMEMBERED = 1000;

/**
 * Hashes and checks passwords. A password that was right is remembered for ten minutes, as a keyed hash that only this
 * process can make, so that basic authentication does not cost a tenth of a second for each request.
 */
export class Passwords {
  readonly #key = randomBytes(32);
  readonly #right = new Map<string, number>();
  readonly #now: () => number;
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  async hash(password: string): Promise<PasswordHash> {
    const salt = randomBytes(16).toString('hex');
    const key = await this.#derive(password, salt, COST);
    return { password_scheme: 'scrypt', salt, derived_key: key.toString('hex'), cost: COST };
  }

  /** Without a hash (no such user) the answer is no, and takes as long. */
  async isRight(password: string, hash: PasswordHash | undefined): Promise<boolean> {
    const known = hash ?? NOBODY;
    const trace = createHmac('sha256', this.#key).update(`${known.salt}:${known.derived_key}:${password}`).digest('base64');
    if ((this.#right.get(trace) ?? 0) > this.#now()) return true;
    const key = await this.#derive(password, known.salt, known.cost);
    const expected = Buffer.from(known.derived_key, 'hex');
    const isRight = hash !== undefined && key.length === expected.length && timingSafeEqual(key, expected);
    if (isRight) this.#remember(trace);
    return isRight;
  }

  #remember(trace: string): void {
    if (this.#right.size >= MOST_REMEMBERED) this.#right.clear();
    this.#right.set(trace, this.#now() + REMEMBERED_MS);
  }

  async #derive(password: string, salt: string, cost: number): Promise<Buffer> {
    await this.#turn();
    try {
      return await new Promise<Buffer>((resolve, reject) => {
        const options = { N: cost, r: 8, p: 1, maxmem: 256 * cost * 8 };
        scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)));
      });
    } finally {
      this.#running -= 1;
      this.#waiting.shift()?.();
    }
  }

  async #turn(): Promise<void> {
    if (this.#waiting.length >= MOST_WAITING)
      throw new Problem(503, 'service_unavailable', 'Too many sign-ins at once. Try again in a moment.');
    while (this.#running >= AT_ONCE) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#running += 1;
  }
}

const NOBODY: PasswordHash = { password_scheme: 'scrypt', salt: '00', derived_key: '00', cost: COST };

/** The hash in a user document; undefined where it has none that we can check. */
export function hashIn(document: object): PasswordHash | undefined {
  const { password_scheme: scheme, salt, derived_key: key, cost } = { ...NOTHING, ...document };
  if (scheme !== 'scrypt' || typeof salt !== 'string' || typeof key !== 'string') return undefined;
  return typeof cost === 'number' && Number.isInteger(Math.log2(cost)) && cost <= 2 ** 20 && cost > 1
    ? { password_scheme: 'scrypt', salt, derived_key: key, cost }
    : undefined;
}

const NOTHING: Record<keyof PasswordHash, unknown> = {
  password_scheme: undefined,
  salt: undefined,
  derived_key: undefined,
  cost: undefined,
};
