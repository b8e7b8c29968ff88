import { EVERYONE } from './access';
import { choice, defineRecord, number, ref, text } from './define-record';
import { ofDeal, quote, quoteStart, sourceMoment } from './recurring-fields';

/** What the client rules out or insists on, such as a CFO who forbids changes to billing. */
export const constraint = defineRecord({
  type: 'constraint',
  label: 'Constraint',
  plural: 'Constraints',
  ledger: 'team',
  writers: EVERYONE,
  fields: {
    text: text({ label: 'Constraint', merge: 'longText', multiline: true, required: true }),
    deal: ofDeal,
    by: ref('contact', { label: 'Set by', merge: 'plain' }),
    strength: choice(['must', 'prefer'], { label: 'Strength', merge: 'plain', required: true }),
    sourceMoment,
    quote,
    quoteStart,
  },
});

/** What one buyer cares about, and how much: rank 1 comes first. */
export const priority = defineRecord({
  type: 'priority',
  label: 'Priority',
  plural: 'Priorities',
  ledger: 'team',
  writers: EVERYONE,
  fields: {
    text: text({ label: 'Priority', merge: 'longText', multiline: true, required: true }),
    deal: ofDeal,
    contact: ref('contact', { label: 'Buyer', merge: 'plain' }),
    rank: number({ label: 'Rank', merge: 'cosmetic', min: 1, help: '1 matters most.' }),
    sourceMoment,
    quote,
    quoteStart,
  },
});
