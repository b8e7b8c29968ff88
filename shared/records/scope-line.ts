import { EVERYONE } from './access';
import { choice, date, defineRecord, members, money, number, ref, text } from './define-record';
import { ofDeal, place, quote, quoteStart, sourceMoment } from './recurring-fields';

export const SCOPE_ORIGINS = ['SOW', 'proposal', 'e-mail', 'verbal', 'assumption'] as const;
/** A courtesy is done for nothing. It is kept and shown, as is what was negotiated away: both are what somebody will ask about. */
export const SCOPE_STATUSES = ['proposed', 'in', 'optional', 'courtesy', 'negotiated away', 'done'] as const;

/** One line of what is sold. After the signature the same record is the work package. */
export const scopeLine = defineRecord({
  type: 'scopeLine',
  label: 'Scope line',
  plural: 'Scope lines',
  ledger: 'team',
  writers: EVERYONE,
  fields: {
    title: text({ label: 'Title', merge: 'guarded', required: true }),
    deal: ofDeal,
    included: text({ label: 'Included', merge: 'guarded', multiline: true }),
    excluded: text({ label: 'Excluded', merge: 'guarded', multiline: true }),
    assumptions: text({ label: 'Assumptions', merge: 'guarded', multiline: true }),
    acceptanceTest: text({ label: 'Acceptance test', merge: 'guarded', multiline: true }),
    why: text({ label: 'Why', merge: 'longText', multiline: true, help: 'What the client wants it for.' }),
    origin: choice(SCOPE_ORIGINS, { label: 'Origin', merge: 'plain' }),
    status: choice(SCOPE_STATUSES, { label: 'Status', merge: 'guarded', required: true }),
    plannedHours: number({ label: 'Planned hours', merge: 'plain', min: 0, unit: 'h' }),
    remainingHours: number({ label: 'Remaining hours', merge: 'plain', min: 0, unit: 'h' }),
    remainingAsOf: date({
      label: 'Remaining as of',
      merge: 'plain',
      internal: true,
      help: 'The day somebody last said what is left to do.',
    }),
    owner: ref('person', { label: 'Owner', merge: 'plain', help: 'Who answers for the work.' }),
    plannedStart: date({ label: 'Planned start', merge: 'plain' }),
    plannedEnd: date({ label: 'Planned end', merge: 'plain' }),
    milestone: ref('milestone', { label: 'Milestone', merge: 'plain', help: 'The milestone that waits for it.' }),
    role: text({ label: 'Role', merge: 'plain', help: 'Whose rate applies, such as senior consultant.' }),
    price: money({ label: 'Price', merge: 'guarded' }),
    touches: members('constraint', { label: 'Touches', merge: 'plain', help: 'Constraints that this line meets.' }),
    decidedBy: ref('person', { label: 'Decided by', merge: 'plain', help: 'Who took it out, or gave it as a courtesy.' }),
    decidedAt: date({ label: 'Decided on', merge: 'plain' }),
    decidedWhy: text({ label: 'Reason', merge: 'longText', multiline: true, help: 'Why it was taken out, or given for nothing.' }),
    changeOrder: ref('changeOrder', { label: 'Change order', merge: 'plain', help: 'The change order that added it.' }),
    sourceMoment,
    quote,
    quoteStart,
    rank: place,
  },
});
