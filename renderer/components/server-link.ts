import { membershipsOf, type Membership } from '#shared/hub/access';
import type { ServerLink } from '../data/sync-state';
import type { SignedIn } from '../platform/hub';
import { t } from '#shared/values/texts';

/** The link of a workspace to its server, made of who signed in there and what they belong to. */
export const linkOf = ({ connection, url, user }: SignedIn, { workspace, roles }: Membership): ServerLink => ({
  connection,
  url,
  user,
  workspace,
  roles,
});

/** The same link after signing in again: roles may have changed meanwhile, and may be none any more. */
export function renewedLink(link: ServerLink, signedIn: SignedIn): ServerLink {
  const membership = membershipsOf(signedIn.roles).find(({ workspace }) => workspace === link.workspace);
  return linkOf(signedIn, membership ?? { workspace: link.workspace, roles: [] });
}

/** `halden.example:6984` as a person types it → an address. Names of this computer and of a home network speak plain http. */
export function addressOf(typed: string): string {
  const text = typed.trim().replace(/\/+$/u, '');
  if (text === '' || /^[a-z]+:\/\//iu.test(text)) return text;
  return `${isNear(text) ? t('http') : t('https')}://${text}`;
}

const isNear = (text: string): boolean =>
  /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[::1\]|[^.:]+\.local\b)/iu.test(text);

/** True where what is sent to the address could be read on the way: plain http to another computer. */
export function isReadableOnTheWay(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'http:' && !isThisComputer(url);
}

export function isThisComputer(url: string): boolean {
  return URL.canParse(url) && /^(localhost|127(\.\d+){3}|\[::1\])$/u.test(new URL(url).hostname);
}

/** `https://crm.halden.example:6984/` → `crm.halden.example:6984`. An address that is none is shown as it is. */
export function hostOf(url: string | undefined): string {
  if (url === undefined) return t('the server');
  return URL.canParse(url) ? new URL(url).host : url;
}
