import { beforeEach, describe, expect, test } from 'vitest';
import { createRecord } from '#shared/records/write';
import {
  anAccount,
  aDeal,
  server,
  clock,
  settled,
  heard,
  serverRoles,
  device,
  joined,
  rename,
  begin,
  nameAt,
  stateOf,
  soon,
  entriesThere,
  beginAnew,
} from '../../test/sync-meeting';
import { memoryStore } from './memory-store';

beforeEach(beginAnew);

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
