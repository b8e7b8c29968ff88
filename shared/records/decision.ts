import { EVERYONE } from './access';
import { date, defineRecord, ref, text } from './define-record';
import { ofDeal, quote, quoteStart, sourceMoment } from './recurring-fields';

/** What was settled, between which options, and why. A later one may supersede it; none is erased. */
export const decision = defineRecord({
  type: 'decision',
  label: 'Decision',
  plural: 'Decisions',
  ledger: 'team',
  writers: EVERYONE,
  fields: {
    text: text({ label: 'Decision', merge: 'longText', multiline: true, required: true }),
    deal: ofDeal,
    options: text({ label: 'Options', merge: 'longText', multiline: true }),
    why: text({ label: 'Why', merge: 'longText', multiline: true }),
    decidedBy: text({ label: 'Decided by', merge: 'plain', help: 'Names, of both sides.' }),
    decidedAt: date({ label: 'Decided on', merge: 'plain' }),
    supersedes: ref('decision', { label: 'Supersedes', merge: 'plain' }),
    ticket: ref('ticket', { label: 'Ticket', merge: 'plain', help: 'The work in which it was settled.' }),
    sourceMoment,
    quote,
    quoteStart,
  },
});
