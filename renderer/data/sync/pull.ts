import { HubFailure } from './asking';
import { openIntake } from './intake';
import type { LedgerState } from './ledger-state';
import type { ReadBatch } from './read-batch';
import { addressOf, queryOf, type Round } from './round';

/** Documents of the first request; how large they are is known after it. */
const FIRST = 200;
const FEWEST = 10;
const MOST = 5_000;
/** How long readers wait to see what has come so far, in milliseconds. */
const TOLD_EVERY = 1_500;

interface Loaded {
  readonly batch: ReadBatch;
  /** Documents that were asked for: as many as this, and there may be more. */
  readonly limit: number;
  readonly characters: number;
}

/**
 * Takes up everything that changed on the server since the last time. Each batch is on the disk before the place is
 * noted from which to go on; a place that means nothing to the server any more starts from its beginning.
 */
export async function pull(state: LedgerState, round: Round): Promise<void> {
  let next: Loaded | undefined = await firstBatch(state, round);
  while (next !== undefined) {
    const loaded: Loaded = next;
    const stretch = (): Promise<Loaded | undefined> => pullStretch(loaded, state, round);
    next = await (hasMore(loaded) ? round.host.quietly(stretch) : stretch());
  }
}

async function firstBatch(state: LedgerState, round: Round): Promise<Loaded> {
  try {
    return await load(state.since, FIRST, state, round);
  } catch (cause) {
    if (!(cause instanceof HubFailure && cause.kind === 'too-much') || state.since === undefined) throw cause;
    await state.keepSince(undefined);
    state.isDoubtful = true;
    return load(undefined, FIRST, state, round);
  }
}

/** Takes batches up for a while; gives the next one, where there is one. The next is fetched and checked meanwhile. */
async function pullStretch(first: Loaded, state: LedgerState, round: Round): Promise<Loaded | undefined> {
  const { time, signal } = round;
  const begun = time.now();
  const intake = openIntake(state, round);
  let loaded = first;
  try {
    for (;;) {
      signal.throwIfAborted();
      const { batch } = loaded;
      const next = hasMore(loaded) ? load(nextPlace(batch, state), nextLimit(loaded, round), state, round) : undefined;
      // Awaited below; where taking up fails first, nobody would.
      next?.catch(() => undefined);
      await intake.take(batch);
      await noteSince(batch, state);
      if (next === undefined) return undefined;
      loaded = await next;
      if (Math.abs(time.now() - begun) > TOLD_EVERY) return loaded;
    }
  } finally {
    await intake.end();
  }
}

const hasMore = ({ batch, limit }: Loaded): boolean => batch.rows >= limit;

function nextPlace({ lastSeq }: ReadBatch, { since }: LedgerState): string {
  if (lastSeq === undefined || lastSeq === since) throw new HubFailure('unreadable', 'The server’s changes lead nowhere.');
  return lastSeq;
}

async function noteSince({ lastSeq }: ReadBatch, state: LedgerState): Promise<void> {
  if (lastSeq === undefined) return;
  if (numberOf(lastSeq) < numberOf(state.since)) state.isDoubtful = true;
  await state.keepSince(lastSeq);
}

/** The number that a place begins with. It tells a server that was put back, and nothing else. */
const numberOf = (seq: string | undefined): number => Number.parseInt(seq ?? '0', 10) || 0;

function nextLimit({ limit, characters, batch }: Loaded, { pace }: Round): number {
  const each = characters / Math.max(1, batch.rows);
  return Math.max(FEWEST, Math.min(MOST, limit * 4, Math.floor(pace.pulledBytes / Math.max(1, each))));
}

async function load(since: string | undefined, limit: number, { ledger }: LedgerState, round: Round): Promise<Loaded> {
  const query = queryOf({ since: since ?? 0, limit, include_docs: true, conflicts: true });
  const text = await round.ask.get(`${addressOf(round, ledger.name)}/_changes?${query}`);
  const batch = await round.reader.read(text);
  round.contact();
  return { batch, limit, characters: text.length };
}
