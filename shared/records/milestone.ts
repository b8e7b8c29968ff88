import { EVERYONE } from './access';
import { choice, date, defineRecord, money, ref, text } from './define-record';
import { ofDeal, PARTIES, place, sourceMoment } from './recurring-fields';

/** A date that both sides look at; with a fee it is what we may bill. */
export const milestone = defineRecord({
  type: 'milestone',
  label: 'Milestone',
  plural: 'Milestones',
  ledger: 'team',
  writers: EVERYONE,
  fields: {
    title: text({ label: 'Title', merge: 'plain', required: true }),
    deal: ofDeal,
    due: date({ label: 'Due', merge: 'plain' }),
    reachedAt: date({ label: 'Reached', merge: 'guarded' }),
    fee: money({ label: 'Fee', merge: 'guarded' }),
    acceptedBy: ref('contact', { label: 'Accepted by', merge: 'plain' }),
    acceptedAt: date({ label: 'Accepted', merge: 'guarded' }),
    sourceMoment,
    rank: place,
  },
});

/** A date that moved, and whose doing it was. */
export const slip = defineRecord({
  type: 'slip',
  label: 'Slip',
  plural: 'Slips',
  ledger: 'team',
  writers: EVERYONE,
  fields: {
    milestone: ref('milestone', { label: 'Milestone', merge: 'plain', required: true }),
    from: date({ label: 'From', merge: 'plain', required: true }),
    to: date({ label: 'To', merge: 'plain', required: true }),
    cause: text({ label: 'Cause', merge: 'longText', multiline: true }),
    party: choice(PARTIES, { label: 'Caused by', merge: 'plain', required: true }),
  },
});
