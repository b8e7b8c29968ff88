import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MAX_BATCH_BYTES, MAX_BATCH_DOCUMENTS } from '#shared/hub/protocol';
import { idPath, type Couch } from './couch';
import { openFirm, type Firm } from './firm';

let firm: Firm;
let team = '';
let ae: Couch;
beforeAll(async () => {
  firm = await openFirm(['AE']);
  team = firm.database('team');
  ae = firm.as('AE');
}, 120_000);
afterAll(() => firm.close(), 60_000);

const isThere = async ({ _id }: { readonly _id: string }): Promise<boolean> => (await ae.get(`${team}/${idPath(_id)}`)).status === 200;

describe('a batch', () => {
  test('has a row for each document, and a refused one does not hold back its neighbours', async () => {
    const pages = [firm.page('AE'), firm.page('AE'), firm.page('AE')];
    const author = firm.newAuthor();
    author.set('invoice:X', { number: '2026-001' });
    const [invoice] = author.pages(firm.userOf('AE'));
    const rows = await ae.bulk(team, [pages[0]!, invoice!, pages[1]!, { ...pages[2], _id: 'shopping-list' }, pages[2]!]);
    expect(rows.size).toBe(5);
    for (const page of pages) expect(rows.get(page._id)).toMatchObject({ ok: true, rev: expect.stringMatching(/^1-/) as string });
    expect(rows.get(invoice!._id)).toMatchObject({
      error: 'forbidden',
      reason: 'Invoices can be changed by finance or partner. Your role here is AE.',
    });
    expect(rows.get('shopping-list')).toMatchObject({ error: 'forbidden' });
    expect(await isThere(invoice!)).toBe(false);
  });

  test('of nothing is answered with nothing', async () => {
    expect((await ae.bulk(team, [])).size).toBe(0);
  });

  test('with the same document twice writes it once', async () => {
    const page = firm.page('AE');
    const answer = await ae.post(`${team}/_bulk_docs`, { docs: [page, page] });
    expect(answer.status).toBe(201);
    expect(await isThere(page)).toBe(true);
  });

  test('with half a character in one document is 400 as a whole, and nothing of it is written', async () => {
    const [good, bad] = [firm.page('AE'), firm.page('AE', 'MARK')];
    const answer = await ae.post(`${team}/_bulk_docs`, JSON.stringify({ docs: [good, bad] }).replace('MARK', String.raw`\ud800`));
    expect(answer.status).toBe(400);
    expect([await isThere(good), await isThere(bad)]).toEqual([false, false]);
    expect((await ae.bulk(team, [good])).get(good._id)).toMatchObject({ ok: true });
  });

  test('of as many documents and bytes as a client ever sends goes through', async () => {
    const size = Math.floor(MAX_BATCH_BYTES / MAX_BATCH_DOCUMENTS) - 1_000;
    const pages = Array.from({ length: MAX_BATCH_DOCUMENTS }, (_, at) => firm.page('AE', `${at} ${'é'.repeat(size / 2)}`));
    const rows = await ae.bulk(team, pages);
    expect(pages.filter(({ _id }) => rows.get(_id)?.ok !== true)).toEqual([]);
    const [last] = pages.slice(-1);
    expect((await ae.get(`${team}/${idPath(last!._id)}`)).body['entries']).toEqual(last?.entries);
  }, 60_000);

  test('with a document that is too large is 413 as a whole', async () => {
    const limit = await documentLimit();
    if (limit > 32_000_000) return console.warn(`Not run: the server takes documents of ${limit} bytes.`);
    const [good, large] = [firm.page('AE'), firm.page('AE')];
    const answer = await tooLarge({ docs: [good, { ...large, entries: ['x'.repeat(limit + 1_000)] }] });
    expect(answer).toBe(413);
    expect(await isThere(large)).toBe(false);
  }, 60_000);
});

/** What an administrator may read of the settings, else what CouchDB takes unless told otherwise. */
async function documentLimit(): Promise<number> {
  const { status, text } = await firm.admin.get('_node/_local/_config/couchdb/max_document_size');
  const said = status === 200 ? Number.parseInt(text.replaceAll('"', ''), 10) : Number.NaN;
  return Number.isNaN(said) ? 8_000_000 : said;
}

/** A server may close the line on a body that it will not read, before all of it is sent: that, too, is a no. */
async function tooLarge(body: object): Promise<number> {
  try {
    return (await ae.post(`${team}/_bulk_docs`, body)).status;
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(TypeError);
    return 413;
  }
}
