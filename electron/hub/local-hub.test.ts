import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HubChild } from './hub-process';
import { hubProof, PROOF_PATH } from './hub-proof';
import { LocalHubHost } from './local-hub';

const KEYS = { name: 'admin', password: 'a long random password' };

describe('the hub of this computer', () => {
  let folder = '';
  const servers: Server[] = [];
  const started: string[][] = [];
  const lines: string[] = [];
  const waited: number[] = [];
  let children: { die: (said: string) => Promise<void> }[] = [];

  /** Something on a port that proves to know `password`, with the hub's keys beside it. */
  async function aHub(password = KEYS.password): Promise<Server> {
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? '', 'http://hub');
      const proof = hubProof(password, url.searchParams.get('challenge') ?? '');
      response.writeHead(url.pathname === PROOF_PATH ? 200 : 404).end(JSON.stringify({ app: 'throughline-hub', proof }));
    }).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    await mkdir(join(folder, 'hub'), { recursive: true });
    await writeFile(join(folder, 'hub', 'admin.json'), JSON.stringify({ ...KEYS, url }));
    return server;
  }

  const shut = async (server: Server): Promise<void> => {
    if (!server.listening) return;
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };

  /** Starts a hub as the program would; `refusals` of the next starts end at once with those words. */
  function fork(refusals: string[] = []) {
    return (args: readonly string[]): HubChild => {
      started.push([...args]);
      let end: (said: string) => void = () => undefined;
      const ended = new Promise<string>((resolve) => (end = resolve));
      const refusal = refusals.shift();
      if (refusal !== undefined) end(refusal);
      const serving = refusal === undefined ? aHub() : undefined;
      const die = async (said: string): Promise<void> => {
        await serving?.then(shut);
        end(said);
      };
      children.push({ die });
      return { ended, stop: () => void die('') };
    };
  }
  const host = (refusals?: string[]) =>
    new LocalHubHost({
      folder,
      fork: fork(refusals),
      port: 4610,
      log: { write: (_level, what, detail) => void lines.push(`${what}: ${String(detail)}`) },
      pause: async (milliseconds) => void waited.push(milliseconds),
    });
  const wish = async () => JSON.parse(await readFile(join(folder, 'local-hub.json'), 'utf8')) as unknown;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'throughline-'));
    children = [];
    for (const list of [started, lines, waited]) list.length = 0;
  });
  afterEach(async () => {
    await Promise.all(servers.splice(0).map(shut));
    await rm(folder, { recursive: true });
  });

  it('does not run until somebody wants it', async () => {
    const hub = host();
    await hub.resume({ running: false, network: false });
    expect(await hub.facts()).toEqual({ available: true, running: false, network: false, addresses: [] });
    expect(started).toEqual([]);
  });

  it('runs for this computer alone, or for the network, and stops', async () => {
    const hub = host();
    expect(await hub.host({ running: true, network: false })).toMatchObject({
      running: true,
      network: false,
      url: expect.stringContaining('http://127.0.0.1:'),
    });
    await hub.host({ running: true, network: true });
    expect(started.map((args) => args.slice(2))).toEqual([
      ['--host', '127.0.0.1', '--port', '4610', '--quiet'],
      ['--host', '0.0.0.0', '--port', '4610', '--quiet'],
    ]);
    expect(await hub.host({ running: false, network: false })).toMatchObject({ running: false });
    expect(await wish()).toEqual({ running: false, network: false });
  });

  it('runs again after a restart as it was wished, whatever the shell would do by itself', async () => {
    await host().host({ running: true, network: false });
    for (const child of children) await child.die('');
    const later = host();
    await later.resume({ running: false, network: false });
    expect(await later.facts()).toMatchObject({ running: true });
    await later.host({ running: false, network: false });
    const starts = started.length;
    await host().resume({ running: true, network: false });
    expect(started).toHaveLength(starts);
  });

  it('is started again when it dies, later each time it cannot be, and the log says so', async () => {
    const hub = host([]);
    await hub.host({ running: true, network: false });
    await children[0]?.die('out of memory');
    await expect.poll(async () => [started.length, (await hub.facts()).running]).toEqual([2, true]);
    expect(lines).toEqual(['the hub ended by itself; it is started again in 1 s: Error: out of memory']);
    expect(waited).toContain(1000);
    await hub.stop();
  });

  it('says why it could not start', async () => {
    const hub = host(['Port 4610 is used by another program.']);
    await expect(hub.host({ running: true, network: false })).rejects.toThrow('Port 4610 is used by another program.');
    expect(await hub.facts()).toMatchObject({ running: false });
  });

  it('that was started on its own is used and never stopped: it says where to', async () => {
    await aHub();
    const hub = host();
    expect(await hub.facts()).toMatchObject({ running: true });
    await expect(hub.host({ running: false, network: false })).rejects.toThrow('Stop it where it was started');
    await expect(hub.host({ running: true, network: true })).rejects.toThrow('npm run hub -- --host 0.0.0.0');
    expect(await hub.host({ running: true, network: false })).toMatchObject({ running: true });
    await hub.stop();
    expect(await hub.admin()).toMatchObject(KEYS);
    expect(started).toEqual([]);
  });

  it('keeps its keys from a program that has taken its port', async () => {
    await aHub('another password');
    expect(await host().admin()).toBeUndefined();
    expect(await host().facts()).toMatchObject({ running: false });
  });
});
