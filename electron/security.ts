import { app, type Session, shell, type WebContents } from 'electron';
import { allowedLink } from '#shared/ipc/outside-link';
import type { Policy } from '#shared/policy/policy';
import { isAtHome } from './home-address';
import type { Log } from './log';
import { refusePermissions } from './permissions';

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
  refusePermissions(session, home);
  app.on('web-contents-created', (_event, contents) => confine(contents, home, policy, log));
}

function confine(contents: WebContents, home: string, policy: Policy, log: Log): void {
  const openBeside = (url: string): void => {
    openOutside(url, policy, log).catch((error: unknown) => log.write('error', 'a link could not be opened', error));
  };
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame && isAtHome(event.url, home)) return;
    event.preventDefault();
    // A frame shows somebody's mail, which could send itself elsewhere unasked. Its links ask for a window, below.
    if (event.isMainFrame) openBeside(event.url);
  });
  // A server could answer a navigation to home with another address: there is none, but the door is shut.
  contents.on('will-redirect', (event) => {
    if (!event.isMainFrame || !isAtHome(event.url, home)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openBeside(url);
    return { action: 'deny' };
  });
}
