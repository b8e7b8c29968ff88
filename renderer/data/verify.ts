import { deviceOf, type LedgerName } from '#shared/ledger/entry';
import type { ChainProblem } from '#shared/ledger/verify-chain';
import { LEDGERS } from './ledger-store';
import type { OpenLedger } from './open-ledger';
import type { VerifyAnswer, VerifyRequest } from './verify-messages';
import { openVerification } from './verify-pages';
import type { LongWork, VerifyReport } from './workspace';

/** Where the hashing is done: a worker in the app, the same thread in tests. */
export interface VerifyHost {
  post(request: VerifyRequest): void;
  /** The answer to the next `end`. */
  answer(): Promise<VerifyAnswer>;
  close(): void;
}

export function verifyWorker(): VerifyHost {
  const worker = new Worker(new URL('./verify.worker.ts', import.meta.url), { type: 'module', name: 'verify' });
  return {
    post: (request) => worker.postMessage(request),
    answer: () =>
      new Promise((resolve, reject) => {
        worker.addEventListener('message', ({ data }: MessageEvent<VerifyAnswer>) => resolve(data), { once: true });
        worker.addEventListener('error', ({ message }) => reject(new Error(`Verification stopped: ${message}`)), { once: true });
      }),
    close: () => worker.terminate(),
  };
}

export function verifyHere(): VerifyHost {
  const verify = openVerification();
  let answer: VerifyAnswer | undefined;
  return {
    post: (request) => void (answer = verify(request) ?? answer),
    answer: async () => answer ?? { entries: 0, problems: [] },
    close: () => undefined,
  };
}

/** Pages that are read and handed over at a time. */
const BATCH = 20;

/**
 * Hashes every entry that lies on disk and follows every chain to the tips that are known. Reads what is there, not
 * what is in memory. `altered` is called where an entry is not what its own hash says. Rejects with the signal's reason when it is called off.
 */
export async function verifyLedgers(
  ledgers: Readonly<Record<LedgerName, OpenLedger>>,
  host: VerifyHost,
  { onProgress, signal }: LongWork = {},
  altered: () => Promise<void> = async () => undefined,
): Promise<VerifyReport> {
  try {
    const ids = await Promise.all(LEDGERS.map((name) => ledgers[name].shelf.ids()));
    const total = ids.flat().length;
    const answers: VerifyAnswer[] = [];
    let done = 0;
    for (const [at, name] of LEDGERS.entries()) {
      const ledger = ledgers[name];
      const own = ids[at] ?? [];
      for (let from = 0; from < own.length; from += BATCH) {
        signal?.throwIfAborted();
        const pages = await ledger.shelf.read(own.slice(from, from + BATCH));
        host.post({ kind: 'pages', texts: pages.map(({ entries }) => entries) });
        done += pages.length;
        onProgress?.({ done, total });
      }
      const answer = host.answer();
      host.post({ kind: 'end', expected: ledger.fold.have() });
      const read = await orAbort(answer, signal);
      answers.push(read);
    }
    if (answers.some(({ problems }) => problems.some(({ tag }) => tag === 'altered'))) await altered();
    return report(
      answers,
      total,
      LEDGERS.map((name) => Object.keys(ledgers[name].fold.have()).length),
    );
  } finally {
    host.close();
  }
}

function report(answers: readonly VerifyAnswer[], pages: number, chains: readonly number[]): VerifyReport {
  return {
    pages,
    entries: answers.reduce((sum, { entries }) => sum + entries, 0),
    chains: chains.reduce((a, b) => a + b, 0),
    broken: firstOfEachChain(answers.flatMap(({ problems }) => problems)).map(({ entry, message }) => ({ entry, reason: message })),
  };
}

/** What else does not hold in a chain follows from the entry that was altered, or from the one that is missing. */
const CAUSES: readonly ChainProblem['tag'][] = ['altered', 'missing', 'cut', 'inserted'];

function firstOfEachChain(problems: readonly ChainProblem[]): ChainProblem[] {
  const first = new Map<string, ChainProblem>();
  const byCause = problems.toSorted((a, b) => CAUSES.indexOf(a.tag) - CAUSES.indexOf(b.tag));
  for (const problem of byCause) if (!first.has(deviceOf(problem.entry))) first.set(deviceOf(problem.entry), problem);
  return [...first.values()];
}

function orAbort<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  return Promise.race([
    work,
    new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })),
  ]);
}
