import type { Unsettled } from '#shared/blueprint/lifecycle';
import { partsOf } from '#shared/blueprint/parts';
import type { Id } from '#shared/records/define-record';
import type { Records } from '#shared/records/records';
import type { Blueprint } from '#shared/records/registry';
import { typeOf } from '#shared/records/registry';
import { titleOf } from '#shared/records/value-text';
import { fieldLabel } from '../review';
import type { LiveRecords } from '../workspace';
import { t } from '#shared/values/texts';

/** The blueprints of a deal, oldest first. */
export const blueprintsOfDeal = (records: Records, deal: Id<'deal'>): readonly Blueprint[] => records.of('blueprint', 'deal', deal);

/** What of a blueprint people changed without seeing each other: nobody approves on it until somebody has chosen. */
export function unsettledIn(records: LiveRecords, blueprint: Id<'blueprint'>): readonly Unsettled[] {
  const { nodes, edges, sections } = partsOf(records, blueprint);
  return [blueprint, ...[...sections, ...nodes, ...edges].map(({ id }) => id)].flatMap((record) =>
    records.clashing(record).map((field) => {
      const type = typeOf(record);
      const label = type ? fieldLabel(type, field, records) : field;
      return {
        record,
        field,
        words: record === blueprint ? label : t('{{label}} of “{{record}}”', { label, record: titleOf(record, records) }),
      };
    }),
  );
}
