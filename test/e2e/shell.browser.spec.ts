import { request as http } from 'node:http';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from './fixtures';
import { runWebShell, startWebShell } from './web-shell';

/** A raw request, since a browser would not let a test forge these headers. */
function ask(origin: string, path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: Record<string, string | string[] | undefined>; body: string }>((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const sent = http({ hostname, port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    sent.on('error', reject).end();
  });
}

const cookieOf = (headers: Record<string, string | string[] | undefined>): string => String(headers['set-cookie']).split(';')[0] ?? '';

async function signIn(address: string): Promise<string> {
  const { origin, pathname, search } = new URL(address);
  return cookieOf((await ask(origin, pathname + search)).headers);
}

test('it says where it is and how to stop it, and nothing else', ({ web }) => {
  expect(web.printed().replace(web.address, 'ADDRESS').trim().split('\n')[0]).toBe('Throughline is at ADDRESS');
});

test('nobody gets in without the printed address', async ({ web }) => {
  const page = await ask(web.origin, '/');
  expect(page.status).toBe(401);
  expect(page.body).toContain('Open the address that Throughline printed');
  expect((await ask(web.origin, '/?token=made-up')).status).toBe(401);
  expect((await ask(web.origin, '/assets/index.js')).status).toBe(401);
});

test('a printed address works once and gives a cookie that scripts and other sites cannot use', async ({ web }) => {
  const { pathname, search } = new URL(web.address);
  const first = await ask(web.origin, pathname + search);
  expect(first.status).toBe(303);
  expect(String(first.headers['set-cookie'])).toMatch(/; HttpOnly; SameSite=Strict;/);
  const second = await ask(web.origin, pathname + search);
  expect(second.status).toBe(401);
  expect(second.body).toContain('Each one works once');
  expect((await ask(web.origin, '/', { cookie: cookieOf(first.headers) })).status).toBe(200);
});

test('a name that merely points to this computer is turned away', async ({ web }) => {
  const cookie = await signIn(web.address);
  expect((await ask(web.origin, '/', { cookie, host: 'evil.example' })).status).toBe(421);
  expect((await ask(web.origin, '/', { cookie, host: '127.0.0.1' })).status).toBe(421);
});

test("another site's script is turned away, and nothing can be posted", async ({ web }) => {
  const cookie = await signIn(web.address);
  expect((await ask(web.origin, '/', { cookie, origin: 'https://evil.example' })).status).toBe(403);
  expect((await ask(web.origin, '/', { cookie, origin: 'null' })).status).toBe(403);
  expect((await ask(web.origin, '/', { cookie, origin: web.origin })).status).toBe(200);
  expect((await ask(web.origin, '/', { cookie }, 'POST')).status).toBe(405);
});

test('every answer carries the security headers', async ({ web }) => {
  const cookie = await signIn(web.address);
  for (const { headers } of [
    await ask(web.origin, '/'),
    await ask(web.origin, '/', { cookie }),
    await ask(web.origin, '/none.js', { cookie }),
  ]) {
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer' });
  }
});

test('only files of the app are served', async ({ web }) => {
  const cookie = await signIn(web.address);
  for (const path of [
    '/../main/web.cjs',
    '/%2e%2e/main/web.cjs',
    '/..%2fmain%2fweb.cjs',
    '/assets/..%5c..%5cmain%5cweb.cjs',
    '/%00.js',
    '/%zz.js',
    '/.sources',
  ]) {
    expect((await ask(web.origin, path, { cookie })).status, path).toBeGreaterThanOrEqual(400);
  }
});

test('a screen has an address of its own, and an unchanged page is not sent twice', async ({ web }) => {
  const cookie = await signIn(web.address);
  const screen = await ask(web.origin, '/deals/01J8ZC/story', { cookie });
  expect(screen.status).toBe(200);
  expect(screen.headers['content-type']).toBe('text/html; charset=utf-8');
  const again = await ask(web.origin, '/deals/01J8ZC/story', { cookie, 'if-none-match': String(screen.headers['etag']) });
  expect(again.status).toBe(304);
});

test('a browser that was let in stays in when the shell starts again', async ({ folder }) => {
  const before = await startWebShell(join(folder, 'state'));
  const cookie = await signIn(before.address);
  expect(await before.stop()).toBe(0);
  const after = await startWebShell(join(folder, 'state'), Number(new URL(before.origin).port));
  expect((await ask(after.origin, '/', { cookie })).status).toBe(200);
  expect((await ask(after.origin, new URL(before.address).search && `/${new URL(before.address).search}`)).status).toBe(401);
  expect(await after.stop('SIGTERM')).toBe(0);
});

test('a second start finds the running app and gives a new address for it', async ({ web, folder }) => {
  const second = await runWebShell(join(folder, 'state'), Number(new URL(web.origin).port));
  expect(second.code).toBe(0);
  const address = /already running at (http:\S+)/.exec(second.printed)?.[1] ?? '';
  expect((await ask(web.origin, `/${new URL(address).search}`)).status).toBe(303);
});

test('a port that another program holds is named, with what to do', async ({ folder }) => {
  const stranger = createServer((_request, response) => response.end('{"app":"throughline","run":"x","proof":"x"}')).listen(0, '127.0.0.1');
  await once(stranger, 'listening');
  const address = stranger.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const start = await runWebShell(join(folder, 'state'), port);
  stranger.close();
  expect(start.code).toBe(1);
  expect(start.printed).toContain(`Port ${port} is used by another program`);
  expect(start.printed).toContain('--port');
});

test('the app opens in a browser without breaking its own policy', async ({ app }) => {
  const broken: string[] = [];
  app.on('console', (message) => {
    if (/Content.Security.Policy|Refused to/i.test(message.text())) broken.push(message.text());
  });
  await app.reload();
  await expect(app.getByRole('heading').first()).toBeVisible();
  expect(await app.evaluate(() => [window.isSecureContext, document.cookie])).toEqual([true, '']);
  expect(broken).toEqual([]);
});
