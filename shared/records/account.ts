import { EVERYONE } from './access';
import { choice, date, defineRecord, keyed, members, ref, text } from './define-record';

/** Languages in which a client may be written to. */
export const CLIENT_LANGUAGES = [
  'English',
  'German',
  'French',
  'Spanish',
  'Italian',
  'Portuguese',
  'Dutch',
  'Danish',
  'Swedish',
  'Polish',
  'Czech',
] as const;

/** A client firm. It has many deals at a time. */
export const account = defineRecord({
  type: 'account',
  label: 'Account',
  plural: 'Accounts',
  ledger: 'team',
  writers: EVERYONE,
  fields: {
    name: text({ label: 'Name', merge: 'plain', required: true }),
    domain: text({ label: 'Domain', merge: 'plain', help: 'Their mail domain, such as example.com.' }),
    industry: text({ label: 'Industry', merge: 'plain' }),
    owner: ref('person', { label: 'Owner', merge: 'plain' }),
    language: choice(CLIENT_LANGUAGES, { label: 'Language', merge: 'plain', help: 'In which we write to them.' }),
    notes: text({ label: 'Notes', merge: 'longText', multiline: true }),
    externalIds: keyed({ label: 'External ids', merge: 'plain', internal: true }),
  },
});

export const BUYING_ROLES = ['economic buyer', 'champion', 'technical', 'user', 'blocker'] as const;
export const STANCES = ['for', 'neutral', 'against', 'unknown'] as const;

/** A person at the client. */
export const contact = defineRecord({
  type: 'contact',
  label: 'Contact',
  plural: 'Contacts',
  ledger: 'team',
  writers: EVERYONE,
  fields: {
    name: text({ label: 'Name', merge: 'plain', required: true }),
    account: ref('account', { label: 'Account', merge: 'plain' }),
    otherAccounts: members('account', { label: 'Other accounts', merge: 'plain' }),
    title: text({ label: 'Title', merge: 'plain' }),
    department: text({ label: 'Department', merge: 'plain' }),
    email: text({ label: 'E-mail', merge: 'plain' }),
    phone: text({ label: 'Phone', merge: 'plain' }),
    buyingRole: choice(BUYING_ROLES, { label: 'Buying role', merge: 'plain' }),
    stance: choice(STANCES, { label: 'Stance', merge: 'plain', help: 'Towards the work we propose.' }),
    awayFrom: date({ label: 'Away from', merge: 'plain' }),
    awayUntil: date({ label: 'Away until', merge: 'plain' }),
    externalIds: keyed({ label: 'External ids', merge: 'plain', internal: true }),
  },
});
