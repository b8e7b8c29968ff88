import { expect, test } from 'vitest';
import { Villain, pageIdOf } from './villain';
import { VirtualHub, type Answer } from './virtual-hub';

const TEAM = 'sim-team';

function hubWith(roles: readonly string[] = ['sim:partner']): VirtualHub {
  const hub = new VirtualHub();
  hub.setUser('ines', roles);
  return hub;
}

function page(device: string, from = 'ines', record = 'contact:x') {
  const items = [new Villain(device).edit(record, { name: device })];
  return { _id: pageIdOf(items), from, entries: items };
}

const asked = (hub: VirtualHub, path: string, body?: unknown): Answer => {
  const answer = hub.answer('ines', body === undefined ? 'GET' : 'POST', path, body === undefined ? undefined : JSON.stringify(body));
  if (!('status' in answer)) throw new Error('it waits');
  return answer;
};

test('a batch is answered row by row: written, there already, refused; none holds back another', () => {
  const hub = hubWith();
  const [one, two] = [page('a'.repeat(16)), page('b'.repeat(16))];
  asked(hub, `${TEAM}/_bulk_docs`, { docs: [one] });
  const { status, body } = asked(hub, `${TEAM}/_bulk_docs`, { docs: [one, page('c'.repeat(16), 'somebody else'), two] });
  expect(status).toBe(201);
  expect(body).toMatchObject([
    { id: one._id, error: 'conflict' },
    { error: 'forbidden', reason: '"from" must be the name you are signed in with.' },
    { ok: true, id: two._id },
  ]);
});

test('the rules of the workspace are those that a real server runs', () => {
  const hub = hubWith(['sim:consultant']);
  const cost = page('a'.repeat(16), 'ines', 'deal:x');
  expect(asked(hub, `${TEAM}/_bulk_docs`, { docs: [cost] }).body).toMatchObject([{ error: 'forbidden' }]);
  expect(asked(hub, 'sim-finance/_all_docs')).toMatchObject({ status: 403 });
  expect(hub.answer('nobody', 'GET', `${TEAM}/_all_docs`, undefined)).toMatchObject({ status: 401 });
});

test('a page forced in beside another of the same id is a conflict, of which one wins', () => {
  const hub = hubWith();
  const doc = page('a'.repeat(16));
  asked(hub, `${TEAM}/_bulk_docs`, { docs: [doc] });
  asked(hub, `${TEAM}/_bulk_docs`, { docs: [{ ...doc, entries: doc.entries, _rev: `1-${'f'.repeat(32)}` }], new_edits: false });
  const { body } = asked(hub, `${TEAM}/_changes?include_docs=true&conflicts=true`);
  expect(body).toMatchObject({
    results: expect.arrayContaining([
      expect.objectContaining({
        id: doc._id,
        doc: expect.objectContaining({ _rev: `1-${'f'.repeat(32)}`, _conflicts: [expect.any(String)] }),
      }),
    ]),
  });
  const higher = asked(hub, `${TEAM}/_bulk_docs`, { docs: [{ ...doc, _rev: `9-${'f'.repeat(32)}` }], new_edits: false });
  expect(higher.body).toMatchObject([{ error: 'forbidden' }]);
});

test('changes come in pages, and a long poll waits for the next', () => {
  const hub = hubWith();
  asked(hub, `${TEAM}/_bulk_docs`, { docs: ['a', 'b', 'c'].map((device) => page(device.repeat(16))) });
  const first = asked(hub, `${TEAM}/_changes?limit=2`).body as { readonly results: readonly unknown[]; readonly last_seq: string };
  expect(first.results).toHaveLength(2);
  const rest = asked(hub, `${TEAM}/_changes?since=${first.last_seq}`).body as {
    readonly results: readonly unknown[];
    readonly last_seq: string;
  };
  expect(rest.results).toHaveLength(2);
  const waiting = hub.answer('ines', 'GET', `${TEAM}/_changes?feed=longpoll&since=${rest.last_seq}`, undefined);
  expect('isDue' in waiting && waiting.isDue()).toBe(false);
  asked(hub, `${TEAM}/_bulk_docs`, { docs: [page('d'.repeat(16))] });
  expect('isDue' in waiting && waiting.isDue()).toBe(true);
});

test('half a character anywhere in a batch: 400, and nothing of it is written', () => {
  const hub = hubWith();
  const bad = { ...page('a'.repeat(16)), note: '\ud800' };
  expect(asked(hub, `${TEAM}/_bulk_docs`, { docs: [page('b'.repeat(16)), bad] }).status).toBe(400);
  expect(hub.database('team').documents()).toEqual([]);
});

test('a server that was put back is as it was: what came since is gone, and its changes count from there', () => {
  const hub = hubWith();
  const [early, late] = [page('a'.repeat(16)), page('b'.repeat(16))];
  asked(hub, `${TEAM}/_bulk_docs`, { docs: [early] });
  const backup = hub.backup();
  asked(hub, `${TEAM}/_bulk_docs`, { docs: [late] });
  hub.restore(backup);
  expect(
    hub
      .database('team')
      .documents()
      .map(({ _id }) => _id),
  ).toEqual([early._id]);
  hub.restore();
  expect(hub.database('team').documents()).toEqual([]);
});
