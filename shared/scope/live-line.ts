import type { Records } from '../records/records';
import type { Id } from '../records/define-record';
import type { ScopeLine } from '../records/registry';

/** Still offered, sold or done. What was negotiated away is kept and shown, and counts for nothing. */
export const isLive = ({ status, archived }: ScopeLine): boolean => status !== 'negotiated away' && archived !== true;

/** The lines of a deal in the order of the editor: by rank, those without one last, equal ones by id. */
export function scopeLinesOf(records: Records, deal: Id<'deal'>): readonly ScopeLine[] {
  return records.of('scopeLine', 'deal', deal).toSorted(byRank);
}

function byRank(a: ScopeLine, b: ScopeLine): number {
  if (a.rank !== b.rank) return a.rank === undefined ? 1 : b.rank === undefined || a.rank < b.rank ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
