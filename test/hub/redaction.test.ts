import { afterAll, beforeAll, expect, test } from 'vitest';
import { runRedact } from '../../electron/cli/run-redact';
import type { Entry } from '#shared/ledger/entry';
import { checkPage } from '#shared/ledger/page';
import { redaction } from '#shared/ledger/redact';
import { idPath, type Couch } from './couch';
import { openFirm, type Firm } from './firm';

let firm: Firm;
let team = '';
let ae: Couch;
beforeAll(async () => {
  firm = await openFirm(['AE', 'admin']);
  team = firm.database('team');
  ae = firm.as('AE');
}, 120_000);
afterAll(() => firm.close(), 60_000);

const command = (...more: readonly string[]) => {
  const { url, admin } = firm.server;
  return runRedact(['--url', url, '--admin', admin.name, '--workspace', firm.workspace, ...more], fetch, async () => admin.password);
};
const read = async (id: string, query = '') => ae.get(`${team}/${idPath(id)}${query}`);

test('npm run redact erases from the server what an admin redacted, and the chain still holds', async () => {
  const file = `file:${'d'.repeat(64)}`;
  const author = firm.newAuthor();
  author.set('deal:X', { name: 'Before' });
  const named = author.set('contact:X', { name: 'Priya Raman', notes: `see ${file}` });
  author.set('deal:X', { name: 'After' });
  const [page] = author.pages(firm.userOf('AE'));
  const rev = (await ae.bulk(team, [page!])).get(page!._id)?.rev ?? '';
  const rival = { ...page!, entries: page!.entries.map((entry) => ({ ...(entry as Entry), why: 'forged' })), _rev: `1-${'f'.repeat(32)}` };
  await ae.post(`${team}/_bulk_docs`, { docs: [rival], new_edits: false });
  const files = firm.database('files');
  const head = { _id: file, from: firm.userOf('AE'), name: 'cv.pdf', type: 'application/pdf', size: 3 };
  await ae.bulk(files, [head, { _id: `${file}/0`, from: firm.userOf('AE'), body: 'AAAA' }]);

  expect((await command('--file', file)).out).toContain('still names it');
  const admin = firm.newAuthor();
  admin.write(redaction([{ entry: named.id, record: 'contact:X' }], 'asked to be forgotten'));
  await firm.as('admin').bulk(team, admin.pages(firm.userOf('admin')));

  const planned = await command('--dry-run', '--file', file);
  expect(planned).toMatchObject({ code: 0, out: expect.stringContaining(`${named.id} contact:X`) as string });
  expect((await read(page!._id, `?rev=${rev}`)).text).toContain('Priya');

  const done = await command('--file', file);
  expect(done).toMatchObject({ code: 0, out: expect.stringContaining('Erased, purged and compacted.') as string });
  const { body, text } = await read(page!._id, '?conflicts=true');
  expect(text).not.toContain('Priya');
  expect(body['_conflicts']).toBeUndefined();
  expect(String(body['_rev'])).toMatch(/^1-/);
  const checked = checkPage(page!._id, body['entries'] as readonly unknown[]);
  expect(checked.ok && checked.value.map(({ id }) => id)).toEqual((page!.entries as readonly Entry[]).map(({ id }) => id));
  for (const old of [rev, rival._rev]) expect((await read(page!._id, `?rev=${old}`)).text).not.toContain('Priya');
  for (const id of [file, `${file}/0`]) expect((await ae.get(`${files}/${idPath(id)}`)).status).toBe(404);

  expect((await command('--file', file)).out).toContain('Nothing to erase.');
}, 60_000);
