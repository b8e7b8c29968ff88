import { KEEPERS } from './access';
import { defineRecord, flag, ROLES, tags, text } from './define-record';

/** One of us. */
export const person = defineRecord({
  type: 'person',
  label: 'Person',
  plural: 'People',
  ledger: 'team',
  writers: KEEPERS,
  fields: {
    name: text({ label: 'Name', merge: 'plain', required: true }),
    email: text({ label: 'E-mail', merge: 'plain' }),
    roles: tags(ROLES, { label: 'Roles', merge: 'plain' }),
    active: flag({ label: 'Active', merge: 'plain', initially: true }),
  },
});
