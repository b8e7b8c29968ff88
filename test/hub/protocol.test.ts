import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESIGN_ID } from '#shared/hub/protocol';
import { titleOf } from '#shared/hub/provisioning';
import { idPath, json, rowsOf, until, type Couch, type Said } from './couch';
import { openFirm, title, type Firm } from './firm';

let firm: Firm;
let team = '';
let ae: Couch;
beforeAll(async () => {
  firm = await openFirm(['AE', 'partner']);
  team = firm.database('team');
  ae = firm.as('AE');
}, 120_000);
afterAll(() => firm.close(), 60_000);

describe('a server', () => {
  test('says that it is a CouchDB, and which', async () => {
    const { status, body } = await ae.get('');
    expect([status, body['couchdb']]).toEqual([200, 'Welcome']);
    expect(Number.parseFloat(String(body['version']))).toBeGreaterThanOrEqual(3.3);
  });

  test('tells a member about the database, what the workspace is called, and nothing of what is not there', async () => {
    const info = await ae.get(team);
    expect(info.status).toBe(200);
    expect(info.body).toMatchObject({ db_name: team, doc_count: expect.any(Number) as number });
    expect(info.body['update_seq']).toBeDefined();
    expect(titleOf((await ae.get(`${team}/${DESIGN_ID}`)).body)).toBe(title);
    expect((await firm.admin.get(`${team}x`)).body).toMatchObject({ error: 'not_found' });
    expect(await ae.get(`${team}/nothing`)).toMatchObject({ status: 404, body: { error: 'not_found' } });
  });

  test('refuses what is not JSON with 400', async () => {
    expect((await ae.post(`${team}/_bulk_docs`, '{"docs": [')).status).toBe(400);
    expect((await ae.post(`${team}/_bulk_docs`, '[]')).status).toBe(400);
    expect((await ae.post(`${team}/_bulk_docs`, '{"docs": {}}')).status).toBe(400);
    expect((await ae.post(`${team}/_bulk_docs`, '{}')).status).toBe(400);
  });
});

describe('a document', () => {
  test('comes back as it was sent', async () => {
    const page = firm.page('AE');
    const written = await ae.put(`${team}/${idPath(page._id)}`, page);
    expect(written.status === 201 || written.status === 202).toBe(true);
    expect(written.body).toMatchObject({ ok: true, id: page._id, rev: expect.stringMatching(/^1-/) as string });
    const read = await ae.get(`${team}/${idPath(page._id)}`);
    expect(read.status).toBe(200);
    expect(read.body).toEqual({ ...page, _rev: written.body['rev'] });
    expect((await ae.open('HEAD', `${team}/${idPath(page._id)}`)).status).toBe(200);
  });

  test('keeps the order of its keys and the text of its numbers', async () => {
    const author = firm.newAuthor();
    author.set('hologram:X', { b: 'MARK' });
    const [page] = author.pages(firm.userOf('AE'));
    const odd = '{"10":1.0,"9":12345678901234567890,"z":{"b":1,"a":-0.5}}';
    const text = JSON.stringify(page).replace('"MARK"', odd);
    expect((await ae.put(`${team}/${idPath(page!._id)}`, text)).status).toBeLessThan(300);
    expect((await ae.get(`${team}/${idPath(page!._id)}`)).text.replaceAll(' ', '')).toContain(odd);
  });

  test('is written once: the same id again is 409, alone and in a batch', async () => {
    const page = firm.page('AE');
    await ae.put(`${team}/${idPath(page._id)}`, page);
    expect(await ae.put(`${team}/${idPath(page._id)}`, page)).toMatchObject({ status: 409, body: { error: 'conflict' } });
    const other = firm.page('AE');
    const rows = await ae.bulk(team, [page, other]);
    expect(rows.get(page._id)).toMatchObject({ id: page._id, error: 'conflict' });
    expect(rows.get(other._id)).toMatchObject({ ok: true });
  });
});

describe('the list of ids', () => {
  const read = async (query: string) => (await ae.get(`${team}/_all_docs?${query}`)).body;

  test('gives the ids of one device by range, in order, in pieces', async () => {
    const author = firm.newAuthor();
    const ids: string[] = [];
    for (let n = 0; n < 25; n += 1) {
      author.set('deal:X', { name: `${n}` });
      const pages = author.pages(firm.userOf('AE'));
      ids.push(...pages.map(({ _id }) => _id));
      await ae.bulk(team, pages);
    }
    const range = `startkey=${json(`${author.device}.`)}&endkey=${json(`${author.device}.\ufff0`)}`;
    await until('all ids are listed', async () => ((await read(range))['rows'] as Said[]).length === 25);
    const found: string[] = [];
    let from = `${author.device}.`;
    for (;;) {
      const rows = (await read(`limit=10&startkey=${json(from)}&endkey=${json(`${author.device}.\ufff0`)}`))['rows'] as Said[];
      found.push(...rows.map(({ id }) => String(id)));
      if (rows.length < 10) break;
      from = `${found.at(-1)}\u0000`;
    }
    expect(found).toEqual(ids.toSorted());
    const [first] = rowsOf(await ae.get(`${team}/_all_docs?limit=1&include_docs=true&${range}`));
    expect(first).toMatchObject({ id: ids[0], key: ids[0], value: { rev: expect.stringMatching(/^1-/) as string }, doc: { _id: ids[0] } });
    const open = rowsOf(await ae.get(`${team}/_all_docs?inclusive_end=false&startkey=${json(ids[0])}&endkey=${json(ids[2])}`));
    expect(open.map(({ id }) => id)).toEqual(ids.slice(0, 2));
  });

  test('answers for keys one by one: there, deleted, unknown', async () => {
    const [there, gone] = [firm.page('AE'), firm.page('AE')];
    const rows = await ae.bulk(team, [there, gone]);
    await firm.admin.delete(`${team}/${idPath(gone._id)}?rev=${rows.get(gone._id)?.rev}`);
    const keys = [there._id, gone._id, 'unknown'];
    const ask = async () => rowsOf(await ae.post(`${team}/_all_docs?include_docs=true`, { keys }));
    await until('the deletion is seen', async () => (await ask())[1]?.['doc'] === null);
    expect(await ask()).toMatchObject([
      { id: there._id, key: there._id, doc: { _id: there._id } },
      { id: gone._id, value: { deleted: true }, doc: null },
      { key: 'unknown', error: 'not_found' },
    ]);
    expect(rowsOf(await ae.get(`${team}/_all_docs?keys=${json(keys)}`)).map(({ key }) => key)).toEqual(keys);
  });

  test('names the rules among the documents', async () => {
    const rows = rowsOf(await ae.get(`${team}/_all_docs?startkey=${json('_design/')}&endkey=${json('_design0')}`));
    expect(rows.map(({ id }) => id)).toEqual([DESIGN_ID]);
  });
});
