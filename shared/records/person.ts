import { KEEPERS } from './access';
import { defineRecord, flag, ref, ROLES, tags, text } from './define-record';

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
    user: text({ label: 'User name', merge: 'plain', internal: true, help: 'Their name on the server, where they have access to one.' }),
    joinedAs: ref('person', {
      label: 'Joined as',
      merge: 'plain',
      internal: true,
      help: 'The same human, as the server knows them: on a person who began on a device without a server.',
    }),
    active: flag({ label: 'Active', merge: 'plain', initially: true }),
  },
});
