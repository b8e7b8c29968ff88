import { contentPolicy } from '../../electron/content-policy';
import { CONTRACT } from '#shared/ipc/contract';
import { dropAndCheck } from './drop-files';
import { expect, test } from './fixtures';
import { openSampleFirm } from './open-sample-firm';

// Electron's security checklist, as far as a run can show it: one start of the app for all of it. What only a
// configuration shows is in electron/security-checklist.test.ts.

const REFUSAL = { ok: false, message: 'The desktop refused this request.' };
const ELSEWHERE = 'https://elsewhere.example';

/** Tries to run, to load, to navigate, to send a form and to ask the shell. */
const HOSTILE = [
  'From: Mallory <m@elsewhere.example>',
  'To: ruth@halden.example',
  'Subject: Offer',
  'Date: Mon, 2 Nov 2026 10:00:00 +0000',
  'MIME-Version: 1.0',
  'Content-Type: text/html; charset=utf-8',
  '',
  `<meta http-equiv="refresh" content="0;url=${ELSEWHERE}/refresh"><b>Agreed</b> $t(Agreed) {{POLICY}}`,
  `<script>top.document.title = "owned"; top.throughline.call("link.open", { url: "${ELSEWHERE}/script" })</script>`,
  `<img src="${ELSEWHERE}/p.gif" onerror="top.document.title = 'owned'"><svg onload="top.document.title = 'owned'"></svg>`,
  `<style>@import url(${ELSEWHERE}/s.css)</style><div style="background:url(${ELSEWHERE}/b.png)">styled</div>`,
  `<form action="${ELSEWHERE}/form"><input name="a" value="b"><button>Accept</button></form>`,
  `<iframe src="${ELSEWHERE}/frame"></iframe><object data="${ELSEWHERE}/object"></object><base href="${ELSEWHERE}/">`,
  `<a href="${ELSEWHERE}/link" target="_top">the terms</a> <a href="throughline://deal/1">a deal</a>`,
].join('\r\n');

test('the shell holds every point of the checklist that a run can show', async ({ desktop }) => {
  const page = await desktop.firstWindow();
  await openSampleFirm(page);
  await desktop.evaluate(({ shell, session }) => {
    const opened: string[] = [];
    // What gets past the page's policy, to whatever network there is.
    const sent: string[] = [];
    Object.assign(globalThis, { opened, sent });
    shell.openExternal = async (url) => void opened.push(url);
    session.defaultSession.webRequest.onBeforeRequest(({ url }, decide) => {
      sent.push(url);
      decide({});
    });
  });
  const told = (what: 'opened' | 'sent'): Promise<string[]> => desktop.evaluate((_electron, name) => Reflect.get(globalThis, name), what);

  await test.step('the page is sandboxed and isolated, without Node, and sees two functions of the shell', async () => {
    const preferences = await desktop.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): object };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
    const seen = await page.evaluate(() => ({
      node: ['process', 'require', 'module', 'Buffer', 'global', '__dirname', 'electron'].filter((name) => name in globalThis),
      bridge: Object.keys(window.throughline ?? {}),
      // What is handed over is a copy: nothing that the page changes is seen by the preload script.
      frozen: Object.isFrozen(window.throughline),
    }));
    expect(seen).toEqual({ node: [], bridge: ['call', 'onCommand'], frozen: true });
    const inWorker = await page.evaluate(
      () =>
        new Promise((resolve) => {
          // The policy lets no worker be made of text.
          try {
            const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(typeof require)'])));
            worker.addEventListener('message', ({ data }) => resolve(data));
            worker.addEventListener('error', () => resolve('refused'));
          } catch {
            resolve('refused');
          }
        }),
    );
    expect(inWorker).toBe('refused');
  });

  await test.step('the protocol handler sends the policy with every answer, and serves nothing beside the page', async () => {
    const answers = await page.evaluate(
      (paths) =>
        Promise.all(
          paths.map(async (path) => {
            const answer = await fetch(path);
            return {
              status: answer.status,
              policy: answer.headers.get('content-security-policy'),
              sniff: answer.headers.get('x-content-type-options'),
            };
          }),
        ),
      ['/', '/deals/1', '/none.js', '/%2e%2e/main/main.cjs', '/..%2fmain%2fmain.cjs', '/..%5cmain%5cmain.cjs'],
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 404, 404, 404]);
    for (const { policy, sniff } of answers) {
      expect(policy).toBe(contentPolicy('header'));
      expect(sniff).toBe('nosniff');
    }
    const posted = await page.evaluate(async () => (await fetch('/', { method: 'POST', body: 'x' })).status);
    expect(posted).toBe(405);
  });

  await test.step('no script of another origin, of a text or of an attribute runs, and nothing is loaded from elsewhere', async () => {
    const ran = await page.evaluate(async (elsewhere) => {
      const outcomes: Record<string, unknown> = {};
      const script = document.createElement('script');
      script.textContent = 'window.ranInline = true';
      document.body.append(script);
      const remote = document.createElement('script');
      outcomes['remote'] = await new Promise((resolve) => {
        remote.addEventListener('load', () => resolve('ran'));
        remote.addEventListener('error', () => resolve('refused'));
        remote.src = `${elsewhere}/x.js`;
        document.body.append(remote);
      });
      const button = document.createElement('button');
      button.setAttribute('onclick', 'window.ranAttribute = true');
      button.click();
      try {
        outcomes['eval'] = Reflect.get(window, 'eval')('"ran"');
      } catch {
        outcomes['eval'] = 'refused';
      }
      outcomes['fetch'] = await fetch(`${elsewhere}/data`).then(
        () => 'reached',
        () => 'refused',
      );
      outcomes['inline'] = Reflect.get(window, 'ranInline') ?? 'refused';
      outcomes['attribute'] = Reflect.get(window, 'ranAttribute') ?? 'refused';
      return outcomes;
    }, ELSEWHERE);
    expect(ran).toEqual({ remote: 'refused', eval: 'refused', fetch: 'refused', inline: 'refused', attribute: 'refused' });
  });

  await test.step('no permission is given that is not needed, and none to a frame', async () => {
    const states = await page.evaluate(async () => {
      const names = ['geolocation', 'camera', 'microphone', 'notifications', 'midi', 'clipboard-read'];
      const asked = await Promise.all(names.map((name) => navigator.permissions.query({ name: name as PermissionName })));
      return asked.map(({ state }) => state);
    });
    expect(states).toEqual(Array.from({ length: 6 }, () => 'denied'));
    const used = await page.evaluate(async () => {
      const tried = async (act: () => Promise<unknown> | undefined): Promise<string> => {
        try {
          await act();
          return 'given';
        } catch {
          return 'refused';
        }
      };
      return {
        camera: await tried(() => navigator.mediaDevices?.getUserMedia({ video: true })),
        screen: await tried(() => navigator.mediaDevices?.getDisplayMedia({ video: true })),
        notification: await Notification.requestPermission(),
      };
    });
    expect(used).toEqual({ camera: 'refused', screen: 'refused', notification: 'denied' });
  });

  await test.step('a request that does not fit its channel is refused, and so is a channel that is not in the contract', async () => {
    const replies = await page.evaluate(
      (channels) => Promise.all(channels.map((channel) => window.throughline!.call(channel as 'app.info', 'garbage'))),
      Object.keys(CONTRACT),
    );
    expect(replies).toEqual(replies.map(() => REFUSAL));
    const unknown = await page.evaluate(() =>
      window.throughline!.call('disk.format' as 'app.info', {}).then(
        () => 'answered',
        () => 'refused',
      ),
    );
    expect(unknown).toBe('refused');
    expect(await page.evaluate(() => window.throughline!.call('link.open', { url: 'file:///etc/passwd' }))).toEqual({
      ok: true,
      value: 'refused',
    });
  });

  await test.step('a frame has no bridge and cannot send itself elsewhere', async () => {
    await page.evaluate((elsewhere) => {
      const frame = document.createElement('iframe');
      frame.id = 'probe';
      frame.sandbox.add('allow-popups');
      frame.srcdoc = `<meta http-equiv="refresh" content="0;url=${elsewhere}/refresh"><p style="color:red">a mail</p>`;
      document.body.append(frame);
    }, ELSEWHERE);
    const mail = page.frameLocator('#probe').getByText('a mail');
    await expect(mail).toHaveCSS('color', 'rgb(255, 0, 0)');
    expect(await mail.evaluate(() => 'throughline' in window)).toBe(false);
    expect(page.frames().map((frame) => frame.url())).not.toContain(`${ELSEWHERE}/refresh`);
    await page.evaluate(() => document.querySelector('#probe')?.remove());
  });

  await test.step('a hostile mail is read, and does nothing', async () => {
    await dropAndCheck(page, [{ name: 'offer.eml', content: HOSTILE }]);
    await page.getByText('Formatted', { exact: true }).click();
    const mail = page.frameLocator('iframe');
    await expect(mail.getByText('Agreed').first()).toBeVisible();
    // Its words are its own: none is taken for a text of the program.
    await expect(mail.locator('body')).toContainText('$t(Agreed) {{POLICY}}');
    await mail.getByText('the terms').click();
    await mail.getByText('a deal').click();
    expect(await mail.locator('script, form, iframe, object, svg, base, [onload], [onerror], [href]').count()).toBe(0);
    expect({ title: await page.title(), opened: await told('opened') }).toEqual({ title: 'Import · Throughline', opened: [] });
    expect(page.url()).toContain('app://throughline/import');
  });

  // Last, because Playwright waits for a navigation that was stopped.
  await test.step('the page leaves nowhere, opens no window and embeds no guest; https links go to the browser, others nowhere', async () => {
    const at = page.url();
    await page.evaluate((elsewhere) => {
      window.open(`${elsewhere}/opened`);
      window.open('file:///etc/passwd');
      window.open('app://throughline/pipeline');
      window.open('about:blank');
      document.body.append(Object.assign(document.createElement('webview'), { src: `${elsewhere}/guest` }));
      location.assign('file:///etc/passwd');
    }, ELSEWHERE);
    await page.evaluate((elsewhere) => location.assign(`${elsewhere}/left`), ELSEWHERE);
    await expect.poll(() => told('opened')).toEqual([`${ELSEWHERE}/opened`, `${ELSEWHERE}/left`]);
    expect(page.url()).toBe(at);
    const guests = await desktop.evaluate(({ webContents }) => webContents.getAllWebContents().map((contents) => contents.getType()));
    expect(guests).toEqual(['window']);
  });

  // Of all that was tried, nothing went out: what was asked for is the app's own.
  const sent = await told('sent');
  expect(sent).toContain('app://throughline/deals/1');
  expect(sent.filter((url) => !/^(?:blob:)?app:\/\/throughline\/|^data:/.test(url))).toEqual([]);
});
