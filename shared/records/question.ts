import { EVERYONE } from './access';
import { date, defineRecord, instant, link, ref, text } from './define-record';
import { ofDeal, QUESTIONABLE } from './recurring-fields';

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
    askedAt: date({ label: 'Asked on', merge: 'plain' }),
    to: ref('person', { label: 'To', merge: 'plain', required: true }),
    about: link(QUESTIONABLE, { label: 'About', merge: 'plain' }),
    due: date({ label: 'Due', merge: 'plain' }),
    answer: text({ label: 'Answer', merge: 'longText', multiline: true }),
    answeredAt: date({ label: 'Answered on', merge: 'plain' }),
    answeredBy: ref('person', { label: 'Answered by', merge: 'plain' }),
    /** The field of what it is about that the answer fills, where nobody has by then. */
    fills: text({ label: 'Fills', merge: 'plain', internal: true, fixed: true }),
    /** What it asks for, where it was asked before somebody leaves: the same thing is not asked twice. */
    sweep: text({ label: 'Asked before leaving', merge: 'plain', internal: true, fixed: true }),
  },
});

/** Who has read which section of the brief of a deal, and what it said then. */
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
    /** Stands for the words that were read; another one now means that the section says something else. */
    digest: text({ label: 'Digest', merge: 'plain', internal: true }),
  },
});
