import type { NetworkInterfaceInfo } from 'node:os';

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/** Bridges and tunnels of containers and virtual machines: colleagues are hardly ever there. */
const VIRTUAL = /^(?:docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|utun|tun|tap|awdl|llw|anpi|bridge)/i;

/** Addresses under which other computers may find this one, most likely first: as they stand in a URL. */
export function lanHosts(interfaces: Interfaces): readonly string[] {
  return Object.entries(interfaces)
    .flatMap(([name, addresses]) => (addresses ?? []).map((address) => ({ name, ...address })))
    .filter(
      ({ internal, family, address }) => !internal && !(family === 'IPv6' && /^fe[89ab]/i.test(address)) && !address.startsWith('169.254.'),
    )
    .map(({ name, family, address }) => ({
      host: family === 'IPv6' ? `[${address}]` : address,
      distance:
        (family === 'IPv6' ? 4 : 0) + (VIRTUAL.test(name) ? 2 : 0) + (/^(?:192\.168|10|172\.(?:1[6-9]|2\d|3[01]))\./.test(address) ? 0 : 1),
    }))
    .toSorted((a, b) => a.distance - b.distance)
    .map(({ host }) => host);
}
