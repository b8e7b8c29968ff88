import { EVERYONE } from './access';
import { choice, defineRecord, instant, ref, text } from './define-record';
import { ofDeal } from './recurring-fields';

/** That one of us looked at a deal; everyone writes only their own. */
export const visit = defineRecord({
  type: 'visit',
  label: 'Visit',
  plural: 'Visits',
  ledger: 'team',
  writers: EVERYONE,
  fields: {
    person: ref('person', { label: 'Person', merge: 'plain', required: true }),
    deal: ofDeal,
    at: instant({ label: 'When', merge: 'plain', required: true }),
  },
});

/** How the client is doing, in a word and a note. */
export const pulse = defineRecord({
  type: 'pulse',
  label: 'Pulse',
  plural: 'Pulses',
  ledger: 'team',
  writers: EVERYONE,
  fields: {
    deal: ofDeal,
    person: ref('person', { label: 'Noted by', merge: 'plain' }),
    at: instant({ label: 'When', merge: 'plain', required: true }),
    mood: choice(['good', 'mixed', 'poor'], { label: 'Mood', merge: 'plain', required: true }),
    note: text({ label: 'Note', merge: 'longText', multiline: true }),
  },
});
