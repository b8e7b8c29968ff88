import { beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '#shared/records/define-record';
import { createRecord, editRecord } from '#shared/records/write';
import { VirtualHub, WORKSPACE } from '../../test/simulation/virtual-hub';
import type { LedgerStore } from './ledger-store';
import { memoryStore } from './memory-store';
import { openMemoryWorkspace, type MemoryWorkspaceOptions } from './memory-workspace';
import { observed } from './observable';
import type { OpenWorkspace } from './open-workspace';
import { memorySyncShelf } from './sync/memory-shelf';
import { NOBODY } from './sync/identity';
import type { HubAnswer, HubClient, HubRequest, SyncPorts, SyncShelf } from './sync/ports';
import type { PauseWhen, ServerLink } from './sync-state';

const anAccount = 'account:01J000000000000000000000A1' as const;
const aDeal = 'deal:01J000000000000000000000D1' as const;

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
async function settled(): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** What windows tell each other has arrived. */
const heard = (): Promise<void> =>
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

let server: Server;
let clock: Clock;
let seed = 0;

beforeEach(() => {
  server = new Server();
  clock = new Clock();
});

interface Device {
  readonly workspace: OpenWorkspace;
  readonly link: ServerLink;
  readonly shelf: SyncShelf;
  readonly power: ReturnType<typeof observed<{ metered: boolean; lowBattery: boolean }>>;
  readonly store: LedgerStore;
  readonly again: (changed?: Partial<MemoryWorkspaceOptions>) => Promise<Device>;
}

const serverRoles = (roles: readonly Role[]): string[] => roles.map((role) => `${WORKSPACE}:${role}`);
const linkOf = (user: string, roles: readonly Role[]): ServerLink => ({
  connection: 'c1',
  url: 'http://hub',
  user,
  workspace: WORKSPACE,
  roles,
});

/** A device of somebody with an account on the server, begun there (`joined`) or offline. */
async function device(
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
async function joined(user: string, roles: readonly Role[] = ['partner', 'admin']): Promise<Device> {
  const one = await device(user, roles, { me: NOBODY });
  const done = await one.workspace.sync.join(one.link);
  if (!done.ok) throw new Error(done.error.message);
  await settled();
  return one;
}

const rename = async ({ workspace }: Device, name: string): Promise<void> => {
  const account = workspace.records.get('account', anAccount);
  if (account === undefined) throw new Error('no account');
  const done = await workspace.commit(editRecord('account', account, { name }));
  if (!done.ok) throw new Error(done.error.message);
};
const begin = async ({ workspace }: Device): Promise<void> => {
  const done = await workspace.commit(createRecord('account', anAccount, { name: 'Nordwind' }));
  if (!done.ok) throw new Error(done.error.message);
};
const nameAt = ({ workspace }: Device): string | undefined => workspace.records.get('account', anAccount)?.name;
const stateOf = ({ workspace }: Device) => workspace.sync.get().state;
/** What was written is sent after a moment, and wakes the others. */
const soon = (): Promise<void> => clock.pass(60);
const entriesThere = (): number =>
  server.hub
    .database('team')
    .documents()
    .reduce((sum, { entries }) => sum + (entries as unknown[]).length, 0);

describe('two devices on one server', () => {
  test('show each other’s edits a moment after they were made, and both say that they are in step', async () => {
    const [anna, ben] = [await joined('anna'), await joined('ben')];
    await begin(anna);
    expect(anna.workspace.sync.isUnsent(anAccount)).toBe(true);
    await soon();
    expect(anna.workspace.sync.isUnsent(anAccount)).toBe(false);
    expect(nameAt(ben)).toBe('Nordwind');
    await rename(ben, 'Nordwind AG');
    await soon();
    expect(nameAt(anna)).toBe('Nordwind AG');
    expect([stateOf(anna).kind, stateOf(ben).kind]).toEqual(['synced', 'synced']);
  });

  test('merge what was done offline on both, and lose nothing', async () => {
    const [anna, ben] = [await joined('anna'), await joined('ben')];
    await begin(anna);
    await soon();
    server.isDown = true;
    server.wake();
    await settled();
    await rename(anna, 'By Anna');
    await rename(ben, 'By Ben');
    await soon();
    expect(stateOf(anna).kind).toBe('offline');
    expect(anna.workspace.sync.get().waiting).toBe(1);
    server.isDown = false;
    await clock.pass(10_000);
    await clock.pass(10_000);
    expect(stateOf(anna).kind).toBe('synced');
    expect(anna.workspace.records.clashes()).toHaveLength(1);
    expect(ben.workspace.records.clashes()).toEqual(anna.workspace.records.clashes());
  });
});

describe('a server that fails', () => {
  test('and loses its answer after it took the page: the page is looked at, and nothing is sent twice', async () => {
    const anna = await joined('anna');
    server.instead.push((_, real) => {
      real();
      return undefined;
    });
    await begin(anna);
    await soon();
    expect(stateOf(anna).kind).toBe('offline');
    await clock.pass(10_000);
    expect(stateOf(anna).kind).toBe('synced');
    expect(anna.workspace.sync.get().waiting).toBe(0);
    expect(entriesThere()).toBe(2);
  });

  test('is asked again after a while, whatever it says: an error page, half an answer, an error', async () => {
    const anna = await joined('anna');
    server.instead.push(() => ({ status: 200, text: '<html>Sign in to the hotel</html>' }));
    await begin(anna);
    await soon();
    expect(stateOf(anna).kind).toBe('offline');
    server.instead.push((_, real) => ({ status: 200, text: real().text.slice(0, 10) }));
    await clock.pass(2_000);
    server.instead.push(() => ({ status: 500, text: '{"error":"internal_server_error"}' }));
    await clock.pass(4_000);
    expect(stateOf(anna).kind).toBe('offline');
    await clock.pass(20_000);
    expect(stateOf(anna).kind).toBe('synced');
  });

  test('is filled again by whoever holds the entries, where it was emptied or put back', async () => {
    const [anna, ben] = [await joined('anna'), await joined('ben')];
    await begin(anna);
    await soon();
    const backup = server.hub.backup();
    await rename(ben, 'Nordwind AG');
    await soon();
    server.hub.restore(backup);
    await anna.workspace.sync.now();
    await clock.pass(31 * 60_000);
    expect(stateOf(anna).kind).toBe('synced');
    server.hub.restore();
    await clock.pass(31 * 60_000);
    expect([nameAt(anna), nameAt(ben)]).toEqual(['Nordwind AG', 'Nordwind AG']);
    const carl = await joined('carl');
    expect(nameAt(carl)).toBe('Nordwind AG');
    expect(carl.workspace.records.all('person').map(({ user }) => user)).toEqual(['anna', 'ben', 'carl']);
  });

  test('takes what is too large for it in smaller pieces', async () => {
    const anna = await joined('anna');
    server.isDown = true;
    await begin(anna);
    for (let n = 0; n < 40; n += 1) await rename(anna, `Nordwind ${n}`);
    server.isDown = false;
    const limit = (request: HubRequest, real: () => HubAnswer): HubAnswer =>
      request.method === 'POST' && (request.body ?? '').length > 4_000 ? { status: 413, text: '{"error":"too_large"}' } : real();
    server.instead.push(...Array.from({ length: 200 }, () => limit));
    await clock.pass(60_000);
    await anna.workspace.sync.now();
    await settled();
    expect(stateOf(anna).kind).toBe('synced');
    expect(entriesThere()).toBe(42);
  });

  test('asks for nothing more once it refused who asks, until somebody signed in', async () => {
    const anna = await joined('anna');
    server.hub.setUser('anna', []);
    server.instead.push(() => ({ status: 401, text: '{"error":"unauthorized","reason":"Name or password is incorrect."}' }));
    await begin(anna);
    await soon();
    expect(stateOf(anna)).toMatchObject({ kind: 'attention', attention: { kind: 'sign-in' } });
    const asked = server.requests.length;
    await clock.pass(60 * 60_000);
    expect(server.requests.length).toBe(asked);
    server.hub.setUser('anna', serverRoles(['partner', 'admin']));
    await anna.workspace.sync.signedIn(anna.link);
    await settled();
    expect(stateOf(anna).kind).toBe('synced');
  });
});

describe('what a server refuses', () => {
  /** A consultant who was an account executive when they wrote it. */
  async function refused(): Promise<Device> {
    const cleo = await joined('cleo', ['AE']);
    await cleo.workspace.commit(createRecord('account', anAccount, { name: 'Nordwind' }));
    await soon();
    server.isDown = true;
    await cleo.workspace.commit(createRecord('deal', aDeal, { name: 'Billing', phase: 'discovery', account: anAccount }));
    await rename(cleo, 'Nordwind AG');
    server.hub.alsoRefuses = (doc) => (JSON.stringify(doc).includes('"deal.create"') ? 'Deals are for others.' : undefined);
    server.isDown = false;
    await clock.pass(10_000);
    await settled();
    return cleo;
  }

  test('stands alone and stays visible, while the rest goes on', async () => {
    const cleo = await refused();
    expect(stateOf(cleo)).toMatchObject({ kind: 'attention', attention: { kind: 'refused' } });
    expect(cleo.workspace.sync.get().refused).toMatchObject([{ act: 'deal.create', reason: 'Deals are for others.', records: [aDeal] }]);
    const ben = await joined('ben');
    expect(nameAt(ben)).toBe('Nordwind AG');
    expect(ben.workspace.records.all('deal')).toEqual([]);
  });

  test('goes from the records when its author takes it back, and everybody agrees; what it said can still be read', async () => {
    const cleo = await refused();
    const [entry] = cleo.workspace.sync.get().refused;
    const done = await cleo.workspace.sync.withdraw([entry?.entry ?? '']);
    expect(done.ok).toBe(true);
    await soon();
    await settled();
    expect(cleo.workspace.records.all('deal')).toEqual([]);
    expect(stateOf(cleo).kind).toBe('synced');
    expect(cleo.workspace.sync.get().refused).toMatchObject([{ takenBack: true }]);
    expect((await cleo.workspace.sync.refusedContent(entry?.entry ?? ''))?.act).toBe('deal.create');
    const ben = await joined('ben');
    expect(ben.workspace.ledgers.team.fold.have()).toEqual(cleo.workspace.ledgers.team.fold.have());
    const again = await cleo.again();
    expect(again.workspace.records.all('deal')).toEqual([]);
    expect(stateOf(again).kind).toBe('synced');
  });

  test('is sent again when asked, and forgotten once it is accepted', async () => {
    const cleo = await refused();
    server.hub.alsoRefuses = () => undefined;
    await cleo.workspace.sync.tryAgain();
    await settled();
    expect(cleo.workspace.sync.get().refused).toEqual([]);
    expect(stateOf(cleo).kind).toBe('synced');
  });
});

describe('a workspace begun offline', () => {
  test('becomes the server’s: its person is the signed-in user, and everything is sent', async () => {
    const anna = await device('anna', ['partner', 'admin']);
    await begin(anna);
    expect(stateOf(anna).kind).toBe('alone');
    expect(anna.workspace.sync.isUnsent(anAccount)).toBe(false);
    await anna.workspace.sync.join(anna.link);
    await settled();
    await soon();
    expect(stateOf(anna).kind).toBe('synced');
    expect(anna.workspace.records.get('person', anna.workspace.me)).toMatchObject({ user: 'anna', name: 'Test Partner' });
    const ben = await joined('ben');
    expect(nameAt(ben)).toBe('Nordwind');
  });

  test('joins the person whom the team already knows by this user name', async () => {
    const first = await joined('anna');
    const known = first.workspace.me;
    const second = await device('anna', ['partner', 'admin']);
    const before = second.workspace.me;
    await second.workspace.sync.join(second.link);
    await settled();
    await soon();
    expect(second.workspace.me).toBe(known);
    expect(second.workspace.records.get('person', before)?.joinedAs).toBe(known);
    await begin(second);
    await soon();
    const [created] = await first.workspace.history({ account: anAccount });
    expect(created?.by).toBe(known);
    expect(first.workspace.sync.handedInBy(created?.id ?? '')).toBeUndefined();
  });

  test('gives up that its founder is a partner, where the server knows them as less', async () => {
    const cleo = await device('cleo', ['consultant']);
    await cleo.workspace.sync.join(cleo.link);
    await settled();
    await soon();
    expect(stateOf(cleo).kind).toBe('synced');
    const me = cleo.workspace.records.get('person', cleo.workspace.me);
    expect(me).toMatchObject({ user: 'cleo', name: 'Test Partner', roles: [] });
    const ben = await joined('ben');
    expect(ben.workspace.records.all('person').find(({ user }) => user === 'cleo')).toEqual(me);
  });
});

describe('a device', () => {
  test('that was copied writes under another id once it meets what the copy wrote', async () => {
    const anna = await joined('anna');
    await begin(anna);
    await soon();
    const { registered } = anna.workspace;
    const copy = memoryStore();
    for (const name of ['team', 'finance'] as const) {
      await copy.pages[name].add(await anna.workspace.ledgers[name].shelf.readAll());
    }
    await rename(anna, 'Nordwind AG');
    await soon();
    const clone = await device('anna', ['partner', 'admin'], { store: copy, registered: { ...registered, id: 'memory-clone' } });
    await clone.workspace.sync.now();
    await settled();
    expect(nameAt(clone)).toBe('Nordwind AG');
    expect(clone.workspace.registered.devices.team).not.toBe(registered.devices.team);
    expect(clone.workspace.problems.get().map(({ kind }) => kind)).toEqual(['copied']);
    await rename(clone, 'From the copy');
    await soon();
    expect(nameAt(anna)).toBe('From the copy');
    expect(anna.workspace.ledgers.team.fold.have()).toEqual(clone.workspace.ledgers.team.fold.have());
  });

  test('that starts again offline still says what waits', async () => {
    const anna = await joined('anna');
    await begin(anna);
    await soon();
    server.isDown = true;
    server.wake();
    await settled();
    await rename(anna, 'Nordwind AG');
    const again = await anna.again();
    expect(again.workspace.sync.get()).toMatchObject({ waiting: 1, state: { kind: 'offline' } });
    expect(again.workspace.sync.unsentRecords()).toEqual([anAccount]);
    expect(again.workspace.sync.mayLeave()).toEqual({ ok: false, unsent: 1 });
  });

  test('holds where the connection is paid by volume, and goes on where it is not', async () => {
    const anna = await joined('anna');
    anna.power.set({ metered: true, lowBattery: false });
    await settled();
    await begin(anna);
    await soon();
    expect(stateOf(anna)).toMatchObject({ kind: 'waiting', entries: 1, paused: 'metered' });
    expect(entriesThere()).toBe(1);
    anna.power.set({ metered: false, lowBattery: false });
    await settled();
    expect(stateOf(anna).kind).toBe('synced');
    anna.workspace.sync.pause();
    await settled();
    expect(stateOf(anna)).toMatchObject({ kind: 'waiting', entries: 0, paused: 'by-you' });
    anna.workspace.sync.resume();
    await settled();
    expect(stateOf(anna).kind).toBe('synced');
  });

  test('whose person loses the role lets go of the money, sealing what was not sent for somebody who may send it', async () => {
    const [pat, ben] = [await joined('pat', ['PM']), await joined('ben')];
    const plan = (n: number) => `costPlan:01J000000000000000000000P${n}` as const;
    const planned = (n: number) => createRecord('costPlan', plan(n), { deal: aDeal, planned: { amount: n * 100_00, currency: 'EUR' } });
    await pat.workspace.commit(planned(1));
    await clock.pass(2_000);
    expect(server.hub.database('finance').documents()).toHaveLength(1);
    server.isDown = true;
    await pat.workspace.commit(planned(2));
    server.hub.setUser('pat', serverRoles(['consultant']));
    server.isDown = false;
    server.wake();
    await clock.pass(10_000);
    await settled();
    expect(pat.workspace.info.link?.roles).toEqual(['consultant']);
    expect(pat.workspace.ledgers.finance.index.pages).toEqual([]);
    expect(await pat.workspace.ledgers.finance.shelf.ids()).toEqual([]);
    expect(pat.workspace.records.all('costPlan')).toEqual([]);
    expect(stateOf(pat)).toMatchObject({ kind: 'attention', attention: { kind: 'role-lost' } });
    const [sealed] = pat.workspace.sync.get().sealed;
    expect(sealed?.entries).toBe(1);

    await clock.pass(30_000);
    await ben.workspace.mergeFile(await pat.workspace.sync.sealedFile(sealed?.id ?? ''));
    await clock.pass(2_000);
    expect(ben.workspace.records.all('costPlan')).toHaveLength(2);
    const [relayed] = await ben.workspace.history({ record: plan(2) });
    expect(ben.workspace.sync.handedInBy(relayed?.id ?? '')).toBe('ben');
    const [own] = await ben.workspace.history({ record: plan(1) });
    expect(ben.workspace.sync.handedInBy(own?.id ?? '')).toBeUndefined();
    await pat.workspace.sync.dropSealed(sealed?.id ?? '');
    expect(stateOf(pat).kind).toBe('synced');
  });

  test('with two windows talks to the server from one; the other shows the same and asks it', async () => {
    const anna = await joined('anna');
    const { registered } = anna.workspace;
    const second = await device('anna', ['partner', 'admin'], { store: anna.store, registered, shelf: anna.shelf });
    await heard();
    expect(stateOf(second).kind).toBe('synced');
    server.isDown = true;
    await begin(second);
    await heard();
    expect(anna.workspace.sync.isUnsent(anAccount)).toBe(true);
    expect(second.workspace.sync.isUnsent(anAccount)).toBe(true);
    server.isDown = false;
    await second.workspace.sync.now();
    await heard();
    expect(second.workspace.sync.isUnsent(anAccount)).toBe(false);
    expect([stateOf(anna).kind, stateOf(second).kind]).toEqual(['synced', 'synced']);
    await anna.workspace.close();
    await rename(second, 'Nordwind AG');
    await soon();
    await clock.pass(2_000);
    expect(stateOf(second).kind).toBe('synced');
    expect(entriesThere()).toBe(3);
    await second.workspace.close();
  });
});

describe('files', () => {
  const bytes = new TextEncoder().encode('Minutes of the meeting');

  test('come to everybody, and only with the bytes that their names prove', async () => {
    const [anna, ben] = [await joined('anna'), await joined('ben')];
    const id = await anna.workspace.files.put(bytes, { name: 'minutes.txt', type: 'text/plain' });
    await clock.pass(2_000);
    await clock.pass(30_000);
    await ben.workspace.sync.now();
    expect(await ben.workspace.files.get(id)).toEqual(bytes);

    const forged = `file:${'0'.repeat(64)}`;
    server.hub.database('files').force(`${forged}/0`, { from: 'mallory', body: 'AAAA' });
    server.hub.database('files').force(forged, { from: 'mallory', name: 'x', type: 'y', size: 3 });
    await ben.workspace.sync.now();
    expect(await ben.workspace.files.get(forged)).toBeUndefined();
    expect((await ben.workspace.health()).quarantine).toMatchObject([{ page: forged }]);
  });

  test('of the money stay with those who may read it', async () => {
    const [pat, cleo, ben] = [await joined('pat', ['PM']), await joined('cleo', ['consultant']), await joined('ben')];
    const id = await pat.workspace.files.put(bytes, { name: 'costs.txt', type: 'text/plain', ledger: 'finance' });
    await clock.pass(2_000);
    for (const one of [cleo, ben]) await one.workspace.sync.now();
    expect(await cleo.workspace.files.get(id)).toBeUndefined();
    expect(await ben.workspace.files.get(id)).toEqual(bytes);
  });
});

describe('a page that is not what its id says', () => {
  test('is set aside with its reason; the other revision of it serves, and the server gets the entries anew', async () => {
    const anna = await joined('anna');
    await begin(anna);
    await soon();
    const [page] = server.hub
      .database('team')
      .documents()
      .filter(({ entries }) => JSON.stringify(entries).includes('Nordwind'));
    server.hub.database('team').force(String(page?.['_id']), { from: 'mallory', entries: [{ id: 'nonsense' }], z: 'zz' });
    const spoilt = server.hub
      .database('team')
      .documents()
      .some(({ from }) => from === 'mallory');
    const ben = await joined('ben');
    expect(nameAt(ben)).toBe('Nordwind');
    if (spoilt) expect((await ben.workspace.health()).quarantine).toMatchObject([{ page: page?.['_id'] }]);
  });

  test('harms nobody, whatever it is', async () => {
    const anna = await joined('anna');
    const team = server.hub.database('team');
    const deep = JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`) as unknown;
    team.force('hello', { from: 'mallory' });
    team.force('0123456789abcdef.00000001-00000001.0123456789ab', { from: 'mallory', entries: deep });
    team.force('0123456789abcdef.00000001-00000002.0123456789ab', { from: 5, entries: 'x' });
    team.force('__proto__', { constructor: { prototype: 1 } });
    await begin(anna);
    await soon();
    await anna.workspace.sync.now();
    expect(stateOf(anna).kind).toBe('synced');
    expect((await anna.workspace.health()).quarantine).toHaveLength(4);
    const ben = await joined('ben');
    expect(nameAt(ben)).toBe('Nordwind');
  });
});
