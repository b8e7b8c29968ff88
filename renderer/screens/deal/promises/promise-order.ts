import { ranked } from '#shared/promise/priority';
import type { Notable } from '#shared/records/register';
import type { Records } from '#shared/records/records';
import type { Priority } from '#shared/records/registry';
import type { PromiseRecord } from '../../../data/reads/promises';
import { dayOf } from './promise-facts';
import { standingOf } from './promise-standing';

/** Open ones first, then the newest; priorities by their rank. */
export function inReadingOrder(kind: Notable, promises: readonly PromiseRecord[], records: Records): readonly PromiseRecord[] {
  if (kind === 'priority') return ranked(promises as readonly Priority[]);
  const isOpen = new Set(promises.filter((promise) => standingOf(promise, records).tone === 'open'));
  return promises.toSorted(
    (a, b) => Number(isOpen.has(b)) - Number(isOpen.has(a)) || compare(dayOf(b, records), dayOf(a, records)) || compare(b.id, a.id),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
