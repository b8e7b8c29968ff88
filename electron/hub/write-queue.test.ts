import { expect, it } from 'vitest';
import { testHub } from './testing/test-hub';

it('answers each of many batches that arrive together as if it were alone', async () => {
  const { admin } = await testHub();
  await admin('PUT', '/x');
  await admin('PUT', '/x/_design/rules', { body: { validate_doc_update: 'function (doc) { if (doc.bad) throw({ forbidden: "bad" }); }' } });
  const batches = Array.from({ length: 60 }, (_, index) => {
    // Of every three: one of its own, one with a refused row, and one that all of its kind want to write.
    const docs =
      [[{ _id: `own-${index}` }], [{ _id: `good-${index}` }, { _id: `bad-${index}`, bad: true }], [{ _id: 'wanted' }]][index % 3] ?? [];
    return admin('POST', '/x/_bulk_docs', { body: { docs } });
  });
  const replicated = Array.from({ length: 20 }, (_, index) =>
    admin('POST', '/x/_bulk_docs', { body: { new_edits: false, docs: [{ _id: `copy-${index % 10}`, _rev: '1-aa' }] } }),
  );
  const broken = admin('POST', '/x/_bulk_docs', { body: { new_edits: false, docs: [{ _id: 'no revision' }] } });
  const answered = await Promise.all(batches);
  const outcomes = answered.map(({ json }) => json.map((row: { ok?: true; error?: string }) => row.error ?? 'ok').join());
  expect(outcomes.filter((_, index) => index % 3 === 0)).toEqual(Array(20).fill('ok'));
  expect(outcomes.filter((_, index) => index % 3 === 1)).toEqual(Array(20).fill('ok,forbidden'));
  expect(outcomes.filter((_, index) => index % 3 === 2).toSorted()).toEqual([...Array(19).fill('conflict'), 'ok']);
  expect((await Promise.all(replicated)).map(({ status, json }) => [status, json])).toEqual(Array(20).fill([201, []]));
  expect((await broken).status).toBe(400);
  expect((await admin('GET', '/x')).json.doc_count).toBe(1 + 20 + 20 + 1 + 10);
});

it('judges a batch by the rules that were written before it', async () => {
  const { admin } = await testHub();
  await admin('PUT', '/x');
  const rules = { validate_doc_update: 'function () { throw({ forbidden: "closed" }); }' };
  const before = await admin('PUT', '/x/a', { body: {} });
  const [, after] = await Promise.all([
    admin('PUT', '/x/other', { body: {} }),
    admin('PUT', '/x/_design/rules', { body: rules }).then(() => admin('PUT', '/x/b', { body: {} })),
  ]);
  expect([before.status, after.status]).toEqual([201, 403]);
});
