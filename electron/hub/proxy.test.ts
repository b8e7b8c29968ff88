import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Connections } from './connections';
import { answerHub, destinationOf } from './proxy';
import { Secrets } from './secrets';
import { json, type TinyCouch, tinyCouch } from './testing/tiny-couch';

const PAGE = '0123456789abcdef.00000001-00000002.0123456789ab';
const FILE = `file:${'0'.repeat(64)}`;
const C = '0123456789abcdef';

describe('what of a server the page can reach', () => {
  it.each([
    ['GET', `/hub/${C}/firm-team`, '/firm-team'],
    ['HEAD', `/hub/${C}/firm-team`, '/firm-team'],
    ['GET', `/hub/${C}/firm-team/_changes?since=12-g1AAA&feed=longpoll`, '/firm-team/_changes?since=12-g1AAA&feed=longpoll'],
    ['GET', `/hub/${C}/firm-finance-files/_all_docs?startkey=%22a%22`, '/firm-finance-files/_all_docs?startkey=%22a%22'],
    ['POST', `/hub/${C}/firm-team/_bulk_docs`, '/firm-team/_bulk_docs'],
    ['POST', `/hub/${C}/firm-team/_bulk_get?revs=true`, '/firm-team/_bulk_get?revs=true'],
    ['GET', `/hub/${C}/firm-team/_design/throughline`, '/firm-team/_design/throughline'],
    ['GET', `/hub/${C}/firm-team/${PAGE}`, `/firm-team/${PAGE}`],
    ['GET', `/hub/${C}/firm-files/${encodeURIComponent(`${FILE}/3`)}`, `/firm-files/${encodeURIComponent(`${FILE}/3`)}`],
  ])('%s %s', (method, target, path) => expect(destinationOf(method, target)).toEqual({ connection: C, path }));

  it.each([
    ['GET', `/hub/${C}/_users/_all_docs`],
    ['GET', `/hub/${C}/_all_dbs`],
    ['GET', `/hub/${C}/_session`],
    ['GET', `/hub/${C}/`],
    ['GET', `/hub/${C}`],
    ['GET', `/hub/${C}/firm-other`],
    ['GET', `/hub/${C}/Firm-team`],
    ['GET', `/hub/${C}/firm-team/`.replace('firm', '..%2ffirm')],
    ['GET', `/hub/${C}/firm-team/..`],
    ['GET', `/hub/${C}/firm-team/%2e%2e`],
    ['GET', `/hub/${C}/firm-team/_security`],
    ['GET', `/hub/${C}/firm-team/_design/other`],
    ['GET', `/hub/${C}/firm-team/_design/throughline/_view/all`],
    ['GET', `/hub/${C}/firm-team/_local/x`],
    ['GET', `/hub/${C}/firm-team/a/b`],
    ['GET', `/hub/${C}/firm-team/a%2fb`],
    ['GET', `/hub/${C}/firm-team/..%2f_users`],
    ['GET', `/hub/${C}/firm-team/x%2f..%2f_users`],
    ['GET', `/hub/${C}/firm-team/%zz`],
    ['POST', `/hub/${C}/firm-team`],
    ['POST', `/hub/${C}/firm-team/_purge`],
    ['POST', `/hub/${C}/firm-team/_compact`],
    ['POST', `/hub/${C}/firm-team/${PAGE}`],
    ['PUT', `/hub/${C}/firm-team/${PAGE}`],
    ['DELETE', `/hub/${C}/firm-team`],
    ['GET', `/hub/../firm-team`],
    ['GET', `/other/${C}/firm-team`],
  ])('not %s %s', (method, target) => expect(destinationOf(method, target)).toBeUndefined());
});

describe('a request that is handed on', () => {
  let folder = '';
  let couch: TinyCouch;
  let connections: Connections;
  let id = '';
  const start = async (answer?: Parameters<typeof tinyCouch>[0]): Promise<void> => {
    couch = await tinyCouch(answer);
    const log = { write: () => undefined };
    connections = new Connections({ folder, secrets: new Secrets(folder, undefined, log), fetch, now: Date.now, log });
    const signed = await connections.signIn({ url: couch.url, user: 'ada', password: 'analytical engine' });
    if (!signed.ok) throw new Error(signed.message);
    id = signed.connection;
  };
  const ask = (rest: string, changes: Partial<Parameters<typeof answerHub>[1]> = {}) =>
    answerHub(connections, {
      method: 'GET',
      target: `/hub/${id}/${rest}`,
      body: undefined,
      signal: new AbortController().signal,
      ...changes,
    });
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'throughline-'))));
  afterEach(async () => {
    await couch.stop();
    await rm(folder, { recursive: true });
  });

  it("carries the shell's session and nothing of the page but its body", async () => {
    await start();
    await ask('firm-team/_bulk_docs', { method: 'POST', body: new TextEncoder().encode('{"docs":[]}') });
    expect(couch.heard.at(-1)).toMatchObject({
      method: 'POST',
      url: '/firm-team/_bulk_docs',
      body: '{"docs":[]}',
      headers: { cookie: 'AuthSession=session-1', 'content-type': 'application/json', 'content-length': '11' },
    });
    expect(Object.keys(couch.heard.at(-1)?.headers ?? {})).not.toContain('authorization');
  });

  it("brings back the server's status and JSON and none of its headers: no cookie, no sign-in prompt, no page, no script", async () => {
    await start((_request, response) => {
      const headers = {
        'Content-Type': 'text/html',
        'WWW-Authenticate': 'Basic',
        'Set-Cookie': 'AuthSession=session-9; Path=/',
        'X-Powered-By': 'x',
        'Access-Control-Allow-Origin': '*',
      };
      response.writeHead(409, headers).end('<script src="/hub/x"></script>');
    });
    const answer = await ask('firm-team');
    expect(answer.status).toBe(409);
    const headers = Object.fromEntries(answer.headers);
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    expect(headers['content-security-policy']).toContain('sandbox');
    for (const name of ['set-cookie', 'www-authenticate', 'x-powered-by', 'access-control-allow-origin'])
      expect(headers).not.toHaveProperty(name);
    expect(JSON.stringify(headers)).not.toContain('session-');
  });

  it('says in its own name what a server did not say', async () => {
    await start();
    const own = async (answer: Response) => [
      answer.status,
      answer.headers.get('throughline-shell'),
      ((await answer.json()) as { error: string }).error,
    ];
    expect(await own(await ask('firm-team', { target: `/hub/${C}/firm-team` }))).toEqual([401, 'signed_out', 'signed_out']);
    expect(await own(await ask('_users'))).toEqual([404, 'not_proxied', 'not_proxied']);
    expect(await own(await ask('firm-team/_bulk_docs', { method: 'POST', body: 'too large' }))).toEqual([413, 'too_large', 'too_large']);
    expect((await ask('firm-team')).headers.get('throughline-shell')).toBeNull();
    couch.password = 'locked';
    couch.expire();
    connections = new Connections({
      folder,
      secrets: new Secrets(folder, undefined, { write: () => undefined }),
      fetch,
      now: Date.now,
      log: { write: () => undefined },
    });
    await connections.signIn({ url: couch.url, user: 'ada', password: 'analytical engine' });
    await couch.stop();
    expect(await own(await ask('firm-team'))).toEqual([401, 'signed_out', 'signed_out']);
    await start();
    await couch.stop();
    expect(await own(await ask('firm-team'))).toEqual([502, 'unreachable', 'unreachable']);
    couch = await tinyCouch();
  });

  it('ends at the server when the page no longer waits, before and after the answer has begun', async () => {
    const closed: string[] = [];
    let begun: () => void = () => undefined;
    await start((request, response) => {
      response.once('close', () => closed.push(request.url));
      if (request.url.includes('longpoll')) response.writeHead(200, { 'Content-Type': 'application/json' }).write('\n');
      begun();
    });
    const arrived = new Promise<void>((resolve) => (begun = resolve));
    const page = new AbortController();
    const waiting = ask('firm-team/_changes', { signal: page.signal });
    await arrived;
    page.abort();
    expect((await waiting).status).toBe(502);
    const poll = await ask('firm-team/_changes?feed=longpoll');
    await poll.body?.cancel();
    await expect.poll(() => closed).toEqual(['/firm-team/_changes', '/firm-team/_changes?feed=longpoll']);
  });

  it('answers as it comes: the first change is here before the server has said the last', async () => {
    let finish: () => void = () => undefined;
    await start((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' }).write('{"results":[');
      finish = () => response.end(']}');
    });
    const reader = (await ask('firm-team/_changes')).body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('{"results":[');
    finish();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe(']}');
  });

  it('hands on a refusal by the server as it is', async () => {
    await start((_request, response) => json(response, 403, { error: 'forbidden', reason: 'You are not allowed to access this db.' }));
    const answer = await ask('firm-finance/_changes');
    expect([answer.status, await answer.json()]).toEqual([403, { error: 'forbidden', reason: 'You are not allowed to access this db.' }]);
  });
});
