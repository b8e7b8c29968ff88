import { join } from 'node:path';
import { startHubProcess, type HubProcess } from '../servers/hub-process';
import { askShell, fetchInPage, keptByPage } from './ask-shell';
import { expect, test } from './fixtures';

const PROGRAM = join(import.meta.dirname, '..', '..', 'out', 'main', 'hub.cjs');
const PASSWORD = 'analytical engine 1843';

// A page that reaches a server through its shell, in both shells alike.
test.describe('a server', () => {
  let hub: HubProcess;
  test.beforeEach(async ({ folder }) => {
    hub = await startHubProcess({ program: PROGRAM, dataFolder: join(folder, 'hub-data') });
  });
  test.afterEach(() => hub.stop());

  test('is set up, signed in to and read by a page that never holds a password', async ({ app }) => {
    const admin = { url: hub.url, ...hub.admin };
    const user = { name: 'ada', password: PASSWORD, roles: ['AE'] };
    expect(await askShell(app, 'hub.setUp', { admin, workspace: 'firm', title: 'Firm', user })).toEqual({ ok: true, url: hub.url });
    expect(await askShell(app, 'hub.users', { admin, workspace: 'firm' })).toMatchObject({
      ok: true,
      users: [{ name: 'ada', roles: ['AE'] }],
    });
    const signed = await askShell(app, 'hub.signIn', { url: hub.url, user: 'ada', password: PASSWORD });
    if (!signed.ok) throw new Error(signed.message);
    expect(signed.roles).toEqual(['firm:AE']);

    const changes = await fetchInPage(app, `/hub/${signed.connection}/firm-team/_changes`);
    expect(changes.status).toBe(200);
    expect(JSON.parse(changes.text)).toMatchObject({ results: [{ id: '_design/throughline' }] });
    const finance = await fetchInPage(app, `/hub/${signed.connection}/firm-finance/_changes`);
    expect([finance.status, JSON.parse(finance.text).error]).toEqual([403, 'forbidden']);
    const refused = await fetchInPage(app, `/hub/${signed.connection}/firm-team/_bulk_docs`, '{"docs":[{"_id":"x"}]}');
    expect([refused.status, JSON.parse(refused.text)[0].error]).toEqual([201, 'forbidden']);

    // No header of the server gets as far as the page, and nothing that the page keeps holds a secret.
    for (const { headers } of [changes, finance, refused]) expect(JSON.stringify(headers)).not.toMatch(/AuthSession|set-cookie/i);
    const kept = await keptByPage(app);
    for (const secret of [PASSWORD, hub.admin.password, 'AuthSession']) expect(kept).not.toContain(secret);
    expect(JSON.stringify(await askShell(app, 'hub.connections', {}))).not.toContain(PASSWORD);
  });

  test('is out of reach of anything but what sync asks for', async ({ app }) => {
    const admin = { url: hub.url, ...hub.admin };
    await askShell(app, 'hub.setUp', {
      admin,
      workspace: 'firm',
      title: 'Firm',
      user: { name: 'ada', password: PASSWORD, roles: ['partner'] },
    });
    const signed = await askShell(app, 'hub.signIn', { url: hub.url, user: 'ada', password: PASSWORD });
    const at = signed.ok ? `/hub/${signed.connection}` : '';
    for (const path of ['_users/_all_docs', '_all_dbs', 'firm-team/_security', 'firm-team/_design/other', 'firm-team/..%2f_users']) {
      const { status, headers } = await fetchInPage(app, `${at}/${path}`);
      expect([path, status, headers['throughline-shell']]).toEqual([path, 404, 'not_proxied']);
    }
  });

  test('wakes a page that waits for a change, through the shell', async ({ app }) => {
    const admin = { url: hub.url, ...hub.admin };
    await askShell(app, 'hub.setUp', { admin, workspace: 'firm', title: 'Firm', user: { name: 'ada', password: PASSWORD, roles: ['AE'] } });
    const signed = await askShell(app, 'hub.signIn', { url: hub.url, user: 'ada', password: PASSWORD });
    const at = signed.ok ? `/hub/${signed.connection}/firm-team` : '';
    const waiting = fetchInPage(app, `${at}/_changes?feed=longpoll&since=now&heartbeat=1000&timeout=20000`);
    // Written by somebody else, again until the page hears of it: it may not have begun to wait.
    const heard = waiting.then(() => true);
    const write = async (attempt: number): Promise<boolean> => {
      const authorization = `Basic ${Buffer.from(`${hub.admin.name}:${hub.admin.password}`).toString('base64')}`;
      const headers = { authorization, 'Content-Type': 'application/json' };
      await fetch(`${hub.url}/firm-team/_design/woken${attempt}`, { method: 'PUT', headers, body: '{}' });
      return Promise.race([heard, new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 500))]);
    };
    let attempt = 0;
    await expect.poll(() => write((attempt += 1))).toBe(true);
    expect(JSON.parse((await waiting).text).results).not.toEqual([]);
  });

  test('that stops, and one that locks out, are told in words', async ({ app }) => {
    const admin = { url: hub.url, ...hub.admin };
    await askShell(app, 'hub.setUp', { admin, workspace: 'firm', title: 'Firm', user: { name: 'ada', password: PASSWORD, roles: ['AE'] } });
    const signIn = (password: string) => askShell(app, 'hub.signIn', { url: hub.url, user: 'ada', password });
    const signed = await signIn(PASSWORD);
    for (let attempt = 0; attempt < 5; attempt += 1) expect(await signIn('wrong')).toMatchObject({ ok: false, kind: 'wrong-password' });
    expect(await signIn(PASSWORD)).toMatchObject({ ok: false, kind: 'locked-out', message: expect.stringContaining('5 minutes') });
    // Who is signed in already goes on.
    const team = signed.ok ? `/hub/${signed.connection}/firm-team` : '';
    expect((await fetchInPage(app, team)).status).toBe(200);
    await hub.stop();
    const gone = await fetchInPage(app, team);
    expect([gone.status, gone.headers['throughline-shell']]).toEqual([502, 'unreachable']);
    expect(JSON.parse(gone.text)).toEqual({ error: 'unreachable', reason: expect.stringContaining(new URL(hub.url).host) });
  });

  test('is still known after a restart, and opens with the passphrase alone', async ({ running }) => {
    const admin = { url: hub.url, ...hub.admin };
    const user = { name: 'ada', password: PASSWORD, roles: ['AE'] };
    const first = running.page;
    await askShell(first, 'hub.setUp', { admin, workspace: 'firm', title: 'Firm', user });
    test.skip(await askShell(first, 'hub.keepsSecrets', {}), 'this computer keeps secrets by itself');
    const signed = await askShell(first, 'hub.signIn', { url: hub.url, user: 'ada', password: PASSWORD, passphrase: 'correct horse' });
    const connection = signed.ok ? signed.connection : '';
    const page = await running.restart();
    expect(await askShell(page, 'hub.connections', {})).toEqual([{ id: connection, url: hub.url, user: 'ada', state: 'locked' }]);
    const locked = await fetchInPage(page, `/hub/${connection}/firm-team`);
    expect([locked.status, locked.headers['throughline-shell']]).toEqual([401, 'locked']);
    expect(await askShell(page, 'hub.unlock', { connection, passphrase: 'correct house' })).toMatchObject({
      ok: false,
      kind: 'wrong-password',
    });
    expect(await askShell(page, 'hub.unlock', { connection, passphrase: 'correct horse' })).toMatchObject({ ok: true, roles: ['firm:AE'] });
    expect((await fetchInPage(page, `/hub/${connection}/firm-team`)).status).toBe(200);
    await askShell(page, 'hub.signOut', { connection });
    expect(await askShell(page, 'hub.connections', {})).toEqual([]);
    expect((await fetchInPage(page, `/hub/${connection}/firm-team`)).status).toBe(401);
  });
});
