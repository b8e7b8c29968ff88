import { BOOKKEEPERS, EVERYONE } from './access';
import { choice, date, defineRecord, money, ref, text } from './define-record';
import { ofDeal, quote, quoteStart, sourceMoment } from './recurring-fields';

/** What one side gave up: a discount, a line that was negotiated away. */
export const concession = defineRecord({
  type: 'concession',
  label: 'Concession',
  plural: 'Concessions',
  ledger: 'team',
  writers: EVERYONE,
  fields: {
    text: text({ label: 'Concession', merge: 'longText', multiline: true, required: true }),
    deal: ofDeal,
    givenBy: choice(['us', 'them'], { label: 'Given by', merge: 'plain', required: true }),
    value: money({ label: 'Value', merge: 'guarded' }),
    givenAt: date({ label: 'Given on', merge: 'plain' }),
    approvedBy: ref('person', { label: 'Approved by', merge: 'guarded', writers: BOOKKEEPERS }),
    sourceMoment,
    quote,
    quoteStart,
  },
});
