import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** How long a browser stays signed in after it last used a printed address, in seconds. */
export const SESSION_SECONDS = 60 * 60 * 24 * 180;

/**
 * Who may talk to the browser shell. Everything rests on one secret that only this user of this computer can read:
 *
 * - an *entry token* stands in a printed address, works once, and only with the running server (`run`);
 * - a *session* is what a browser gets for it, in a cookie. It outlives the server, so a page that is still open
 *   after a restart goes on working;
 * - a *proof* answers a challenge, so that a second start knows whether the port is held by its own instance.
 */
export class Passes {
  readonly #key: Buffer;
  readonly #run: string;
  readonly #used = new Set<string>();

  constructor(key: Buffer, run: string) {
    this.#key = key;
    this.#run = run;
  }

  mintEntry(): string {
    const nonce = randomBytes(12).toString('base64url');
    return `${nonce}.${this.#seal('entry', this.#run, nonce)}`;
  }

  /** True once for each token that was minted for this run. */
  useEntry(token: string): boolean {
    const [nonce = '', seal = ''] = token.split('.');
    if (!isSame(seal, this.#seal('entry', this.#run, nonce)) || this.#used.has(nonce)) return false;
    this.#used.add(nonce);
    return true;
  }

  /** `now` in milliseconds. */
  mintSession(now: number): string {
    const until = String(Math.floor(now / 1000) + SESSION_SECONDS);
    const nonce = randomBytes(12).toString('base64url');
    return `${until}.${nonce}.${this.#seal('session', until, nonce)}`;
  }

  isSession(session: string, now: number): boolean {
    const [until = '', nonce = '', seal = ''] = session.split('.');
    return isSame(seal, this.#seal('session', until, nonce)) && Number(until) * 1000 > now;
  }

  proof(challenge: string): string {
    return this.#seal('proof', this.#run, challenge);
  }

  isProof(challenge: string, proof: string): boolean {
    return isSame(proof, this.proof(challenge));
  }

  #seal(...parts: readonly string[]): string {
    return createHmac('sha256', this.#key).update(JSON.stringify(parts)).digest('base64url');
  }
}

function isSame(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
