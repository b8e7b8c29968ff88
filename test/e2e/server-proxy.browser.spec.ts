import { request as http } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HubProcess, startHubProcess } from '../servers/hub-process';
import { expect, test } from './fixtures';

const PROGRAM = join(import.meta.dirname, '..', '..', 'out', 'main', 'hub.cjs');
const PASSWORD = 'analytical engine 1843';
const JSON_TYPE = { 'content-type': 'application/json' };

interface Told {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

/** A raw request, since a browser would not let a test forge these headers. */
function ask(origin: string, path: string, headers: Record<string, string> = {}, method = 'GET', body = ''): Promise<Told> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const sent = http({ hostname, port, path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    sent.on('error', reject).end(body);
  });
}

async function letIn(address: string): Promise<string> {
  const { origin, pathname, search } = new URL(address);
  return String((await ask(origin, pathname + search)).headers['set-cookie']).split(';')[0] ?? '';
}

test('only the app itself can make the shell sign in or ask a server: not a rebound name, another site, or nobody', async ({ web }) => {
  const cookie = await letIn(web.address);
  const own = { cookie, origin: web.origin, ...JSON_TYPE };
  for (const path of ['/call/hub.connections', '/hub/0123456789abcdef/firm-team/_bulk_docs']) {
    const post = async (headers: Record<string, string>): Promise<number> => (await ask(web.origin, path, headers, 'POST', '{}')).status;
    expect(await post({ ...own, host: 'evil.example' })).toBe(421);
    expect(await post({ ...own, host: new URL(web.origin).host.replace('127.0.0.1', 'localhost') })).toBe(421);
    expect(await post({ ...own, origin: 'https://evil.example' })).toBe(403);
    expect(await post({ ...own, origin: 'null' })).toBe(403);
    expect(await post({ cookie, ...JSON_TYPE })).toBe(403);
    expect(await post({ ...own, 'sec-fetch-site': 'same-site' })).toBe(403);
    expect(await post({ origin: web.origin, ...JSON_TYPE })).toBe(401);
    expect(await post({ ...own, cookie: 'throughline-1=x' })).toBe(401);
  }
  expect(await ask(web.origin, '/call/hub.connections', own, 'POST', '{}')).toMatchObject({ status: 200, body: '{"ok":true,"value":[]}' });
});

test('a request that does not fit the contract is refused before anything looks at it', async ({ web }) => {
  const cookie = await letIn(web.address);
  const own = { cookie, origin: web.origin };
  const post = async (path: string, body: string, type = 'application/json'): Promise<number> =>
    (await ask(web.origin, path, { ...own, 'content-type': type }, 'POST', body)).status;
  expect(await post('/call/hub.signIn', '{"url":7}')).toBe(400);
  expect(await post('/call/hub.signIn', 'not json')).toBe(400);
  expect(await post('/call/hub.whoAmI', '{"connection":"../x"}')).toBe(400);
  expect(await post('/call/hub.connections', '{}', 'text/plain')).toBe(415);
  expect(await post('/call/files.open', '{"accept":[],"multiple":false}')).toBe(404);
  expect(await post('/call/constructor', '{}')).toBe(404);
  expect(await post('/call/hub.connections', `{"a":"${'x'.repeat(70_000)}"}`)).toBe(413);
});

test.describe('with a server', () => {
  let hub: HubProcess;
  test.beforeEach(async ({ folder }) => {
    hub = await startHubProcess({ program: PROGRAM, dataFolder: join(folder, 'hub-data') });
  });
  test.afterEach(() => hub.stop());

  test('secrets are in no answer, no line of the terminal and no file that others may read', async ({ web, folder }) => {
    const cookie = await letIn(web.address);
    const own = { cookie, origin: web.origin, ...JSON_TYPE };
    const call = (channel: string, request: unknown) => ask(web.origin, `/call/${channel}`, own, 'POST', JSON.stringify(request));
    const admin = { url: hub.url, ...hub.admin };
    const user = { name: 'ada', password: PASSWORD, roles: ['AE'] };
    const told = [await call('hub.setUp', { admin, workspace: 'firm', title: 'Firm', user })];
    told.push(await call('hub.signIn', { url: hub.url, user: 'ada', password: PASSWORD }));
    const connection = (JSON.parse(told[1]?.body ?? '') as { value: { connection: string } }).value.connection;
    told.push(
      await call('hub.connections', {}),
      await call('hub.whoAmI', { connection }),
      await call('hub.users', { admin, workspace: 'firm' }),
    );
    told.push(await ask(web.origin, `/hub/${connection}/firm-team/_changes`, { cookie }));
    told.push(await ask(web.origin, `/hub/${connection}/firm-team/_bulk_docs`, own, 'POST', '{"docs":[]}'));
    expect(told.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 201]);
    const kept = readFileSync(join(folder, 'state', 'connections.json'), 'utf8');
    for (const text of [JSON.stringify(told), web.printed(), kept]) {
      for (const secret of [PASSWORD, hub.admin.password, 'AuthSession']) expect(text).not.toContain(secret);
    }
  });

  test("the app's own cookie and headers do not travel to the server, nor the server's headers to the app", async ({ web }) => {
    const cookie = await letIn(web.address);
    const own = { cookie, origin: web.origin, ...JSON_TYPE };
    const admin = { url: hub.url, ...hub.admin };
    const user = { name: 'ada', password: PASSWORD, roles: ['AE'] };
    await ask(web.origin, '/call/hub.setUp', own, 'POST', JSON.stringify({ admin, workspace: 'firm', title: 'Firm', user }));
    const signed = await ask(
      web.origin,
      '/call/hub.signIn',
      own,
      'POST',
      JSON.stringify({ url: hub.url, user: 'ada', password: PASSWORD }),
    );
    const { connection } = (JSON.parse(signed.body) as { value: { connection: string } }).value;
    // As another user by the page's own header: the server hears of the shell's session alone.
    const authorization = `Basic ${Buffer.from(`${hub.admin.name}:${hub.admin.password}`).toString('base64')}`;
    const finance = await ask(web.origin, `/hub/${connection}/firm-finance/_all_docs`, {
      cookie: `${cookie}; AuthSession=forged`,
      authorization,
    });
    expect(finance.status).toBe(403);
    expect(Object.keys(finance.headers)).not.toContain('set-cookie');
    expect(finance.headers).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });
});
