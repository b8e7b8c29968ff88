import { PHASES } from '#shared/records/deal';
import { lastState, benchCommands, benchRecords, momentCommands, type BenchRecord } from './dataset';
import { latencyOurs, latencyPouch, latencyRxdb } from './latency';
import { timeFirstSync } from './ours-sync';
import { firmAfterOneHour, firmAfterOneRate, firstMoney, moneyFirm, waterfallAfterOneHour } from './money';
import { firstSyncPouch } from './peers/pouchdb-couchdb';
import { firstSyncRxdb } from './peers/rxdb-couchdb';
import { entryDatabase, fullWorkspace, onesWorkspace, urlOf } from './sync-names';
import { measureScroll, measureTable } from './tables';
import * as ours from './ours';
import * as pouch from './peers/pouchdb';
import * as raw from './peers/raw-indexeddb';
import * as rxdb from './peers/rxdb-dexie';

type Row = ReturnType<typeof lastState>;
type Measure = (records: number) => Promise<number>;

const made = new Map<number, BenchRecord[]>();
const recordsOf = (count: number): BenchRecord[] => {
  const kept = made.get(count) ?? benchRecords(count);
  made.set(count, kept);
  return kept;
};
const rowsOf = (count: number): Row[] => recordsOf(count).map(lastState);

/** Milliseconds that `work` takes. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Opened once a page, and outside the clock unless opening is what is measured. */
const opened = new Map<string, Promise<unknown>>();
function once<T>(key: string, open: () => Promise<T>): Promise<T> {
  const kept = (opened.get(key) as Promise<T> | undefined) ?? open();
  opened.set(key, kept);
  return kept;
}

/** Phases that the generated deals are in: all but lost and on hold. */
const DEALT = 11;

/** Distinguishes what a page makes from what the page before it made. */
const runId = (): number => Date.now();

let turn = 0;
const nextTurn = (): number => (turn += 1);
const editedRow = (records: number): Row => {
  const n = nextTurn() % records;
  return { ...(rowsOf(Math.min(records, 100))[n % 100] as Row), phase: `turn ${nextTurn()}` };
};

/** The records of which a third as many make `entries` entries. */
const ENTRIES_EACH = 3;
const loaded = (records: number): BenchRecord[] => recordsOf(Math.ceil(records / ENTRIES_EACH));

/** As many entries as there are records, as rows of one document an entry. */
const entryRows = (records: number): Row[] =>
  benchCommands(loaded(records)).map((command, n) => ({ ...command, id: `e.${String(n).padStart(8, '0')}`, type: 'entry', phase: '' }));

const MEASURES: Readonly<Record<string, Measure>> = {
  async 'prepare-ours'(records) {
    await ours.seed(records, benchCommands(recordsOf(records)));
    return 0;
  },
  async 'prepare-moments'(records) {
    await ours.seedMoments(records, momentCommands(records));
    return 0;
  },
  async 'prepare-load'(records) {
    await ours.writeFile(records, benchCommands(loaded(records)));
    return 0;
  },
  async 'prepare-raw'(records) {
    await raw.loadRaw(await raw.openRaw(`raw-${records}`), rowsOf(records));
    return 0;
  },
  async 'prepare-rxdb'(records) {
    const peer = await rxdb.openRxdb(`rxdb-${records}`);
    await rxdb.loadRxdb(peer, rowsOf(records));
    await peer.db.close();
    return 0;
  },
  async 'prepare-pouch'(records) {
    await pouch.loadPouch(pouch.openPouch(`pouch-${records}`), rowsOf(records));
    return 0;
  },

  'load.ours': (records) => ours.timeFirstLoad(records),
  async 'load.rxdb'(records) {
    const rows = entryRows(records);
    const peer = await rxdb.openRxdb(`rxdb-load-${nextTurn()}-${records}`);
    const took = await timed(() => rxdb.loadRxdb(peer, rows));
    await peer.db.remove();
    return took;
  },
  async 'load.pouch'(records) {
    const rows = entryRows(records);
    const db = pouch.openPouch(`pouch-load-${nextTurn()}-${records}`);
    const took = await timed(() => pouch.loadPouch(db, rows));
    await db.destroy();
    return took;
  },

  'first50.ours': (records) => timed(() => ours.first50(records)),
  'first50.raw': (records) => timed(async () => raw.first50Raw(await raw.openRaw(`raw-${records}`))),
  'first50.rxdb': (records) => timed(async () => rxdb.first50Rxdb(await rxdb.openRxdb(`rxdb-${records}`))),

  'whole.ours': (records) => timed(() => ours.openWhole(records)),
  'whole.raw': (records) => timed(async () => raw.readAllRaw(await raw.openRaw(`raw-${records}`))),
  'whole.rxdb': (records) => timed(async () => rxdb.readAllRxdb(await rxdb.openRxdb(`rxdb-${records}`))),
  'whole.pouch': (records) => timed(() => pouch.readAllPouch(pouch.openPouch(`pouch-${records}`))),

  async 'filter.ours'(records) {
    const workspace = await once('ours', () => ours.openWhole(records));
    const phase = PHASES[nextTurn() % DEALT] ?? 'build';
    return timed(async () => ours.dealsInPhase(workspace, phase));
  },
  async 'filter.rxdb'(records) {
    const peer = await once('rxdb', () => rxdb.openRxdb(`rxdb-${records}`));
    const phase = PHASES[nextTurn() % DEALT] ?? 'build';
    return timed(() => rxdb.dealsInPhaseRxdb(peer, phase));
  },
  async 'rollup.ours'(records) {
    const workspace = await once('ours', () => ours.openWhole(records));
    return timed(async () => ours.totalsByPhase(workspace));
  },

  async 'commit.ours'(records) {
    const workspace = await once('ours', () => ours.openWhole(records));
    return timed(() => ours.commitOne(workspace, recordsOf(records), nextTurn()));
  },
  async 'commit.raw'(records) {
    const db = await once('raw', () => raw.openRaw(`raw-${records}`));
    const row = editedRow(records);
    return timed(() => raw.putRaw(db, row));
  },
  async 'commit.pouch'(records) {
    const db = await once('pouch', async () => pouch.openPouch(`pouch-puts-${records}`));
    const row = { ...editedRow(records), id: `put-${nextTurn()}` };
    return timed(() => pouch.putPouch(db, row));
  },
  async 'fold.ours'(records) {
    const workspace = await once('ours', () => ours.openWhole(records));
    return ours.timeFold(workspace, recordsOf(records), nextTurn());
  },

  'memory.ours': (records) => ours.heapOfWorkspace(records),
  'memory.json': async (records) => JSON.stringify(rowsOf(records)).length,

  'search.ours': (records) => ours.searchP95(records),
  'evidence.ours': (records) => ours.evidenceP95(records),
  'searchBuild.ours': (records) => ours.longestPauseWhileIndexing(records),

  'money.firm': async () => firmAfterOneHour(await once('firm', async () => moneyFirm()), nextTurn()),
  'money.deal': async () => waterfallAfterOneHour(await once('firm', async () => moneyFirm()), nextTurn()),
  'money.rate': async () => firmAfterOneRate(await once('firm', async () => moneyFirm()), nextTurn()),
  'money.first': () => firstMoney(moneyFirm()),

  'sync.full': (records) => timeFirstSync(fullWorkspace(records), records),
  'sync.ones': (records) => timeFirstSync(onesWorkspace(records), records),
  'sync.rxdb': (records) => timed(() => firstSyncRxdb(`sync-rxdb-${runId()}`, urlOf(entryDatabase(records)), records)),
  'sync.pouch': (records) => timed(() => firstSyncPouch(`sync-pouch-${runId()}`, urlOf(entryDatabase(records)), records)),
  'latency.ours': (records) => latencyOurs(records),
  'latency.rxdb': (records) => latencyRxdb(records, runId()),
  'latency.pouch': (records) => latencyPouch(records, runId()),

  'table.ours': (records) => measureTable('ours', rowsOf(records)),
  'table.plain': (records) => measureTable('plain', rowsOf(records)),
  'scroll.ours': (records) => measureScroll('ours', rowsOf(records)),
  'scroll.plain': (records) => measureScroll('plain', rowsOf(records)),
};

Object.assign(globalThis, {
  bench: (name: string, records: number): Promise<number> => {
    const measure = MEASURES[name];
    if (!measure) throw new Error(`No measurement is called ${name}`);
    return measure(records);
  },
});
