/** Address of the review; of one record's first clash, or of the clash of one field (as stored) of it. */
export function reviewPath(record?: string, field?: string): string {
  if (record === undefined) return '/review';
  return `/review?${new URLSearchParams({ record, ...(field === undefined ? {} : { field }) }).toString()}`;
}
