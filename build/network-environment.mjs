// The network of an organisation, for what runs under Node: the browser shell and the commands. (Electron asks the system.)
// Node reads these variables as it starts: the proxy of HTTPS_PROXY and HTTP_PROXY from Node 22.21 and 24 on, the
// certificates that the system trusts from 22.19 and 24.6 on; NODE_EXTRA_CA_CERTS works in every Node. Older ones ignore them.
const OWN_COMPUTER = ['localhost', '127.0.0.1', '[::1]'];

/** The environment `from`, with the organisation's proxy and certificates switched on unless it says otherwise. */
export function networkEnvironment(from = process.env) {
  const around = [...(from.no_proxy ?? from.NO_PROXY ?? '').split(','), ...OWN_COMPUTER].filter((host) => host !== '').join(',');
  return { NODE_USE_ENV_PROXY: '1', NODE_USE_SYSTEM_CA: '1', ...from, NO_PROXY: around, no_proxy: around };
}
