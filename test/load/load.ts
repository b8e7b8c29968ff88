import { Worker } from 'node:worker_threads';
import { isEntry, type EntryId, type LedgerItem } from '#shared/ledger/entry';
import { databaseOf } from '#shared/hub/protocol';
import { askAsAdmin } from '../servers/fill';
import type { ProcessUse } from '../servers/hub-process';
import { openTeamServer, type TeamServer } from '../servers/team-server';
import type { CrewOrders, FromCrew, ToCrew } from './messages';

export interface LoadOrders {
  readonly clients: number;
  readonly seconds: number;
  /** Commits a second, each client. */
  readonly rate: number;
  /** The built hub, and the built crew. */
  readonly hub: string;
  readonly crew: string;
}

/** What a run came to. Times in milliseconds. */
export interface LoadReport {
  readonly clients: number;
  readonly seconds: number;
  readonly committed: number;
  /** On the server, as it says itself. */
  readonly acknowledged: number;
  /** In the records of every client. */
  readonly received: number;
  readonly lost: number;
  readonly refusedHere: readonly string[];
  readonly p50: number;
  readonly p95: number;
  readonly longest: number;
  readonly receipts: number;
  /** Answers that were not 200, 201 or 409, by status; 0: none came. */
  readonly errors: readonly (readonly [status: number, times: number])[];
  readonly hub: ProcessUse | undefined;
}

/** Clients of one thread: their work and the hub's share the processors of this machine. */
const CREW = 5;
/** How long the last entries may take to arrive everywhere. */
const GRACE_MS = 60_000;
const EXPECTED = [200, 201, 409];
const PASSWORD = 'only for the load';

/** Clients commit steadily for some seconds; then everything that was committed must be everywhere. */
export async function load(orders: LoadOrders): Promise<LoadReport> {
  const server = await openTeamServer(orders.hub);
  const crews: Crew[] = [];
  try {
    const users = Array.from({ length: orders.clients }, (_, at) => server.named(`load${at + 1}`));
    const workspace = await server.newWorkspace(
      'Load',
      users.map((name) => ({ name, password: PASSWORD, roles: ['partner', 'admin'] })),
    );
    const credentials = users.map((user) => ({ url: server.url, user, password: PASSWORD }));
    for (let from = 0; from < users.length; from += CREW)
      crews.push(new Crew(orders.crew, { clients: credentials.slice(from, from + CREW), workspace, rate: orders.rate }));
    await Promise.all(crews.map((crew) => crew.heard('ready')));
    const before = server.hub?.use();
    for (const crew of crews) crew.tell({ kind: 'begin' });
    await pause(orders.seconds * 1_000);
    return await settled(orders, crews, server, workspace, before);
  } finally {
    await Promise.all(crews.map((crew) => crew.end()));
    await server.close();
  }
}

async function settled(
  { clients, seconds }: LoadOrders,
  crews: readonly Crew[],
  server: TeamServer,
  workspace: string,
  before: ProcessUse | undefined,
): Promise<LoadReport> {
  const stopped = await Promise.all(crews.map((crew) => crew.ask({ kind: 'stop' }, 'stopped')));
  const after = server.hub?.use();
  const entries = stopped.flatMap(({ committed }) => committed);
  const missing = await whatStaysMissing(crews, entries);
  const there = await entriesOn(server, databaseOf(workspace, 'team'));
  const acknowledged = entries.filter((id) => there.has(id)).length;
  const ended = await Promise.all(crews.map((crew) => crew.ask({ kind: 'end' }, 'ended')));
  const delays = Float64Array.from(ended.flatMap((one) => [...one.delays])).toSorted();
  const at = (share: number): number => delays[Math.min(delays.length - 1, Math.floor(delays.length * share))] ?? 0;
  const received = entries.length - missing;
  return {
    clients,
    seconds,
    committed: entries.length,
    acknowledged,
    received,
    lost: entries.length - Math.min(acknowledged, received),
    refusedHere: stopped.flatMap(({ failed }) => failed),
    p50: at(0.5),
    p95: at(0.95),
    longest: delays.at(-1) ?? 0,
    receipts: delays.length,
    errors: together(ended.flatMap(({ answers }) => answers)),
    hub: after && before && { cpuSeconds: after.cpuSeconds - before.cpuSeconds, memoryBytes: after.memoryBytes },
  };
}

/** Asks until everybody has everything, or for as long as that may take. */
async function whatStaysMissing(crews: readonly Crew[], entries: readonly EntryId[]): Promise<number> {
  const end = Date.now() + GRACE_MS;
  for (;;) {
    const checked = await Promise.all(crews.map((crew) => crew.ask({ kind: 'check', entries }, 'checked')));
    const missing = Math.max(...checked.map((one) => one.missing));
    const unsent = checked.reduce((sum, one) => sum + one.unsent, 0);
    if ((missing === 0 && unsent === 0) || Date.now() > end) return missing;
    await pause(250);
  }
}

/** Every entry that the server has, read as any client would. */
async function entriesOn(server: TeamServer, database: string): Promise<ReadonlySet<EntryId>> {
  const answer = await askAsAdmin(server, 'GET', `${database}/_changes?include_docs=true`);
  const { results } = answer as { readonly results: readonly { readonly doc: { readonly entries?: readonly LedgerItem[] } }[] };
  const items = results.flatMap(({ doc }) => doc.entries ?? []);
  return new Set(items.filter(isEntry).map(({ id }) => id));
}

function together(answers: readonly (readonly [status: number, times: number])[]): readonly (readonly [number, number])[] {
  const sums = new Map<number, number>();
  for (const [status, times] of answers) if (!EXPECTED.includes(status)) sums.set(status, (sums.get(status) ?? 0) + times);
  return [...sums];
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** One thread of clients, seen from here. A thread that dies fails what was asked of it. */
class Crew {
  readonly #worker: Worker;
  #failed: Error | undefined;

  constructor(program: string, orders: CrewOrders) {
    this.#worker = new Worker(program, { workerData: orders });
    this.#worker.on('error', (problem) => (this.#failed = problem instanceof Error ? problem : new Error(String(problem))));
  }

  tell(said: ToCrew): void {
    this.#worker.postMessage(said);
  }

  heard<Kind extends FromCrew['kind']>(kind: Kind): Promise<Extract<FromCrew, { kind: Kind }>> {
    return new Promise((resolve, reject) => {
      if (this.#failed) return reject(this.#failed);
      const listen = (said: FromCrew): void => {
        if (said.kind !== kind) return;
        this.#worker.off('message', listen);
        this.#worker.off('error', reject);
        resolve(said as Extract<FromCrew, { kind: Kind }>);
      };
      this.#worker.on('message', listen);
      this.#worker.once('error', reject);
    });
  }

  ask<Kind extends FromCrew['kind']>(said: ToCrew, kind: Kind): Promise<Extract<FromCrew, { kind: Kind }>> {
    const answer = this.heard(kind);
    this.tell(said);
    return answer;
  }

  end = async (): Promise<void> => void (await this.#worker.terminate());
}

/** The report as people read it. */
export function reportText(report: LoadReport): string {
  const { clients, seconds, errors, hub } = report;
  const number = (value: number): string => Math.round(value).toLocaleString('en');
  const lines: [string, string][] = [
    ['committed', `${number(report.committed)} entries by ${clients} clients in ${seconds} s`],
    ['acknowledged', `${number(report.acknowledged)} (${(report.acknowledged / seconds).toFixed(1)} a second)`],
    ['received by all', number(report.received)],
    ['lost', number(report.lost)],
    [
      'commit to another’s records',
      `p50 ${number(report.p50)} ms, p95 ${number(report.p95)} ms, longest ${number(report.longest)} ms, of ${number(report.receipts)}`,
    ],
    ['errors', errors.length === 0 ? 'none' : errors.map(([status, times]) => `${status || 'no answer'} ${times} times`).join(', ')],
    ...report.refusedHere.slice(0, 1).map((why): [string, string] => ['not committed', `${report.refusedHere.length} times: ${why}`]),
    ['hub', hub ? `${hub.cpuSeconds} s of processor, ${number(hub.memoryBytes / 1_048_576)} MiB` : 'not ours to measure'],
  ];
  return lines.map(([what, figure]) => `  ${what.padEnd(28)}${figure}`).join('\n');
}
