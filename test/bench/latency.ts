import { createRecord } from '#shared/records/write';
import { createWorkspaceFromServer } from '../../renderer/data/session';
import type { Workspace } from '../../renderer/data/workspace';
import { discard, linkTo } from './ours-sync';
import { openPouchSide, syncPouch } from './peers/pouchdb-couchdb';
import { openSide, replicate } from './peers/rxdb-couchdb';
import { liveDatabase, liveWorkspace, urlOf } from './sync-names';

/** Writes that are timed, one after the other, after a few that are not. */
const WRITES = 30;
const WARM_UP = 5;

/** A peer's wake-up request takes a moment to stand; what is written before it is heard of much later. */
const SETTLED_MS = 1_000;
/** A write that was not heard of by then never will be. */
const LOST_MS = 20_000;

/** Median milliseconds from a write on one side to its being readable on the other: `write` resolves when it is. */
async function medianOf(write: (turn: number) => Promise<void>): Promise<number> {
  const took: number[] = [];
  await after(SETTLED_MS);
  for (let turn = 0; turn < WARM_UP + WRITES; turn += 1) {
    const start = performance.now();
    await Promise.race([write(turn), after(LOST_MS).then(() => Promise.reject(new Error(`Write ${turn} never arrived`)))]);
    if (turn >= WARM_UP) took.push(performance.now() - start);
  }
  return took.toSorted((a, b) => a - b)[WRITES >> 1] ?? 0;
}

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** From the commit in one workspace to the record in the other's read model. */
export async function latencyOurs(records: number): Promise<number> {
  const link = linkTo(liveWorkspace(records));
  const two: Workspace[] = [];
  for (const name of ['One', 'Other']) {
    const made = await createWorkspaceFromServer({ name, link });
    if (!made.ok) throw new Error(made.error.message);
    two.push(made.value);
  }
  const [one, other] = two as [Workspace, Workspace];
  const took = await medianOf(async (turn) => {
    const id = one.newId('account');
    const seen = new Promise<void>((resolve) => {
      const stop = other.subscribe(() => {
        if (other.records.get('account', id) === undefined) return;
        stop();
        resolve();
      });
    });
    const done = await one.commit(createRecord('account', id, { name: `Account ${turn}` }));
    if (!done.ok) throw new Error(done.error.message);
    await seen;
  });
  for (const workspace of two) await discard(workspace);
  return took;
}

/** From the insert in one collection to the document in the other. */
export async function latencyRxdb(records: number, run: number): Promise<number> {
  const url = urlOf(liveDatabase('rxdb', records));
  const [one, other] = [await openSide(`live-one-${run}`), await openSide(`live-other-${run}`)];
  const replications = [one, other].map((side) => replicate(side, url, true));
  await Promise.all(replications.map((replication) => replication.awaitInitialReplication()));
  const took = await medianOf(async (turn) => {
    const id = `run-${run}-${turn}`;
    const seen = new Promise<void>((resolve) => {
      const heard = other.entries.insert$.subscribe(({ documentId }) => {
        if (documentId !== id) return;
        heard.unsubscribe();
        resolve();
      });
    });
    await one.entries.insert({ id });
    await seen;
  });
  for (const replication of replications) await replication.cancel();
  for (const { db } of [one, other]) await db.remove();
  return took;
}

/** From the put in one database to the change in the other. */
export async function latencyPouch(records: number, run: number): Promise<number> {
  const url = urlOf(liveDatabase('pouch', records));
  const [one, other] = [openPouchSide(`live-pouch-one-${run}`), openPouchSide(`live-pouch-other-${run}`)];
  const replications = [one, other].map((side) => syncPouch(side, url));
  const took = await medianOf(async (turn) => {
    const id = `run-${run}-${turn}`;
    const seen = new Promise<void>((resolve) => {
      const feed = other.changes({ live: true, since: 'now' });
      feed.on('change', (change) => {
        if (change.id !== id) return;
        feed.cancel();
        resolve();
      });
    });
    await one.put({ _id: id });
    await seen;
  });
  for (const replication of replications) replication.cancel();
  for (const side of [one, other]) await side.destroy();
  return took;
}
