import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { hubConnection, type signedIn } from '#shared/ipc/hub-messages';
import type { Log } from '../log';
import { type HubRefusal, refusalOf, refuse } from './refusal';
import type { Secrets } from './secrets';
import { parseServerAddress } from './server-address';
import { cookieOf, type Fetch, LOCKOUT_MINUTES, openSession, readSession, type ServerSession } from './server-session';
import { StateFile } from './state-file';

/** A server that this shell is or was signed in to, as the renderer sees it. */
export type Connection = z.infer<typeof hubConnection>;
export type SignedIn = z.infer<typeof signedIn>;

/** What connections need of the shell around them. */
export interface ConnectionsSetting {
  /** The shell's own folder. */
  readonly folder: string;
  readonly secrets: Secrets;
  readonly fetch: Fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Pick<Log, 'write'>;
}

/** What a request as a connection came to, where it did not come to an answer of the server. */
export interface NoSession {
  readonly ok: false;
  readonly error: 'signed_out' | 'locked' | 'locked_out' | 'unreachable';
  readonly reason: string;
  /** Seconds, where trying again sooner is of no use. */
  readonly retryAfter?: number;
}

const kept = z.array(hubConnection.omit({ state: true }));
type Kept = z.infer<typeof kept>[number];

/** What is sealed: where the password goes stands beside it, so that an altered list of connections cannot send it elsewhere. */
const sealedLogin = z.object({ url: z.string(), user: z.string(), password: z.string() });

/** A cookie this young is not an expired one: signing in again would not help, and a server would count it. Milliseconds. */
const YOUNG = 5_000;

/** A file that is taken away can be guessed at for ever; the dear derivation of the key needs something to work with. */
const SHORTEST_PASSPHRASE = 8;
const TOO_SHORT = `Choose a passphrase of at least ${SHORTEST_PASSPHRASE} characters, or leave it empty to sign in at each start.`;

interface OpenSession {
  readonly cookie: string;
  readonly openedAt: number;
}

/** The servers that this shell is signed in to: it alone knows passwords and cookies. */
export class Connections {
  readonly #setting: ConnectionsSetting;
  readonly #file: StateFile<Kept[]>;
  readonly #sessions = new Map<string, OpenSession>();
  readonly #opening = new Map<string, Promise<OpenSession | NoSession>>();
  readonly #lockedUntil = new Map<string, number>();

  constructor(setting: ConnectionsSetting) {
    this.#setting = setting;
    this.#file = new StateFile(join(setting.folder, 'connections.json'), kept, [], setting.log);
  }

  async list(): Promise<readonly Connection[]> {
    return Promise.all((await this.#file.read()).map(async (connection) => ({ ...connection, state: await this.#stateOf(connection) })));
  }

  /** Signs in with a password that a person typed, and keeps it as well as this computer can. */
  async signIn(at: { url: string; user: string; password: string; passphrase?: string | undefined }): Promise<SignedIn | HubRefusal> {
    const address = parseServerAddress(at.url);
    if (!address.ok) return address;
    if (at.passphrase !== undefined && at.passphrase.length < SHORTEST_PASSPHRASE) return refuse('failed', TOO_SHORT);
    const session = await openSession(this.#setting.fetch, address.url, at.user, at.password);
    if (!session.ok) return session;
    const connection = { id: connectionIdOf(address.url, session.user), url: address.url, user: session.user };
    const { secrets } = this.#setting;
    await secrets.keep(connection.id, JSON.stringify({ url: address.url, user: session.user, password: at.password }), at.passphrase);
    await this.#file.change((all) => [...all.filter(({ id }) => id !== connection.id), connection]);
    this.#lockedUntil.delete(connection.id);
    return this.#opened(connection, session);
  }

  /** Opens the secret that lies under a passphrase, and signs in with it. */
  async unlock(id: string, passphrase: string): Promise<SignedIn | HubRefusal> {
    const opened = await this.#setting.secrets.unlock(id, passphrase);
    if (opened === 'wrong')
      return refuse('wrong-password', 'That is not the passphrase. If it is lost, sign in with the password and choose another.');
    if (opened === 'none') return refuse('wrong-password', 'The password is not kept on this computer any more. Sign in again.');
    return this.whoAmI(id);
  }

  /** Asks the server who this is: roles may have changed. */
  async whoAmI(id: string): Promise<SignedIn | HubRefusal> {
    const connection = await this.#find(id);
    if (!connection) return refuse('wrong-password', 'This computer is not signed in to that server any more. Sign in again.');
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const session = await this.#session(connection);
      if ('error' in session) return asRefusal(session);
      const said = await readSession(this.#setting.fetch, connection.url, session.cookie);
      if (said.ok) return this.#opened(connection, said);
      if (said.kind !== 'wrong-password') return said;
      this.#end(id, session.cookie);
    }
    return refuse('wrong-password', 'The server ends every session at once. Sign in again; if that does not help, tell its administrator.');
  }

  /** Forgets the secret and the connection. What the server still holds of the session runs out by itself in minutes. */
  async signOut(id: string): Promise<void> {
    this.#sessions.delete(id);
    await this.#setting.secrets.forget(id);
    await this.#file.change((all) => all.filter((connection) => connection.id !== id));
  }

  /**
   * Sends a request to the server of a connection, signed in. `path` begins with `/`. When the session has expired it
   * signs in once more, whoever else waits for it, and repeats the request: so a body is bytes, not a stream.
   */
  async send(id: string, path: string, init: RequestInit): Promise<Response | NoSession> {
    const connection = await this.#find(id);
    if (!connection) return SIGNED_OUT;
    const session = await this.#session(connection);
    if ('error' in session) return session;
    const first = await this.#sendAs(connection, session, path, init);
    const isYoung = this.#setting.now() - session.openedAt < YOUNG;
    if ('error' in first || first.status !== 401 || isYoung) return first;
    await first.body?.cancel();
    this.#end(id, session.cookie);
    const next = await this.#session(connection);
    return 'error' in next ? next : this.#sendAs(connection, next, path, init);
  }

  async #sendAs({ id, url }: Kept, session: OpenSession, path: string, init: RequestInit): Promise<Response | NoSession> {
    const headers = new Headers(init.headers);
    headers.set('Cookie', `AuthSession=${session.cookie}`);
    try {
      const response = await this.#setting.fetch(url + path, { ...init, headers });
      const renewed = cookieOf(response.headers);
      if (renewed !== undefined && this.#sessions.get(id)?.cookie === session.cookie)
        this.#sessions.set(id, { ...session, cookie: renewed });
      return response;
    } catch (error) {
      return { ok: false, error: 'unreachable', reason: refusalOf(error, url).message };
    }
  }

  /** The open session, or one that is opened now with the kept secret. */
  #session(connection: Kept): Promise<OpenSession | NoSession> {
    const open = this.#sessions.get(connection.id);
    if (open) return Promise.resolve(open);
    const opening = this.#opening.get(connection.id) ?? this.#open(connection).finally(() => this.#opening.delete(connection.id));
    this.#opening.set(connection.id, opening);
    return opening;
  }

  async #open(connection: Kept): Promise<OpenSession | NoSession> {
    const { now, fetch, secrets, log } = this.#setting;
    const held = await secrets.held(connection.id);
    if (held.tag === 'locked')
      return { ok: false, error: 'locked', reason: 'The password is kept under a passphrase. Unlock it to go on.' };
    const login = held.tag === 'open' ? loginOf(connection, held.text) : undefined;
    if (!login) return SIGNED_OUT;
    const wait = (this.#lockedUntil.get(connection.id) ?? 0) - now();
    if (wait > 0) return lockedOut(wait);
    const session = await openSession(fetch, connection.url, login.user, login.password);
    if (session.ok) {
      this.#opened(connection, session);
      return this.#sessions.get(connection.id) ?? SIGNED_OUT;
    }
    log.write('warning', `connection ${connection.id} could not sign in`, session.kind);
    if (session.kind === 'locked-out') this.#lockedUntil.set(connection.id, now() + LOCKOUT_MINUTES * 60_000);
    if (session.kind === 'wrong-password') await secrets.forget(connection.id);
    return noSessionOf(session);
  }

  #opened(connection: Kept, session: ServerSession): SignedIn {
    const { id, url } = connection;
    const former = this.#sessions.get(id);
    const openedAt = former?.cookie === session.cookie ? former.openedAt : this.#setting.now();
    this.#sessions.set(id, { cookie: session.cookie, openedAt });
    return { ok: true, connection: id, url, user: session.user, roles: session.roles };
  }

  /** Forgets a session that the server no longer takes, unless another has been opened meanwhile. */
  #end(id: string, cookie: string): void {
    if (this.#sessions.get(id)?.cookie === cookie) this.#sessions.delete(id);
  }

  async #find(id: string): Promise<Kept | undefined> {
    return (await this.#file.read()).find((connection) => connection.id === id);
  }

  async #stateOf(connection: Kept): Promise<Connection['state']> {
    const held = await this.#setting.secrets.held(connection.id);
    if (held.tag === 'locked') return 'locked';
    return held.tag === 'open' && loginOf(connection, held.text) ? 'ready' : 'signed-out';
  }
}

/** The same place and user have the same id, also after signing out or losing the list: what refers to it goes on working. */
const connectionIdOf = (url: string, user: string): string => createHash('sha256').update(`${url}\n${user}`).digest('hex').slice(0, 16);

function loginOf({ url, user }: Kept, text: string): z.infer<typeof sealedLogin> | undefined {
  const login = sealedLogin.safeParse(JSON.parse(text));
  return login.success && login.data.url === url && login.data.user === user ? login.data : undefined;
}

const SIGNED_OUT: NoSession = { ok: false, error: 'signed_out', reason: 'This computer is not signed in to the server. Sign in again.' };

function lockedOut(milliseconds: number): NoSession {
  const minutes = Math.ceil(milliseconds / 60_000);
  const reason = `The server has locked this name after several wrong passwords. It will be tried again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`;
  return { ok: false, error: 'locked_out', reason, retryAfter: Math.ceil(milliseconds / 1000) };
}

function noSessionOf(refusal: HubRefusal): NoSession {
  switch (refusal.kind) {
    case 'wrong-password':
      return { ok: false, error: 'signed_out', reason: 'The server no longer takes the password that is kept here. Sign in again.' };
    case 'locked-out':
      return lockedOut(LOCKOUT_MINUTES * 60_000);
    default:
      return { ok: false, error: 'unreachable', reason: refusal.message };
  }
}

function asRefusal({ error, reason }: NoSession): HubRefusal {
  if (error === 'unreachable') return refuse('unreachable', reason);
  return refuse(error === 'locked_out' ? 'locked-out' : 'wrong-password', reason);
}
