import { deviceOf, entryIdOf, isEntry, isRedacted, isStub, seqOf, type EntryId, type LedgerItem } from '#shared/ledger/entry';
import { utf8Length } from '#shared/ledger/hash';
import { packPages, parsePageId, splitPage, type Page } from '#shared/ledger/page';
import { MAX_BATCH_BYTES, MAX_BATCH_DOCUMENTS } from '#shared/hub/protocol';
import { HubFailure, rowsOf } from './asking';
import { fetchPages } from './compare';
import { contentsOf } from './contents';
import type { LedgerState } from './ledger-state';
import { authorsOf } from './read-batch';
import { addressOf, type Round } from './round';
import { t } from '#shared/values/texts';

/** Entries that are read and packed at a time: some pages full. */
const CHUNK = 10_000;

/** What the server said no to, and will again. */
export interface Refusal {
  readonly item: LedgerItem;
  readonly reason: string;
  /** It is larger than the server takes, alone. */
  readonly tooLarge: boolean;
}

/** Told of each entry that was refused alone. */
export type OnRefused = (state: LedgerState, refusal: Refusal) => Promise<void>;

/**
 * Hands in what the server does not hold: this device's own entries first, then what it holds for others. The answer is
 * read row by row. A page that is refused is split until the entry that is refused stands alone; the rest goes on. A page
 * that is there already is looked at. Whatever else happens, entries stay unsent until the server says that it has them.
 */
export async function push(state: LedgerState, round: Round, refused: OnRefused): Promise<void> {
  while (state.unsent.sendable > 0) {
    const ids = state.unsent.toSend(round.host.device(state.ledger.name), CHUNK);
    const before = state.unsent.sendable;
    await send(await pagesOf(ids, state), state, round, refused);
    if (state.unsent.sendable >= before) {
      // Nothing went through: the comparison that follows says why.
      state.isDoubtful = true;
      return;
    }
  }
}

interface OutgoingPage extends Page {
  readonly items: readonly LedgerItem[];
}

const asOutgoing = ({ id, text }: Page): OutgoingPage => ({ id, text, items: JSON.parse(text) as readonly LedgerItem[] });

async function pagesOf(ids: readonly EntryId[], state: LedgerState): Promise<OutgoingPage[]> {
  const contents = await contentsOf(ids, state.ledger);
  for (const id of ids) {
    const item = contents.get(id);
    // What is not readable here, or not whole, is for others to send.
    if (item === undefined || !isWhole(item, state)) {
      state.unsent.hold(id, 'left');
      contents.delete(id);
    }
  }
  const own = ids[0] === undefined ? '' : deviceOf(ids[0]);
  const pages = packPages(contents.values()).map(asOutgoing);
  const ownFirst = pages.toSorted((a, b) => Number(b.id.startsWith(own)) - Number(a.id.startsWith(own)));
  const usable = await Promise.all(ownFirst.map((page) => besideOdd(page, state)));
  return usable.flat();
}

/** Nothing is left out of it that only the redactions and withdrawals known here explain. */
function isWhole(item: LedgerItem, { ledger: { fold } }: LedgerState): boolean {
  if (isStub(item)) return fold.withdrawals().includes(item.id) || fold.redactions().some(({ entry }) => entry === item.id);
  if (!isEntry(item) || !item.edits.some(isRedacted)) return true;
  const erased = new Set(fold.redactions().flatMap(({ entry, record }) => (entry === item.id ? [record] : [])));
  return item.edits.every((edit) => !isRedacted(edit) || erased.has(edit.record));
}

/** The same entries under ids that the server has not spoilt: in halves, or together with a neighbour. */
async function besideOdd(page: OutgoingPage, state: LedgerState): Promise<OutgoingPage[]> {
  if (!state.odd.has(page.id)) return [page];
  const [first] = page.items;
  if (page.items.length > 1) return splitPage(page.items).map(asOutgoing);
  const neighbour = first && (await neighbourOf(first, state));
  if (first === undefined || neighbour === undefined) {
    if (first) state.unsent.hold(first.id, 'left');
    return [];
  }
  return packPages([first, neighbour]).map(asOutgoing);
}

async function neighbourOf(item: LedgerItem, { ledger }: LedgerState): Promise<LedgerItem | undefined> {
  const [device, seq] = [deviceOf(item.id), seqOf(item.id)];
  const before = entryIdOf(device, seq - 1, item.prev);
  const around = ledger.pagesOfRun(device, seq - 1, seq + 1);
  const items = (await ledger.itemsOf(around)).flatMap((page) => page.items);
  const near = items.filter(({ id, prev }) => id === before || entryIdOf(device, seq, prev) === item.id);
  const [id] = near.map((one) => one.id).toSorted();
  return id === undefined ? undefined : (await contentsOf([id], ledger)).get(id);
}

async function send(pages: readonly OutgoingPage[], state: LedgerState, round: Round, refused: OnRefused): Promise<void> {
  const queue = [...pages];
  const there: string[] = [];
  let most = MAX_BATCH_DOCUMENTS;
  let failure: HubFailure | undefined;
  while (queue.length > 0) {
    round.signal.throwIfAborted();
    const batch = queue.splice(0, countOf(queue, most));
    const rows = await handIn(batch, state, round);
    if (rows instanceof HubFailure) {
      if (batch.length > 1) {
        queue.unshift(...batch);
        most = Math.ceil(batch.length / 2);
      } else queue.unshift(...(await smaller(batch[0], { reason: rows.message, tooLarge: true }, state, refused)));
      continue;
    }
    most = Math.min(MAX_BATCH_DOCUMENTS, most * 2);
    for (const page of batch) {
      const row = rows.get(page.id);
      if (row?.kind === 'taken') acknowledge(page, state, round);
      else if (row?.kind === 'there') there.push(page.id);
      else if (row?.kind === 'refused') queue.unshift(...(await smaller(page, { reason: row.reason, tooLarge: false }, state, refused)));
      else failure ??= new HubFailure('busy', row?.reason ?? 'The server left out what it did with a page.');
    }
    round.changed();
  }
  if (there.length > 0) await lookAt(there, state, round);
  if (failure !== undefined) throw failure;
}

/** Pages of the next request: at least one, at most as many as there is room for. */
function countOf(queue: readonly OutgoingPage[], most: number): number {
  let [count, bytes] = [0, 0];
  for (const { text } of queue.slice(0, most)) {
    bytes += utf8Length(text) + 300;
    if (count > 0 && bytes > MAX_BATCH_BYTES) break;
    count += 1;
  }
  return count;
}

interface Row {
  readonly kind: 'taken' | 'there' | 'refused' | 'failed';
  readonly reason: string;
}

/** What became of each page; the failure itself where the server cannot take so much at once. */
async function handIn(pages: readonly OutgoingPage[], state: LedgerState, round: Round): Promise<ReadonlyMap<string, Row> | HubFailure> {
  const from = JSON.stringify(round.link.user);
  const documents = pages.map(({ id, text }) => `{"_id":${JSON.stringify(id)},"from":${from},"entries":${text}}`);
  let text: string;
  try {
    text = await round.ask.post(`${addressOf(round, state.ledger.name)}/_bulk_docs`, `{"docs":[${documents.join(',')}]}`);
  } catch (cause) {
    if (cause instanceof HubFailure && cause.kind === 'too-much') return cause;
    throw cause;
  }
  round.contact();
  return rowsById(text);
}

/** Row order is not promised to follow the request, and an answer may be no list at all. */
export function rowsById(text: string): ReadonlyMap<string, Row> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new HubFailure('unreadable', 'The server’s answer is not JSON.', 0, { cause });
  }
  const rows = new Map<string, Row>();
  for (const { id, ok, error, reason } of rowsOf(value)) {
    if (typeof id !== 'string') continue;
    const said = typeof reason === 'string' ? reason.slice(0, 500) : t('The server did not say why.');
    if (ok === true) rows.set(id, { kind: 'taken', reason: '' });
    else if (error === 'conflict') rows.set(id, { kind: 'there', reason: said });
    else if (error === 'forbidden') rows.set(id, { kind: 'refused', reason: said });
    else if (error === 'unauthorized') throw new HubFailure('signed-out', said, 401);
    else rows.set(id, { kind: 'failed', reason: said });
  }
  return rows;
}

function acknowledge({ id, items }: OutgoingPage, state: LedgerState, { link }: Round): void {
  state.acknowledge(items.map((item) => item.id));
  state.handedIn.add(id);
  const place = parsePageId(id);
  if (place !== undefined) state.origins.note({ ...place, from: link.user, authors: authorsOf(items) }, state.ledger.fold);
}

/** The halves of a page that was not taken; an entry alone is what was meant. */
async function smaller(
  page: OutgoingPage | undefined,
  why: Omit<Refusal, 'item'>,
  state: LedgerState,
  refused: OnRefused,
): Promise<OutgoingPage[]> {
  const [item] = page?.items ?? [];
  if (page === undefined || item === undefined) return [];
  if (page.items.length > 1) return splitPage(page.items).map(asOutgoing);
  await refused(state, { item, ...why });
  return [];
}

/** Pages that are there already, from an answer that was lost or from somebody who refilled the server: are they what they say? */
async function lookAt(ids: readonly string[], state: LedgerState, round: Round): Promise<void> {
  const sound = await fetchPages(ids, state, round);
  if (ids.some((id) => !sound.has(id) && !state.odd.has(id))) state.isDoubtful = true;
}
