/** What one piece of an answer should weigh: the memory of a slow reader, times two. */
const PIECE_BYTES = 4 * 1024 * 1024;
const [FEWEST, MOST] = [5, 500];

/** Rows to read at first, when nothing is known of their size yet. */
export const FIRST_PAGE = 50;

/** How many rows to read next, by the weight of those before: full pages are a thousand times a tombstone. */
export function nextPageSize(rows: number, characters: number): number {
  if (rows === 0) return FIRST_PAGE;
  return Math.min(MOST, Math.max(FEWEST, Math.floor((PIECE_BYTES * rows) / Math.max(1, characters))));
}
