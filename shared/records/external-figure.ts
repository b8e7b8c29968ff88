import { EVERYONE } from './access';
import { choice, date, defineRecord, money, number, text } from './define-record';
import { ofDeal } from './recurring-fields';

export const SYSTEMS = ['CRM', 'project tool', 'finance'] as const;
export type System = (typeof SYSTEMS)[number];

/** A figure that systems are compared by. `money` stands in `value`, `quantity` in `quantity`, words and days in `words`. */
export interface FigureField {
  readonly field: string;
  readonly kind: 'money' | 'quantity' | 'day' | 'stage';
  readonly unit?: 'h' | '%';
  /** The system that mostly knows it best, for a form to begin with. */
  readonly system: System;
}

/** Every figure that is compared, in the order of a deal's life. */
export const FIGURE_FIELDS = [
  { field: 'signed value', kind: 'money', system: 'CRM' },
  { field: 'stage', kind: 'stage', system: 'CRM' },
  { field: 'close date', kind: 'day', system: 'CRM' },
  { field: 'planned hours', kind: 'quantity', unit: 'h', system: 'project tool' },
  { field: 'hours', kind: 'quantity', unit: 'h', system: 'project tool' },
  { field: 'remaining hours', kind: 'quantity', unit: 'h', system: 'project tool' },
  { field: 'percent complete', kind: 'quantity', unit: '%', system: 'project tool' },
  { field: 'billed', kind: 'money', system: 'finance' },
  { field: 'paid', kind: 'money', system: 'finance' },
] as const satisfies readonly FigureField[];
export type FigureName = (typeof FIGURE_FIELDS)[number]['field'];

export const figureField = (name: string): FigureField | undefined => FIGURE_FIELDS.find(({ field }) => field === name);

/**
 * What another system says of a deal, as of a day: the three are held against each other. It overwrites nothing of ours,
 * so whoever imports an export may keep what it says.
 */
export const externalFigure = defineRecord({
  type: 'externalFigure',
  label: 'External figure',
  plural: 'External figures',
  ledger: 'team',
  writers: EVERYONE,
  fields: {
    deal: ofDeal,
    system: choice(SYSTEMS, { label: 'System', merge: 'plain', required: true }),
    field: text({ label: 'Figure', merge: 'plain', required: true, help: 'Such as signed value, billed, hours.' }),
    value: money({ label: 'Sum', merge: 'guarded' }),
    quantity: number({ label: 'Quantity', merge: 'plain', help: 'Where the figure is not money.' }),
    words: text({ label: 'Words', merge: 'plain', help: 'Where the figure is a stage or a day (year first).' }),
    asOf: date({ label: 'As of', merge: 'plain', required: true }),
    externalId: text({ label: 'External id', merge: 'plain', internal: true, help: 'Of the record that it stands on there.' }),
    file: text({ label: 'File', merge: 'plain', help: 'The export that it came from.' }),
  },
});
