import { DEAL_TEAM } from './access';
import { choice, date, defineRecord, keyed, members, money, number, ref, text } from './define-record';

/** In the order of a deal's life. The bar stands between `negotiation` and `kickoff`: that is the signature. */
export const PHASES = [
  'discovery',
  'scoping',
  'proposal',
  'negotiation',
  'kickoff',
  'requirements',
  'design',
  'build',
  'deploy',
  'warranty',
  'closed',
  'lost',
  'on hold',
] as const;
export type Phase = (typeof PHASES)[number];

export const BILLING_MODELS = ['fixed', 'T&M', 'capped T&M', 'milestone', 'retainer'] as const;
export const RETAINER_PERIODS = ['month', 'quarter', 'year'] as const;
export const HEALTHS = ['green', 'amber', 'red'] as const;

/** One record from first call to warranty end. It changes phase at signature; it is never copied. */
export const deal = defineRecord({
  type: 'deal',
  label: 'Deal',
  plural: 'Deals',
  ledger: 'team',
  writers: DEAL_TEAM,
  fields: {
    name: text({ label: 'Name', merge: 'plain', required: true }),
    account: ref('account', { label: 'Account', merge: 'plain' }),
    otherAccounts: members('account', { label: 'Other accounts', merge: 'plain', help: 'Firms that take part beside the client.' }),
    phase: choice(PHASES, { label: 'Phase', merge: 'guarded', required: true }),
    department: text({ label: 'Department', merge: 'plain', help: "The client's department that buys." }),
    ae: ref('person', { label: 'Account executive', merge: 'plain' }),
    presalesLead: ref('person', { label: 'Pre-sales lead', merge: 'plain' }),
    pm: ref('person', { label: 'Project manager', merge: 'plain' }),
    buyers: members('contact', { label: 'Buyers', merge: 'plain' }),
    billingModel: choice(BILLING_MODELS, { label: 'Billing model', merge: 'guarded' }),
    amount: money({ label: 'Amount', merge: 'guarded', help: 'Before signature the expected, after it the signed value, net of tax.' }),
    cap: money({ label: 'Cap', merge: 'guarded', help: 'Upper limit of capped T&M.' }),
    retainerFee: money({ label: 'Retainer fee', merge: 'guarded', help: 'Per period.' }),
    retainerPeriod: choice(RETAINER_PERIODS, { label: 'Retainer period', merge: 'guarded' }),
    retainerPeriods: number({ label: 'Periods signed', merge: 'guarded', min: 0 }),
    expectedClose: date({ label: 'Expected close', merge: 'plain' }),
    signedAt: date({ label: 'Signed', merge: 'guarded' }),
    signedAtSource: text({
      label: 'Source of the signed date',
      merge: 'plain',
      internal: true,
      help: 'Set when the date was imported, not entered.',
    }),
    /** The signature opens the project manager's brief. */
    briefStartedAt: date({ label: 'Brief opened', merge: 'plain', internal: true }),
    kickoffAt: date({ label: 'Kickoff', merge: 'plain' }),
    plannedEnd: date({ label: 'Planned end', merge: 'plain' }),
    deliveredAt: date({ label: 'Delivered', merge: 'plain' }),
    warrantyUntil: date({ label: 'Warranty until', merge: 'plain' }),
    renewalAt: date({ label: 'Renewal', merge: 'plain' }),
    noticeAt: date({ label: 'Notice until', merge: 'plain', help: 'The last day on which either side can end it before it renews.' }),
    splitFrom: ref('deal', { label: 'Split from', merge: 'plain', internal: true, help: 'The deal that this one was part of.' }),
    health: choice(HEALTHS, { label: 'Health', merge: 'plain' }),
    whyTheyBought: text({ label: 'Why they bought', merge: 'longText', multiline: true }),
    lostReason: text({ label: 'Reason lost', merge: 'longText', multiline: true }),
    /** Where a deal that is lost or on hold came from, and returns to. */
    pausedFrom: choice(PHASES, { label: 'Phase before', merge: 'plain', internal: true }),
    externalIds: keyed({ label: 'External ids', merge: 'plain', internal: true }),
  },
});
