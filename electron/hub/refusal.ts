import type { z } from 'zod';
import type { hubRefusal } from '#shared/ipc/hub-messages';

/** Why a server did not do what was asked, in words that say what to do. */
export type HubRefusal = z.infer<typeof hubRefusal>;

/** The organisation does not allow this server; the message says so to the person. */
export class NotAllowed extends Error {}

export const refuse = (kind: HubRefusal['kind'], message: string): HubRefusal => ({ ok: false, kind, message });

const UNREACHABLE: readonly (readonly [RegExp, (host: string) => string])[] = [
  [
    /ENOTFOUND|EAI_AGAIN|NAME_NOT_RESOLVED/,
    (host) => `No computer is known as ${host}. Check the spelling of the address, and that you are on the right network or VPN.`,
  ],
  [
    /ECONNREFUSED|CONNECTION_REFUSED/,
    (host) => `${host} is there, but no server answers at this port. Check the port, and that the server is running.`,
  ],
  [/INTERNET_DISCONNECTED|ENETUNREACH|ENETDOWN|NETWORK_CHANGED/, () => 'This computer is not connected to a network.'],
  [
    /PROXY_AUTH/,
    (host) =>
      `The network's proxy wants a name and a password, which Throughline does not keep. Ask your administrator to let this computer through to ${host} without.`,
  ],
  [/PROXY|TUNNEL/, (host) => `The network's proxy did not let us through to ${host}. Ask your administrator.`],
];

/** A certificate that this computer does not trust, or the wrong protocol on that port. */
const TLS: readonly (readonly [RegExp, (host: string) => string])[] = [
  [
    /CERT_HAS_EXPIRED|CERT_DATE_INVALID|CERT_NOT_YET_VALID/,
    (host) => `The certificate of ${host} has expired, or this computer's clock is wrong.`,
  ],
  [
    /ALTNAME_INVALID|COMMON_NAME_INVALID/,
    (host) => `The certificate of this server is not made out to ${host}. Check the address; a wrong one could be somebody else's server.`,
  ],
  [
    /SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|AUTHORITY_INVALID|CERT_|ERR_CERT/,
    (host) =>
      `This computer does not trust the certificate of ${host}. If your firm has its own certificate authority, ask your administrator to install it.`,
  ],
  [
    /EPROTO|WRONG_VERSION_NUMBER|ERR_SSL|SSL_PROTOCOL/,
    (host) => `${host} does not speak https at this port. Check the port, or begin the address with http:// if it is in your own network.`,
  ],
];

/** What went wrong on the way to `url`, from what Node's or Chromium's network said. Never the server's own words. */
export function refusalOf(error: unknown, url: string): HubRefusal {
  if (error instanceof NotAllowed) return refuse('not-allowed', error.message);
  const { host } = new URL(url);
  const said = causesOf(error);
  const tls = TLS.find(([pattern]) => pattern.test(said));
  if (tls) return refuse('insecure', tls[1](host));
  if (/redirect/i.test(said)) {
    return refuse(
      'not-a-server',
      `${host} sends visitors to another address. Enter the address that it sends to, if you trust it: a password does not follow.`,
    );
  }
  if (/HPE_|INVALID_HTTP_RESPONSE|EMPTY_RESPONSE/.test(said))
    return refuse('not-a-server', `What answers at ${host} does not speak HTTP. Check the port.`);
  const known = UNREACHABLE.find(([pattern]) => pattern.test(said));
  return refuse('unreachable', known ? known[1](host) : `${host} cannot be reached at the moment. Check the address and your network.`);
}

/** Names, codes and messages of an error and of what caused it. */
function causesOf(error: unknown): string {
  const words: string[] = [];
  for (let cause = error; cause instanceof Error && words.length < 12; cause = cause.cause) {
    words.push(cause.name, cause.message, 'code' in cause ? String(cause.code) : '');
  }
  return words.join(' ');
}
