import { DECIDERS, EVERYONE } from './access';
import { choice, date, defineRecord, money, number, ref, text } from './define-record';
import { ofDeal, quote, quoteStart, sourceMoment } from './recurring-fields';

export const CHANGE_ORDER_STATUSES = ['requested', 'submitted', 'billed', 'absorbed', 'rejected'] as const;

/** Something asked for that was not sold. Sooner or later it is billed, absorbed or rejected; never nothing. */
export const changeOrder = defineRecord({
  type: 'changeOrder',
  label: 'Change order',
  plural: 'Change orders',
  ledger: 'team',
  writers: EVERYONE,
  fields: {
    title: text({ label: 'Title', merge: 'guarded', required: true }),
    deal: ofDeal,
    requestedBy: ref('contact', { label: 'Requested by', merge: 'plain' }),
    requestedAt: date({ label: 'Requested on', merge: 'plain' }),
    detail: text({
      label: 'Detail',
      merge: 'longText',
      multiline: true,
      help: 'What is asked for, and how it differs from what was sold.',
    }),
    scopeLine: ref('scopeLine', { label: 'Scope line', merge: 'plain', help: 'The line that it changes.' }),
    ticket: ref('ticket', { label: 'Ticket', merge: 'plain', help: 'The work in which it came up.' }),
    commitment: ref('commitment', { label: 'Commitment', merge: 'plain', help: 'The promise that it makes good.' }),
    price: money({ label: 'Price', merge: 'guarded', help: 'Net of tax.' }),
    hours: number({ label: 'Hours', merge: 'plain', min: 0, unit: 'h' }),
    status: choice(CHANGE_ORDER_STATUSES, { label: 'Status', merge: 'guarded', required: true, writers: DECIDERS }),
    submittedAt: date({ label: 'Submitted', merge: 'plain' }),
    revision: number({ label: 'Revision', merge: 'plain', min: 1, internal: true, help: 'Counted up when what was submitted changes.' }),
    absorbed: money({
      label: 'Absorbed',
      merge: 'guarded',
      writers: DECIDERS,
      help: 'What we give for nothing, at the price that it would have had.',
    }),
    decidedBy: ref('person', { label: 'Decided by', merge: 'guarded', writers: DECIDERS }),
    decidedAt: date({ label: 'Decided on', merge: 'plain', writers: DECIDERS }),
    decidedWhy: text({ label: 'Reason', merge: 'longText', multiline: true }),
    sourceMoment,
    quote,
    quoteStart,
  },
});
