import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { ROWS, type Row } from './rows';
import { openSyncServer, type SyncServer } from './sync-server';

interface Measured {
  readonly row: Row;
  readonly records: number;
  readonly ours: readonly number[];
  readonly peer: readonly number[];
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--js-flags=--expose-gc',
  '--enable-precise-memory-info',
];

/** Runs every row at 10,000 and 100,000 records (`quick`: the first only), prints the table as it grows. */
export async function drive(options: {
  readonly page: string;
  readonly hub: string;
  readonly quick: boolean;
  /** How many records, instead of the usual numbers. */
  readonly records?: readonly number[];
  /** Only rows with this in their names. */
  readonly only?: string;
}): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
  const hub = await openSyncServer(options.hub);
  const server = await serve(options.page, hub);
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath && { executablePath }),
    args: FLAGS,
    headless: true,
  });
  const measured: Measured[] = [];
  try {
    console.log(['what', 'records', 'ours', 'peer', 'ratio', 'budget', 'ok|short'].join(' · '));
    for (const records of options.records ?? (options.quick ? [10_000] : [10_000, 100_000])) {
      if (ROWS.some(({ ours }) => ours.includes(options.only ?? '') && /^(sync|latency)\./.test(ours))) await hub.fill(records);
      measured.push(...(await measureAll(context, address, records, options.only)));
    }
  } finally {
    if (process.env['BENCH_JSON']) writeFileSync(process.env['BENCH_JSON'], JSON.stringify(measured, null, 2));
    await context.close();
    server.close();
    server.closeAllConnections();
    await hub.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function measureAll(context: BrowserContext, address: string, records: number, only = ''): Promise<Measured[]> {
  const measured: Measured[] = [];
  const rows = ROWS.filter((row) => (row.only === undefined || row.only === records) && row.ours.includes(only));
  for (const prepared of preparationsFor(rows)) await inPage(context, address, (page) => run(page, prepared, records));
  for (const row of rows) {
    const result = await measureRow(context, address, row, records);
    measured.push(result);
    console.log(line(result));
  }
  const growth = growthOfColdOpen(measured);
  if (growth) console.log(growth);
  return measured;
}

/** What these rows measure is made ready, and nothing else: filling the peers with 100,000 records takes minutes. */
function preparationsFor(rows: readonly Row[]): readonly string[] {
  const uses = (what: RegExp): boolean => rows.some(({ ours, peer = '' }) => what.test(ours) || what.test(peer));
  const ours = /^(first50|whole|filter|rollup|commit|fold|memory|search|searchBuild)\.ours/;
  return [
    ...(uses(ours) ? ['prepare-ours'] : []),
    ...(uses(/^evidence\./) ? ['prepare-moments'] : []),
    ...(uses(/^load\./) ? ['prepare-load'] : []),
    ...(['raw', 'rxdb', 'pouch'] as const)
      .filter((peer) => uses(new RegExp(`^(first50|whole|filter|commit)\\.${peer}`)))
      .map((peer) => `prepare-${peer}`),
  ];
}

/** Ours and the peer take turns; who goes first changes every round. A row that breaks is said and does not end the run. */
async function measureRow(context: BrowserContext, address: string, row: Row, records: number): Promise<Measured> {
  const ours: number[] = [];
  const peer: number[] = [];
  const turns: [string, number[]][] = row.peer
    ? [
        [row.ours, ours],
        [row.peer, peer],
      ]
    : [[row.ours, ours]];
  try {
    if (row.cold) {
      for (let round = 0; round < row.rounds; round += 1)
        for (const [name, into] of round % 2 ? turns.toReversed() : turns)
          into.push(await inPage(context, address, (page) => run(page, name, records)));
    } else {
      await inPage(context, address, async (page) => {
        for (let round = 0; round < row.rounds; round += 1)
          for (const [name, into] of round % 2 ? turns.toReversed() : turns) into.push(await run(page, name, records));
      });
    }
  } catch (problem) {
    console.log(`${row.what} · ${records}: not measured: ${problem instanceof Error ? problem.message.split('\n')[0] : String(problem)}`);
  }
  return { row, records, ours, peer };
}

async function inPage<T>(context: BrowserContext, address: string, work: (page: Page) => Promise<T>): Promise<T> {
  const page = await context.newPage();
  try {
    page.on('pageerror', (error) => console.error(`The page says: ${error.message}`));
    await page.goto(address);
    await page.waitForFunction(() => 'bench' in globalThis);
    return await work(page);
  } finally {
    await page.close();
  }
}

const run = (page: Page, name: string, records: number): Promise<number> =>
  page.evaluate(([n, r]) => (globalThis as unknown as { bench: (n: string, r: number) => Promise<number> }).bench(n, r), [
    name,
    records,
  ] as const);

function line({ row, records, ours, peer }: Measured): string {
  if (ours.length === 0) return `${row.what} · ${records} · not measured · · · ${budgetText(row)} · short`;
  const figure = row.peer ? median(ours.map((value, n) => value / (peer[n] || Number.MIN_VALUE))) : median(ours);
  const said = [row.what, records.toLocaleString('en'), show(median(ours)), row.peer ? show(median(peer)) : '–'];
  return [...said, row.peer ? figure.toFixed(3) : '–', budgetText(row), figure <= row.budget ? 'ok' : 'short'].join(' · ');
}

const budgetText = (row: Row): string => `≤ ${Number(row.budget.toFixed(3))}${row.unit === 'ms' ? ' ms' : ' ×'}`;
const show = (value: number): string =>
  value >= 1_000_000 ? `${(value / 1_048_576).toFixed(1)} MiB` : `${value.toFixed(value < 10 ? 2 : 1)}`;

/** "No slower at 300,000 than at 10,000": said with a tenth of tolerance for noise. */
function growthOfColdOpen(measured: readonly Measured[]): string | undefined {
  const found = measured.filter((m) => m.row.ours === 'first50.ours' && m.row.peer === 'first50.raw');
  const latest = found.at(-1);
  return latest && latest.records > 10_000
    ? `cold open at ${latest.records.toLocaleString('en')} records: ${show(median(latest.ours))} ms`
    : undefined;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

function serve(folder: string, hub: SyncServer): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/hub/')) return hub.pass(request, response);
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname).replace(/^(\.\.[/\\])+/, '');
    const file = join(folder, path === '/' ? 'index.html' : path);
    readFile(file).then(
      (bytes) => response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
