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
    price: money({ label: 'Price', merge: 'guarded' }),
    hours: number({ label: 'Hours', merge: 'plain', min: 0, unit: 'h' }),
    status: choice(CHANGE_ORDER_STATUSES, { label: 'Status', merge: 'guarded', required: true, writers: DECIDERS }),
    decidedBy: ref('person', { label: 'Decided by', merge: 'guarded', writers: DECIDERS }),
    decidedAt: date({ label: 'Decided on', merge: 'plain', writers: DECIDERS }),
    decidedWhy: text({ label: 'Reason', merge: 'longText', multiline: true }),
    sourceMoment,
    quote,
    quoteStart,
  },
});
