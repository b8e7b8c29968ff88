import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { openTurnstile } from '#shared/values/turnstile';
import type { Log } from '../log';

/** A small file of the shell's own, readable by this user alone. Never the firm's data. */
export class StateFile<T> {
  readonly #file: string;
  readonly #schema: z.ZodType<T>;
  readonly #empty: T;
  readonly #log: Pick<Log, 'write'>;
  readonly #oneAtATime = openTurnstile();

  constructor(file: string, schema: z.ZodType<T>, empty: T, log: Pick<Log, 'write'>) {
    this.#file = file;
    this.#schema = schema;
    this.#empty = empty;
    this.#log = log;
  }

  /** What it says; `empty` where there is none yet, and where it is damaged, which is logged. */
  async read(): Promise<T> {
    try {
      return this.#schema.parse(JSON.parse(await readFile(this.#file, 'utf8')));
    } catch (error) {
      const isFirst = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (!isFirst) this.#log.write('warning', `${this.#file} is unreadable and counts as empty`);
      return this.#empty;
    }
  }

  /** Reads anew, changes and writes as a whole: one change after the other, and a crash leaves the former file. */
  change(change: (now: T) => T): Promise<void> {
    return this.#oneAtATime(async () => this.#write(change(await this.read())));
  }

  async #write(value: T): Promise<void> {
    await mkdir(dirname(this.#file), { recursive: true, mode: 0o700 });
    const unfinished = `${this.#file}.${randomBytes(4).toString('hex')}.part`;
    await writeFile(unfinished, `${JSON.stringify(value, undefined, 2)}\n`, { flag: 'wx', mode: 0o600 });
    await rename(unfinished, this.#file);
  }
}
