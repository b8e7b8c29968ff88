import { join } from 'node:path';
import { askShell, fetchInPage } from './ask-shell';
import { launchElectron } from './electron-shell';
import { expect, test } from './fixtures';

// Any free port: tests run beside each other, and beside the hub of whoever runs them.
const ANY_PORT = ['--hub-port=0'];

test('a person hosts for a team from the desktop app; it runs again after a restart, and stops when told to', async ({ folder }) => {
  const userData = join(folder, 'user-data');
  const first = await launchElectron(userData, ANY_PORT);
  const page = await first.firstWindow();
  expect(await askShell(page, 'hub.local', {})).toEqual({ available: true, running: false, network: false, addresses: [] });
  const hosted = await askShell(page, 'hub.host', { running: true, network: false });
  expect(hosted).toMatchObject({ running: true, network: false, url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) });

  const user = { name: 'ada', password: 'analytical engine 1843', roles: ['partner'] };
  expect(await askShell(page, 'hub.setUp', { admin: 'local', workspace: 'firm', title: 'Firm', user })).toEqual({
    ok: true,
    url: hosted.url,
  });
  const grace = { name: 'grace', password: 'nanosecond 1952', roles: ['AE'] };
  expect(await askShell(page, 'hub.giveAccess', { admin: 'local', workspace: 'firm', user: grace })).toMatchObject({ ok: true });
  const signed = await askShell(page, 'hub.signIn', { url: hosted.url ?? '', user: 'grace', password: grace.password });
  if (!signed.ok) throw new Error(signed.message);
  expect((await fetchInPage(page, `/hub/${signed.connection}/firm-team`)).status).toBe(200);
  await first.close();
  await expect.poll(() => answers(hosted.url)).toBe(false);

  const second = await launchElectron(userData, ANY_PORT);
  const again = await second.firstWindow();
  await expect.poll(async () => (await askShell(again, 'hub.local', {})).running).toBe(true);
  expect(await askShell(again, 'hub.users', { admin: 'local', workspace: 'firm' })).toMatchObject({
    ok: true,
    users: [{ name: 'ada' }, { name: 'grace' }],
  });
  const stopped = await askShell(again, 'hub.host', { running: false, network: false });
  expect(stopped.running).toBe(false);
  await second.close();
});

test('a hub that dies is started again by the desktop app', async ({ folder }) => {
  const desktop = await launchElectron(join(folder, 'user-data'), ANY_PORT);
  const page = await desktop.firstWindow();
  const { url } = await askShell(page, 'hub.host', { running: true, network: false });
  await desktop.evaluate(({ app }) => {
    const hub = app.getAppMetrics().find(({ name, serviceName }) => `${name} ${serviceName}`.includes('hub'));
    if (hub) process.kill(hub.pid, 'SIGKILL');
  });
  await expect.poll(() => answers(url)).toBe(false);
  await expect.poll(async () => (await askShell(page, 'hub.local', {})).running).toBe(true);
  await desktop.close();
});

test('a page that starts over again and again does not use up the connections to its server', async ({ folder }) => {
  const desktop = await launchElectron(join(folder, 'user-data'), ANY_PORT);
  const page = await desktop.firstWindow();
  const { url = '' } = await askShell(page, 'hub.host', { running: true, network: false });
  const user = { name: 'ada', password: 'analytical engine 1843', roles: ['AE'] };
  await askShell(page, 'hub.setUp', { admin: 'local', workspace: 'firm', title: 'Firm', user });
  const signed = await askShell(page, 'hub.signIn', { url, user: user.name, password: user.password });
  const at = signed.ok ? `/hub/${signed.connection}/firm-team` : '';
  // Nine long-polls that nobody waits for; Chromium opens six connections to one server.
  const status = await page.evaluate(async (database) => {
    for (let time = 0; time < 9; time += 1) {
      const gone = new AbortController();
      void fetch(`${database}/_changes?feed=longpoll&since=now&timeout=60000`, { signal: gone.signal }).catch(() => undefined);
      await fetch(`${database}/_changes?limit=1`);
      gone.abort();
    }
    return (await fetch(database)).status;
  }, at);
  expect(status).toBe(200);
  await desktop.close();
});

const answers = (url: string | undefined): Promise<boolean> =>
  fetch(`${url}/_up`).then(
    (response) => response.ok,
    () => false,
  );
