import { once } from 'node:events';
import { createServer, request as http, type IncomingMessage, type Server } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Connections } from '../hub/connections';
import { Secrets } from '../hub/secrets';
import { type TinyCouch, tinyCouch } from '../hub/testing/tiny-couch';
import { handOn } from './hand-on';

const log = { write: () => undefined };

describe('a browser that asks a server through the shell', () => {
  let folder = '';
  let couch: TinyCouch;
  let shell: Server;
  let at = '';
  const problems: unknown[] = [];

  const start = async (answer: Parameters<typeof tinyCouch>[0]): Promise<void> => {
    couch = await tinyCouch(answer);
    const connections = new Connections({ folder, secrets: new Secrets(folder, undefined, log), fetch, now: Date.now, log });
    const signed = await connections.signIn({ url: couch.url, user: 'ada', password: 'analytical engine' });
    if (!signed.ok) throw new Error(signed.message);
    shell = createServer((request, response) => {
      handOn(connections, request.url ?? '', request, response).catch((error: unknown) => problems.push(error));
    }).listen(0, '127.0.0.1');
    await once(shell, 'listening');
    const address = shell.address();
    at = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/hub/${signed.connection}/firm-team`;
  };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'throughline-'));
    problems.length = 0;
  });
  afterEach(async () => {
    expect(problems).toEqual([]);
    shell.closeAllConnections();
    shell.close();
    await couch.stop();
    await rm(folder, { recursive: true });
  });

  it('hears the head of a long-poll at once, and when it goes away the server hears of that', async () => {
    let isClosed = false;
    await start((_request, response) => {
      response.once('close', () => (isClosed = true));
      response.writeHead(200, { 'Content-Type': 'application/json' }).flushHeaders();
    });
    const sent = http(`${at}/_changes?feed=longpoll`).end();
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    expect(answer.statusCode).toBe(200);
    expect(isClosed).toBe(false);
    sent.destroy();
    await expect.poll(() => isClosed).toBe(true);
  });

  it('sees an answer that breaks off where the server died in the middle, never a whole one', async () => {
    await start((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' }).write('{"results":[');
      setImmediate(() => response.destroy());
    });
    await expect(fetch(`${at}/_changes`).then((answer) => answer.text())).rejects.toThrow('terminated');
  });

  it('sends a change as it is, and none that is too large', async () => {
    await start((request, response) => response.end(JSON.stringify({ bytes: request.body.length })));
    const post = (size: number) => fetch(`${at}/_bulk_docs`, { method: 'POST', body: 'x'.repeat(size) });
    expect(await (await post(1_000_000)).json()).toEqual({ bytes: 1_000_000 });
    expect((await post(64 * 1024 * 1024)).status).toBe(413);
  });
});
