import { app, type Session, shell, type WebContents } from 'electron';
import { allowedLink } from '#shared/ipc/outside-link';
import type { Policy } from '#shared/policy/policy';
import { isAtHome } from './home-address';
import type { Log } from './log';

/** What the page may have without being asked: copying text by a button, and data that is not evicted. Nothing else, ever. */
const ALLOWED_PERMISSIONS: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'persistent-storage']);

/** Opens an allow-listed address in the person's own browser or mail program, where the organisation allows its host. */
export async function openOutside(url: string, policy: Policy, log: Log): Promise<'opened' | 'refused'> {
  const link = allowedLink(url, policy);
  if (!link) {
    // Where somebody wanted to go is their business; what kind of address it was helps.
    log.write('warning', 'refused to open an address', {
      scheme: /^[a-z][a-z0-9+.-]{0,30}:/i.exec(url)?.[0] ?? 'none',
      length: url.length,
    });
    return 'refused';
  }
  await shell.openExternal(link);
  return 'opened';
}

/** No page of this app ever leaves `home`, opens a window, embeds a guest or gets a permission. */
export function lockDown(session: Session, home: string, policy: Policy, log: Log): void {
  session.setPermissionRequestHandler((_contents, permission, decide) => decide(ALLOWED_PERMISSIONS.has(permission)));
  session.setPermissionCheckHandler((_contents, permission) => ALLOWED_PERMISSIONS.has(permission));
  session.setDevicePermissionHandler(() => false);
  app.on('web-contents-created', (_event, contents) => confine(contents, home, policy, log));
}

function confine(contents: WebContents, home: string, policy: Policy, log: Log): void {
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame && isAtHome(event.url, home)) return;
    event.preventDefault();
    // A frame shows somebody's mail, which could send itself elsewhere unasked. Its links ask for a window, below.
    if (!event.isMainFrame) return;
    openOutside(event.url, policy, log).catch((error: unknown) => log.write('error', 'a link could not be opened', error));
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url, policy, log).catch((error: unknown) => log.write('error', 'a link could not be opened', error));
    return { action: 'deny' };
  });
}
