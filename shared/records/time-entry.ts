import { DECIDERS, EVERYONE } from './access';
import { choice, date, defineRecord, flag, keyed, money, number, ref, text } from './define-record';
import { ofDeal } from './recurring-fields';

export const ACTIVITIES = ['delivery', 'reconstruction', 'escalation', 'rework', 'pursuit'] as const;

/** Hours of one person on one day. `reconstruction` is finding out again what the sale already knew. */
export const timeEntry = defineRecord({
  type: 'timeEntry',
  label: 'Time entry',
  plural: 'Time entries',
  ledger: 'team',
  writers: EVERYONE,
  fields: {
    deal: ofDeal,
    person: ref('person', { label: 'Person', merge: 'plain', required: true }),
    date: date({ label: 'Date', merge: 'plain', required: true }),
    hours: number({ label: 'Hours', merge: 'plain', min: 0, max: 24, unit: 'h', required: true }),
    activity: choice(ACTIVITIES, { label: 'Activity', merge: 'plain', required: true }),
    scopeLine: ref('scopeLine', { label: 'Scope line', merge: 'plain' }),
    ticket: ref('ticket', { label: 'Ticket', merge: 'plain' }),
    changeOrder: ref('changeOrder', { label: 'Change order', merge: 'plain' }),
    commitment: ref('commitment', { label: 'Commitment', merge: 'plain', help: 'The promise that the hours made good.' }),
    billable: flag({ label: 'Billable', merge: 'plain' }),
    billRate: money({ label: 'Bill rate', merge: 'guarded', help: 'Per hour, net of tax.' }),
    approved: flag({ label: 'Approved', merge: 'guarded', writers: DECIDERS }),
    invoiceLine: ref('invoiceLine', { label: 'Invoice line', merge: 'plain', help: 'Where it was billed.', internal: true }),
    note: text({ label: 'Note', merge: 'longText', multiline: true }),
    externalIds: keyed({ label: 'External ids', merge: 'plain', internal: true }),
  },
});
