import { createCipheriv, createDecipheriv, randomBytes, scrypt, type ScryptOptions } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { openTurnstile } from '#shared/values/turnstile';
import type { Log } from '../log';
import { StateFile } from './state-file';

/** The operating system's own store, where it truly encrypts. */
export interface SystemSeal {
  seal(text: string): Buffer;
  /** Throws where it was sealed by another user or on another computer. */
  open(sealed: Buffer): string;
}

/** What is known of a secret. `locked`: it is here, under a passphrase. */
export type Held = { readonly tag: 'open'; readonly text: string } | { readonly tag: 'locked' } | { readonly tag: 'none' };

const base64 = z.base64();
const sealedSecret = z.discriminatedUnion('by', [
  z.object({ by: z.literal('system'), sealed: base64 }),
  z.object({ by: z.literal('passphrase'), v: z.literal(1), salt: base64, nonce: base64, sealed: base64, tag: base64 }),
]);
type Sealed = z.infer<typeof sealedSecret>;
type SealedByPassphrase = Extract<Sealed, { by: 'passphrase' }>;

/** Version 1 of sealing by passphrase. 128 MiB and about half a second for each try, so that guessing is dear. */
const SCRYPT: ScryptOptions = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const KEY_BYTES = 32;

/**
 * Secrets by name: sealed on disk by the operating system where it can, else under a passphrase where one is given,
 * else only in memory until the program ends.
 */
export class Secrets {
  readonly #file: StateFile<Record<string, Sealed>>;
  readonly #system: SystemSeal | undefined;
  readonly #log: Pick<Log, 'write'>;
  readonly #open = new Map<string, string>();
  readonly #oneAtATime = openTurnstile();

  constructor(folder: string, system: SystemSeal | undefined, log: Pick<Log, 'write'>) {
    this.#file = new StateFile(join(folder, 'secrets.json'), z.record(z.string(), sealedSecret), {}, log);
    this.#system = system;
    this.#log = log;
  }

  /** True where the operating system keeps them; else a passphrase is needed to keep one beyond the end of the program. */
  get areKept(): boolean {
    return this.#system !== undefined;
  }

  async keep(name: string, text: string, passphrase: string | undefined): Promise<void> {
    const sealed = await this.#seal(name, text, passphrase);
    await this.#file.change(({ [name]: _former, ...others }) => (sealed ? { ...others, [name]: sealed } : others));
    this.#open.set(name, text);
  }

  async held(name: string): Promise<Held> {
    const text = this.#open.get(name);
    if (text !== undefined) return { tag: 'open', text };
    const sealed = (await this.#file.read())[name];
    if (!sealed) return { tag: 'none' };
    if (sealed.by === 'passphrase') return { tag: 'locked' };
    return this.#openBySystem(name, sealed.sealed);
  }

  /** Opens what lies under a passphrase, until the program ends. A wrong one costs time, nothing else. */
  async unlock(name: string, passphrase: string): Promise<'open' | 'wrong' | 'none'> {
    const sealed = (await this.#file.read())[name];
    if (sealed?.by !== 'passphrase') return (await this.held(name)).tag === 'open' ? 'open' : 'none';
    const text = await this.#openByPassphrase(name, sealed, passphrase);
    if (text === undefined) return 'wrong';
    this.#open.set(name, text);
    return 'open';
  }

  async forget(name: string): Promise<void> {
    this.#open.delete(name);
    const { [name]: sealed } = await this.#file.read();
    if (sealed) await this.#file.change(({ [name]: _gone, ...others }) => others);
  }

  async #seal(name: string, text: string, passphrase: string | undefined): Promise<Sealed | undefined> {
    if (this.#system) return { by: 'system', sealed: this.#system.seal(text).toString('base64') };
    if (passphrase === undefined) return undefined;
    const [salt, nonce] = [randomBytes(16), randomBytes(12)];
    const cipher = createCipheriv('aes-256-gcm', await this.#derive(passphrase, salt), nonce).setAAD(Buffer.from(name));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    const text64 = (bytes: Buffer): string => bytes.toString('base64');
    return { by: 'passphrase', v: 1, salt: text64(salt), nonce: text64(nonce), sealed: text64(sealed), tag: text64(cipher.getAuthTag()) };
  }

  #openBySystem(name: string, sealed: string): Held {
    try {
      if (!this.#system) return { tag: 'none' };
      const text = this.#system.open(Buffer.from(sealed, 'base64'));
      this.#open.set(name, text);
      return { tag: 'open', text };
    } catch {
      // Another user's key chain, or a new one: the person signs in again. The cause would say nothing more, and might quote the secret.
      this.#log.write('warning', `the system could not open the secret of ${name}`);
      return { tag: 'none' };
    }
  }

  /** Undefined where the passphrase is wrong or the file was tampered with: the two cannot be told apart. */
  async #openByPassphrase(name: string, { salt, nonce, sealed, tag }: SealedByPassphrase, passphrase: string): Promise<string | undefined> {
    const bytes = (text: string): Buffer => Buffer.from(text, 'base64');
    const key = await this.#derive(passphrase, bytes(salt));
    if (bytes(nonce).length !== 12 || bytes(tag).length !== 16) return undefined;
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, bytes(nonce)).setAAD(Buffer.from(name)).setAuthTag(bytes(tag));
      return Buffer.concat([decipher.update(bytes(sealed)), decipher.final()]).toString('utf8');
    } catch {
      return undefined;
    }
  }

  /** One at a time: each takes 128 MiB. */
  #derive(passphrase: string, salt: Buffer): Promise<Buffer> {
    return this.#oneAtATime(
      () =>
        new Promise<Buffer>((resolve, reject) => {
          scrypt(passphrase.normalize('NFKC'), salt, KEY_BYTES, SCRYPT, (error, key) => (error ? reject(error) : resolve(key)));
        }),
    );
  }
}
