import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Policy } from '#shared/policy/policy';

/** What decides whether an installation may update itself. */
export interface Installation {
  readonly isPackaged: boolean;
  readonly platform: NodeJS.Platform;
  /** Linux: the file that runs is an AppImage, the one format that can replace itself. */
  readonly isAppImage: boolean;
  /** Windows: the program's own uninstaller is beside it, as the installer for one person or one machine leaves it. MSI has none. */
  readonly hasUninstaller: boolean;
  /** Windows: the build names who signs it, so a download can be compared with that. */
  readonly namesPublisher: boolean;
}

/** Why this installation does not update itself, fit to show; undefined where it does. */
export function updatesUnavailable(on: Installation, policy: Policy): string | undefined {
  if (!on.isPackaged) return 'This is a development build. It does not update itself.';
  if (policy.updateChannel === 'off') return 'Your organisation has switched updates off here. It brings new versions itself.';
  if (on.platform === 'linux' && !on.isAppImage)
    return 'This was installed as a package. Your package manager or your IT department updates it.';
  if (on.platform === 'win32' && !on.hasUninstaller) return 'This was installed by MSI. Your IT department updates it.';
  if (on.platform === 'win32' && !on.namesPublisher)
    return 'This build is not signed, so an update could not be checked. Install new versions by hand.';
  return undefined;
}

/** The running installation. */
export function thisInstallation(isPackaged: boolean): Installation {
  return {
    isPackaged,
    platform: process.platform,
    isAppImage: process.env['APPIMAGE'] !== undefined,
    hasUninstaller: existsSync(join(dirname(process.execPath), 'Uninstall Throughline.exe')),
    namesPublisher: isPackaged && /^publisherName:/m.test(updateConfiguration()),
  };
}

/** What the packaging wrote beside the app; empty where it wrote nothing. */
function updateConfiguration(): string {
  const file = join(process.resourcesPath, 'app-update.yml');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
