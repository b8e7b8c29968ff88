import { parseAt } from '#shared/ledger/clock';
import type { EntryId, RecordId } from '#shared/ledger/entry';
import type { ExportScope } from './export-scope';
import type { Names, Place } from './survey';
import type { FileId } from './export-scope';

/** What an export takes whole. */
export interface Choice {
  readonly entries: ReadonlySet<EntryId>;
  readonly files: ReadonlySet<FileId>;
}

/** What is known of all that could be taken. */
export interface Stock {
  /** Every place of every ledger. */
  readonly places: readonly Place[];
  readonly names: Names;
  /** Settings by which any record of the firm is read, such as what it calls its phases. */
  readonly settings: readonly RecordId[];
  /** Entries that the server is not known to hold. */
  readonly waiting: () => Iterable<EntryId>;
}

/**
 * Which entries a scope takes. The parts of a series stay together. Of a deal or an account the law is: whatever the file
 * shows, it shows as the whole workspace does. So every record that one of its entries touches comes with its whole
 * history, also where it is of another deal and was only imported in the same step.
 */
export async function chooseEntries(
  scope: Exclude<ExportScope, { kind: 'all' }>,
  stock: Stock,
  breathe: () => Promise<unknown>,
): Promise<Choice> {
  if (scope.kind === 'deal') return ofRecord(scope.deal, stock, breathe);
  if (scope.kind === 'account') return ofRecord(scope.account, stock, breathe);
  if (scope.kind === 'evidence') return { entries: new Set(scope.entries), files: new Set(scope.files) };
  const wanted = wantedBy(scope, stock);
  const chosen = new Set(stock.places.filter((place) => place.isHeld && wanted(place)));
  await breathe();
  for (const place of seriesMates(chosen, stock.places)) chosen.add(place);
  return choiceOf(chosen, () => true);
}

function wantedBy(scope: Extract<ExportScope, { kind: 'since' | 'waiting' | 'entries' }>, { waiting }: Stock): (place: Place) => boolean {
  // When an entry of a newer version was made is not known here: it goes along.
  if (scope.kind === 'since') return ({ at }) => at === undefined || (parseAt(at)?.ms ?? 0) >= scope.at;
  const ids = new Set(scope.kind === 'waiting' ? waiting() : scope.ids);
  return ({ id }) => ids.has(id);
}

async function ofRecord(seed: RecordId, { places, names, settings }: Stock, breathe: () => Promise<unknown>): Promise<Choice> {
  // The record itself, and whatever belongs to it or ever did, and to that.
  const members = reachable([seed], names.belonging);
  // They, and the people, contacts and accounts that they name, and that those name.
  const asked = reachable(members, names.readBy);
  await breathe();
  const touching = placesBy(places, ({ records }) => records);
  await breathe();
  const series = placesBy(places, (place) => (place.series === undefined ? [] : [place.series]));
  const records = new Set<RecordId>();
  const chosen = new Set<Place>();
  const queue: RecordId[] = [...asked, ...settings];
  const take = (place: Place): void => {
    if (chosen.has(place)) return;
    for (const part of place.series === undefined ? [place] : (series.get(place.series) ?? [])) {
      chosen.add(part);
      queue.push(...part.records);
      if (part.by !== undefined) queue.push(part.by);
    }
  };
  for (const place of places) if (place.filed.some((id) => members.has(id))) take(place);
  await breathe();
  for (let record = queue.pop(); record !== undefined; record = queue.pop()) {
    if (records.has(record)) continue;
    records.add(record);
    for (const place of touching.get(record) ?? []) take(place);
  }
  return choiceOf(chosen, (place) => place.records.some((record) => asked.has(record)));
}

function reachable(from: Iterable<RecordId>, next: ReadonlyMap<RecordId, ReadonlySet<RecordId>>): ReadonlySet<RecordId> {
  const reached = new Set(from);
  const queue = [...reached];
  for (let record = queue.pop(); record !== undefined; record = queue.pop()) {
    for (const named of next.get(record) ?? []) {
      if (!reached.has(named)) queue.push(named);
      reached.add(named);
    }
  }
  return reached;
}

function placesBy<Key>(places: readonly Place[], keysOf: (place: Place) => readonly Key[]): ReadonlyMap<Key, readonly Place[]> {
  const byKey = new Map<Key, Place[]>();
  for (const place of places) {
    for (const key of keysOf(place)) {
      const known = byKey.get(key);
      if (known) known.push(place);
      else byKey.set(key, [place]);
    }
  }
  return byKey;
}

function seriesMates(chosen: ReadonlySet<Place>, places: readonly Place[]): readonly Place[] {
  const series = new Set([...chosen].flatMap((place) => place.series ?? []));
  return series.size === 0 ? [] : places.filter((place) => place.series !== undefined && series.has(place.series));
}

function choiceOf(chosen: ReadonlySet<Place>, givesFiles: (place: Place) => boolean): Choice {
  const entries = new Set<EntryId>();
  const files = new Set<FileId>();
  for (const place of chosen) {
    entries.add(place.id);
    if (givesFiles(place)) for (const file of place.files) files.add(file);
  }
  return { entries, files };
}
