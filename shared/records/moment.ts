import { EVERYONE } from './access';
import { choice, defineRecord, instant, link, members, ref, text } from './define-record';
import { QUESTIONABLE } from './recurring-fields';

export const MOMENT_KINDS = ['e-mail', 'call', 'meeting', 'chat', 'note', 'file'] as const;

/** Something that was said or sent. It is evidence: its words never change; where it is filed may. */
export const moment = defineRecord({
  type: 'moment',
  label: 'Moment',
  plural: 'Moments',
  ledger: 'team',
  writers: EVERYONE,
  fields: {
    kind: choice(MOMENT_KINDS, { label: 'Kind', merge: 'plain', required: true, fixed: true }),
    /** Absent on mail that nobody has filed under a deal yet. */
    deal: ref('deal', { label: 'Deal', merge: 'plain' }),
    account: ref('account', { label: 'Account', merge: 'plain' }),
    at: instant({ label: 'When', merge: 'plain', required: true, fixed: true }),
    from: text({ label: 'From', merge: 'plain', fixed: true }),
    to: text({ label: 'To', merge: 'plain', fixed: true }),
    subject: text({ label: 'Subject', merge: 'plain', fixed: true }),
    body: text({ label: 'Text', merge: 'plain', fixed: true, multiline: true }),
    contacts: members('contact', { label: 'Contacts', merge: 'plain', help: 'Who of the client took part.' }),
    people: members('person', { label: 'People', merge: 'plain', help: 'Who of us took part.' }),
    /** What the words were said about: they are evidence on it without being its source. */
    about: link(QUESTIONABLE, { label: 'Evidence on', merge: 'plain' }),
    /** The question to which it is the answer. */
    answers: ref('question', { label: 'Answers', merge: 'plain', fixed: true, internal: true }),
    messageId: text({ label: 'Message id', merge: 'plain', fixed: true, internal: true }),
    thread: text({ label: 'Thread', merge: 'plain', fixed: true, internal: true }),
    /** `file:<sha-256>`: the raw bytes, kept as they came. */
    file: text({ label: 'File', merge: 'plain', fixed: true, internal: true }),
  },
});
