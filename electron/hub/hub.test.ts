import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HubInUse, PortTaken, startHub } from './start-hub';
import { basic, testFolder, testHub, withMember, type Ask, type Answered } from './testing/test-hub';

const signIn = async (ask: Ask, name = 'ann', password = 'secret'): Promise<Answered> =>
  ask('POST', '/_session', { body: { name, password } });
const docs = (...ids: string[]): object => ({ docs: ids.map((id) => ({ _id: id, n: id.length })) });

describe('a hub on this computer', () => {
  it('makes its administrator on first start, for whoever may read its data, and says where it answers', async () => {
    const dataFolder = await testFolder();
    const first = await startHub({ dataFolder, port: 0 });
    const file = join(dataFolder, 'admin.json');
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ ...first.admin, url: first.url });
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
    await first.stop();
    const second = await startHub({ dataFolder, port: 0 });
    expect(second.admin).toEqual(first.admin);
    expect(JSON.parse(await readFile(file, 'utf8')).url).toBe(second.url);
    await second.stop();
  });

  it('is alone on its data, and leaves a port to whoever has it', async () => {
    const { hub } = await testHub();
    const dataFolder = await testFolder();
    await expect(startHub({ dataFolder, port: hub.port })).rejects.toBeInstanceOf(PortTaken);
    const other = await startHub({ dataFolder, port: 0 });
    await expect(startHub({ dataFolder, port: 0 })).rejects.toMatchObject({ url: other.url });
    await expect(startHub({ dataFolder, port: 0 })).rejects.toBeInstanceOf(HubInUse);
    await other.stop();
  });

  it('keeps sessions, users and documents over a restart', async () => {
    const dataFolder = await testFolder();
    const { hub, admin, as } = await testHub({ dataFolder });
    await withMember(admin);
    const { cookie = '' } = await signIn(as({}));
    await as({ cookie })('POST', '/firm-team/_bulk_docs', { body: docs('a', 'file:x/0') });
    await hub.stop();
    const again = await testHub({ dataFolder });
    expect((await again.as({ cookie })('GET', '/firm-team/file:x%2F0')).json).toMatchObject({ n: 8 });
  });
});

describe('sign-in', () => {
  it('gives a session of ten minutes, renewed on use', async () => {
    let now = 1_000_000;
    const { admin, as } = await testHub({ now: () => now });
    await withMember(admin);
    const { cookie = '', json } = await signIn(as({}));
    expect(json).toEqual({ ok: true, name: 'ann', roles: ['member'] });
    const ann = as({ cookie });
    now += 59_000;
    expect((await ann('GET', '/firm-team')).cookie).toBeUndefined();
    now += 300_000;
    const renewed = (await ann('GET', '/firm-team')).cookie ?? '';
    now += 300_000;
    expect((await ann('GET', '/firm-team')).status).toBe(401);
    expect((await as({ cookie: renewed })('GET', '/_session')).json.userCtx).toEqual({ name: 'ann', roles: ['member'] });
  });

  it('answers a long-poll whose session ends with 401 and JSON', async () => {
    const { admin, as } = await testHub({ sessionSeconds: 1 });
    await withMember(admin);
    const { cookie = '' } = await signIn(as({}));
    const silent = as({ cookie })('GET', '/firm-team/_changes?feed=longpoll&since=now');
    const beating = as({ cookie })('GET', '/firm-team/_changes?feed=longpoll&since=now&heartbeat=20');
    expect(await silent).toMatchObject({ status: 401, json: { error: 'unauthorized' } });
    expect((await beating).json).toMatchObject({ error: 'unauthorized' });
  });

  it('refuses even the right password after five wrong ones, for five minutes', async () => {
    let now = 1_000_000;
    const { admin, as } = await testHub({ now: () => now });
    await withMember(admin);
    for (let count = 0; count < 5; count += 1) expect((await signIn(as({}), 'ann', 'wrong')).status).toBe(401);
    const reason = 'Account is temporarily locked due to multiple authentication failures';
    expect(await signIn(as({}))).toMatchObject({ status: 403, json: { error: 'forbidden', reason } });
    expect((await as({ authorization: basic('ann', 'secret') })('GET', '/firm-team')).status).toBe(403);
    now += 300_000;
    expect((await signIn(as({}))).status).toBe(200);
  });

  it('lets users change their password and nothing else about themselves; the old sessions end with it', async () => {
    const { admin, as } = await testHub();
    await withMember(admin);
    const path = '/_users/org.couchdb.user:ann';
    const { cookie = '' } = await signIn(as({}));
    const own = (await as({ cookie })('GET', path)).json;
    expect(own).not.toHaveProperty('password');
    const put = (change: object): Promise<Answered> => as({ cookie })('PUT', path, { body: { ...own, ...change } });
    expect(await put({ roles: ['_admin', 'member'] })).toMatchObject({ status: 403, json: { reason: 'Only _admin may edit roles' } });
    expect((await put({ name: 'admin' })).status).toBe(403);
    expect((await put({ password: 'better' })).status).toBe(201);
    expect((await as({ cookie })('GET', path)).status).toBe(401);
    expect([(await signIn(as({}))).status, (await signIn(as({}), 'ann', 'better')).status]).toEqual([401, 200]);
  });

  it('shows a user nobody else', async () => {
    const { admin, as } = await testHub();
    await withMember(admin);
    await admin('PUT', '/_users/org.couchdb.user:bob', { body: { name: 'bob', type: 'user', roles: [], password: 'x' } });
    const ann = as({ authorization: basic('ann', 'secret') });
    const asked = [
      ann('GET', '/_users/org.couchdb.user:bob'),
      ann('PUT', '/_users/org.couchdb.user:eve', { body: { name: 'eve', type: 'user', roles: [], password: 'x' } }),
      ann('GET', '/_users/_all_docs?include_docs=true'),
      ann('GET', '/_users/_changes?include_docs=true'),
      ann('POST', '/_users/_bulk_docs', { body: { docs: [] } }),
      ann('POST', '/_users', { body: { _id: 'org.couchdb.user:eve', name: 'eve', type: 'user', roles: [] } }),
    ];
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([404, 404, 403, 403, 403, 403]);
  });

  it('tells nobody anything before they are known', async () => {
    const { as } = await testHub();
    const paths = ['/', '/_session', '/_all_dbs', '/x', '/x/_changes', '/_users/org.couchdb.user:ann'];
    for (const path of paths) expect(await as({})('GET', path)).toMatchObject({ status: 401, json: { error: 'unauthorized' } });
    expect((await as({})('PUT', '/x')).status).toBe(401);
    expect((await as({})('GET', '/_up')).status).toBe(200);
  });
});

describe('the changes of a database', () => {
  it('come in pages, once each, deleted and design documents among them', async () => {
    const { admin } = await testHub();
    await admin('PUT', '/x');
    await admin('PUT', '/x/_design/d', { body: {} });
    const { json: rows } = await admin('POST', '/x/_bulk_docs', { body: docs('a', 'b', 'c') });
    await admin('DELETE', `/x/b?rev=${rows[1].rev}`);
    const seen: string[] = [];
    for (let since = '0', more = true; more;) {
      const { json } = await admin('GET', `/x/_changes?limit=1&since=${encodeURIComponent(since)}`);
      seen.push(...json.results.map((row: { id: string; deleted?: boolean }) => row.id + (row.deleted ? ' deleted' : '')));
      since = json.last_seq;
      more = json.results.length > 0;
    }
    expect(seen).toEqual(['_design/d', 'a', 'c', 'b deleted']);
  });

  it('come whole, however many they are', async () => {
    const { admin } = await testHub();
    await admin('PUT', '/x');
    const ids = Array.from({ length: 450 }, (_, index) => `d${String(index).padStart(4, '0')}`);
    await admin('POST', '/x/_bulk_docs', { body: docs(...ids) });
    const { json: feed } = await admin('GET', '/x/_changes?include_docs=true');
    expect(feed.results.map((row: { doc: { _id: string } }) => row.doc._id)).toEqual(ids);
    expect(feed.pending).toBe(0);
    const { json: all } = await admin('GET', '/x/_all_docs?startkey="d0100"&endkey="d0399"');
    expect(all.rows.map((row: { id: string }) => row.id)).toEqual(ids.slice(100, 400));
    const { json: back } = await admin(
      'GET',
      '/x/_all_docs?startkey="d0399"&endkey="d0100"&descending=true&skip=1&limit=250&include_docs=true',
    );
    expect(back.rows.map((row: { doc: { _id: string } }) => row.doc._id)).toEqual(ids.slice(149, 399).toReversed());
  });

  it('wake whoever waits, and answer at the end of patience', async () => {
    const { admin } = await testHub();
    await admin('PUT', '/x');
    const waiting = admin('GET', '/x/_changes?feed=longpoll&since=now&heartbeat=10&include_docs=true');
    expect((await admin('GET', '/x/_changes?feed=longpoll&since=now&timeout=30')).json).toMatchObject({ results: [], pending: 0 });
    await admin('PUT', '/x/a', { body: { n: 1 } });
    const { text, json } = await waiting;
    expect(text.startsWith('\n')).toBe(true);
    expect(json.results).toMatchObject([{ id: 'a', doc: { n: 1 } }]);
  });

  it('begin anew where the database is another one of the same name, and wait where they lie ahead', async () => {
    const { admin } = await testHub();
    await admin('PUT', '/x');
    await admin('POST', '/x/_bulk_docs', { body: docs('a', 'b') });
    const { last_seq: since } = (await admin('GET', '/x/_changes')).json;
    const ahead = since.replace(/^\d+/u, '99');
    expect((await admin('GET', `/x/_changes?since=${ahead}`)).json).toMatchObject({ results: [], last_seq: since });
    const waiting = admin('GET', `/x/_changes?feed=longpoll&since=${ahead}`);
    await admin('PUT', '/x/c', { body: {} });
    expect((await waiting).json.results).toMatchObject([{ id: 'c' }]);
    await admin('DELETE', '/x');
    await admin('PUT', '/x');
    await admin('PUT', '/x/new', { body: {} });
    expect((await admin('GET', `/x/_changes?since=${since}`)).json.results).toMatchObject([{ id: 'new' }]);
  });

  it('end for whoever loses the right to them, and when the database goes', async () => {
    const { admin, as } = await testHub();
    await withMember(admin);
    const ann = as({ authorization: basic('ann', 'secret') });
    const wait = (): Promise<Answered> => ann('GET', '/firm-team/_changes?feed=longpoll&since=now&timeout=60000');
    const first = wait();
    await ann('GET', '/firm-team');
    await admin('PUT', '/firm-team/_security', { body: { members: { roles: ['others'] } } });
    await admin('PUT', '/firm-team/a', { body: {} });
    expect((await first).status).toBe(403);
    await admin('PUT', '/firm-team/_security', { body: { members: { roles: ['member'] } } });
    const second = wait();
    await ann('GET', '/firm-team');
    await admin('DELETE', '/firm-team');
    expect((await second).status).toBe(404);
  });
});

describe('stopping', () => {
  it('answers whoever waits, and takes less than two seconds', async () => {
    const { hub, admin } = await testHub();
    await admin('PUT', '/x');
    const waiting = [admin('GET', '/x/_changes?feed=longpoll&since=now'), admin('GET', '/x/_changes?feed=longpoll&since=now&heartbeat=10')];
    await admin('GET', '/x');
    const started = performance.now();
    await hub.stop();
    expect(performance.now() - started).toBeLessThan(2000);
    for (const answered of await Promise.all(waiting)) expect(answered.json).toMatchObject({ results: [] });
  });
});

describe('limits', () => {
  it('refuses a body and a document above them, and takes what is below', async () => {
    const { admin } = await testHub({ limits: { requestBytes: 10_000, documentBytes: 2000 } });
    await admin('PUT', '/x');
    const sized = (bytes: number): object => ({ docs: [{ _id: 'a', text: 'x'.repeat(bytes) }] });
    expect(await admin('POST', '/x/_bulk_docs', { body: sized(11_000) })).toMatchObject({ status: 413, json: { error: 'too_large' } });
    expect(await admin('POST', '/x/_bulk_docs', { body: sized(3000) })).toMatchObject({
      status: 413,
      json: { error: 'document_too_large' },
    });
    expect((await admin('POST', '/x/_bulk_docs', { body: sized(1000) })).status).toBe(201);
  });

  it('slows an address down that fails with many names', async () => {
    const { as, hub } = await testHub({ limits: { failuresPerAddress: 3 } });
    for (const name of ['a', 'b', 'c']) expect((await signIn(as({}), name, 'x')).status).toBe(401);
    expect((await signIn(as({}), hub.admin.name, hub.admin.password)).status).toBe(429);
  });
});

describe('purging', () => {
  it('leaves no trace of a revision in the answers or in the files', async () => {
    const { admin } = await testHub();
    await admin('PUT', '/x');
    const secret = 'a-secret-that-must-go';
    const { json: row } = await admin('PUT', '/x/a', { body: { secret } });
    await admin('PUT', '/x/b', { body: {} });
    expect((await admin('POST', '/x/_purge', { body: { a: [row.rev, '1-unknown'], nobody: ['1-x'] } })).json).toEqual({
      purge_seq: null,
      purged: { a: [row.rev] },
    });
    expect((await admin('GET', '/x/a')).json.reason).toBe('missing');
    expect((await admin('GET', '/x')).json.doc_count).toBe(1);
    expect((await admin('GET', '/x/_changes')).json.results.map(({ id }: { id: string }) => id)).toEqual(['b']);
    expect((await admin('PUT', '/x/a', { body: { clean: true } })).status).toBe(201);
    expect((await admin('GET', '/x/_changes?include_docs=true')).text).not.toContain(secret);
  });

  it('of one branch lets the other one win', async () => {
    const { admin } = await testHub();
    await admin('PUT', '/x');
    const branch = (rev: string): object => ({ _id: 'a', _rev: rev, of: rev });
    await admin('POST', '/x/_bulk_docs', { body: { new_edits: false, docs: [branch('1-aa'), branch('1-bb')] } });
    expect((await admin('GET', '/x/a?conflicts=true')).json).toMatchObject({ _rev: '1-bb', _conflicts: ['1-aa'] });
    await admin('POST', '/x/_purge', { body: { a: ['1-bb'] } });
    expect((await admin('GET', '/x/a?conflicts=true')).json).toEqual({ _id: 'a', _rev: '1-aa', of: '1-aa' });
    expect((await admin('GET', '/x/_changes')).json.results).toMatchObject([{ id: 'a', changes: [{ rev: '1-aa' }] }]);
  });
});
