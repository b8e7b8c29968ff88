import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentPolicy, SECURITY_HEADERS } from './content-policy';
import { webPreferences } from './web-preferences';

// The points of Electron's security checklist that a configuration holds. What a run can show is shown by
// test/e2e/hardened-shell.electron.spec.ts; README.md says which point is held by what.

const ROOT = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** The source of a folder, without its tests: path → text. */
const sourcesOf = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
      .map((path) => [`${folder}/${path}`, read(`${folder}/${path}`)]),
  );

/** The files in which `pattern` is found. */
const filesWith = (pattern: RegExp, ...folders: readonly string[]): readonly string[] =>
  folders.flatMap((folder) => [...sourcesOf(folder)].filter(([, text]) => pattern.test(text)).map(([path]) => path));

describe('a window', () => {
  it('is opened sandboxed and isolated, without Node, guests or experiments', () => {
    expect(webPreferences('/preload.cjs')).toEqual({
      preload: '/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: process.platform === 'darwin',
    });
  });

  it('is opened in one place, with those preferences', () => {
    expect(filesWith(/new (?:BrowserWindow|BrowserView|WebContentsView|BaseWindow)\b/, 'electron')).toEqual(['electron/window.ts']);
    const opened = read('electron/window.ts').match(/new BrowserWindow\(/g) ?? [];
    expect(read('electron/window.ts').match(/\bwebPreferences\(preload\)/g)).toHaveLength(opened.length);
  });

  it('turns on no feature of Blink and embeds no guest', () => {
    expect(filesWith(/enableBlinkFeatures|<webview|allowpopups/, 'electron', 'renderer')).toEqual([]);
    expect(filesWith(/appendSwitch/, 'electron')).toEqual([]);
  });
});

describe('the content policy', () => {
  it('lets in nothing that is not named, and no script but the packed ones', () => {
    const policy = new Map(
      contentPolicy('header')
        .split('; ')
        .map((directive) => [directive.split(' ')[0], directive]),
    );
    expect(policy.get('default-src')).toBe("default-src 'none'");
    expect(policy.get('script-src')).toBe("script-src 'self'");
    expect(policy.get('connect-src')).toBe("connect-src 'self'");
    expect(policy.get('form-action')).toBe("form-action 'none'");
    expect(policy.get('frame-ancestors')).toBe("frame-ancestors 'none'");
    expect(policy.get('base-uri')).toBe("base-uri 'none'");
    expect([...policy.values()].join(' ')).not.toMatch(/https?:|\*|unsafe-eval|(?<!style-src 'self' )'unsafe-inline'/);
  });

  it('goes out with every answer, and so do the other headers', () => {
    expect(SECURITY_HEADERS).toMatchObject({
      'Content-Security-Policy': contentPolicy('header'),
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
    });
  });
});

describe('the doors of the shell', () => {
  it('one file opens addresses outside, and one file listens to the page', () => {
    expect(filesWith(/shell\.openExternal|\bopenExternal\(/, 'electron')).toEqual(['electron/security.ts']);
    expect(filesWith(/\bopenPath\(/, 'electron')).toEqual(['electron/handlers/backups.ts']);
    expect(filesWith(/ipcMain\.(?:on|once|handle|handleOnce)\b/, 'electron')).toEqual([]);
    expect(filesWith(/\bipcMain\b/, 'electron')).toEqual(['electron/main.ts']);
  });

  it('the preload script gives the page two functions, and nothing of Electron itself', () => {
    const preload = read('electron/preload.ts');
    expect(preload.match(/exposeInMainWorld\(/g)).toHaveLength(1);
    expect(preload).toMatch(/exposeInMainWorld\('throughline', bridge\)/);
    expect(preload.match(/ipcRenderer\.\w+/g)).toEqual(['ipcRenderer.invoke', 'ipcRenderer.on', 'ipcRenderer.off']);
  });

  it('the page comes from a scheme of our own that passes by no policy, never from file:', () => {
    expect(filesWith(/file:\/\/|loadFile\(/, 'electron')).toEqual([]);
    expect(read('electron/app-protocol.ts')).not.toMatch(/bypassCSP|allowServiceWorkers|corsEnabled/);
  });

  it('no certificate and no sandbox is waved through', () => {
    expect(filesWith(/certificate-error|setCertificateVerifyProc|ignore-certificate-errors|'no-sandbox'/, 'electron')).toEqual([]);
    expect(filesWith(/rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED/, 'electron')).toEqual([]);
  });
});

describe('the packed program', () => {
  const block = /^electronFuses:\n((?: {2}.*\n)+)/m.exec(read('electron-builder.yml'))?.[1] ?? '';
  const fuses = Object.fromEntries([...block.matchAll(/^ {2}(\w+): (true|false)$/gm)].map(([, name, on]) => [name, on === 'true']));

  it('runs no other code than its own archive, which is checked, and nothing from the outside', () => {
    expect(fuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
    expect(read('electron-builder.yml')).toMatch(/^asar: true$/m);
  });

  it('is built with one exact version of Electron, of a line that is kept up', () => {
    const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: Record<string, string> };
    expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/);
    expect(Number(devDependencies['electron']?.split('.')[0])).toBeGreaterThanOrEqual(45);
  });
});
