import { asOf, withAct } from '#shared/ledger/as-of';
import { instantOfAt } from '#shared/ledger/clock';
import type { Entry, RecordId } from '#shared/ledger/entry';
import { foldPart } from '#shared/ledger/fold';
import { effectiveTimes } from '#shared/ledger/history';
import { withdrawnAmong } from '#shared/ledger/withdrawn';
import type { Records } from '#shared/records/records';
import { recordsFrom, recordsOf } from '#shared/records/records-from';
import { kindOf, type AnyRecord } from '#shared/records/registry';
import { viewRecord } from '#shared/records/view';
import { lastAtOrBefore } from './time-axis';

/** A deal's whole life, of which any moment can be asked at once. */
export interface Replay {
  /** When each entry took effect, in milliseconds, in the order of the entries. */
  readonly times: readonly number[];
  /** All records of the deal as they were right after entry number `act`; none for -1. */
  recordsAt(act: number): Records;
}

/** What one record was from entry number `act` on. */
interface Version {
  readonly act: number;
  readonly view: AnyRecord;
}

/**
 * Folds the entries once, in the order in which they took effect, and keeps what each of them made of each record. A
 * moment is then a lookup per record instead of a fold, however far back it lies: moving a slider costs the number of
 * records, not the number of entries. As everywhere in the past (law 8), what was withdrawn since is not there at any moment.
 */
export function replayDeal(entries: readonly Entry[]): Replay {
  const versions = versionsOf(entries);
  const effective = effectiveTimes(entries);
  const times = entries.map((entry) => Date.parse(instantOfAt(effective.get(entry.id) ?? entry.at)));
  return { times, recordsAt: (act) => recordsOf([...versions.values()].flatMap((list) => versionAt(list, act) ?? [])) };
}

function versionsOf(entries: readonly Entry[]): ReadonlyMap<RecordId, readonly Version[]> {
  // The entries of one deal are a part of the ledger: a series that reaches into other deals is never whole in it.
  const fold = foldPart([], kindOf);
  const versions = new Map<RecordId, Version[]>();
  const logs = new Map<RecordId, Entry[]>();
  const withdrawn = withdrawnAmong(entries);
  entries.forEach((entry, act) => {
    if (withdrawn.has(entry.id)) return;
    for (const { record } of entry.edits) pushTo(logs, record, entry);
    const needed = fold.logsNeeded([entry]).map((id) => [id, logs.get(id) ?? []] as const);
    for (const id of fold.add([entry], new Map(needed)).records) {
      const folded = fold.get(id);
      const view = folded && viewRecord(folded);
      if (view) pushTo(versions, id, { act, view });
    }
  });
  return versions;
}

function versionAt(versions: readonly Version[], act: number): AnyRecord | undefined {
  const index = lastAtOrBefore(
    versions.map((version) => version.act),
    act,
  );
  return versions[index]?.view;
}

function pushTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/**
 * The deal exactly as its author had it when an act froze it, and the act: an older edit that arrived later is not in it.
 */
export function recordsAsFrozen(entries: readonly Entry[], act: Entry): Records {
  return recordsFrom(asOf(entries, act, kindOf).records());
}

/** True of the entries that the author of a freezing act had before them, and of the act. */
export function hadBy(entries: readonly Entry[], act: Entry): (entry: Entry) => boolean {
  const had = new Set(withAct(entries, act).map(({ id }) => id));
  return ({ id }) => had.has(id);
}
