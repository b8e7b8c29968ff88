import { bytesToHex } from '@noble/hashes/utils.js';
import { err, ok, type Result } from '../values/result';
import { tick } from './clock';
import type { Change, Command } from './command';
import { ARCHIVED, entryPlace, MAX_SEQ } from './entry';
import type { DeviceId, Edit, Entry, EntryId, Json, RecordId, Series } from './entry';
import type { Fold } from './fold';
import { hashEntry, utf8Length, withId } from './hash';
import { writable } from './json-check';
import { MAX_EDITS, MAX_ENTRY_BYTES } from './limits';
import { parseEntry } from './parse-entry';

/** Where a device's chain stands: read from disk under the writer's lock, never from memory. */
export interface ChainTip {
  readonly seq: number;
  /** Full hash of the entry at `seq`. */
  readonly hash: string;
  /** The latest time that this device gave. */
  readonly at: string;
}

/** Who writes, when, by what chance, and on what knowledge. */
export interface AppendEnv {
  readonly device: DeviceId;
  readonly by: RecordId;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The latest time observed from other devices (`observe` of clock.ts). */
  readonly clock?: string;
  /** So many bytes of chance. */
  readonly random: (bytes: number) => Uint8Array;
  /** The records as the author sees them. */
  readonly fold: Pick<Fold, 'heads' | 'fields' | 'have'>;
}

/** Why a command cannot be written; the message is fit to show. */
export interface AppendProblem {
  readonly problem: 'too large' | 'not writable' | 'chain is full';
  readonly message: string;
}

/** The entries of one command, usually one, and where the chain stands after them. */
export interface Appended {
  readonly entries: readonly [Entry, ...Entry[]];
  readonly tip: ChainTip;
}

type Header = Omit<Entry, 'id' | 'prev' | 'at' | 'edits' | 'series'>;

/** What the hashed text of an edit takes beyond the edit itself: a digest and punctuation. */
const SEAL_BYTES = 96;
/** What a header takes beyond what is known before it is built: id, hash, time, series. */
const CHAIN_BYTES = 400;

/**
 * Turns a command into the next entry of this device's chain; into several, numbered as a series, where it is too large
 * for one. `tip` is undefined for a device's first entry.
 *
 * LAW 3, causality beats clocks: each field that is set is over the heads that its author had in view, so the edit
 * supersedes them whatever any clock says. An archiving witnesses every field of the record, and every edit of an
 * archived record witnesses the archiving, so that only edits that truly had not seen each other clash.
 */
export function appendEntries(tip: ChainTip | undefined, command: Command, env: AppendEnv): Result<Appended, AppendProblem> {
  const header = headerOf(command, env);
  const edits = editsOf(command.changes, env);
  const parts = partsOf(edits, MAX_ENTRY_BYTES - CHAIN_BYTES - utf8Length(JSON.stringify(header)));
  if (!parts) return refused('too large', 'This is too large to be saved in one piece (128 KiB). Attach long content as a file instead.');
  const series = parts.length > 1 ? bytesToHex(env.random(16)) : undefined;
  const entries: Entry[] = [];
  let last = laterTip(tip, env.clock);
  for (const [at, part] of parts.entries()) {
    const place = series === undefined ? undefined : { id: series, n: at + 1, of: parts.length };
    const built = nextEntry(last, at === 0 ? header : withoutNames(header), part, place, env);
    if (!built.ok) return built;
    entries.push(built.value);
    last = { seq: (last?.seq ?? 0) + 1, hash: hashEntry(built.value).hash, at: built.value.at };
  }
  const [first, ...more] = entries;
  if (!first || !last) return refused('not writable', 'There is nothing to save.');
  return ok({ entries: [first, ...more], tip: last });
}

function nextEntry(
  last: ChainTip | undefined,
  header: Header,
  edits: readonly Edit[],
  series: Series | undefined,
  env: AppendEnv,
): Result<Entry, AppendProblem> {
  const seq = (last?.seq ?? 0) + 1;
  if (seq > MAX_SEQ) return refused('chain is full', 'This device has written all the entries it can. Start a new device id.');
  const at = tick(last?.at, env.now);
  const place = { id: entryPlace(env.device, seq), prev: last?.hash ?? '', at, edits, ...(series ? { series } : {}) };
  const entry = withId(writable({ ...header, ...place } as unknown as Json) as unknown as Entry);
  // The door that everyone else's entries come through: nothing is ever written that others would refuse.
  const parsed = parseEntry(entry);
  if (parsed.ok) return parsed;
  if (parsed.error.reason === 'too large') return refused('too large', 'This is too large to be saved in one piece (128 KiB).');
  return refused('not writable', `This cannot be saved: ${parsed.error.reason}.`);
}

const refused = (problem: AppendProblem['problem'], message: string) => err({ problem, message });

/** Observed times move the clock, even before a device's first entry. */
function laterTip(tip: ChainTip | undefined, clock: string | undefined): ChainTip | undefined {
  if (clock === undefined) return tip;
  if (!tip) return { seq: 0, hash: '', at: clock };
  return clock > tip.at ? { ...tip, at: clock } : tip;
}

function headerOf(command: Command, env: AppendEnv): Header {
  const { act, deal, account, why, freezes, undoes, withdraws, redacts } = command;
  return {
    v: 1,
    by: env.by,
    act,
    ...(deal === undefined ? {} : { deal }),
    ...(account === undefined ? {} : { account }),
    ...(why === undefined ? {} : { why }),
    ...(freezes ? { have: env.fold.have() } : {}),
    ...(undoes && undoes.length > 0 ? { undoes } : {}),
    ...(withdraws && withdraws.length > 0 ? { withdraws } : {}),
    ...(redacts && redacts.length > 0 ? { redacts } : {}),
  };
}

/** What an entry names stands in the first part of a series only. */
function withoutNames({ v, by, act, deal, account }: Header): Header {
  return { v, by, act, ...(deal === undefined ? {} : { deal }), ...(account === undefined ? {} : { account }) };
}

function editsOf(changes: readonly Change[], env: AppendEnv): readonly Edit[] {
  const byRecord = new Map<RecordId, Change>();
  for (const change of changes) {
    const before = byRecord.get(change.record);
    byRecord.set(change.record, before ? joinedChange(before, change) : change);
  }
  return [...byRecord.values()].map((change) => {
    const over = overOf(change, env.fold);
    return { record: change.record, set: change.set, salt: bytesToHex(env.random(16)), ...(Object.keys(over).length > 0 ? { over } : {}) };
  });
}

function joinedChange(a: Change, b: Change): Change {
  const saw = a.saw || b.saw ? { saw: { ...a.saw, ...b.saw } } : {};
  return { record: a.record, set: { ...a.set, ...b.set }, ...saw };
}

function overOf({ record, set, saw }: Change, fold: AppendEnv['fold']): Record<string, readonly EntryId[]> {
  const isSet = (field: string) => Object.hasOwn(set, field) && set[field] !== undefined;
  const archiving = isSet(ARCHIVED) && set[ARCHIVED] === true;
  const named = new Set([
    ...Object.keys(set).filter(isSet),
    ...Object.keys(saw ?? {}),
    ARCHIVED,
    ...(archiving ? fold.fields(record) : []),
  ]);
  const over: Record<string, readonly EntryId[]> = {};
  for (const field of named) {
    const seen = (saw && Object.hasOwn(saw, field) ? saw[field] : undefined) ?? fold.heads(record, field);
    if (seen.length > 0) over[field] = seen;
  }
  return over;
}

/** Edits in as few entries as hold them; undefined where a single one is too large. */
function partsOf(edits: readonly Edit[], room: number): readonly (readonly Edit[])[] | undefined {
  const parts: Edit[][] = [[]];
  let left = room;
  if (room < 0) return undefined;
  // So many characters cannot take more than three times as many bytes; nearly every command ends here.
  if (edits.length <= MAX_EDITS && JSON.stringify(edits).length * 6 + edits.length * SEAL_BYTES < room) return [edits];
  for (const edit of edits) {
    const size = utf8Length(JSON.stringify(edit)) + utf8Length(JSON.stringify(Object.keys(edit.set))) + SEAL_BYTES;
    if (size > room) return undefined;
    const part = parts.at(-1);
    if (part && part.length < MAX_EDITS && size <= left) part.push(edit);
    else {
      parts.push([edit]);
      left = room;
    }
    left -= size;
  }
  return parts;
}
