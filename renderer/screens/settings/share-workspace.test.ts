import { expect, test } from 'vitest';
import { ok } from '#shared/values/result';
import type { ServerLink } from '../../data/sync-state';
import type { Hub, LocalHub } from '../../platform/hub';
import { shareWorkspace, type ShareStep, type ShareWish } from './share-workspace';

const STOPPED: LocalHub = { available: true, running: false, network: false, addresses: [] };
const WISH: ShareWish = {
  where: { kind: 'here', network: false },
  workspace: 'halden',
  title: 'Halden & Pryce',
  user: { name: 'ana', password: 'four plain words', roles: ['partner', 'admin'] },
};

/** A shell whose server takes everybody, or refuses as told. */
function aHub(told: Partial<Hub> = {}): { readonly hub: Hub; readonly asked: string[] } {
  const asked: string[] = [];
  const hub = {
    local: async () => STOPPED,
    host: async (wish: object) => (asked.push(`host ${JSON.stringify(wish)}`), { ...STOPPED, running: true }),
    setUp: async ({ admin }: { admin: unknown }) => (
      asked.push(`setUp by ${JSON.stringify(admin)}`),
      { ok: true, url: 'http://127.0.0.1:4610' }
    ),
    signIn: async ({ url, user }: { url: string; user: string }) => ({
      ok: true,
      connection: 'c1',
      url,
      user,
      roles: ['halden:partner', 'halden:admin'],
    }),
    ...told,
  };
  return { hub: hub as unknown as Hub, asked };
}

test('sharing on this computer starts its hub, makes the workspace, signs in and links', async () => {
  const { hub, asked } = aHub();
  const steps: ShareStep[] = [];
  const links: ServerLink[] = [];
  const done = await shareWorkspace(hub, { join: async (link) => (links.push(link), ok(undefined)) }, WISH, (step) => steps.push(step));
  expect(done).toEqual(ok(undefined));
  expect(steps).toEqual(['start', 'set-up', 'sign-in', 'join']);
  expect(asked).toEqual(['host {"running":true,"network":false}', 'setUp by "local"']);
  expect(links).toEqual([
    { connection: 'c1', url: 'http://127.0.0.1:4610', user: 'ana', workspace: 'halden', roles: ['partner', 'admin'] },
  ]);
});

test('a hub that runs already as wished is left alone', async () => {
  const { hub, asked } = aHub({ local: async () => ({ ...STOPPED, running: true }) });
  await shareWorkspace(hub, { join: async () => ok(undefined) }, WISH, () => undefined);
  expect(asked).toEqual(['setUp by "local"']);
});

test('a refusal of the server ends it with the shell’s words, and nothing is linked', async () => {
  const { hub } = aHub({ setUp: async () => ({ ok: false, kind: 'taken', message: 'There is a workspace of this name already.' }) });
  const done = await shareWorkspace(hub, { join: () => Promise.reject(new Error('linked')) }, WISH, () => undefined);
  expect(done).toMatchObject({ ok: false, error: { message: 'There is a workspace of this name already.' } });
});

test('on another server the administrator’s name and password are handed on once', async () => {
  const { hub, asked } = aHub();
  const where = { kind: 'server', url: 'https://couch.example', name: 'root', password: 'secret' } as const;
  await shareWorkspace(hub, { join: async () => ok(undefined) }, { ...WISH, where }, () => undefined);
  expect(asked).toEqual([`setUp by ${JSON.stringify({ url: 'https://couch.example', name: 'root', password: 'secret' })}`]);
});
