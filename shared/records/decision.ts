import { EVERYONE } from './access';
import { choice, date, defineRecord, ref, text } from './define-record';
import { ofDeal, quote, quoteStart, sourceMoment } from './recurring-fields';

/** What a claim can come to. */
export const VERDICTS = ['promised', 'discussed', 'no record', 'contradicted'] as const;

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
    claim: text({
      label: 'Claim',
      merge: 'plain',
      fixed: true,
      internal: true,
      help: 'Of a decision on evidence: what somebody says was promised.',
    }),
    verdict: choice(VERDICTS, {
      label: 'Verdict',
      merge: 'plain',
      internal: true,
      help: 'What the person decided, whatever the rules say.',
    }),
  },
});
