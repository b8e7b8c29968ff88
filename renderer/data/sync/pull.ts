import { HubFailure, jsonOf, rowsOf } from './asking';
import { openIntake } from './intake';
import type { LedgerState } from './ledger-state';
import { seqText, type ReadBatch } from './read-batch';
import { addressOf, queryOf, type Round } from './round';

/** Documents of the first request; how large they are is known after it. */
const FIRST = 20;
/** Ids of changes that are looked at before any content is asked for. */
const LOOKED_AT = 1_000;
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
  if (state.handedIn.size > 0 && (await passOwn(state, round))) return;
  let next: Loaded | undefined = await firstBatch(state, round);
  while (next !== undefined) {
    const loaded: Loaded = next;
    const stretch = (): Promise<Loaded | undefined> => pullStretch(loaded, state, round);
    next = await (hasMore(loaded) ? round.host.quietly(stretch) : stretch());
  }
}

/**
 * Goes on beyond the pages that this device has just handed in: they need not come back. True where nothing else changed.
 * Anything that is not exactly that is left to the pull.
 */
async function passOwn(state: LedgerState, round: Round): Promise<boolean> {
  const { handedIn } = state;
  state.handedIn = new Set();
  for (;;) {
    const query = queryOf({ since: state.since ?? 0, limit: LOOKED_AT });
    let text: string;
    try {
      text = await round.ask.get(`${addressOf(round, state.ledger.name)}/_changes?${query}`);
    } catch (cause) {
      if (cause instanceof HubFailure && cause.kind === 'too-much') return false;
      throw cause;
    }
    round.contact();
    const answer = jsonOf(text);
    const rows = rowsOf(answer['results']);
    const lastSeq = seqText(answer['last_seq']);
    const isOwn = rows.every(({ id, deleted }) => deleted === undefined && typeof id === 'string' && handedIn.has(id));
    if (!isOwn || lastSeq === undefined || (rows.length > 0 && lastSeq === state.since)) return false;
    await state.keepSince(lastSeq);
    if (rows.length < LOOKED_AT) return true;
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
