import { beforeEach, describe, expect, test } from 'vitest';
import { createRecord } from '#shared/records/write';
import {
  anAccount,
  aDeal,
  server,
  clock,
  settled,
  type Device,
  serverRoles,
  joined,
  rename,
  begin,
  nameAt,
  stateOf,
  soon,
  entriesThere,
  beginAnew,
} from '../../test/sync-meeting';
import type { HubAnswer, HubRequest } from './sync/ports';

beforeEach(beginAnew);

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

  test('is left in peace by a device whose password is locked, in whichever request that shows, until it is unlocked', async () => {
    const anna = await joined('anna');
    await begin(anna);
    await settled();
    const locked = (): HubAnswer => ({ status: 401, text: '{"error":"locked","reason":"The password is locked."}' });
    server.instead.push(...Array.from({ length: 500 }, () => locked));
    await rename(anna, 'Nordwind AG');
    await soon();
    expect(stateOf(anna)).toMatchObject({ kind: 'attention', attention: { kind: 'locked' } });
    const asked = server.requests.length;
    await clock.pass(60 * 60_000);
    expect(server.requests.length).toBe(asked);
    server.instead.length = 0;
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
