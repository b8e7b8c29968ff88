/** One line of the table: what is measured, against which peer, and what is promised (`architecture.md`, Budgets). */
export interface Row {
  readonly what: string;
  /** Name of the page's measurement of ours, and of the peer's (absent: the budget is absolute). */
  readonly ours: string;
  readonly peer?: string;
  /** A ratio that ours may not exceed, or milliseconds where there is no peer. */
  readonly budget: number;
  readonly unit?: 'ms' | '×';
  /** Every measurement on a page that was just opened. */
  readonly cold?: true;
  readonly rounds: number;
  /** Only at this many records. */
  readonly only?: number;
}

export const ROWS: readonly Row[] = [
  {
    what: 'first load, as many entries / RxDB + Dexie, a document an entry',
    ours: 'load.ours',
    peer: 'load.rxdb',
    budget: 1 / 20,
    rounds: 1,
  },
  { what: 'first load, as many entries / PouchDB, a document an entry', ours: 'load.ours', peer: 'load.pouch', budget: 1 / 20, rounds: 1 },
  {
    what: 'cold open to the first 50 rows / raw indexed read',
    ours: 'first50.ours',
    peer: 'first50.raw',
    budget: 0.5,
    cold: true,
    rounds: 9,
  },
  { what: 'cold open to the first 50 rows / RxDB + Dexie', ours: 'first50.ours', peer: 'first50.rxdb', budget: 0.5, cold: true, rounds: 5 },
  { what: 'whole workspace in memory / raw getAll', ours: 'whole.ours', peer: 'whole.raw', budget: 0.7, cold: true, rounds: 7 },
  { what: 'whole workspace in memory / RxDB + Dexie', ours: 'whole.ours', peer: 'whole.rxdb', budget: 0.7, cold: true, rounds: 3 },
  { what: 'whole workspace in memory / PouchDB allDocs', ours: 'whole.ours', peer: 'whole.pouch', budget: 0.7, cold: true, rounds: 1 },
  { what: 'filter and sort everything / RxDB + Dexie', ours: 'filter.ours', peer: 'filter.rxdb', budget: 1 / 20, rounds: 9 },
  { what: 'filter and sort everything', ours: 'filter.ours', budget: 16, unit: 'ms', rounds: 9 },
  { what: 'totals by phase and currency over everything', ours: 'rollup.ours', budget: 16, unit: 'ms', rounds: 9 },
  { what: 'commit, durable / one raw strict put', ours: 'commit.ours', peer: 'commit.raw', budget: 5, rounds: 15 },
  { what: 'commit, durable / PouchDB put', ours: 'commit.ours', peer: 'commit.pouch', budget: 5, rounds: 9 },
  { what: 'commit to the read model and its readers', ours: 'fold.ours', budget: 1, unit: 'ms', rounds: 15 },
  { what: 'memory / JSON of the records', ours: 'memory.ours', peer: 'memory.json', budget: 2, cold: true, rounds: 3 },
  { what: 'search, p95 of 60 queries', ours: 'search.ours', budget: 50, unit: 'ms', rounds: 1 },
  { what: 'evidence: p95 of 48 claims judged over as many moments', ours: 'evidence.ours', budget: 50, unit: 'ms', rounds: 1 },
  { what: 'search index built: longest pause of the main thread', ours: 'searchBuild.ours', budget: 50, unit: 'ms', cold: true, rounds: 1 },
  {
    what: 'money of a firm, 5,000 deals with 500,000 hours: one hour changed to all sums',
    ours: 'money.firm',
    budget: 16,
    unit: 'ms',
    rounds: 25,
    only: 10_000,
  },
  {
    what: 'waterfall of a deal of that firm, one hour changed to all bars',
    ours: 'money.deal',
    budget: 16,
    unit: 'ms',
    rounds: 25,
    only: 10_000,
  },
  { what: 'money of that firm after a new rate of one person', ours: 'money.rate', budget: 1_000, unit: 'ms', rounds: 9, only: 10_000 },
  { what: 'money of that firm for the first time, in slices', ours: 'money.first', budget: 10_000, unit: 'ms', rounds: 1, only: 10_000 },
  {
    what: 'table of 10,000 rows, first paint / plain virtual cells',
    ours: 'table.ours',
    peer: 'table.plain',
    budget: 2,
    cold: true,
    rounds: 5,
    only: 10_000,
  },
  {
    what: 'table of 10,000 rows, late frames while scrolling (%)',
    ours: 'scroll.ours',
    peer: 'scroll.plain',
    budget: 1.5,
    cold: true,
    rounds: 3,
    only: 10_000,
  },
  {
    what: 'first sync of as many entries, full pages / RxDB’s CouchDB plugin, a document an entry',
    ours: 'sync.full',
    peer: 'sync.rxdb',
    budget: 1 / 20,
    cold: true,
    rounds: 1,
  },
  {
    what: 'first sync of as many entries, one-entry pages / RxDB’s CouchDB plugin, a document an entry',
    ours: 'sync.ones',
    peer: 'sync.rxdb',
    budget: 1 / 5,
    cold: true,
    rounds: 1,
  },
  {
    what: 'first sync of as many entries, full pages / PouchDB’s replicator, a document an entry',
    ours: 'sync.full',
    peer: 'sync.pouch',
    budget: 1 / 20,
    cold: true,
    rounds: 1,
  },
  {
    what: 'commit here to readable there / RxDB’s CouchDB plugin',
    ours: 'latency.ours',
    peer: 'latency.rxdb',
    budget: 1,
    cold: true,
    rounds: 3,
    only: 10_000,
  },
  {
    what: 'commit here to readable there / PouchDB’s live sync',
    ours: 'latency.ours',
    peer: 'latency.pouch',
    budget: 1,
    cold: true,
    rounds: 3,
    only: 10_000,
  },
];
