import { DECIDERS } from './access';
import { choice, date, defineRecord, money, number, text } from './define-record';
import { ofDeal } from './recurring-fields';

export const SYSTEMS = ['CRM', 'project tool', 'finance'] as const;

/** What another system says of a deal, as of a day: the three are held against each other. */
export const externalFigure = defineRecord({
  type: 'externalFigure',
  label: 'External figure',
  plural: 'External figures',
  ledger: 'team',
  writers: DECIDERS,
  fields: {
    deal: ofDeal,
    system: choice(SYSTEMS, { label: 'System', merge: 'plain', required: true }),
    field: text({ label: 'Figure', merge: 'plain', required: true, help: 'Such as signed value, billed, hours.' }),
    value: money({ label: 'Sum', merge: 'guarded' }),
    quantity: number({ label: 'Quantity', merge: 'plain', help: 'Where the figure is not money.' }),
    asOf: date({ label: 'As of', merge: 'plain', required: true }),
    externalId: text({ label: 'External id', merge: 'plain', internal: true, help: 'Of the record that it stands on there.' }),
    file: text({ label: 'File', merge: 'plain', help: 'The export that it came from.' }),
  },
});
