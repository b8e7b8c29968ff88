import { EVERYONE } from './access';
import { choice, defineRecord, flag, ref, ROLES, text, tree } from './define-record';
import { jsonMap, jsonTree } from './trees';

/** A list as somebody likes to see it: filters, sort order, columns. */
export const savedView = defineRecord({
  type: 'savedView',
  label: 'Saved view',
  plural: 'Saved views',
  ledger: 'team',
  writers: EVERYONE,
  fields: {
    name: text({ label: 'Name', merge: 'plain', required: true }),
    screen: choice(['pipeline', 'accounts', 'contacts', 'tickets', 'money', 'change orders', 'time', 'invoices'], {
      label: 'Screen',
      merge: 'plain',
      required: true,
    }),
    owner: ref('person', { label: 'Owner', merge: 'plain' }),
    everyone: flag({ label: 'Shown to everyone', merge: 'plain' }),
    settings: tree(jsonMap, { label: 'Settings', merge: 'plain', internal: true }),
  },
});

/**
 * One setting of the firm: names of phases, thresholds of signals, the price side of rate cards, remembered mappings.
 * Its id derives from its key, so two laptops that set it offline set the same record.
 */
export const firmSetting = defineRecord({
  type: 'firmSetting',
  label: 'Setting',
  plural: 'Settings',
  ledger: 'team',
  writers: ROLES,
  fields: {
    key: text({ label: 'Key', merge: 'plain', required: true, fixed: true }),
    value: tree(jsonTree, { label: 'Value', merge: 'plain' }),
  },
});
