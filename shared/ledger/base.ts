import type { Entry, EntryId, RecordId } from './entry';
import { fieldHistory, type FieldVersion } from './history';

/** What several heads of a field started from. */
export type Base =
  | { readonly tag: 'one'; readonly version: FieldVersion }
  /** Each was the first to set the field. */
  | { readonly tag: 'none' }
  /** They stand on different values, none of which is nearest to all. */
  | { readonly tag: 'several' };

/** The nearest version of the field that every one of `heads` is over, directly or through others. `log`: the record's entries. */
export function baseOf(log: Iterable<Entry>, record: RecordId, field: string, heads: readonly EntryId[]): Base {
  const versions = new Map(fieldHistory(log, record, field).map((version) => [version.entry.id, version]));
  const [first, ...others] = heads.map((head) => versionsBefore(versions, head));
  const common = [...(first ?? [])].filter((id) => others.every((before) => before.has(id)));
  const passed = new Set(common.flatMap((id) => [...versionsBefore(versions, id)]));
  const [nearest, another] = common.filter((id) => !passed.has(id)).flatMap((id) => versions.get(id) ?? []);
  if (another) return { tag: 'several' };
  return nearest ? { tag: 'one', version: nearest } : { tag: 'none' };
}

/** All versions that `id` is over, directly or through others. */
function versionsBefore(versions: ReadonlyMap<EntryId, FieldVersion>, id: EntryId): ReadonlySet<EntryId> {
  const found = new Set<EntryId>();
  const queue = [...(versions.get(id)?.over ?? [])];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (found.has(next) || !versions.has(next)) continue;
    found.add(next);
    queue.push(...(versions.get(next)?.over ?? []));
  }
  return found;
}
