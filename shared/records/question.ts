import { EVERYONE } from './access';
import { date, defineRecord, instant, link, ref, text } from './define-record';
import { ofDeal } from './recurring-fields';

/** Asked of one person by a day. The answer becomes evidence on what the question is about. */
export const question = defineRecord({
  type: 'question',
  label: 'Question',
  plural: 'Questions',
  ledger: 'team',
  writers: EVERYONE,
  fields: {
    text: text({ label: 'Question', merge: 'longText', multiline: true, required: true }),
    deal: ofDeal,
    askedBy: ref('person', { label: 'Asked by', merge: 'plain' }),
    to: ref('person', { label: 'To', merge: 'plain', required: true }),
    about: link(
      ['deal', 'scopeLine', 'commitment', 'concession', 'objection', 'decision', 'constraint', 'priority', 'changeOrder', 'ticket'],
      {
        label: 'About',
        merge: 'plain',
      },
    ),
    due: date({ label: 'Due', merge: 'plain' }),
    answer: text({ label: 'Answer', merge: 'longText', multiline: true }),
    answeredAt: date({ label: 'Answered on', merge: 'plain' }),
  },
});

/** Who has read which section of the brief of a deal. */
export const readReceipt = defineRecord({
  type: 'readReceipt',
  label: 'Read receipt',
  plural: 'Read receipts',
  ledger: 'team',
  writers: EVERYONE,
  fields: {
    person: ref('person', { label: 'Person', merge: 'plain', required: true }),
    deal: ofDeal,
    section: text({ label: 'Section', merge: 'plain', required: true }),
    at: instant({ label: 'Read', merge: 'plain', required: true }),
  },
});
