import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ledgersOf } from '#shared/hub/access';
import { DATABASE_KINDS, DESIGN_ID, ledgerOfDatabase } from '#shared/hub/protocol';
import { ROLES } from '#shared/records/define-record';
import { definitionOf, RECORD_TYPES } from '#shared/records/registry';
import { Couch, idPath } from './couch';
import { openFirm, type Firm } from './firm';

let firm: Firm;
beforeAll(async () => {
  firm = await openFirm();
}, 180_000);
afterAll(() => firm.close(), 60_000);

const REFUSED = [401, 403];

describe.each(ROLES)('%s', (role) => {
  const ledgers = ledgersOf([role]);

  test(`reads ${ledgers.join(' and ')}, and of the rest not even that it changes`, async () => {
    const me = firm.as(role);
    for (const kind of DATABASE_KINDS) {
      const database = firm.database(kind);
      const expected = ledgers.includes(ledgerOfDatabase(kind)) ? 200 : 403;
      for (const what of ['', '/_all_docs', '/_changes', `/${DESIGN_ID}`])
        expect([what, (await me.get(database + what)).status]).toEqual([what, expected]);
      if (expected === 200) continue;
      for (const what of ['/_changes?feed=longpoll&timeout=100', `/${idPath('file:x')}`])
        expect((await me.get(database + what)).status).toBe(403);
      expect((await me.post(`${database}/_bulk_docs`, { docs: [firm.page(role)] })).status).toBe(403);
    }
  });

  test('writes every type of record that its declaration says, and no other', async () => {
    for (const kind of ['team', 'finance'] as const) {
      if (!ledgers.includes(kind)) continue;
      const pages = RECORD_TYPES.map((type) => {
        const author = firm.newAuthor();
        author.set(`${type}:X`, { archived: true });
        return { type, page: author.pages(firm.userOf(role))[0]! };
      });
      const rows = await firm.as(role).bulk(
        firm.database(kind),
        pages.map(({ page }) => page),
      );
      const written = pages.filter(({ page }) => rows.get(page._id)?.ok === true).map(({ type }) => type);
      const may = RECORD_TYPES.filter((type) => definitionOf(type).ledger === kind && definitionOf(type).writers.includes(role));
      expect(written).toEqual(may);
      for (const { page } of pages) expect([undefined, 'forbidden']).toContain(rows.get(page._id)?.error);
    }
  });

  test('keeps files beside the ledgers that it reads', async () => {
    for (const kind of ['files', 'finance-files'] as const) {
      const head = { _id: `file:${ROLES.indexOf(role)}${'c'.repeat(63)}`, from: firm.userOf(role), name: 'x', type: 'text/plain', size: 1 };
      const answer = await firm.as(role).put(`${firm.database(kind)}/${idPath(head._id)}`, head);
      if (ledgers.includes(ledgerOfDatabase(kind))) expect(answer.status).toBeLessThan(300);
      else expect(answer.status).toBe(403);
    }
  });

  test('is nobody’s administrator', async () => {
    const me = firm.as(role);
    const team = firm.database('team');
    const security = await firm.admin.get(`${team}/_security`);
    const rules = await firm.admin.get(`${team}/${DESIGN_ID}`);
    expect(REFUSED).toContain((await me.put(`${firm.workspace}-mine`)).status);
    expect(REFUSED).toContain((await me.delete(team)).status);
    expect(REFUSED).toContain((await me.put(`${team}/_security`, { members: { names: [firm.userOf(role)], roles: [] } })).status);
    expect(REFUSED).toContain((await me.put(`${team}/${DESIGN_ID}`, { ...rules.body, validate_doc_update: 'function () {}' })).status);
    expect(REFUSED).toContain((await me.post(`${team}/_compact`, {})).status);
    expect((await firm.admin.get(`${team}/_security`)).body).toEqual(security.body);
    expect((await firm.admin.get(`${team}/${DESIGN_ID}`)).body).toEqual(rules.body);
    expect([401, 403, 404]).toContain((await me.get('_all_dbs')).status);
  });

  test('gives nobody roles, least of all themselves', async () => {
    const me = firm.as(role);
    const mine = `_users/${idPath(`org.couchdb.user:${firm.userOf(role)}`)}`;
    const other = `_users/${idPath(`org.couchdb.user:${firm.userOf(role === 'AE' ? 'PM' : 'AE')}`)}`;
    const { body } = await firm.admin.get(mine);
    const grabbed = await me.put(mine, { ...body, roles: [...(body['roles'] as string[]), `${firm.workspace}:partner`, '_admin'] });
    expect([401, 403, 404]).toContain(grabbed.status);
    expect([401, 403, 404]).toContain((await me.get(other)).status);
    expect([401, 403, 404]).toContain((await me.get('_users/_all_docs')).status);
    expect((await firm.admin.get(mine)).body['roles']).toEqual([`${firm.workspace}:${role}`]);
  });
});

describe('whoever is not signed in', () => {
  test('reads nothing and writes nothing', async () => {
    const nobody = new Couch(firm.url);
    for (const kind of DATABASE_KINDS) {
      const database = firm.database(kind);
      for (const what of ['', '/_all_docs', '/_changes', `/${DESIGN_ID}`]) expect((await nobody.get(database + what)).status).toBe(401);
      expect((await nobody.post(`${database}/_bulk_docs`, { docs: [firm.page('AE')] })).status).toBe(401);
    }
    expect((await nobody.put(`${firm.workspace}-open`)).status).toBe(401);
    expect([401, 403, 404]).toContain((await nobody.get('_users/_all_docs')).status);
  });
});
