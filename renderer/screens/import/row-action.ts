import type { RowAction } from '#shared/exchange/import-plan';
import { t } from '#shared/values/texts';

/** What happens to a row, in a word. */
export const ACTION_NAMES: Readonly<Record<RowAction, string>> = {
  create: t('New'),
  update: t('Changed'),
  skip: t('Unchanged'),
  conflict: t('To decide'),
  problem: t('Problems'),
};
