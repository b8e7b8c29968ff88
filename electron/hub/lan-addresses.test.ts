import type { NetworkInterfaceInfo } from 'node:os';
import { expect, it } from 'vitest';
import { lanHosts } from './lan-addresses';

const at = (address: string, internal = false): NetworkInterfaceInfo =>
  ({ address, internal, family: address.includes(':') ? 'IPv6' : 'IPv4', netmask: '', mac: '', cidr: null }) as NetworkInterfaceInfo;

it('names the address that colleagues most likely reach first, and none that they cannot', () => {
  const interfaces = {
    lo: [at('127.0.0.1', true), at('::1', true)],
    docker0: [at('172.17.0.1')],
    eth0: [at('fe80::1'), at('2001:db8::7'), at('203.0.113.9')],
    wlan0: [at('192.168.1.20'), at('169.254.3.4')],
  };
  expect(lanHosts(interfaces)).toEqual(['192.168.1.20', '203.0.113.9', '172.17.0.1', '[2001:db8::7]']);
});
