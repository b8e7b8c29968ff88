/**
 * Who may work on a database at the same time: readers with each other and with one writer; writers one after the
 * other; somebody who needs it alone with nobody.
 */
export class Lanes {
  #writers: Promise<unknown> = Promise.resolve();
  #gate: Promise<unknown> = Promise.resolve();
  readonly #readers = new Set<Promise<unknown>>();
  #closed: Error | undefined;

  async read<T>(work: () => Promise<T>): Promise<T> {
    let passed: Promise<unknown> | undefined;
    while (passed !== this.#gate) {
      passed = this.#gate;
      await passed;
    }
    if (this.#closed) throw this.#closed;
    return this.#track(work());
  }

  write<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#writers.then(() => this.read(work));
    this.#writers = settled(turn);
    return turn;
  }

  /** Waits for everybody before, keeps everybody out, and lets them in again afterwards. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#writers.then(async () => {
      const opened = withResolver();
      this.#gate = opened.promise;
      try {
        await Promise.all(this.#readers);
        if (this.#closed) throw this.#closed;
        return await work();
      } finally {
        opened.resolve();
      }
    });
    this.#writers = settled(turn);
    return turn;
  }

  /** Like `alone`, and whoever comes afterwards gets `error`. */
  close(work: () => Promise<void>, error: Error): Promise<void> {
    return this.alone(async () => {
      this.#closed = error;
      await work();
    });
  }

  #track<T>(work: Promise<T>): Promise<T> {
    const ended = settled(work).finally(() => this.#readers.delete(ended));
    this.#readers.add(ended);
    return work;
  }
}

/** Ends when the work ends, and does not say how. */
const settled = (work: Promise<unknown>): Promise<unknown> => work.then(nothing, nothing);
const nothing = (): void => undefined;

function withResolver(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = nothing;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
