import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ACCOUNTS } from '../../resources/sample-firm/accounts';
import { askShell } from './ask-shell';
import { electronArguments, electronProgram, environmentWith, launchElectron } from './electron-shell';
import { expect, test } from './fixtures';
import { openSampleFirm } from './open-sample-firm';
import { openSettings } from './open-settings';

const POLICY = {
  serverUrl: 'https://hub.firm.example',
  allowedHosts: ['*.firm.example'],
  exportAllowed: false,
  updateChannel: 'off',
  backupsKept: 14,
};

/** Starts the app for a job of the command line, and tells how it ended. */
async function run(folder: string, args: readonly string[], policy: string): Promise<{ code: unknown; said: string }> {
  const env = environmentWith({ THROUGHLINE_POLICY: policy });
  const child = spawn(electronProgram(), [...electronArguments(join(folder, 'other')), ...args], { env });
  let said = '';
  child.stdout.on('data', (chunk) => (said += String(chunk)));
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  const [code] = await once(child, 'close');
  return { code, said };
}

test('what the organisation decided is shown, locked and kept, and diagnostics hold no word of the business', async ({ folder }) => {
  const policy = join(folder, 'policy.json');
  await writeFile(policy, JSON.stringify(POLICY));
  const desktop = await launchElectron(join(folder, 'user-data'), [], { THROUGHLINE_POLICY: policy });
  const page = await desktop.firstWindow();
  await openSampleFirm(page);

  await test.step('shown, with where it was decided', async () => {
    await openSettings(page, 'Organisation');
    await expect(page.getByText(policy)).toBeVisible();
    await expect(page.getByRole('main').getByText('https://hub.firm.example')).toBeVisible();
    await expect(page.getByText('14', { exact: true })).toBeVisible();
    await openSettings(page, 'Updates');
    await expect(page.getByText('This is a development build. It does not update itself.')).toBeVisible();
  });

  await test.step('no file leaves the app, by its buttons or past them', async () => {
    await openSettings(page, 'Data');
    await expect(page.getByRole('button', { name: 'Save…' }).first()).toBeDisabled();
    await expect(page.getByText('has switched off saving, exporting and printing').first()).toBeVisible();
    const said = await page.evaluate(() => window.throughline!.call('files.save', { name: 'a.csv', bytes: new Uint8Array(1) }));
    expect(said).toMatchObject({ ok: false, message: expect.stringContaining('has switched off saving') });
  });

  await test.step('no other server or page is reached', async () => {
    const at = { url: 'http://127.0.0.1:4610', user: 'ada', password: 'x' };
    expect(await askShell(page, 'hub.signIn', at)).toMatchObject({ ok: false, kind: 'not-allowed' });
    const link = (url: string) => page.evaluate((to) => window.throughline!.call('link.open', { url: to }), url);
    expect(await link('https://example.com')).toEqual({ ok: true, value: 'refused' });
  });

  await test.step('a server is reached through the proxy that the system names, and one that wants a password is told plainly', async () => {
    const asked: string[] = [];
    const proxy = createServer().on('connect', (request, socket) => {
      asked.push(request.url ?? '');
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="firm"\r\n\r\n');
    });
    await once(proxy.listen(0, '127.0.0.1'), 'listening');
    const script = `data:application/x-ns-proxy-autoconfig,function FindProxyForURL(){return "PROXY 127.0.0.1:${(proxy.address() as AddressInfo).port}"}`;
    await desktop.evaluate(
      ({ session }, pacScript) => session.fromPartition('hub', { cache: false }).setProxy({ mode: 'pac_script', pacScript }),
      script,
    );
    const at = { url: 'https://hub.firm.example', user: 'ada', password: 'x' };
    const answer = await askShell(page, 'hub.signIn', at);
    expect(asked[0]).toBe('hub.firm.example:443');
    expect(answer).toMatchObject({ ok: false, message: expect.stringContaining('proxy wants a name and a password') });
    proxy.close();
  });

  await test.step('diagnostics are shown whole, and are what is saved', async () => {
    await openSettings(page, 'Diagnostics');
    await page.getByRole('button', { name: 'Collect' }).click();
    const shown = (await page.getByRole('region', { name: 'This is all of it' }).textContent()) ?? '';
    const target = join(folder, 'diagnostics.json');
    await desktop.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, target);
    await page.getByRole('button', { name: 'Save…' }).click();
    await expect.poll(() => existsSync(target)).toBe(true);
    expect(await readFile(target, 'utf8')).toBe(shown);
    const planted = Object.values(ACCOUNTS).flatMap(({ name, domain, contacts }) => [
      name,
      domain,
      ...Object.values(contacts).map(([who]) => who),
    ]);
    expect([...planted, 'Ruth Halden'].filter((word) => shown.includes(word))).toEqual([]);
    const bundle = JSON.parse(shown);
    expect(bundle.window.store.records.account).toBe(Object.keys(ACCOUNTS).length);
    expect(bundle.policy.backupsKept).toBe(14);
  });
  await desktop.close();
});

test('a policy that is wrong stops the app before it opens anything; diagnostics can be written without a window', async ({ folder }) => {
  const policy = join(folder, 'policy.json');
  const target = join(folder, 'out.json');
  await writeFile(policy, '{"exportAlowed":false}');
  const refused = await run(folder, ['--diagnostics', target], policy);
  expect(refused.code).toBe(78);
  expect(refused.said).toContain(`${policy}\n  exportAlowed is not a key that Throughline knows`);
  expect([existsSync(target), existsSync(join(folder, 'other', 'Local Storage'))]).toEqual([false, false]);
  await writeFile(policy, '{"exportAllowed":false}');
  expect(await run(folder, ['--diagnostics', target], policy)).toMatchObject({ code: 0 });
  expect(JSON.parse(await readFile(target, 'utf8'))).toMatchObject({ policy: { exportAllowed: false }, window: 'no window was open' });
});
