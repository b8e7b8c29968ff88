import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESIGN_ID } from '#shared/hub/protocol';
import { resultsOf, until, type Couch } from './couch';
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

const since = (seq: unknown): string => `since=${encodeURIComponent(String(seq))}`;
const lastSeq = async (): Promise<unknown> => (await ae.get(`${team}/_changes?${since('now')}&limit=1`)).body['last_seq'];
const ids = (pages: readonly { readonly _id: string }[]): string[] => pages.map(({ _id }) => _id);

describe('what changed', () => {
  test('is read in pieces, and every document is in one of them', async () => {
    const pages = Array.from({ length: 120 }, () => firm.page('AE'));
    for (let at = 0; at < pages.length; at += 60) await ae.bulk(team, pages.slice(at, at + 60));
    await until('all are listed', async () => resultsOf(await ae.get(`${team}/_changes`)).length >= 121);
    const seen = new Map<string, unknown>();
    let from: unknown = 0;
    for (let round = 0; round < 20; round += 1) {
      const answer = await ae.get(`${team}/_changes?${since(from)}&limit=50&include_docs=true&conflicts=true`);
      expect(answer.status).toBe(200);
      const results = resultsOf(answer);
      expect(results.length).toBeLessThanOrEqual(50);
      for (const { id, doc, deleted } of results) if (deleted !== true) seen.set(String(id), doc);
      from = answer.body['last_seq'];
      if (results.length === 0) break;
    }
    expect([...seen.keys()].toSorted()).toEqual([DESIGN_ID, ...ids(pages)].toSorted());
    expect(seen.get(pages[7]?._id ?? '')).toMatchObject(pages[7] ?? {});
  });

  test('names the revision of each, and what was deleted', async () => {
    const before = await lastSeq();
    const [kept, gone] = [firm.page('AE'), firm.page('AE')];
    const rows = await ae.bulk(team, [kept, gone]);
    await firm.admin.delete(`${team}/${encodeURIComponent(gone._id)}?rev=${rows.get(gone._id)?.rev}`);
    const changed = async () => resultsOf(await ae.get(`${team}/_changes?${since(before)}`));
    await until('the deletion is told', async () => (await changed()).some(({ id, deleted }) => id === gone._id && deleted === true));
    expect((await changed()).find(({ id }) => id === kept._id)).toMatchObject({ changes: [{ rev: rows.get(kept._id)?.rev }] });
  });

  test('nothing since now, and a place to go on from', async () => {
    const answer = await ae.get(`${team}/_changes?${since('now')}`);
    expect(resultsOf(answer)).toEqual([]);
    expect(answer.body['last_seq']).toBeDefined();
    const page = firm.page('AE');
    await ae.bulk(team, [page]);
    await until('it is told', async () => {
      const later = await ae.get(`${team}/_changes?${since(answer.body['last_seq'])}`);
      return resultsOf(later).some(({ id }) => id === page._id);
    });
  });
});

describe('the long-poll', () => {
  test('wakes on a write by somebody else, after newlines that keep the line open', async () => {
    const from = await settled();
    const response = await ae.open('GET', `${team}/_changes?feed=longpoll&heartbeat=100&${since(from)}`);
    expect(response.status).toBe(200);
    const chunks = chunksOf(response);
    let text = '';
    // Whatever begins the answer, then at least two bare newlines while nothing happens.
    while (!/\n\s*\n\s*$/.test(text)) text += await chunks.next();
    expect(text).not.toContain('"id"');
    const page = firm.page('AE');
    await ae.bulk(team, [page]);
    text += await chunks.rest();
    const said = JSON.parse(text) as { results: { id: string }[]; last_seq: unknown };
    expect(said.results.map(({ id }) => id)).toEqual([page._id]);
    expect(said.last_seq).toBeDefined();
  });

  test('ends by itself after the time asked for, with nothing and the place to go on from', async () => {
    const from = await settled();
    const answer = await ae.get(`${team}/_changes?feed=longpoll&timeout=300&${since(from)}`);
    expect([answer.status, resultsOf(answer)]).toEqual([200, []]);
    expect(answer.body['last_seq']).toBeDefined();
  });

  test('answers at once where something changed already', async () => {
    const from = await settled();
    const page = firm.page('AE');
    await ae.bulk(team, [page]);
    const answer = await ae.get(`${team}/_changes?feed=longpoll&timeout=20000&${since(from)}`);
    expect(resultsOf(answer).map(({ id }) => id)).toContain(page._id);
  });

  test('can be given up, and the server goes on', async () => {
    const stop = new AbortController();
    const response = await ae.open('GET', `${team}/_changes?feed=longpoll&heartbeat=100&${since(await settled())}`, undefined, stop.signal);
    await chunksOf(response).next();
    stop.abort();
    expect((await ae.get(team)).status).toBe(200);
  });
});

/** A place from which nothing more is told: on a cluster, the nodes have caught up. */
async function settled(): Promise<unknown> {
  let from = await lastSeq();
  await until('the nodes have caught up', async () => {
    const answer = await ae.get(`${team}/_changes?${since(from)}`);
    from = answer.body['last_seq'];
    return resultsOf(answer).length === 0;
  });
  return from;
}

/** The text of an answer as it comes in. */
function chunksOf(response: Response) {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  const next = async (): Promise<string> => {
    const { value, done } = await reader.read();
    if (done) throw new Error('The answer ended.');
    return decoder.decode(value, { stream: true });
  };
  const rest = async (): Promise<string> => {
    let text = '';
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return text;
      text += decoder.decode(value, { stream: true });
    }
  };
  return { next, rest };
}
