import type { Role } from '#shared/records/define-record';
import { createRecord, editRecord } from '#shared/records/write';
import { VirtualHub, WORKSPACE } from './simulation/virtual-hub';
import type { LedgerStore } from '../renderer/data/ledger-store';
import { memoryStore } from '../renderer/data/memory-store';
import { openMemoryWorkspace, type MemoryWorkspaceOptions } from '../renderer/data/memory-workspace';
import { observed } from '../renderer/data/observable';
import type { OpenWorkspace } from '../renderer/data/open-workspace';
import { memorySyncShelf } from '../renderer/data/sync/memory-shelf';
import { NOBODY } from '../renderer/data/sync/identity';
import type { HubAnswer, HubClient, HubRequest, SyncPorts, SyncShelf } from '../renderer/data/sync/ports';
import type { PauseWhen, ServerLink } from '../renderer/data/sync-state';

export const anAccount = 'account:01J000000000000000000000A1' as const;
export const aDeal = 'deal:01J000000000000000000000D1' as const;

/** A server that a test can break: asked at once, answers at once. */
class Server {
  readonly hub = new VirtualHub();
  readonly requests: string[] = [];
  isDown = false;
  /** What the next requests answer instead, whatever they do. */
  readonly instead: (((request: HubRequest, real: () => HubAnswer) => HubAnswer | undefined) | undefined)[] = [];
  readonly #polls = new Set<() => void>();

  constructor() {
    this.hub.changed = () => this.wake();
  }

  wake(): void {
    for (const poll of [...this.#polls]) poll();
  }

  client(user: string): HubClient {
    return {
      request: async (request) => {
        this.requests.push(`${request.method} ${request.path}`);
        if (this.isDown) throw new Error('no network');
        const answer = (): HubAnswer | undefined => {
          const given = this.hub.answer(user, request.method, request.path, request.body);
          return 'status' in given ? { status: given.status, text: JSON.stringify(given.body) } : undefined;
        };
        const instead = request.path.includes('feed=longpoll') ? undefined : this.instead.shift();
        if (instead) {
          const given = instead(request, () => answer() as HubAnswer);
          if (given === undefined) throw new Error('connection lost');
          return given;
        }
        return answer() ?? this.#wait(user, request);
      },
    };
  }

  #wait(user: string, request: HubRequest): Promise<HubAnswer> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        if (this.isDown || request.signal.aborted) {
          this.#polls.delete(look);
          reject(new Error('connection lost'));
          return;
        }
        const given = this.hub.answer(user, request.method, request.path, request.body);
        if ('status' in given || !given.isDue()) return;
        this.#polls.delete(look);
        resolve({ status: 200, text: JSON.stringify(given.answer().body) });
      };
      this.#polls.add(look);
      request.signal.addEventListener('abort', look);
      look();
    });
  }
}

/** Waits end when a test says so. */
class Clock {
  ms = Date.UTC(2026, 10, 22, 9);
  readonly #waits = new Set<{ readonly at: number; readonly end: () => void }>();

  readonly wait = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const end = (): void => {
        this.#waits.delete(wait);
        resolve();
      };
      const wait = { at: this.ms + ms, end };
      this.#waits.add(wait);
      signal.addEventListener('abort', end);
    });

  async pass(ms: number): Promise<void> {
    this.ms += ms;
    for (const wait of [...this.#waits]) if (wait.at <= this.ms) wait.end();
    await settled();
  }
}

/** Everything that is ready has run. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** What windows tell each other has arrived. */
export const heard = (): Promise<void> =>
  new Promise((resolve) => {
    const name = `heard-${crypto.randomUUID()}`;
    const [from, to] = [new BroadcastChannel(name), new BroadcastChannel(name)];
    let left = 5;
    to.onmessage = () => {
      left -= 1;
      if (left > 0) return void settled().then(() => from.postMessage('next'));
      from.close();
      to.close();
      void settled().then(resolve);
    };
    from.postMessage('next');
  });

export let server: Server;
export let clock: Clock;
let seed = 0;

/** A server and a clock of its own for each test. */
export function beginAnew(): void {
  server = new Server();
  clock = new Clock();
}

export interface Device {
  readonly workspace: OpenWorkspace;
  readonly link: ServerLink;
  readonly shelf: SyncShelf;
  readonly power: ReturnType<typeof observed<{ metered: boolean; lowBattery: boolean }>>;
  readonly store: LedgerStore;
  readonly again: (changed?: Partial<MemoryWorkspaceOptions>) => Promise<Device>;
}

export const serverRoles = (roles: readonly Role[]): string[] => roles.map((role) => `${WORKSPACE}:${role}`);
const linkOf = (user: string, roles: readonly Role[]): ServerLink => ({
  connection: 'c1',
  url: 'http://hub',
  user,
  workspace: WORKSPACE,
  roles,
});

/** A device of somebody with an account on the server, begun there (`joined`) or offline. */
export async function device(
  user: string,
  roles: readonly Role[],
  options: MemoryWorkspaceOptions & { readonly shelf?: SyncShelf } = {},
): Promise<Device> {
  server.hub.setUser(user, serverRoles(roles));
  seed += 1;
  const [store, shelf] = [options.store ?? memoryStore(), options.shelf ?? memorySyncShelf()];
  const power = observed({ metered: false, lowBattery: false });
  const when = observed<PauseWhen>({ metered: true, battery: true });
  const ports: SyncPorts = {
    client: () => server.client(user),
    whoami: async () => {
      if (server.isDown) return { ok: false, kind: 'unreachable', message: 'The server does not answer.' };
      const given = server.hub.rolesOf(user);
      if (given === undefined) return { ok: false, kind: 'wrong-password', message: 'The password is wrong.' };
      return { ok: true, url: 'http://hub', user, roles: given };
    },
    time: { now: () => clock.ms, wait: clock.wait, random: () => 0.5 },
    shelf,
    power,
    pauseWhen: { ...when, set: when.set },
  };
  const open = async (given: Partial<MemoryWorkspaceOptions>): Promise<Device> => {
    const workspace = await openMemoryWorkspace({ ...options, seed, store, sync: ports, now: clock.ms, ...given });
    const again = async (changed: Partial<MemoryWorkspaceOptions> = {}): Promise<Device> => {
      const { registered } = workspace;
      await workspace.close();
      seed += 1;
      return open({ registered, seed, ...changed });
    };
    await settled();
    return { workspace, link: linkOf(user, roles), shelf, store, power, again };
  };
  return open({});
}

/** Somebody's device that was linked to the server as soon as it was begun. */
export async function joined(user: string, roles: readonly Role[] = ['partner', 'admin']): Promise<Device> {
  const one = await device(user, roles, { me: NOBODY });
  const done = await one.workspace.sync.join(one.link);
  if (!done.ok) throw new Error(done.error.message);
  await settled();
  return one;
}

export const rename = async ({ workspace }: Device, name: string): Promise<void> => {
  const account = workspace.records.get('account', anAccount);
  if (account === undefined) throw new Error('no account');
  const done = await workspace.commit(editRecord('account', account, { name }));
  if (!done.ok) throw new Error(done.error.message);
};
export const begin = async ({ workspace }: Device): Promise<void> => {
  const done = await workspace.commit(createRecord('account', anAccount, { name: 'Nordwind' }));
  if (!done.ok) throw new Error(done.error.message);
};
export const nameAt = ({ workspace }: Device): string | undefined => workspace.records.get('account', anAccount)?.name;
export const stateOf = ({ workspace }: Device) => workspace.sync.get().state;
/** What was written is sent after a moment, and wakes the others. */
export const soon = (): Promise<void> => clock.pass(60);
export const entriesThere = (): number =>
  server.hub
    .database('team')
    .documents()
    .reduce((sum, { entries }) => sum + (entries as unknown[]).length, 0);
