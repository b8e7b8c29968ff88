import { BOOKKEEPERS } from './access';
import { choice, date, defineRecord, keyed, money, ref, text } from './define-record';
import { ofDeal, place } from './recurring-fields';

/** A bill to the client, or a credit note that takes one back. Its sum is the sum of its lines. */
export const invoice = defineRecord({
  type: 'invoice',
  label: 'Invoice',
  plural: 'Invoices',
  ledger: 'team',
  writers: BOOKKEEPERS,
  fields: {
    number: text({ label: 'Number', merge: 'plain', required: true }),
    deal: ofDeal,
    kind: choice(['invoice', 'credit note'], { label: 'Kind', merge: 'guarded', required: true }),
    credits: ref('invoice', { label: 'Credits', merge: 'plain', help: 'Of a credit note: the invoice that it takes back.' }),
    reference: text({ label: 'Reference', merge: 'plain', help: 'The client’s order or purchase number.' }),
    issuedAt: date({ label: 'Issued', merge: 'plain' }),
    dueAt: date({ label: 'Due', merge: 'plain' }),
    externalIds: keyed({ label: 'External ids', merge: 'plain', internal: true }),
  },
});

const ofInvoice = ref('invoice', { label: 'Invoice', merge: 'plain', required: true });

/** Net and tax are positive on a credit note too; its kind says that they are taken back. Time entries point here. */
export const invoiceLine = defineRecord({
  type: 'invoiceLine',
  label: 'Invoice line',
  plural: 'Invoice lines',
  ledger: 'team',
  writers: BOOKKEEPERS,
  fields: {
    invoice: ofInvoice,
    text: text({ label: 'Text', merge: 'plain', multiline: true }),
    net: money({ label: 'Net', merge: 'guarded', required: true }),
    tax: money({ label: 'Tax', merge: 'guarded' }),
    milestone: ref('milestone', { label: 'Milestone', merge: 'plain' }),
    scopeLine: ref('scopeLine', { label: 'Scope line', merge: 'plain' }),
    changeOrder: ref('changeOrder', { label: 'Change order', merge: 'plain' }),
    rank: place,
  },
});

export const payment = defineRecord({
  type: 'payment',
  label: 'Payment',
  plural: 'Payments',
  ledger: 'team',
  writers: BOOKKEEPERS,
  fields: {
    invoice: ofInvoice,
    paidAt: date({ label: 'Paid on', merge: 'plain', required: true }),
    amount: money({ label: 'Amount', merge: 'guarded', required: true, help: 'Tax included, as it arrived.' }),
    externalIds: keyed({ label: 'External ids', merge: 'plain', internal: true }),
  },
});
