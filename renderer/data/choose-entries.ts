import { parseAt } from '#shared/ledger/clock';
import type { EntryId, RecordId } from '#shared/ledger/entry';
import type { ExportScope } from './export-scope';
import type { Names, Place } from './survey';
import type { FileId } from './workspace';

/** What an export takes whole. */
export interface Choice {
  readonly entries: ReadonlySet<EntryId>;
  readonly files: ReadonlySet<FileId>;
}

/** What is known of all that could be taken. */
export interface Stock {
  /** Every place of every ledger. */
  readonly places: readonly Place[];
  readonly names: ReadonlyMap<RecordId, Names>;
  /** Settings by which any record of the firm is read, such as what it calls its phases. */
  readonly settings: readonly RecordId[];
  /** Entries that the server is not known to hold. */
  readonly waiting: () => Iterable<EntryId>;
}

/** Types of records that others are read by: whoever gets a deal gets those that it names. */
const READ_BY = ['account:', 'contact:', 'person:'];
const isReadBy = (id: RecordId): boolean => READ_BY.some((type) => id.startsWith(type));

/**
 * Which entries a scope takes. The parts of a series stay together. Of a deal or an account the law is: whatever the file
 * shows, it shows as the whole workspace does. So every record that one of its entries touches comes with its whole
 * history, also where it is of another deal and was only imported in the same step.
 */
export function chooseEntries(scope: Exclude<ExportScope, { kind: 'all' }>, stock: Stock): Choice {
  if (scope.kind === 'deal') return ofRecord(scope.deal, stock);
  if (scope.kind === 'account') return ofRecord(scope.account, stock);
  const wanted = wantedBy(scope, stock);
  const chosen = new Set(stock.places.filter((place) => place.isHeld && wanted(place)));
  for (const place of seriesMates(chosen, stock.places)) chosen.add(place);
  return choiceOf(chosen, () => true);
}

function wantedBy(scope: Extract<ExportScope, { kind: 'since' | 'waiting' | 'entries' }>, { waiting }: Stock): (place: Place) => boolean {
  // When an entry of a newer version was made is not known here: it goes along.
  if (scope.kind === 'since') return ({ at }) => at === undefined || (parseAt(at)?.ms ?? 0) >= scope.at;
  const ids = new Set(scope.kind === 'waiting' ? waiting() : scope.ids);
  return ({ id }) => ids.has(id);
}

function ofRecord(seed: RecordId, stock: Stock): Choice {
  const members = membersOf(seed, stock);
  const readBy = readByOf(members, stock);
  const touching = placesByRecord(stock.places);
  const series = placesBySeries(stock.places);
  const records = new Set<RecordId>();
  const chosen = new Set<Place>();
  const queue: RecordId[] = [...members, ...readBy, ...stock.settings];
  const take = (place: Place): void => {
    if (chosen.has(place)) return;
    for (const part of place.series === undefined ? [place] : (series.get(place.series) ?? [])) {
      chosen.add(part);
      queue.push(...part.records);
      if (part.by !== undefined) queue.push(part.by);
    }
  };
  for (const place of stock.places) if (place.filed.some((id) => members.has(id))) take(place);
  for (let record = queue.pop(); record !== undefined; record = queue.pop()) {
    if (records.has(record)) continue;
    records.add(record);
    for (const place of touching.get(record) ?? []) take(place);
  }
  return choiceOf(chosen, (place) => place.records.some((record) => members.has(record) || readBy.has(record)));
}

/** The record itself, and whatever belongs to it or ever did, and to that. */
function membersOf(seed: RecordId, { names }: Stock): ReadonlySet<RecordId> {
  const belonging = new Map<RecordId, RecordId[]>();
  for (const [record, { owners }] of names) {
    for (const owner of owners) {
      const known = belonging.get(owner);
      if (known) known.push(record);
      else belonging.set(owner, [record]);
    }
  }
  const members = new Set<RecordId>();
  const queue: RecordId[] = [seed];
  for (let record = queue.pop(); record !== undefined; record = queue.pop()) {
    if (members.has(record)) continue;
    members.add(record);
    queue.push(...(belonging.get(record) ?? []));
  }
  return members;
}

/** People, contacts and accounts that they name, and that those name. */
function readByOf(members: ReadonlySet<RecordId>, { names }: Stock): ReadonlySet<RecordId> {
  const found = new Set<RecordId>();
  const queue = [...members];
  for (let record = queue.pop(); record !== undefined; record = queue.pop()) {
    const { owners = [], others = [] } = names.get(record) ?? {};
    for (const named of [...owners, ...others]) {
      if (!isReadBy(named) || found.has(named) || members.has(named)) continue;
      found.add(named);
      queue.push(named);
    }
  }
  return found;
}

function placesByRecord(places: readonly Place[]): ReadonlyMap<RecordId, readonly Place[]> {
  const byRecord = new Map<RecordId, Place[]>();
  for (const place of places) {
    for (const record of place.records) {
      const known = byRecord.get(record);
      if (known) known.push(place);
      else byRecord.set(record, [place]);
    }
  }
  return byRecord;
}

function placesBySeries(places: readonly Place[]): ReadonlyMap<string, readonly Place[]> {
  const bySeries = new Map<string, Place[]>();
  for (const place of places) {
    if (place.series === undefined) continue;
    const known = bySeries.get(place.series);
    if (known) known.push(place);
    else bySeries.set(place.series, [place]);
  }
  return bySeries;
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
