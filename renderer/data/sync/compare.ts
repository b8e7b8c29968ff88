import type { EntryId } from '#shared/ledger/entry';
import type { Run } from '#shared/ledger/holdings';
import { parsePageId } from '#shared/ledger/page';
import { HubFailure, jsonOf, rowsOf } from './asking';
import { openIntake } from './intake';
import type { LedgerState } from './ledger-state';
import { addressOf, queryOf, type Round } from './round';

interface ListedPage extends Run {
  readonly id: string;
}

/**
 * LAW 5 against a server: its `have` is the list of its page ids, of which each fixes its content. What it has and this
 * device has not is fetched; what this device has and it has not is from now on unsent. So a server that was emptied or put
 * back, and a device that was, are filled again by whoever holds the entries.
 */
export async function compare(state: LedgerState, round: Round): Promise<void> {
  state.isDoubtful = false;
  // Whoever may send what was left to others may be gone, and the server may take it by now.
  state.unsent.release('left');
  const listed = await listPages(state, round);
  const missing = missingHere(listed, state);
  if (missing.length > 0) await fetchPages(missing, state, round);
  const sound = listed.filter(({ id }) => !state.odd.has(id));
  const find = (): readonly EntryId[] => {
    const { uncovered } = state.ledger.fold.cover(sound);
    return [...new Set([...uncovered, ...onlyPlacesThere(sound, state)])].toSorted();
  };
  await state.resetUnsent(find, round.time.now());
  round.changed();
}

/** Pages of the server that are not held whole. What was odd before is looked at again: it may have been put right. */
function missingHere(listed: readonly ListedPage[], state: LedgerState): readonly string[] {
  const { incomplete } = state.ledger.fold.cover(listed);
  const wanted = new Set(incomplete.flatMap((at) => listed[at]?.id ?? []));
  for (const { id } of listed) if (state.odd.has(id)) wanted.add(id);
  return [...wanted];
}

/** Entries whose content is here, where the server has only a stub in their place that no withdrawal explains. */
function onlyPlacesThere(listed: readonly ListedPage[], state: LedgerState): readonly EntryId[] {
  const { fold } = state.ledger;
  const gaps = listed.flatMap(({ id }) => state.gapsAmong(state.stubs.get(id) ?? []));
  if (gaps.length === 0) return [];
  const onNoOther = new Set(fold.cover(listed.filter(({ id }) => !state.stubs.has(id))).uncovered);
  return gaps.filter((id) => onNoOther.has(id));
}

async function listPages(state: LedgerState, round: Round): Promise<readonly ListedPage[]> {
  const pages: ListedPage[] = [];
  for await (const ids of listIds(`${addressOf(round, state.ledger.name)}`, round)) {
    for (const id of ids) {
      const place = parsePageId(id);
      if (place !== undefined) pages.push({ ...place, id });
    }
  }
  return pages;
}

/** The ids of all documents of a database but design documents, some thousand at a time, in order. */
export async function* listIds(database: string, round: Round): AsyncGenerator<readonly string[]> {
  const limit = round.pace.listed;
  for (let after: string | undefined; ;) {
    const query = queryOf({ limit: limit + 1, startkey: after === undefined ? undefined : JSON.stringify(after) });
    const rows = rowsOf(jsonOf(await round.ask.get(`${database}/_all_docs?${query}`))['rows']);
    round.contact();
    const ids = rows.map(({ id }) => id).filter((id): id is string => typeof id === 'string');
    yield ids.filter((id) => id !== after && !id.startsWith('_design/'));
    const last = ids.at(-1);
    if (rows.length <= limit || last === undefined) return;
    if (after !== undefined && last <= after) throw new HubFailure('unreadable', 'The server’s list of documents goes round in circles.');
    after = last;
  }
}

/** Pages that are asked for at a time; a page may be a quarter of a megabyte. */
const FEWEST = 8;
const MOST = 1_000;

/** Takes up pages by their ids. Gives those that are there and hold what their ids say. */
export async function fetchPages(ids: readonly string[], state: LedgerState, round: Round): Promise<ReadonlySet<string>> {
  const database = addressOf(round, state.ledger.name);
  const sound = new Set<string>();
  const intake = openIntake(state, round);
  let most = FEWEST;
  try {
    for (let from = 0, count = most; from < ids.length; from += count, count = most) {
      round.signal.throwIfAborted();
      const keys = ids.slice(from, from + count);
      const text = await round.ask.post(`${database}/_all_docs?include_docs=true&conflicts=true`, JSON.stringify({ keys }));
      const batch = await round.reader.read(text);
      round.contact();
      await intake.take(batch);
      for (const { id } of batch.runs) sound.add(id);
      const each = text.length / Math.max(1, batch.rows);
      most = Math.max(FEWEST, Math.min(MOST, count * 4, Math.floor(round.pace.pulledBytes / Math.max(1, each))));
    }
  } finally {
    await intake.end();
  }
  return sound;
}
