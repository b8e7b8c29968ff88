/** Failures are counted for this long, from the first one. */
const WINDOW_MS = 5 * 60_000;
/** As CouchDB: after five, even the right password is refused. */
const FAILURES_PER_USER = 5;
const MOST_KEPT = 10_000;

interface Count {
  readonly failures: number;
  readonly since: number;
}

/** What to do with somebody who wants to sign in. */
export type Verdict = 'try' | 'locked' | 'slow down';

/**
 * Counts failed sign-ins: five of one user from one address lock that user out from there; many of any users from one
 * address slow that address down, so that trying one password on all names does not work either.
 */
export class Throttle {
  readonly #now: () => number;
  readonly #failuresPerAddress: number;
  readonly #counts = new Map<string, Count>();

  constructor(now: () => number, failuresPerAddress: number) {
    this.#now = now;
    this.#failuresPerAddress = failuresPerAddress;
  }

  judge(name: string, address: string): Verdict {
    if (this.#failures(userKey(name, address)) >= FAILURES_PER_USER) return 'locked';
    return this.#failures(addressKey(address)) >= this.#failuresPerAddress ? 'slow down' : 'try';
  }

  failed(name: string, address: string): void {
    if (this.#counts.size >= MOST_KEPT) this.#forgetOld();
    for (const key of [userKey(name, address), addressKey(address)]) {
      const count = this.#current(key) ?? { failures: 0, since: this.#now() };
      this.#counts.set(key, { since: count.since, failures: count.failures + 1 });
    }
  }

  /** How many names and addresses are remembered. */
  get size(): number {
    return this.#counts.size;
  }

  #failures(key: string): number {
    return this.#current(key)?.failures ?? 0;
  }

  #current(key: string): Count | undefined {
    const count = this.#counts.get(key);
    return count && this.#now() - count.since < WINDOW_MS ? count : undefined;
  }

  /** Names are chosen by whoever asks, so their number is bounded: the oldest go first. */
  #forgetOld(): void {
    for (const key of this.#counts.keys()) {
      if (this.#current(key) && this.#counts.size < MOST_KEPT / 2) return;
      this.#counts.delete(key);
    }
  }
}

const userKey = (name: string, address: string): string => JSON.stringify([address, name]);
const addressKey = (address: string): string => JSON.stringify([address]);
