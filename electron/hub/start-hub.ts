import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { sessionKey } from '../web/state-folder';
import { readAdminFile, writeAdminFile, type AdminFile } from './admin-file';
import { Databases, USERS } from './databases';
import { Doorkeeper } from './doorkeeper';
import { hubProof } from './hub-proof';
import { isLocked } from './level-store';
import { Passwords } from './passwords';
import { hubServer } from './server';
import { Sessions } from './sessions';
import { Throttle } from './throttle';
import { Users } from './users';

/** The port of `npm run hub` unless told otherwise. */
export const HUB_PORT = 4610;

export interface HubOptions {
  /** Made where it is missing. One hub at a time. */
  readonly dataFolder: string;
  /** Unless told otherwise this computer alone: 127.0.0.1. */
  readonly host?: string;
  /** 0: any that is free. */
  readonly port?: number;
  /** PEM texts. */
  readonly tls?: { readonly cert: string; readonly key: string };
  readonly sessionSeconds?: number;
  readonly limits?: { readonly requestBytes?: number; readonly documentBytes?: number; readonly failuresPerAddress?: number };
  /** Milliseconds; the clock of sessions and lock-outs. */
  readonly now?: () => number;
  readonly log?: (level: 'info' | 'warning' | 'error', what: string, detail?: unknown) => void;
}

/** A hub that answers. */
export interface Hub {
  readonly url: string;
  readonly port: number;
  readonly admin: { readonly name: string; readonly password: string };
  /** Answers whoever waits, finishes what is under way, closes the databases. Safe to call again. */
  stop(): Promise<void>;
}

/** Another hub has the data folder open; `url` is where it answers, as far as is known. */
export class HubInUse extends Error {
  readonly url: string | undefined;
  constructor(dataFolder: string, url: string | undefined) {
    super(`A hub is already running on ${dataFolder}.`);
    this.url = url;
  }
}

/** Another program listens where the hub was to listen. */
export class PortTaken extends Error {
  readonly port: number;
  constructor(port: number) {
    super(`Port ${port} is used by another program.`);
    this.port = port;
  }
}

const DEFAULTS = { sessionSeconds: 600, requestBytes: 32 * 1024 * 1024, documentBytes: 8_000_000, failuresPerAddress: 100 };
/** Requests under way get this long to finish; then their connections are closed. */
const GRACE_MS = 1200;
const SWEEP_MS = 20;

/** Starts the embedded hub on a data folder. Throws `HubInUse` and `PortTaken`, for which a person can do something. */
export async function startHub(options: HubOptions): Promise<Hub> {
  await mkdir(options.dataFolder, { recursive: true, mode: 0o700 });
  const databases = await openDatabases(options.dataFolder);
  try {
    return await serve(options, databases);
  } catch (error) {
    await databases.close();
    throw error;
  }
}

async function openDatabases(dataFolder: string): Promise<Databases> {
  try {
    return await Databases.open(dataFolder);
  } catch (error) {
    if (isLocked(error)) throw new HubInUse(dataFolder, (await readAdminFile(dataFolder))?.url);
    throw error;
  }
}

async function serve(options: HubOptions, databases: Databases): Promise<Hub> {
  const { dataFolder, host = '127.0.0.1', port = HUB_PORT, tls, limits = {}, log = () => undefined } = options;
  const stopping = new AbortController();
  // The administrator's password must be there before anybody can ask; the address is known only afterwards.
  const admin = await writeAdminFile(dataFolder, (await readAdminFile(dataFolder))?.url ?? '');
  const parts = await partsOf(options, databases, admin, stopping.signal);
  const requestBytes = limits.requestBytes ?? DEFAULTS.requestBytes;
  const app = hubServer(parts, { requestBytes, tls, onError: (what, detail) => log('error', what, detail) });
  await listen(app, host, port);
  const address = app.server.address() as AddressInfo;
  const url = `${tls ? 'https' : 'http'}://${reachableName(host)}:${address.port}`;
  await writeAdminFile(dataFolder, url);
  log('info', `listening at ${url}`);
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= stopHub(app, databases, stopping));
  return { url, port: address.port, admin: { name: admin.name, password: admin.password }, stop };
}

async function partsOf(
  options: HubOptions,
  databases: Databases,
  admin: AdminFile,
  stopping: AbortSignal,
): Promise<Parameters<typeof hubServer>[0]> {
  const now = options.now ?? Date.now;
  const limits = options.limits ?? {};
  const passwords = new Passwords(now);
  const users = new Users(await databases.get(USERS), passwords);
  const sessions = new Sessions(await sessionKey(options.dataFolder), options.sessionSeconds ?? DEFAULTS.sessionSeconds, now);
  const throttle = new Throttle(now, limits.failuresPerAddress ?? DEFAULTS.failuresPerAddress);
  return {
    databases,
    users,
    doorkeeper: new Doorkeeper({ admin, users, passwords, sessions, throttle }),
    sessions,
    uuid: randomUUID().replaceAll('-', ''),
    proof: (challenge) => hubProof(admin.password, challenge),
    isSecure: options.tls !== undefined,
    documentBytes: limits.documentBytes ?? DEFAULTS.documentBytes,
    now,
    stopping,
  };
}

async function listen(app: FastifyInstance, host: string, port: number): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') throw new PortTaken(port);
    throw error;
  }
}

/** How this computer itself reaches a hub that listens on all of its addresses. */
const reachableName = (host: string): string =>
  ['0.0.0.0', '::', ''].includes(host) ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;

async function stopHub(app: FastifyInstance, databases: Databases, stopping: AbortController): Promise<void> {
  stopping.abort();
  const hurry = setTimeout(() => app.server.closeAllConnections(), GRACE_MS);
  // A connection that has just been answered stays open for a next request, which there will not be.
  const sweep = setInterval(() => app.server.closeIdleConnections(), SWEEP_MS);
  try {
    await app.close();
  } finally {
    clearTimeout(hurry);
    clearInterval(sweep);
  }
  await databases.close();
}
