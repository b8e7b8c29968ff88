import { once } from 'node:events';
import { createServer } from 'node:http';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Connections } from './connections';
import { Secrets } from './secrets';
import { json, type TinyCouch, tinyCouch } from './testing/tiny-couch';

const PASSWORD = 'analytical engine';
const MINUTE = 60_000;

describe('connections', () => {
  let folder = '';
  let couch: TinyCouch;
  let now = 0;
  const lines: string[] = [];
  const log = { write: (_level: string, what: string, detail?: unknown) => void lines.push(`${what} ${String(detail)}`) };
  const open = () => new Connections({ folder, secrets: new Secrets(folder, undefined, log), fetch, now: () => now, log });
  const ada = (changes: { url?: string; user?: string; password?: string; passphrase?: string } = {}) => ({
    url: couch.url,
    user: 'ada',
    password: PASSWORD,
    ...changes,
  });
  const signedIn = async (connections: Connections): Promise<string> => {
    const answer = await connections.signIn(ada());
    if (!answer.ok) throw new Error(answer.message);
    return answer.connection;
  };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'throughline-'));
    couch = await tinyCouch();
    now = 1_000_000;
    lines.length = 0;
  });
  afterEach(async () => {
    await couch.stop();
    await rm(folder, { recursive: true });
  });

  it('say who one is and what one may, after signing in', async () => {
    const connections = open();
    expect(await connections.signIn(ada())).toEqual({
      ok: true,
      connection: expect.stringMatching(/^[0-9a-f]{16}$/),
      url: couch.url,
      user: 'ada',
      roles: ['firm:AE'],
    });
    expect(await connections.list()).toMatchObject([{ url: couch.url, user: 'ada', state: 'ready' }]);
  });

  it('have the same name for the same user at the same place, also after signing out', async () => {
    const connections = open();
    const first = await signedIn(connections);
    await connections.signOut(first);
    expect(await connections.list()).toEqual([]);
    expect(await signedIn(connections)).toBe(first);
    expect(await signedIn(connections)).toBe(first);
    expect(await connections.list()).toHaveLength(1);
  });

  it('leave no password, passphrase or cookie on disk or in the log', async () => {
    const connections = open();
    await connections.signIn(ada({ passphrase: 'correct horse' }));
    couch.expire();
    now += MINUTE;
    couch.password = 'changed';
    await connections.send((await connections.list())[0]!.id, '/firm-team', {});
    const files = await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file), 'utf8')));
    for (const text of [...files, ...lines]) {
      for (const secret of [PASSWORD, 'correct horse', 'session-']) expect(text).not.toContain(secret);
    }
    expect((await stat(join(folder, 'connections.json'))).mode & 0o777).toBe(0o600);
  });

  it('sign in once more when the session has expired, once for all who wait, and nobody notices', async () => {
    const connections = open();
    const id = await signedIn(connections);
    couch.expire();
    now += 11 * MINUTE;
    const answers = await Promise.all([1, 2, 3, 4].map(() => connections.send(id, '/firm-team', { method: 'POST', body: '{"docs":[]}' })));
    expect(answers.map((answer) => (answer as Response).status)).toEqual([200, 200, 200, 200]);
    expect(couch.signIns()).toBe(2);
    expect(couch.heard.filter(({ url }) => url === '/firm-team').at(-1)?.body).toBe('{"docs":[]}');
  });

  it('take a renewed cookie from any answer', async () => {
    await couch.stop();
    couch = await tinyCouch((_request, response) => {
      response.setHeader('Set-Cookie', ['theme=dark; Path=/', 'AuthSession=session-1; Path=/; HttpOnly']);
      json(response, 200, {});
    });
    const connections = open();
    const id = await signedIn(connections);
    await connections.send(id, '/firm-team', {});
    await connections.send(id, '/firm-team', {});
    expect(couch.heard.at(-1)?.headers.cookie).toBe('AuthSession=session-1');
    expect(couch.signIns()).toBe(1);
  });

  it('do not sign in again and again where a server refuses what it has just let in', async () => {
    await couch.stop();
    couch = await tinyCouch((_request, response) => json(response, 401, { error: 'unauthorized', reason: 'no' }));
    const connections = open();
    const id = await signedIn(connections);
    for (let request = 0; request < 5; request += 1) expect(await connections.send(id, '/firm-team', {})).toMatchObject({ status: 401 });
    expect(couch.signIns()).toBe(1);
  });

  it('forget a password that the server no longer takes', async () => {
    const connections = open();
    const id = await signedIn(connections);
    couch.password = 'changed';
    couch.expire();
    now += 11 * MINUTE;
    expect(await connections.send(id, '/firm-team', {})).toMatchObject({ error: 'signed_out' });
    expect(await connections.send(id, '/firm-team', {})).toMatchObject({ error: 'signed_out' });
    expect(couch.signIns()).toBe(2);
    expect(await connections.list()).toMatchObject([{ id, state: 'signed-out' }]);
  });

  it('keep still for as long as a lock-out lasts, say for how long, and then go on by themselves', async () => {
    const connections = open();
    const id = await signedIn(connections);
    couch.password = 'locked';
    couch.expire();
    now += 11 * MINUTE;
    expect(await connections.send(id, '/firm-team', {})).toMatchObject({ error: 'locked_out', retryAfter: 300 });
    now += 3.5 * MINUTE;
    expect(await connections.send(id, '/firm-team', {})).toMatchObject({
      error: 'locked_out',
      retryAfter: 90,
      reason: expect.stringContaining('2 minutes'),
    });
    expect(couch.signIns()).toBe(2);
    couch.password = PASSWORD;
    now += 2 * MINUTE;
    expect(await connections.send(id, '/firm-team', {})).toMatchObject({ status: 200 });
  });

  it('are locked after a restart until the passphrase is given, and a wrong one asks no server', async () => {
    await open().signIn(ada({ passphrase: 'correct horse' }));
    const later = open();
    const [{ id } = { id: '' }] = await later.list();
    expect(await later.list()).toMatchObject([{ state: 'locked' }]);
    expect(await later.send(id, '/firm-team', {})).toMatchObject({ error: 'locked' });
    const asked = couch.heard.length;
    expect(await later.unlock(id, 'wrong')).toMatchObject({
      ok: false,
      kind: 'wrong-password',
      message: expect.stringContaining('passphrase'),
    });
    expect(couch.heard).toHaveLength(asked);
    expect(await later.unlock(id, 'correct horse')).toMatchObject({ ok: true, user: 'ada', roles: ['firm:AE'] });
    expect(await later.send(id, '/firm-team', {})).toMatchObject({ status: 200 });
  });

  it('take no passphrase that is guessed at once', async () => {
    expect(await open().signIn(ada({ passphrase: '1234567' }))).toMatchObject({
      ok: false,
      message: expect.stringContaining('8 characters'),
    });
    expect(couch.heard).toEqual([]);
  });

  it('hear of roles that have changed', async () => {
    const connections = open();
    const id = await signedIn(connections);
    couch.roles = ['firm:AE', 'firm:PM'];
    expect(await connections.whoAmI(id)).toMatchObject({ ok: true, roles: ['firm:AE', 'firm:PM'] });
    couch.expire();
    expect(await connections.whoAmI(id)).toMatchObject({ ok: true, roles: ['firm:AE', 'firm:PM'] });
    expect(await connections.whoAmI('0'.repeat(16))).toMatchObject({ ok: false, kind: 'wrong-password' });
  });

  it('send no password elsewhere when somebody alters the list of connections', async () => {
    const thief = await tinyCouch();
    const secrets = new Secrets(folder, { seal: (text) => Buffer.from(text), open: (sealed) => sealed.toString() }, log);
    const setting = { folder, secrets, fetch, now: () => now, log };
    const id = await signedIn(new Connections(setting));
    const list = await readFile(join(folder, 'connections.json'), 'utf8');
    await writeFile(join(folder, 'connections.json'), list.replace(couch.url, thief.url));
    const later = new Connections({
      ...setting,
      secrets: new Secrets(folder, { seal: (text) => Buffer.from(text), open: (sealed) => sealed.toString() }, log),
    });
    expect(await later.send(id, '/firm-team', {})).toMatchObject({ error: 'signed_out' });
    expect(thief.heard).toEqual([]);
    await thief.stop();
  });

  it('say what is wrong with a wrong password, a lock-out and an address where no server is', async () => {
    const connections = open();
    expect(await connections.signIn(ada({ password: 'wrong' }))).toMatchObject({ ok: false, kind: 'wrong-password' });
    couch.password = 'locked';
    expect(await connections.signIn(ada())).toMatchObject({ ok: false, kind: 'locked-out', message: expect.stringContaining('5 minutes') });
    expect(await connections.signIn(ada({ url: 'http://hub.example.com' }))).toMatchObject({ ok: false, kind: 'insecure' });
    expect(await connections.signIn(ada({ url: 'https://hub.invalid' }))).toMatchObject({
      ok: false,
      kind: 'unreachable',
      message: expect.stringContaining('hub.invalid'),
    });
    expect(await connections.signIn(ada({ url: couch.url.replace('http', 'https') }))).toMatchObject({ ok: false, kind: 'insecure' });
    expect(await connections.list()).toEqual([]);
  });

  it('say so when the server is gone', async () => {
    const connections = open();
    const id = await signedIn(connections);
    const { host } = new URL(couch.url);
    await couch.stop();
    expect(await connections.send(id, '/firm-team', {})).toMatchObject({ error: 'unreachable', reason: expect.stringContaining(host) });
    expect(await connections.whoAmI(id)).toMatchObject({ ok: false, kind: 'unreachable' });
    couch = await tinyCouch();
  });

  it.each([
    ['a page', 200, 'text/html', '<h1>It works!</h1>'],
    ['other JSON', 200, 'application/json', '{"hello":"world"}'],
    ['nothing', 404, 'text/plain', ''],
  ])('give no password to what answers with %s', async (_what, status, type, body) => {
    const heard: string[] = [];
    const stranger = createServer((request, response) => {
      heard.push(request.method ?? '');
      response.writeHead(status, { 'Content-Type': type }).end(body);
    }).listen(0, '127.0.0.1');
    await once(stranger, 'listening');
    const address = stranger.address();
    const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    expect(await open().signIn(ada({ url }))).toMatchObject({ ok: false, kind: 'not-a-server', message: expect.stringContaining(url) });
    expect(heard).toEqual(['GET']);
    stranger.close();
  });

  it('follow nobody to another address', async () => {
    const elsewhere = await tinyCouch();
    const stranger = createServer((_request, response) => response.writeHead(307, { Location: `${elsewhere.url}/_session` }).end()).listen(
      0,
      '127.0.0.1',
    );
    await once(stranger, 'listening');
    const address = stranger.address();
    const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    expect(await open().signIn(ada({ url }))).toMatchObject({
      ok: false,
      kind: 'not-a-server',
      message: expect.stringContaining('another address'),
    });
    expect(elsewhere.heard).toEqual([]);
    stranger.close();
    await elsewhere.stop();
  });
});
