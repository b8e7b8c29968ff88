import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Policy } from '#shared/policy/policy';
import { forkHub } from './hub/fork-hub';
import type { HubParts } from './hub/hub-handlers';
import { DEFAULT_HUB_PORT } from './hub/local-hub';
import { openHubParts } from './hub/open-hub-parts';
import { policyAtStart, policyRefusal } from './policy';
import { openInBrowser } from './web/open-in-browser';
import { Passes } from './web/passes';
import { portHolder } from './web/running-instance';
import { webServer } from './web/server';
import { defaultStateFolder, sessionKey } from './web/state-folder';

/** Part of the origin that a browser keeps the workspaces under: another port is another, empty, app. */
const DEFAULT_PORT = 4600;
const USAGE = `Serves Throughline to a browser on this computer.
  --port N         the port (${DEFAULT_PORT}); what you entered under one port is not seen under another
  --state-dir DIR  where the session key, connections to servers and the hub's data are kept
  --hub            runs the hub of this computer, too
  --hub-port N     its port (${DEFAULT_HUB_PORT})
  --open           open the app in the browser`;

/** The browser shell: the same renderer on 127.0.0.1. Prints its address and stops on Ctrl+C. */
async function main(): Promise<void> {
  const options = readOptions();
  const policy = policyAtStart(false, process.env);
  if (!policy.ok) {
    console.error(`Throughline does not start: the policy of this computer is wrong.\n${policyRefusal(policy)}`);
    process.exitCode = 78;
    return;
  }
  warnOfProxy();
  const key = await sessionKey(options.stateFolder);
  const run = randomBytes(9).toString('base64url');
  const passes = new Passes(key, run);
  const hub = openHub(options, policy.policy);
  const server = webServer({
    root: join(import.meta.dirname, '../renderer'),
    passes,
    hub,
    policy,
    run,
    onEntryUsed: () => console.log(`Opened. For another browser: ${address()}`),
    onError: (error) => console.error(error),
  });
  const address = (): string => `http://127.0.0.1:${portOf(server)}/?token=${passes.mintEntry()}`;
  if (!(await listen(server, options.port))) return reportTaken(options.port, key, options.open);
  console.log(`Throughline is at ${address()}`);
  stopOnSignal(server, hub);
  // The hub takes a few seconds to start; the app does not wait for it.
  const hubStarted = startHub(hub, options.hub);
  if (options.open) await open(address());
  await hubStarted;
  console.log('Press Ctrl+C to stop.');
}

/** Node learnt late to use the proxy of the environment: an older one would go past it, and reach nothing. */
function warnOfProxy(): void {
  const isSet = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].some((name) => process.env[name]);
  if (isSet && !process.allowedNodeEnvironmentFlags.has('--use-env-proxy'))
    console.log('A proxy is set here that this Node cannot use. With Node 22.21, 24 or newer, servers are reached through it.');
}

/**
 * What this shell does about servers, with Node's own network: there is no key chain here, and proxy and certificates are
 * those of the environment (build/network-environment.mjs).
 */
function openHub({ stateFolder, hubPort }: Options, policy: Policy): HubParts {
  return openHubParts({
    folder: stateFolder,
    hubFolder: stateFolder,
    fetch,
    policy,
    system: undefined,
    fork: (args) => forkHub(join(import.meta.dirname, 'hub.cjs'), args),
    hubPort,
    log: { write: (level, what, detail) => console.error(`${level}: ${what}`, detail ?? '') },
  });
}

async function startHub(hub: HubParts, wanted: boolean): Promise<void> {
  try {
    await hub.localHub.resume({ running: wanted, network: false });
    const { url, addresses } = await hub.localHub.facts();
    if (url) console.log(`The hub of this computer is at ${[...addresses, url].join(', ')}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
}

interface Options {
  readonly port: number;
  readonly stateFolder: string;
  readonly open: boolean;
  readonly hub: boolean;
  readonly hubPort: number;
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      'state-dir': { type: 'string' },
      open: { type: 'boolean' },
      hub: { type: 'boolean' },
      'hub-port': { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(USAGE);
    process.exit(0);
  }
  return {
    port: portFrom('--port', values.port, DEFAULT_PORT),
    stateFolder: values['state-dir'] ?? defaultStateFolder(process.platform, process.env),
    open: values.open ?? false,
    hub: values.hub ?? false,
    hubPort: portFrom('--hub-port', values['hub-port'], DEFAULT_HUB_PORT),
  };
}

function portFrom(name: string, text: string | undefined, usual: number): number {
  const port = Number(text ?? usual);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`${name} wants a number from 0 to 65535, not "${text}".`);
  return port;
}

/** False when the port is taken. */
async function listen(server: Server, port: number): Promise<boolean> {
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return false;
    throw error;
  }
}

async function reportTaken(port: number, key: Buffer, mayOpen: boolean): Promise<void> {
  const holder = await portHolder(port, key);
  if (holder.tag === 'stranger') {
    console.error(`Port ${port} is used by another program. Stop that program and start again.`);
    console.error(
      `Or choose another port: npm start -- --port ${port + 1}. Workspaces belong to a port, so what you made under ${port} will not be seen there.`,
    );
    process.exitCode = 1;
    return;
  }
  console.log(`Throughline is already running at ${holder.address}`);
  if (mayOpen) await open(holder.address);
}

async function open(address: string): Promise<void> {
  const opened = await openInBrowser(address);
  console.log(opened ? 'Opening it in your browser.' : 'Open that address in a browser on this computer.');
}

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The server is not listening.');
  return address.port;
}

function stopOnSignal(server: Server, hub: HubParts): void {
  const stop = (): void => {
    if (!server.listening) return;
    console.log('\nStopped.');
    server.close();
    server.closeAllConnections();
    void hub.localHub.stop();
  };
  // Ctrl+C can arrive twice: from the terminal and from the script that started us.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
