import { isIP, isIPv4 } from 'node:net';
import { type HubRefusal, refuse } from './refusal';

const EXAMPLE = 'It looks like https://hub.example.com or http://192.168.1.20:4610.';

/**
 * The address of a server as a person typed it: with its scheme, without a slash at its end. Without a scheme it is
 * https, but http in one's own network, where hubs have no certificate. Plain http to anywhere else is refused: the
 * password and everything after it could be read on the way.
 */
export function parseServerAddress(typed: string): { readonly ok: true; readonly url: string } | HubRefusal {
  const text = typed.trim();
  const url = urlOf(text);
  if (!url) return refuse('not-a-server', `That is not the address of a server. ${EXAMPLE}`);
  if (url.username || url.password) {
    return refuse('not-a-server', 'Leave the name and the password out of the address; they have fields of their own.');
  }
  if (url.search || url.hash) return refuse('not-a-server', `Leave out everything from "${url.search ? '?' : '#'}" on. ${EXAMPLE}`);
  if (url.protocol === 'http:' && !isPrivateHost(url.hostname)) {
    return refuse(
      'insecure',
      `http://${url.host} is not encrypted: everybody on the way could read the password and the data. Use https://${url.host}.`,
    );
  }
  return { ok: true, url: url.origin + url.pathname.replace(/\/+$/, '') };
}

function urlOf(text: string): URL | undefined {
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  const asHttps = hasScheme ? text : `https://${text}`;
  if (text === '' || /\s/.test(text) || !URL.canParse(asHttps)) return undefined;
  const url = new URL(!hasScheme && isPrivateHost(new URL(asHttps).hostname) ? `http://${text}` : asHttps);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
}

/** Names that only one's own network can resolve: one word, or a suffix that is reserved for such networks. */
const PRIVATE_NAME = /^[^.]+$|\.(?:local|localhost|lan|internal|home\.arpa)$/;

/** True for this computer and for addresses that routers do not carry out of one's own network or VPN. */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
  if (isIP(host) === 0) return PRIVATE_NAME.test(host);
  if (!isIPv4(host)) return host === '::1' || /^(?:f[cd]|fe[89ab])/.test(host);
  const [a = 0, b = 0] = host.split('.').map(Number);
  return (
    a === 127 ||
    a === 10 ||
    (a === 192 && b === 168) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 169 && b === 254) ||
    (a === 100 && b >= 64 && b < 128)
  );
}
