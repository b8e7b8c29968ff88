import { deviceOf } from '#shared/ledger/entry';
import { packPages } from '#shared/ledger/page';
import type { StoredPage } from '../ledger-store';
import { foldKept, keepNews, type Kept } from '../take-up';
import { HubFailure, jsonOf } from './asking';
import type { LedgerState } from './ledger-state';
import { readDocument, type OddRow, type ReadBatch } from './read-batch';
import { addressOf, type Round } from './round';

/** What a batch brought that is on the disk, and not folded yet. */
interface Pending {
  readonly kept: Kept;
  readonly batch: ReadBatch;
}

/** Takes up checked batches of one ledger, each in one transaction; folds one while the next is written. */
export interface Intake {
  take(batch: ReadBatch): Promise<void>;
  /** Folds what is left. To be called also where the work broke off. */
  end(): Promise<void>;
}

export function openIntake(state: LedgerState, round: Round): Intake {
  const { host } = round;
  const { ledger } = state;
  const own = (): string => host.device(ledger.name);
  let pending: Pending | undefined;

  const foldPending = async (): Promise<void> => {
    const before = pending;
    pending = undefined;
    if (before === undefined) return;
    await foldKept(before.kept, host.channel, 'server');
    settle(state, before.batch, round);
  };
  const underLease = (work: () => Promise<void>): Promise<void> =>
    host.lease.write(async (mayBeBehind) => {
      // What another window wrote under this device's id is no copy of it.
      if (mayBeBehind) await ledger.catchUpOn(own());
      await work();
    });
  return {
    take: async (batch) => {
      const recovered = await recoverAll(batch.odd, state, round);
      await underLease(async () => {
        const pages = [...batch.pages, ...recovered];
        const kept = await keepNews(pages, ledger, foldPending());
        pending = { kept, batch };
        const arrived = new Set(kept.pages.map(({ id }) => deviceOf(id)));
        if (arrived.has(own())) await host.leaveForeignChains(arrived);
      });
      round.progress(batch.rows);
    },
    end: async () => {
      if (pending !== undefined) await underLease(foldPending);
      await ledger.dropReplacedPages();
    },
  };
}

/** What the server holds is not unsent; what it says of a page is remembered. */
function settle(state: LedgerState, { runs, deleted }: ReadBatch, { changed }: Round): void {
  const { fold } = state.ledger;
  for (const run of runs) {
    state.origins.note(run, fold);
    state.acknowledgeRun(run, run.stubs);
    state.noteStubs(run.id, run.stubs);
    state.noteSound(run.id);
  }
  // An administrator took pages away: what was on them may have to be put back in others.
  if (deleted > 0) state.isDoubtful = true;
  changed();
}

/** The most documents of one batch of which other revisions are looked at. */
const RECOVERED = 20;

/** Notes documents that cannot be used, and looks whether another revision can: entries never change, so either serves. */
async function recoverAll(odd: readonly OddRow[], state: LedgerState, round: Round): Promise<readonly StoredPage[]> {
  const found: StoredPage[] = [];
  let looked = 0;
  for (const { id, reason, revisions } of odd) {
    state.noteOdd({ ledger: state.ledger.name, id, reason, foundAt: round.time.now() });
    for (const revision of revisions) {
      if (looked >= RECOVERED) break;
      looked += 1;
      const pages = await revisionOf(id, revision, round, state);
      if (pages === undefined) continue;
      found.push(...pages);
      break;
    }
  }
  return found;
}

async function revisionOf(id: string, revision: string, round: Round, { ledger }: LedgerState): Promise<readonly StoredPage[] | undefined> {
  const path = `${addressOf(round, ledger.name)}/${encodeURIComponent(id)}?rev=${encodeURIComponent(revision)}`;
  try {
    const read = readDocument(id, jsonOf(await round.ask.get(path)));
    return read.items && packPages(read.items).map((page) => ({ id: page.id, entries: page.text }));
  } catch (cause) {
    // A revision that is gone, or is none, is one that does not help.
    if (cause instanceof HubFailure && ['missing', 'unreadable', 'too-much'].includes(cause.kind)) return undefined;
    throw cause;
  }
}
