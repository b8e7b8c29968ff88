import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { localHub } from '#shared/ipc/hub-messages';
import { openTurnstile } from '#shared/values/turnstile';
import type { Log } from '../log';
import { type HubChild, HubProcess } from './hub-process';
import { isHubProof, PROOF_PATH } from './hub-proof';
import { lanHosts } from './lan-addresses';
import { parseServerAddress } from './server-address';
import { StateFile } from './state-file';

type LocalHubFacts = z.infer<typeof localHub>;

/** What the local hub needs of the shell around it. */
export interface LocalHubSetting {
  /** Holds `local-hub.json`, and the hub's data under `hub/`. */
  readonly folder: string;
  /** Starts the hub program with these arguments. */
  readonly fork: (args: readonly string[]) => HubChild;
  readonly port: number;
  readonly log: Pick<Log, 'write'>;
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** Who may do everything on a hub, and where it answers. */
export interface HubKeys {
  readonly url: string;
  readonly name: string;
  readonly password: string;
}

export const DEFAULT_HUB_PORT = 4610;

const keysSchema = z.object({ url: z.url(), name: z.string(), password: z.string().min(1) });
const proofSchema = z.object({ app: z.literal('throughline-hub'), proof: z.string().max(128) });
const wishSchema = z.object({ running: z.boolean(), network: z.boolean() });
type Wish = z.infer<typeof wishSchema>;

/** A hub on this computer that does not answer by then does not run. */
const PROOF_WITHIN_MS = 2_000;

/**
 * The hub of this computer: one that runs already (`npm run hub`) is found, else this shell runs one of its own, for
 * this computer alone or for the network. What a person wished outlives the program.
 */
export class LocalHubHost {
  readonly #setting: LocalHubSetting;
  readonly #wish: StateFile<Wish | undefined>;
  readonly #own: HubProcess;
  /** Whether the hub that this shell runs was started for the network: true also while there is none. */
  #isForNetwork = false;
  readonly #inTurn = openTurnstile();

  constructor(setting: LocalHubSetting) {
    const { folder, log } = setting;
    this.#setting = setting;
    this.#wish = new StateFile<Wish | undefined>(join(folder, 'local-hub.json'), wishSchema, undefined, log);
    this.#own = new HubProcess({ ...setting, answers: async () => (await this.admin()) !== undefined });
  }

  /** To be called when the program starts: as it was wished last; `unless` nobody has wished anything. */
  async resume(unless: Wish): Promise<void> {
    const wish = (await this.#wish.read()) ?? unless;
    await this.#inTurn(async () => {
      if (wish.running && !(await this.admin())) await this.#start(wish.network);
    });
  }

  async facts(): Promise<LocalHubFacts> {
    const admin = await this.admin();
    if (!admin) return { available: true, running: false, network: false, addresses: [] };
    const addresses = await addressesOf(admin);
    const network = addresses.length > 0 || (this.#own.isRunning && this.#isForNetwork);
    return { available: true, running: true, network, url: admin.url, addresses };
  }

  /** Rejects with words fit to show where it cannot be so. */
  host(wish: Wish): Promise<LocalHubFacts> {
    return this.#inTurn(async () => {
      const now = await this.facts();
      const isSo = now.running === wish.running && (!wish.running || now.network === wish.network);
      if (!isSo && now.running && !this.#own.isRunning) throw new Error(notOurs(wish));
      if (!isSo && wish.running) await this.#start(wish.network);
      if (!isSo && !wish.running) await this.#own.stop();
      await this.#wish.change(() => wish);
      return this.facts();
    });
  }

  /** The keys of the hub that answers here, once it has proved to be the one that they belong to. */
  async admin(): Promise<HubKeys | undefined> {
    const keys = await readKeys(join(this.#setting.folder, 'hub', 'admin.json'));
    return keys && (await proves(keys, keys.url)) ? keys : undefined;
  }

  /** Ends the hub that this shell runs; one that was started otherwise goes on. */
  stop(): Promise<void> {
    return this.#own.stop();
  }

  #start(network: boolean): Promise<void> {
    const { folder, port } = this.#setting;
    this.#isForNetwork = network;
    const host = network ? '0.0.0.0' : '127.0.0.1';
    return this.#own.start(['--data', join(folder, 'hub'), '--host', host, '--port', String(port), '--quiet']);
  }
}

function notOurs({ running }: Wish): string {
  const how = 'The hub of this computer was started on its own, with npm run hub';
  if (!running) return `${how}. Stop it where it was started.`;
  return `${how}. Stop it there and start it with: npm run hub -- --host 0.0.0.0, or stop it and host from here.`;
}

async function readKeys(file: string): Promise<HubKeys | undefined> {
  try {
    return keysSchema.safeParse(JSON.parse(await readFile(file, 'utf8'))).data;
  } catch (error) {
    // None yet, or one that is just being written: then no hub of ours answers.
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error && error.code === 'ENOENT')) return undefined;
    throw error;
  }
}

/**
 * Where the hub answers other computers: tried from here, so a hub that is bound to this computer alone has none. Only
 * what their apps accept: without a certificate that is an address in a private network.
 */
async function addressesOf(keys: HubKeys): Promise<string[]> {
  const { protocol, port } = new URL(keys.url);
  const urls = lanHosts(networkInterfaces())
    .map((host) => `${protocol}//${host}:${port}`)
    .filter((url) => parseServerAddress(url).ok);
  const answers = await Promise.all(urls.map((url) => proves(keys, url)));
  return urls.filter((_url, index) => answers[index]);
}

async function proves({ password }: HubKeys, url: string): Promise<boolean> {
  const challenge = randomBytes(16).toString('base64url');
  try {
    const signal = AbortSignal.timeout(PROOF_WITHIN_MS);
    const response = await fetch(`${url}${PROOF_PATH}?challenge=${challenge}`, { signal, redirect: 'error' });
    const said = proofSchema.safeParse(await response.json());
    return said.success && isHubProof(password, challenge, said.data.proof);
  } catch {
    // Nothing answers, or something that is not a hub: the same to us.
    return false;
  }
}
