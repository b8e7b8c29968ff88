import fc from 'fast-check';
import { connect } from 'node:net';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { basic, testHub, withMember } from './testing/test-hub';

const names = fc.constantFrom(
  'firm-team',
  '_users',
  '_session',
  '_all_dbs',
  '__proto__',
  'constructor',
  'x',
  '%',
  '..',
  '_local',
  '_design',
  'file:a%2F0',
  '\u{1F600}',
);
const commands = fc.constantFrom(
  '_changes',
  '_bulk_docs',
  '_bulk_get',
  '_all_docs',
  '_revs_diff',
  '_security',
  '_purge',
  '_compact',
  '_ensure_full_commit',
  'a',
  '_local/a',
  '_design/a',
  '__proto__',
);
const path = fc.oneof(
  fc.tuple(names, commands).map(([name, command]) => `/${name}/${command}`),
  fc.array(fc.oneof(names, fc.string({ maxLength: 8 })), { maxLength: 4 }).map((parts) => `/${parts.join('/')}`),
);
const parameter = fc.tuple(
  fc.constantFrom(
    'since',
    'limit',
    'skip',
    'startkey',
    'endkey',
    'key',
    'keys',
    'include_docs',
    'conflicts',
    'descending',
    'rev',
    'open_revs',
    'revs',
    'style',
    'new_edits',
    'attachments',
    'feed',
  ),
  fc.oneof(
    fc.constantFrom('true', 'false', '0', '-1', '1e99', 'now', '"a"', '["1-a"]', 'all', '99-x', 'null', '{}', '[[[', 'longpol'),
    fc.string({ maxLength: 6 }),
  ),
);
const rev = fc.constantFrom('1-a', '2-b', '9-ff', '0-1', '1-', 'x', '1-a-b', 7, null);
const document = fc.dictionary(
  fc.constantFrom(
    '_id',
    '_rev',
    '_deleted',
    '_revisions',
    '_attachments',
    '_conflicts',
    '__proto__',
    'constructor',
    'name',
    'type',
    'roles',
    'password',
    'from',
    'entries',
    '_x',
  ),
  fc.oneof(
    rev,
    fc.jsonValue(),
    fc.constantFrom(
      'a',
      '_design/a',
      '_local/a',
      'org.couchdb.user:a',
      'user',
      [],
      {},
      { start: 2, ids: ['b', 'a'] },
      { start: 1, ids: ['__proto__'] },
    ),
  ),
);
const body = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({ docs: fc.array(document, { maxLength: 4 }), new_edits: fc.boolean() }, { requiredKeys: ['docs'] })
      .map((value) => JSON.stringify(value)),
  },
  { weight: 2, arbitrary: document.map((value) => JSON.stringify(value)) },
  {
    weight: 1,
    arbitrary: fc
      .dictionary(fc.constantFrom('a', '__proto__', 'keys', 'docs', 'id'), fc.array(fc.oneof(rev, fc.string()), { maxLength: 3 }))
      .map((value) => JSON.stringify(value)),
  },
  {
    weight: 1,
    arbitrary: fc.oneof(
      fc.string(),
      fc.json(),
      fc.constantFrom('{"docs":[{"_id":"a","x":"\\ud800"}]}', '['.repeat(4000), '{"docs":', 'null', '[]', '""'),
    ),
  },
);
const asked = fc.record({
  method: fc.constantFrom('GET', 'PUT', 'POST', 'DELETE', 'HEAD', 'PATCH', 'OPTIONS'),
  path,
  parameters: fc.array(parameter, { maxLength: 4 }),
  body: fc.option(body),
  type: fc.constantFrom('application/json', 'application/x-www-form-urlencoded', 'text/plain', 'x'),
  isAdmin: fc.boolean(),
});

it('answers whatever it is asked as CouchDB would or not at all, and goes on answering', async () => {
  const errors: unknown[] = [];
  const { hub, admin } = await testHub({
    log: (level, ...what) => (level === 'error' ? void errors.push(what) : undefined),
    limits: { failuresPerAddress: 1_000_000 },
  });
  await withMember(admin);
  const design = {
    validate_doc_update: 'function (doc, old, user) { if (doc.entries && !doc.entries.length) throw({ forbidden: "empty" }); }',
  };
  await admin('PUT', '/firm-team/_design/rules', { body: design });
  const cookies = { admin: basic(hub.admin.name, hub.admin.password), ann: basic('ann', 'secret') };
  await fc.assert(
    fc.asyncProperty(asked, async ({ method, path: at, parameters, body: sent, type, isAdmin }) => {
      // The database must stay for the next ones.
      fc.pre(!(method === 'DELETE' && isAdmin && /^\/(?:firm-team|_users)\/?$/u.test(at)) && !(isAdmin && at.includes('_security')));
      const query = new URLSearchParams(parameters).toString();
      const response = await fetch(new URL(`${hub.url}${encodeURI(at).replaceAll('%25', '%')}?${query}`), {
        method,
        headers: { authorization: isAdmin ? cookies.admin : cookies.ann, 'content-type': type },
        ...(method !== 'GET' && method !== 'HEAD' && sent !== null && { body: sent }),
      });
      const text = await response.text();
      expect(response.status, text).toBeLessThan(500);
      if (method !== 'HEAD') expect(() => JSON.parse(text), `${method} ${at}: ${text}`).not.toThrow();
    }),
    { numRuns: 600 },
  );
  expect(errors).toEqual([]);
  expect((await admin('GET', '/firm-team')).status).toBe(200);
  expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

it('outlives what is not even HTTP', async () => {
  const { hub, admin } = await testHub();
  const noise = [
    '\0\0\0',
    'GET',
    'GET / HTTP/9.9\r\n\r\n',
    'PUT /x HTTP/1.1\r\nHost: x\r\nContent-Length: 99999\r\n\r\n{',
    'POST /_session HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
    `GET /${'a'.repeat(100_000)} HTTP/1.1\r\n\r\n`,
  ];
  for (const text of noise) {
    const socket = connect(hub.port, '127.0.0.1');
    socket.on('error', () => undefined).resume();
    await once(socket, 'connect');
    socket.end(text);
    await once(socket, 'close');
  }
  expect((await admin('GET', '/_up')).status).toBe(200);
});

it('forgets whoever hangs up in the middle', async () => {
  const { admin } = await testHub();
  await admin('PUT', '/x');
  const hanging = Array.from({ length: 50 }, async (_, index) => {
    const gone = new AbortController();
    const waiting = admin('GET', `/x/_changes?feed=longpoll&since=now${index % 2 ? '&heartbeat=10' : ''}`, { signal: gone.signal });
    await admin('GET', '/_up');
    gone.abort();
    await expect(waiting).rejects.toThrow();
  });
  await Promise.all(hanging);
  expect((await admin('PUT', '/x/a', { body: {} })).status).toBe(201);
});
