import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stubOf } from '#shared/ledger/withdrawn';
import { pagesOf } from '#shared/hub/testing/author';
import { idPath, resultsOf, rowsOf, until, type BulkRow, type Couch, type Said } from './couch';
import { openFirm, type Firm } from './firm';

let firm: Firm;
let team = '';
let ae: Couch;
beforeAll(async () => {
  firm = await openFirm(['AE', 'PM', 'admin']);
  team = firm.database('team');
  ae = firm.as('AE');
}, 120_000);
afterAll(() => firm.close(), 60_000);

const path = (id: string): string => `${team}/${idPath(id)}`;
const FORBIDDEN = { status: 403, body: { error: 'forbidden' } };
/** Rows of a `new_edits: false` batch: only what was refused has one. */
const replicate = async (doc: object): Promise<readonly BulkRow[]> => {
  const answer = await ae.post(`${team}/_bulk_docs`, { docs: [doc], new_edits: false });
  expect(answer.status).toBe(201);
  return (answer.body as unknown as readonly BulkRow[]).filter(({ error }) => error !== undefined);
};

describe('what is written', () => {
  test('does not change: not by its author, not with its revision, not by deleting it', async () => {
    const page = firm.page('AE');
    const rev = String((await ae.put(path(page._id), page)).body['rev']);
    expect(await ae.put(path(page._id), { ...page, _rev: rev })).toMatchObject(FORBIDDEN);
    expect(await ae.delete(`${path(page._id)}?rev=${rev}`)).toMatchObject(FORBIDDEN);
    const rows = await ae.bulk(team, [{ _id: page._id, _rev: rev, _deleted: true }]);
    expect(rows.get(page._id)).toMatchObject({ error: 'forbidden' });
    expect((await ae.get(path(page._id))).body).toEqual({ ...page, _rev: rev });
  });

  test('is not replaced by a higher revision that a client makes up', async () => {
    const page = firm.page('AE');
    await ae.bulk(team, [page]);
    for (const start of [2, 9, 1_000_000]) {
      const forged = { ...page, _rev: `${start}-${'f'.repeat(32)}` };
      expect(await replicate(forged)).toMatchObject([{ id: page._id, error: 'forbidden' }]);
      const ids = ['f'.repeat(32), 'e'.repeat(32)];
      expect(await replicate({ ...page, _revisions: { start, ids } })).toMatchObject([{ id: page._id, error: 'forbidden' }]);
      expect(await replicate({ ...forged, _deleted: true })).toMatchObject([{ error: 'forbidden' }]);
    }
    expect((await ae.get(`${path(page._id)}?conflicts=true`)).body['_conflicts']).toBeUndefined();
  });

  test('can get a rival first revision, and then both are found', async () => {
    const page = firm.page('AE');
    const rev = (await ae.bulk(team, [page])).get(page._id)?.rev ?? '';
    const entries = page.entries.map((entry) => ({ ...(entry as object), why: 'a rival' }));
    const rival = `1-${'f'.repeat(32)}`;
    expect(await replicate({ ...page, entries, _rev: rival })).toEqual([]);
    await until('the rival is told', async () => (await ae.get(`${path(page._id)}?conflicts=true`)).body['_conflicts'] !== undefined);
    const winner = (await ae.get(`${path(page._id)}?conflicts=true`)).body;
    expect(winner).toMatchObject({ _rev: rival, _conflicts: [rev], entries: [{ why: 'a rival' }] });
    expect((await ae.get(`${path(page._id)}?rev=${rev}`)).body).toMatchObject({ _rev: rev, entries: page.entries });
    await until('the changes name both', async () => {
      const changes = resultsOf(await ae.get(`${team}/_changes?include_docs=true&conflicts=true`));
      const doc = changes.find(({ id }) => id === page._id)?.['doc'] as Said | undefined;
      return doc?.['_rev'] === rival && String(doc['_conflicts']) === rev;
    });
    const both = await ae.post(`${team}/_bulk_get`, { docs: [rev, rival].map((one) => ({ id: page._id, rev: one })) });
    const found = resultsOf(both).flatMap(({ docs }) => docs as readonly { ok: Said }[]);
    expect(found.map(({ ok }) => ok['_rev']).toSorted()).toEqual([rev, rival].toSorted());
    expect(rowsOf(await ae.get(`${team}/_all_docs?key=${encodeURIComponent(JSON.stringify(page._id))}`))).toHaveLength(1);
  });

  test('comes back after an administrator deleted it, if somebody still has it', async () => {
    const page = firm.page('AE');
    const rev = (await ae.bulk(team, [page])).get(page._id)?.rev ?? '';
    expect((await firm.admin.delete(`${path(page._id)}?rev=${rev}`)).status).toBe(200);
    await until('it is gone', async () => (await ae.get(path(page._id))).status === 404);
    expect((await ae.bulk(team, [page])).get(page._id)).toMatchObject({ ok: true });
    expect((await ae.get(path(page._id))).body).toMatchObject(page);
  });
});

describe('a page', () => {
  test('says who hands it in, and it is the one who does', async () => {
    const page = firm.page('AE');
    expect(await ae.put(path(page._id), { ...page, from: firm.userOf('PM') })).toMatchObject(FORBIDDEN);
    expect(await ae.put(path(page._id), { entries: page.entries })).toMatchObject(FORBIDDEN);
    expect((await ae.put(path(page._id), page)).status).toBeLessThan(300);
  });

  test('may be handed in by somebody who did not write it, within their own roles', async () => {
    const author = firm.newAuthor();
    author.set('deal:X', { name: 'Said by another' });
    const [relayed] = author.pages(firm.userOf('AE'));
    expect((await ae.bulk(team, [relayed!])).get(relayed!._id)).toMatchObject({ ok: true });
    author.set('timeEntry:X', { approved: true });
    const [approval] = author.pages(firm.userOf('AE'));
    expect((await ae.bulk(team, [approval!])).get(approval!._id)).toMatchObject({ error: 'forbidden' });
    const byPm = { ...approval!, from: firm.userOf('PM') };
    expect((await firm.as('PM').bulk(team, [byPm])).get(approval!._id)).toMatchObject({ ok: true });
  });

  test('is what its id says, with stubs where something was withdrawn', async () => {
    const author = firm.newAuthor();
    const entries = [1, 2, 3].map((n) => author.set('deal:X', { name: `${n}` }));
    const [page] = author.pages(firm.userOf('AE'));
    const cut = { ...page!, entries: page!.entries.slice(1) };
    const swapped = { ...page!, entries: [page!.entries[1], page!.entries[0], page!.entries[2]] };
    for (const bad of [cut, swapped, { ...page!, note: 'x' }, { ...page!, entries: 'x' }, { ...page!, entries: [null, null, null] }]) {
      expect(await ae.put(path(page!._id), bad)).toMatchObject(FORBIDDEN);
    }
    const [stubbed] = pagesOf([entries[0]!, stubOf(entries[1]!), entries[2]!], firm.userOf('AE'));
    expect(stubbed?._id).toBe(page?._id);
    expect((await ae.bulk(team, [stubbed!])).get(stubbed!._id)).toMatchObject({ ok: true });
  });

  test('with a field that the writer may not set is refused with who may', async () => {
    const author = firm.newAuthor();
    author.set('changeOrder:X', { status: 'billed' });
    const [billed] = author.pages(firm.userOf('AE'));
    expect(await ae.put(path(billed!._id), billed)).toMatchObject({
      status: 403,
      body: { error: 'forbidden', reason: '"Status" of change orders can be changed by PM, finance or partner. Your role here is AE.' },
    });
  });

  test('that redacts is an admin’s', async () => {
    const author = firm.newAuthor();
    const target = author.set('contact:X', { name: 'Forget Me' });
    author.write({ act: 'ledger.redact', redacts: [{ entry: target.id, record: 'contact:X' }], changes: [] });
    const [, redaction] = author.pages('').flatMap((page) => page.entries);
    const [page] = pagesOf([redaction as never], firm.userOf('AE'));
    expect((await ae.bulk(team, [page!])).get(page!._id)).toMatchObject({ error: 'forbidden' });
    const byAdmin = { ...page!, from: firm.userOf('admin') };
    expect((await firm.as('admin').bulk(team, [byAdmin])).get(page!._id)).toMatchObject({ ok: true });
  });
});

describe('a file', () => {
  test('is a head and parts that never change', async () => {
    const id = `file:${'ab'.repeat(32)}`;
    const files = firm.database('files');
    const from = firm.userOf('AE');
    const head = { _id: id, from, name: 'sow.pdf', type: 'application/pdf', size: 6 };
    const part = { _id: `${id}/0`, from, body: Buffer.from('signed').toString('base64') };
    const rows = await ae.bulk(files, [part, head, { ...part, _id: `${id}/x` }]);
    expect([id, `${id}/0`, `${id}/x`].map((one) => rows.get(one)?.error)).toEqual([undefined, undefined, 'forbidden']);
    expect((await ae.get(`${files}/${idPath(`${id}/0`)}`)).body).toMatchObject(part);
    expect((await ae.bulk(files, [{ ...head, name: 'other.pdf', _rev: rows.get(id)?.rev }])).get(id)).toMatchObject({ error: 'forbidden' });
    expect((await ae.bulk(team, [head])).get(id)).toMatchObject({ error: 'forbidden' });
  });
});
