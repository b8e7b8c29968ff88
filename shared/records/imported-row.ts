import { EVERYONE } from './access';
import { defineRecord, link, text, tree } from './define-record';
import { jsonMap } from './trees';

/**
 * What a source last brought for one of its rows: the base of a three-way re-import. Its id derives from
 * (source, external id), so two laptops that import the same file offline keep one.
 */
export const importedRow = defineRecord({
  type: 'importedRow',
  label: 'Imported row',
  plural: 'Imported rows',
  ledger: 'team',
  writers: EVERYONE,
  fields: {
    source: text({ label: 'Source', merge: 'plain', required: true }),
    externalId: text({ label: 'External id', merge: 'plain', required: true }),
    target: link(
      [
        'deal',
        'account',
        'contact',
        'moment',
        'ticket',
        'invoice',
        'invoiceLine',
        'payment',
        'timeEntry',
        'person',
        'scopeLine',
        'milestone',
        'commitment',
        'changeOrder',
        'decision',
        'objection',
        'constraint',
        'concession',
        'priority',
      ],
      {
        label: 'Record',
        merge: 'plain',
      },
    ),
    brought: tree(jsonMap, { label: 'What it brought', merge: 'cosmetic', internal: true }),
  },
});
