import type { Deal } from '#shared/records/registry';
import type { DataColumn } from './data-column';
import { t } from '#shared/values/texts';

/** Which deal a row is of, by its name. `grow`: its share of the width that is left over. */
export const dealColumn = <Row extends { readonly deal: Deal | undefined }>(grow: number): DataColumn<Row> => ({
  id: 'deal',
  header: t('Deal'),
  width: 150,
  grow,
  cell: ({ deal }) => deal?.name,
  sortBy: ({ deal }) => deal?.name,
});
