import { isWorkspaceName } from '#shared/hub/protocol';
import { err, ok, type Result } from '#shared/values/result';
import { parseServerAddress } from '../hub/server-address';

/** Which workspace on which server, and who asks: what every command about a server needs. */
export interface ServerPlace {
  readonly url: string;
  readonly admin: string;
  readonly workspace: string;
}

export const PLACE_OPTIONS = { url: { type: 'string' }, admin: { type: 'string' }, workspace: { type: 'string' } } as const;

/** Checks the options that name a server and a workspace. The error is fit to show. */
export function serverPlace(values: {
  readonly url?: string | undefined;
  readonly admin?: string | undefined;
  readonly workspace?: string | undefined;
}): Result<ServerPlace, string> {
  const { url, admin, workspace } = values;
  if (url === undefined) return err('Say --url, the address of the server.');
  if (admin === undefined) return err('Say --admin, the name of an administrator of the server.');
  if (workspace === undefined) return err('Say --workspace, the short name of the workspace.');
  if (!isWorkspaceName(workspace)) {
    return err(`--workspace ${workspace}: 2 to 40 small letters, digits and _, beginning with a letter.`);
  }
  const address = parseServerAddress(url);
  return address.ok ? ok({ url: address.url, admin, workspace }) : err(`--url ${url}: ${address.message}`);
}
