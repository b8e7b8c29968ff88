import { generateKeyBetween } from 'fractional-indexing';

/** Place in an ordered list, as text that sorts: `a0`, `a1`, `a0V`. Equal ranks are ordered by record id. */
export type Rank = string;

/**
 * A rank after `after` and before `before`; null is the end of the list. Two people who insert at one place offline
 * get equal or crossing ranks: then there is no room in between, and the new item goes right after `after`.
 */
export function rankBetween(after: Rank | null, before: Rank | null): Rank {
  const low = usable(after);
  const high = usable(before);
  return generateKeyBetween(low, low !== null && high !== null && low >= high ? null : high);
}

/** `count` ranks in order, all between `after` and `before`. */
export function ranksBetween(after: Rank | null, before: Rank | null, count: number): readonly Rank[] {
  const ranks: Rank[] = [];
  for (let last = after; ranks.length < count; last = ranks.at(-1) ?? null) ranks.push(rankBetween(last, before));
  return ranks;
}

/** Ranks arrive from other devices: a text that is no rank counts as the end of the list, it must not throw. */
function usable(rank: Rank | null): Rank | null {
  if (rank === null) return null;
  try {
    generateKeyBetween(rank, null);
    return rank;
  } catch {
    return null; // the library's only way to say "not an order key"
  }
}
