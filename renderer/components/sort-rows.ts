/** Which column orders the rows, and which way. */
export interface SortOrder {
  readonly by: string;
  readonly direction: 'up' | 'down';
}

interface Sortable<Row> {
  readonly id: string;
  readonly sortBy?: (row: Row) => string | number | undefined;
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** The rows in order; rows with nothing in that column come last both ways, equal rows keep their places. */
export function sortRows<Row>(rows: readonly Row[], columns: readonly Sortable<Row>[], order: SortOrder | undefined): readonly Row[] {
  const sortBy = columns.find((column) => column.id === order?.by)?.sortBy;
  if (!order || !sortBy) return rows;
  const sign = order.direction === 'up' ? 1 : -1;
  return rows
    .map((row) => ({ row, key: sortBy(row) }))
    .sort((a, b) => compareKeys(a.key, b.key, sign))
    .map(({ row }) => row);
}

/** A press on a header: up, then down, then the order the rows came in. */
export function nextOrder(order: SortOrder | undefined, by: string): SortOrder | undefined {
  if (order?.by !== by) return { by, direction: 'up' };
  return order.direction === 'up' ? { by, direction: 'down' } : undefined;
}

function compareKeys(a: string | number | undefined, b: string | number | undefined, sign: 1 | -1): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
  return sign * collator.compare(String(a), String(b));
}
