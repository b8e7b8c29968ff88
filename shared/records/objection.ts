import { EVERYONE } from './access';
import { choice, date, defineRecord, link, ref, text } from './define-record';
import { ofDeal, quote, quoteStart, sourceMoment } from './recurring-fields';

export const OBJECTION_CATEGORIES = ['price', 'scope', 'schedule', 'risk', 'people', 'security', 'other'] as const;

/** What spoke against us, and what became of it. Open until it has a resolution. */
export const objection = defineRecord({
  type: 'objection',
  label: 'Objection',
  plural: 'Objections',
  ledger: 'team',
  writers: EVERYONE,
  fields: {
    text: text({ label: 'Objection', merge: 'longText', multiline: true, required: true }),
    deal: ofDeal,
    raisedBy: ref('contact', { label: 'Raised by', merge: 'plain' }),
    category: choice(OBJECTION_CATEGORIES, { label: 'Category', merge: 'plain' }),
    resolution: text({ label: 'Resolution', merge: 'longText', multiline: true }),
    resolvedBy: ref('person', { label: 'Resolved by', merge: 'plain' }),
    resolvedAt: date({ label: 'Resolved on', merge: 'plain' }),
    ledTo: link(['scopeLine', 'concession', 'commitment'], { label: 'Led to', merge: 'plain' }),
    sourceMoment,
    quote,
    quoteStart,
  },
});
