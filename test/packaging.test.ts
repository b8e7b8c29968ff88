import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { afterSign, credentialsIn } from '../build/notarize.mjs';

// What an installer would do on systems that no test here runs on, held on the configuration of the packaging.

const ROOT = join(import.meta.dirname, '..');
const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** YAML, as the updater reads it. */
const yaml = createRequire(import.meta.resolve('electron-updater'))('js-yaml') as { load(source: string): unknown };

interface Target {
  readonly target: string;
  readonly arch: readonly string[];
}
interface Configuration {
  readonly files: readonly string[];
  readonly asarUnpack: readonly string[];
  readonly afterSign: string;
  readonly protocols: readonly { readonly schemes: readonly string[] }[];
  readonly fileAssociations: readonly { readonly ext: string; readonly mimeType: string }[];
  readonly publish: readonly { readonly provider: string; readonly url: string }[];
  readonly linux: { readonly icon: string; readonly target: readonly Target[] };
  readonly deb: { readonly afterInstall: string; readonly afterRemove: string };
  readonly rpm: { readonly afterInstall: string; readonly afterRemove: string };
  readonly mac: {
    readonly icon: string;
    readonly hardenedRuntime: boolean;
    readonly entitlements: string;
    readonly entitlementsInherit: string;
    readonly target: readonly Target[];
  };
  readonly win: { readonly icon: string; readonly target: readonly Target[]; readonly verifyUpdateCodeSignature?: boolean };
  readonly nsis: { readonly deleteAppDataOnUninstall: boolean; readonly perMachine: boolean; readonly oneClick: boolean };
  readonly msi: { readonly upgradeCode: string; readonly perMachine: boolean };
}
const config = yaml.load(text('electron-builder.yml')) as Configuration;
const archsOf = (targets: readonly Target[]): Record<string, readonly string[]> =>
  Object.fromEntries(targets.map(({ target, arch }) => [target, arch]));

describe('the installers', () => {
  it('are made for every system, for both kinds of processor', () => {
    const both = ['x64', 'arm64'];
    expect(archsOf(config.linux.target)).toEqual({ deb: both, rpm: both, AppImage: both });
    expect(archsOf(config.mac.target)).toEqual({ dmg: both, zip: both });
    expect(Object.keys(archsOf(config.win.target))).toEqual(['nsis', 'msi']);
  });

  it('hold a binary of the database for each system and processor that they are made for', () => {
    const folders = ['linux-x64', 'linux-arm64', 'darwin-x64+arm64', 'win32-x64'];
    for (const folder of folders) expect(existsSync(join(ROOT, 'node_modules/leveldown/prebuilds', folder)), folder).toBe(true);
    // Windows on ARM runs the program for x64: it goes there as soon as the database does.
    const isForArm = existsSync(join(ROOT, 'node_modules/leveldown/prebuilds/win32-arm64'));
    for (const { arch } of config.win.target) expect(arch).toEqual(isForArm ? ['x64', 'arm64'] : ['x64']);
    expect(config.asarUnpack).toContain('node_modules/leveldown/prebuilds/**');
  });

  it('carry icons in the form that each system wants', () => {
    const bytes = (path: string): Buffer => readFileSync(join(ROOT, path));
    expect(bytes(config.win.icon).subarray(0, 4)).toEqual(Buffer.from([0, 0, 1, 0]));
    expect(bytes(config.mac.icon).toString('latin1', 0, 4)).toBe('icns');
    for (const size of [16, 32, 48, 64, 128, 256, 512]) {
      expect(bytes(`${config.linux.icon}/${size}x${size}.png`).readUInt32BE(16)).toBe(size);
    }
  });

  it('open links throughline: and files .throughline, and nothing else', () => {
    expect(config.protocols.flatMap(({ schemes }) => schemes)).toEqual(['throughline']);
    expect(config.fileAssociations.map(({ ext, mimeType }) => [ext, mimeType])).toEqual([['throughline', 'application/x-throughline']]);
  });
});

describe('what people entered', () => {
  it('stays when the program is removed from Windows', () => {
    expect(config.nsis.deleteAppDataOnUninstall).toBe(false);
  });

  it('stays when the package is removed or purged on Linux: the scripts name no folder of a person', () => {
    for (const script of [config.deb.afterRemove, config.rpm.afterRemove]) {
      expect(text(script)).not.toMatch(/\/home|\$HOME|~\/|\.config|rm -[a-z]*r/);
    }
  });
});

describe('on Windows', () => {
  it('a person installs for themselves, or an administrator for all', () => {
    expect(config.nsis).toMatchObject({ oneClick: false, perMachine: false, allowElevation: true });
  });

  it('an MSI replaces the one before it: its upgrade code never changes', () => {
    expect(config.msi).toMatchObject({ perMachine: true, upgradeCode: '8C0F3F3B-6D54-4C9E-9A37-2B8E0F5D7A41' });
  });

  it('an update must carry the signature of the publisher', () => {
    expect(config.win.verifyUpdateCodeSignature).not.toBe(false);
  });
});

describe('on macOS', () => {
  it('the runtime is hardened, and gives up nothing but what V8 needs', () => {
    expect(config.mac.hardenedRuntime).toBe(true);
    for (const file of [config.mac.entitlements, config.mac.entitlementsInherit]) {
      expect([...text(file).matchAll(/<key>(.*?)<\/key>/g)].map(([, key]) => key)).toEqual(['com.apple.security.cs.allow-jit']);
    }
  });

  const built = (electronPlatformName: string) => ({
    electronPlatformName,
    appOutDir: '/dist/mac',
    packager: { appInfo: { productFilename: 'Throughline' } },
  });
  const key = { APPLE_API_KEY: '/key.p8', APPLE_API_KEY_ID: 'K1', APPLE_API_ISSUER: 'I1' };

  it('Apple is sent what was signed, where there are credentials, and only then', async () => {
    expect(config.afterSign).toBe('build/notarize.mjs');
    const sent: unknown[] = [];
    const notarize = async (what: unknown): Promise<void> => void sent.push(what);
    expect(await afterSign(built('darwin'), { environment: {}, notarize })).toBe('no credentials');
    expect(await afterSign(built('linux'), { environment: key, notarize })).toBe('not macOS');
    expect(sent).toEqual([]);
    expect(await afterSign(built('darwin'), { environment: key, notarize })).toBe('notarized');
    expect(sent).toEqual([{ appPath: '/dist/mac/Throughline.app', appleApiKey: '/key.p8', appleApiKeyId: 'K1', appleApiIssuer: 'I1' }]);
  });

  it('half a set of credentials is none', () => {
    expect(credentialsIn({ APPLE_ID: 'a@b.example', APPLE_TEAM_ID: 'T' })).toBeUndefined();
  });
});

describe('on Linux', () => {
  it('the scripts of the packages are sound, and are told nothing but where the program lies', () => {
    for (const script of [config.deb.afterInstall, config.deb.afterRemove]) {
      expect(() => execFileSync('sh', ['-n', join(ROOT, script)])).not.toThrow();
      const macros = [...text(script).matchAll(/\$\{([a-zA-Z]+)\}/g)].map(([, macro]) => macro ?? '');
      expect(macros.filter((macro) => !['executable', 'sanitizedProductName'].includes(macro))).toEqual([]);
    }
    expect(config.rpm).toMatchObject({ afterInstall: config.deb.afterInstall, afterRemove: config.deb.afterRemove });
  });

  it('the system learns of links and files, and forgets them with the program', () => {
    for (const script of [config.deb.afterInstall, config.deb.afterRemove]) {
      expect(text(script)).toMatch(/update-mime-database "\$root/);
      expect(text(script)).toMatch(/update-desktop-database "\$root/);
    }
  });
});

describe('updates', () => {
  it('are looked for where policy or the person says, by https; the address of the build is nobody', () => {
    expect(
      config.publish.map(({ provider, url }) => [provider, new URL(url).protocol, new URL(url).hostname.endsWith('.invalid')]),
    ).toEqual([['generic', 'https:', true]]);
  });

  it('are never for an MSI: of Windows, the feed lists the NSIS installer alone', () => {
    const msi = createRequire(import.meta.url).resolve('app-builder-lib/out/targets/MsiTarget.js');
    expect(readFileSync(msi, 'utf8').match(/isWriteUpdateInfo: \w+/g)).toEqual(['isWriteUpdateInfo: false']);
  });
});
