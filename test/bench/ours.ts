import type { Command } from '#shared/ledger/command';
import { appendEntries } from '#shared/ledger/chain';
import { Fold } from '#shared/ledger/fold';
import { PHASES } from '#shared/records/deal';
import { kindOf, type Deal } from '#shared/records/registry';
import { totalsByCurrency } from '#shared/values/money';
import { createWorkspace, createWorkspaceFromFile, openWorkspace, removeWorkspace } from '../../renderer/data/session';
import type { OpenWorkspace } from '../../renderer/data/open-workspace';
import { readFirstScreen } from '../../renderer/data/snapshot';
import type { Workspace } from '../../renderer/data/workspace';
import type { BenchRecord } from './dataset';

const keyOf = (records: number): string => `workspace-${records}`;

const momentsKey = (moments: number): string => `workspace-of-moments-${moments}`;

const workspaceId = (records: number): string => workspaceCalled(keyOf(records));

function workspaceCalled(key: string): string {
  const id = localStorage.getItem(key);
  if (id === null) throw new Error(`No ${key} was prepared`);
  return id;
}

async function emptyWorkspace(): Promise<OpenWorkspace> {
  return (await createWorkspace({ name: 'Bench', person: { name: 'Ana Ruiz', roles: ['partner', 'admin', 'AE', 'PM'] } })) as OpenWorkspace;
}

async function write(workspace: Workspace, commands: readonly Command[]): Promise<void> {
  const done = await workspace.commitAll(commands);
  if (!done.ok) throw new Error(done.error.message);
}

/** Makes the workspace of `records` that the other measurements open, with its snapshot. */
export const seed = (records: number, commands: readonly Command[]): Promise<void> => keepAs(keyOf(records), commands);

/** The same of `moments`, for evidence. */
export const seedMoments = (moments: number, commands: readonly Command[]): Promise<void> => keepAs(momentsKey(moments), commands);

async function keepAs(key: string, commands: readonly Command[]): Promise<void> {
  const workspace = await emptyWorkspace();
  for (let from = 0; from < commands.length; from += 50_000) await write(workspace, commands.slice(from, from + 50_000));
  if (!(await workspace.upkeep.saveSnapshot())) throw new Error('The snapshot was not written');
  localStorage.setItem(key, workspace.info.id);
  await workspace.close();
}

/** Keeps a workspace file of `commands`, one entry each, for `timeFirstLoad`. */
export async function writeFile(records: number, commands: readonly Command[]): Promise<void> {
  const workspace = await emptyWorkspace();
  await write(workspace, commands);
  const cache = await caches.open('bench');
  await cache.put(fileOf(records), new Response(await workspace.exportFile()));
  await discard(workspace);
}

const fileOf = (records: number): string => `/workspace-of-${records}-entries`;

/** Milliseconds to take up that file on a new device: parse, check every hash, write durably, fold, index. */
export async function timeFirstLoad(records: number): Promise<number> {
  const kept = await (await caches.open('bench')).match(fileOf(records));
  if (!kept) throw new Error('No workspace file was prepared');
  const file = await kept.blob();
  const start = performance.now();
  const made = await createWorkspaceFromFile({ name: 'Bench', file });
  const took = performance.now() - start;
  if (!made.ok) throw new Error(made.error.message);
  await discard(made.value);
  return took;
}

async function discard(workspace: Workspace): Promise<void> {
  await workspace.close();
  await removeWorkspace(workspace.info.id);
}

/** What the pipeline paints first. */
export async function first50(records: number): Promise<number> {
  const screen = await readFirstScreen(workspaceId(records));
  const deals = screen?.records.filter(({ id }) => id.startsWith('deal:')).length ?? 0;
  if (deals !== 50) throw new Error(`The first screen has ${deals} deals`);
  return deals;
}

/** Opens the workspace: every record in memory, and counted. */
export async function openWhole(records: number): Promise<OpenWorkspace> {
  const workspace = (await openWorkspace(workspaceId(records))) as OpenWorkspace;
  if (workspace.records.size < records) throw new Error(`${workspace.records.size} of ${records} records are in memory`);
  return workspace;
}

/** All deals in a phase, the largest first. */
export function dealsInPhase(workspace: Workspace, inPhase: Deal['phase']): readonly Deal[] {
  const deals = workspace.records.all('deal').filter(({ phase }) => phase === inPhase);
  return deals.toSorted((a, b) => (b.amount?.amount ?? 0) - (a.amount?.amount ?? 0));
}

/** Sum of every phase in every currency. */
export function totalsByPhase(workspace: Workspace): number {
  const deals = workspace.records.all('deal');
  const totals = PHASES.map((phase) =>
    totalsByCurrency(deals.flatMap((deal) => (deal.phase === phase && deal.amount ? [deal.amount] : []))),
  );
  return totals.length;
}

const oneEdit = (records: readonly BenchRecord[], turn: number): Command => {
  const deal = records[(turn % Math.floor(records.length / 10)) * 10] as BenchRecord;
  return { act: 'deal.edit', deal: deal.id, changes: [{ record: deal.id, set: { department: `Department ${turn} ${Date.now()}` } }] };
};

/** One edit of one field, durable when it returns. */
export async function commitOne(workspace: Workspace, records: readonly BenchRecord[], turn: number): Promise<void> {
  const done = await workspace.commit(oneEdit(records, turn));
  if (!done.ok) throw new Error(done.error.message);
}

/** Milliseconds from an entry in hand to the readers having been told: what stands between durable and the screen. */
export async function timeFold(workspace: OpenWorkspace, records: readonly BenchRecord[], turn: number): Promise<number> {
  const { fold } = workspace.ledgers.team;
  const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));
  const env = { device: 'beefbeefbeefbeef', by: workspace.me, now: Date.now(), random, fold };
  const command = oneEdit(records, turn);
  const made = appendEntries(undefined, command, env);
  if (!made.ok) throw new Error(made.error.message);
  const copy = new Fold(kindOf);
  const record = command.changes[0]?.record as `deal:${string}`;
  const log = (await workspace.ledgers.team.logsOf([record])).get(record) ?? [];
  copy.add(log);
  const start = performance.now();
  const before = copy.get(record);
  const changes = copy.add(made.value.entries);
  workspace.records.apply('team', { records: changes.records, before: new Map([[record, before]]) });
  return performance.now() - start;
}

/** Bytes of heap that an open workspace takes, garbage collected before and after. */
export async function heapOfWorkspace(records: number): Promise<number> {
  const before = await settledHeap();
  const workspace = await openWhole(records);
  for (const type of ['deal', 'moment', 'scopeLine', 'commitment', 'ticket'] as const) workspace.records.all(type);
  const after = await settledHeap();
  if (workspace.records.size < records) throw new Error('The records were let go too early');
  return after - before;
}

async function settledHeap(): Promise<number> {
  const { gc, performance: clock } = globalThis as unknown as { gc: () => void; performance: { memory: { usedJSHeapSize: number } } };
  for (let n = 0; n < 3; n += 1) {
    gc();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return clock.memory.usedJSHeapSize;
}

const QUERIES = [
  'billing',
  'nightly file drop',
  'warrant',
  'suplier portal',
  'finance director',
  'acceptance audit',
  'migration',
  'pric',
  'customs stock',
  'invoice',
];

/** 95th percentile of the time that 60 searches take over everything, typing and misspelling included. */
export async function searchP95(records: number): Promise<number> {
  const workspace = await openWhole(records);
  await workspace.searchSettled();
  const took: number[] = [];
  for (let n = 0; n < 60; n += 1) {
    const start = performance.now();
    const hits = await workspace.search(QUERIES[n % QUERIES.length] as string, { limit: 20 });
    took.push(performance.now() - start);
    if (hits.length === 0) throw new Error(`Nothing found for ${QUERIES[n % QUERIES.length]}`);
  }
  return took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.95)] as number;
}

/** Claims in plain words: other endings, a slip, synonyms, numbers, and words that stand nowhere. */
const CLAIMS = [
  'you agreed to deliver a nightly file to billing without charging for it',
  'the supplyer portal is integrated with the warehouse',
  'training for twelve people in the warehouse was promised to the finance director',
  'we may cancel the rollout after the audit',
  'orders are migrated in two rehearsals before launch',
  'a mobile app for the drivers of the depot',
  'discount of 40k on the budget for an early approval',
  'no change to the ledger or the invoice interface',
];

/** 95th percentile of the time in which 48 claims are judged over so many moments: index, sentences, rules and verdict. */
export async function evidenceP95(moments: number): Promise<number> {
  const workspace = (await openWorkspace(workspaceCalled(momentsKey(moments)))) as OpenWorkspace;
  if (workspace.records.idsOf('moment').length < moments) throw new Error('Some of the moments are not in memory');
  await workspace.searchSettled();
  const took: number[] = [];
  for (let n = 0; n < 48; n += 1) {
    const start = performance.now();
    const { hits } = await workspace.evidence({
      claim: CLAIMS[n % CLAIMS.length] as string,
      scope: { kind: 'all' },
      today: '2026-11-22',
      locale: 'en',
    });
    took.push(performance.now() - start);
    if (n === 0 && hits.length === 0) throw new Error(`Nothing speaks of ${CLAIMS[n]}`);
  }
  return took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.95)] as number;
}

/** The longest time that the main thread did not answer while the index was built. */
export async function longestPauseWhileIndexing(records: number): Promise<number> {
  const workspace = await openWhole(records);
  let longest = 0;
  let last = performance.now();
  let running = true;
  const watch = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (running) setTimeout(watch);
  };
  setTimeout(watch);
  await workspace.searchSettled();
  running = false;
  return longest;
}
