import type { Observable } from './observable';
import { notingIn, tracked } from './topics';
import type { LiveRecords } from './workspace';

/** Where live reads come from: the records, and a voice that says which topics changed. */
export interface LiveSource {
  readonly records: LiveRecords;
  /** Rises with every change. */
  version(): number;
  subscribe(listener: (changed: ReadonlySet<string>) => void): () => void;
}

/**
 * A read that keeps itself current. It runs when somebody asks and something it touched has changed, so a change
 * that nobody looks at costs a set lookup. The result keeps its reference while it is equal one level deep.
 */
export function liveQuery<T>(source: LiveSource, read: (records: LiveRecords) => T): Observable<T> {
  let touched: ReadonlySet<string> = new Set();
  let current: { readonly value: T } | undefined;
  let ranAt = -1;
  let watchers = 0;
  let stale = true;

  const run = (): T => {
    ranAt = source.version();
    stale = false;
    const topics = new Set<string>();
    const value = notingIn(topics, () => read(tracked(source.records, topics)));
    touched = topics;
    if (current === undefined || !sameOneLevelDeep(current.value, value)) current = { value };
    return current.value;
  };
  // With nobody subscribed no change is heard, so any change makes it stale.
  const isCurrent = (): boolean => !stale && (watchers > 0 || ranAt === source.version());

  return {
    get: () => (current !== undefined && isCurrent() ? current.value : run()),
    subscribe: (listener) => {
      if (watchers === 0 && ranAt !== source.version()) stale = true;
      watchers += 1;
      const leave = source.subscribe((changed) => {
        if (!stale && meets(touched, changed)) stale = true;
        if (stale) listener();
      });
      return () => {
        watchers -= 1;
        leave();
      };
    },
  };
}

function meets(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const item of small) if (large.has(item)) return true;
  return false;
}

/** Equal members of two arrays, or equal fields of two plain objects. */
export function sameOneLevelDeep(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, at) => Object.is(item, b[at]));
  if (!isPlain(a) || !isPlain(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && Object.is(a[key], b[key]));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
