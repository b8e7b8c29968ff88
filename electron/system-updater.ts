import type { AppUpdater, UpdateInfo } from 'electron-updater';
import type { Found, Updater } from './updates';

/** Longer notes belong on a page. Characters. */
const LONGEST_NOTES = 20_000;

/**
 * electron-updater: loaded when first needed, so that starting the app does not wait for it. It honours the feed's staged
 * roll-out, compares every download with the SHA-512 of the feed, and on Windows and macOS the signature with that of
 * the running app. An AppImage has no signature: there the feed's https is what vouches for it.
 */
export async function systemUpdater(): Promise<Updater> {
  const { autoUpdater } = await import('electron-updater');
  autoUpdater.autoDownload = false;
  autoUpdater.autoInstallOnAppQuit = false;
  autoUpdater.logger = null;
  return updaterOver(autoUpdater);
}

const updaterOver = (updater: AppUpdater): Updater => ({
  check: async (feed, channel) => {
    updater.setFeedURL({ provider: 'generic', url: feed, channel: channel === 'beta' ? 'beta' : 'latest' });
    updater.allowPrerelease = channel === 'beta';
    // Choosing a channel makes the library willing to go back; nobody asked for an older version.
    updater.allowDowngrade = false;
    const result = await updater.checkForUpdates();
    return result?.isUpdateAvailable ? foundIn(result.updateInfo) : undefined;
  },
  download: async (onPercent) => {
    const heard = ({ percent }: { readonly percent: number }): void => onPercent(Math.round(percent));
    updater.on('download-progress', heard);
    try {
      await updater.downloadUpdate();
    } finally {
      updater.off('download-progress', heard);
    }
  },
  install: () => updater.quitAndInstall(false, true),
});

/** The notes as text: of the markup that a feed may carry, nothing is shown. */
function foundIn({ version, releaseNotes }: UpdateInfo): Found {
  const texts =
    typeof releaseNotes === 'string' ? [releaseNotes] : (releaseNotes ?? []).map((part) => `${part.version}\n${part.note ?? ''}`);
  return { version, notes: plainNotes(texts.join('\n\n')).slice(0, LONGEST_NOTES) };
}

/** Paragraphs and points keep their lines; tags go. */
const plainNotes = (text: string): string =>
  text
    .replace(/<li[^>]*>/gi, '- ')
    .replace(/<\/(?:p|li|h\d|ul|ol|div)>|<br\s*\/?>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
