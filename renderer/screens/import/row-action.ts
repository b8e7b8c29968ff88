import type { RowAction } from '#shared/exchange/import-plan';

/** What happens to a row, in a word. */
export const ACTION_NAMES: Readonly<Record<RowAction, string>> = {
  create: 'New',
  update: 'Changed',
  skip: 'Unchanged',
  conflict: 'To decide',
  problem: 'Problems',
};
