import type { Records } from './records';
import { typeOf, type AnyRecord, type RecordOf, type RecordType } from './registry';
import { viewRecord, type StoredRecord } from './view';

/** Records of a fold, as they were at some moment: for "as of", for the command line, for tests. Indexes grow on demand. */
export function recordsFrom(stored: Iterable<StoredRecord>): Records {
  const views: AnyRecord[] = [];
  for (const record of stored) {
    const view = viewRecord(record);
    if (view) views.push(view);
  }
  return recordsOf(views);
}

/** The same over records that are views already. */
export function recordsOf(views: Iterable<AnyRecord>): Records {
  const byId = new Map<string, AnyRecord>();
  for (const view of views) byId.set(view.id, view);
  const ofTypes = later(() => sortedByType(byId.values()));
  const types = (type: string) => ofTypes().get(type) ?? NOTHING;
  const indexes = once((key: string) => {
    const [type = '', field = ''] = key.split('.');
    return indexBy(types(type), field);
  });
  return {
    get: <T extends RecordType>(type: T, id: string | undefined) =>
      id !== undefined && typeOf(id) === type ? (byId.get(id) as RecordOf<T> | undefined) : undefined,
    all: <T extends RecordType>(type: T) => types(type) as readonly RecordOf<T>[],
    of: <T extends RecordType>(type: T, field: string, id: string) =>
      (indexes(`${type}.${field}`).get(id) ?? NOTHING) as readonly RecordOf<T>[],
  };
}

const NOTHING: readonly AnyRecord[] = [];

function sortedByType(views: Iterable<AnyRecord>): ReadonlyMap<string, readonly AnyRecord[]> {
  const types = new Map<string, AnyRecord[]>();
  for (const view of views) {
    if (view.archived) continue;
    const type = view.id.slice(0, view.id.indexOf(':'));
    const found = types.get(type);
    if (found) found.push(view);
    else types.set(type, [view]);
  }
  for (const found of types.values()) found.sort((a, b) => (a.id < b.id ? -1 : 1));
  return types;
}

function indexBy(views: readonly AnyRecord[], field: string): ReadonlyMap<string, readonly AnyRecord[]> {
  const index = new Map<string, AnyRecord[]>();
  for (const view of views) {
    const value = (view as unknown as Record<string, unknown>)[field];
    for (const id of Array.isArray(value) ? value : [value]) {
      if (typeof id !== 'string') continue;
      const found = index.get(id);
      if (found) found.push(view);
      else index.set(id, [view]);
    }
  }
  return index;
}

function once<V>(make: (key: string) => V): (key: string) => V {
  const made = new Map<string, V>();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key) as V;
  };
}

function later<V>(make: () => V): () => V {
  let made: V | undefined;
  return () => (made ??= make());
}
