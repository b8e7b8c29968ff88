import type { Session } from 'electron';
import { isAtHome } from './home-address';

/** What the page may have without being asked: copying text by a button, and data that is not evicted. Nothing else, ever. */
const ALLOWED: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'persistent-storage']);

/** Who asks for a permission. */
export interface Asker {
  /** False for a frame inside the page: it shows somebody's mail. */
  readonly isMainFrame: boolean;
  /** The address or the origin of who asks. */
  readonly url: string;
}

/** Whether the page may have `permission`. A frame inside it, and any other page, may have none. */
export const mayHave = (permission: string, { isMainFrame, url }: Asker, home: string): boolean =>
  ALLOWED.has(permission) && isMainFrame && isAtHome(url, home);

/** What of a session decides about permissions. */
export type PermissionDoors = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'setDisplayMediaRequestHandler' | 'on'
>;

/** Shuts every door of `session` to cameras, places, devices, screens and the rest. */
export function refusePermissions(session: PermissionDoors, home: string): void {
  session.setPermissionRequestHandler((_contents, permission, decide, { isMainFrame, requestingUrl }) =>
    decide(mayHave(permission, { isMainFrame, url: requestingUrl }, home)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin, { isMainFrame }) =>
    mayHave(permission, { isMainFrame, url: origin }, home),
  );
  session.setDevicePermissionHandler(() => false);
  // An empty answer is a refusal.
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}));
  // Without a listener, the first device is given.
  session.on('select-hid-device', (event, _details, choose) => {
    event.preventDefault();
    choose();
  });
  session.on('select-serial-port', (event, _ports, _contents, choose) => {
    event.preventDefault();
    choose('');
  });
  session.on('select-usb-device', (event, _details, choose) => {
    event.preventDefault();
    choose();
  });
}
