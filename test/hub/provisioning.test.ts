import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runProvision } from '../../electron/cli/run-provision';
import { giveAccess, provision, revoke, usersOf } from '../../electron/hub/provision';
import { securityOf } from '#shared/hub/access';
import { DATABASE_KINDS, databaseOf, DESIGN_ID } from '#shared/hub/protocol';
import { Couch, idPath, until } from './couch';
import { forgetUser, newName, openServer, title, type Server } from './firm';

let server: Server;
let admin: Couch;
const workspace = newName();
const user = `${workspace}_ann`;
const place = () => ({ url: server.url, admin: server.admin, workspace });
beforeAll(async () => {
  server = await openServer();
  admin = await Couch.signIn(server.url, server.admin.name, server.admin.password);
});
afterAll(async () => {
  for (const kind of DATABASE_KINDS) await admin.delete(databaseOf(workspace, kind));
  await forgetUser(admin, user);
  await server.stop();
});

/** The command line, as an administrator types it. */
const command = (...more: readonly string[]) =>
  runProvision(
    ['--url', server.url, '--admin', server.admin.name, '--workspace', workspace, ...more],
    fetch,
    async () => server.admin.password,
  );
const rolesOf = async () => (await admin.get(`_users/${idPath(`org.couchdb.user:${user}`)}`)).body['roles'];

describe('npm run provision', () => {
  let password = '';

  test('says first what it would do, and does nothing of it', async () => {
    const { out, code } = await command('--title', title, '--user', `${user}:PM`, '--dry-run');
    expect(code).toBe(0);
    expect(out).toContain(`make the database ${workspace}-team`);
    expect(out).toContain(`make the user ${user} (${workspace}:PM)`);
    expect((await admin.get(`${workspace}-team`)).status).toBe(404);
    expect((await command('--check')).code).toBe(1);
  });

  test('makes what is missing, and prints a new user’s password once', async () => {
    const { out, code } = await command('--title', title, '--user', `${user}:PM`);
    expect(code).toBe(0);
    password = /shown only now: (\S{20})\n/.exec(out)?.[1] ?? '';
    const ann = await Couch.signIn(server.url, user, password);
    for (const kind of DATABASE_KINDS) {
      await until('ann is a member', async () => (await ann.get(databaseOf(workspace, kind))).status === 200);
      expect((await admin.get(`${databaseOf(workspace, kind)}/_security`)).body).toMatchObject({ ...securityOf(workspace, kind) });
    }
  });

  test('has nothing to do the second time', async () => {
    const { out, code } = await command('--title', title, '--user', `${user}:PM`);
    expect(code).toBe(0);
    expect(out).toContain('Nothing to do.');
    expect((await command('--check')).out).toContain('Nothing to do.');
  });

  test('finds drift, names it, and mends it', async () => {
    const team = databaseOf(workspace, 'team');
    const security = securityOf(workspace, 'team');
    await admin.put(`${team}/_security`, { ...security, members: { names: [user], roles: security.members.roles } });
    const design = (await admin.get(`${team}/${DESIGN_ID}`)).body;
    await admin.put(`${team}/${DESIGN_ID}`, { ...design, validate_doc_update: 'function () {}' });
    await until('the drift is found', async () => {
      const { out, code } = await command('--check');
      return code === 1 && out.includes(`write the rules of ${team} (they differ)`) && out.includes(`open ${team} to`);
    });
    expect((await command()).code).toBe(0);
    await until('it is mended', async () => (await command('--check')).out.includes('Nothing to do.'));
  });

  test('says in a sentence why it cannot', async () => {
    const with_ = (argv: readonly string[], secret = 'wrong') => runProvision(argv, fetch, async () => secret);
    const argv = ['--url', server.url, '--admin', `${workspace}_nobody`, '--workspace', workspace];
    expect(await with_(argv)).toMatchObject({ code: 1, complaint: 'The name or the password is not right.' });
    expect(await with_(['--url', server.url, '--admin', user, '--workspace', workspace], password)).toMatchObject({
      code: 1,
      complaint: `${user} is not an administrator of this server.`,
    });
    expect(await with_(['--url', 'http://127.0.0.1:2', ...argv.slice(2)])).toMatchObject({
      code: 1,
      complaint: expect.stringContaining('port') as string,
    });
    expect(await with_(['--url', 'http://couch.example.com', ...argv.slice(2)])).toMatchObject({
      code: 2,
      complaint: expect.stringContaining('not encrypted') as string,
    });
    for (const bad of [
      [],
      ['--url', server.url],
      [...argv.slice(0, 5), 'Halden'],
      [...argv, '--check', '--dry-run'],
      [...argv, '--user', 'ann'],
    ]) {
      expect(await with_(bad)).toMatchObject({ out: '', code: 2, complaint: expect.stringContaining('--help') as string });
    }
    expect(await command('--user', `${user}:boss`)).toMatchObject({
      code: 1,
      complaint: expect.stringContaining('no role “boss”') as string,
    });
    expect((await with_(['--help'])).out).toContain('npm run provision');
  });
});

describe('access', () => {
  test('is given and taken for one workspace; what somebody is elsewhere stays', async () => {
    const path = `_users/${idPath(`org.couchdb.user:${user}`)}`;
    await admin.put(path, { ...(await admin.get(path)).body, roles: ['other:partner', 'reports', `${workspace}:PM`] });
    expect(await giveAccess({ ...place(), user: { name: user, roles: ['AE', 'consultant'] } }, fetch)).toMatchObject({ ok: true });
    await until(
      'the roles are changed',
      async () => String(await rolesOf()) === `other:partner,reports,${workspace}:AE,${workspace}:consultant`,
    );
    const listed = await usersOf(place(), fetch);
    expect(listed).toMatchObject({ ok: true, users: [{ name: user, roles: ['AE', 'consultant'] }] });
    expect(await revoke({ ...place(), name: user }, fetch)).toMatchObject({ ok: true });
    await until('the roles are gone', async () => String(await rolesOf()) === 'other:partner,reports');
    expect(await usersOf(place(), fetch)).toMatchObject({ ok: true, users: [] });
  });

  test('is not given to somebody unknown without a password, nor in a role that there is not', async () => {
    expect(await giveAccess({ ...place(), user: { name: `${workspace}_new`, roles: ['AE'] } }, fetch)).toMatchObject({
      ok: false,
      kind: 'failed',
    });
    expect(await giveAccess({ ...place(), user: { name: user, roles: ['_admin'] } }, fetch)).toMatchObject({ ok: false, kind: 'failed' });
  });

  test('to a workspace of the same short name and another title is not taken from those who have it', async () => {
    const other = await provision({ ...place(), title: 'Somebody Else' }, fetch);
    expect(other).toMatchObject({ ok: false, kind: 'taken', message: expect.stringContaining(title) as string });
    expect((await command('--title', 'Halden Pryce Ltd')).code).toBe(0);
    expect((await admin.get(`${workspace}-team/${DESIGN_ID}`)).body['title']).toBe('Halden Pryce Ltd');
  });
});
