import { DEAL_TEAM } from './access';
import { BILLING_MODELS, RETAINER_PERIODS } from './deal';
import { choice, date, defineRecord, flag, money, number, ref, text } from './define-record';
import { ofDeal, place } from './recurring-fields';

export const PROPOSAL_STATUSES = ['draft', 'sent', 'accepted', 'superseded', 'declined'] as const;

/** One version of an offer. What was sent is never changed; the next version supersedes it. */
export const proposal = defineRecord({
  type: 'proposal',
  label: 'Proposal',
  plural: 'Proposals',
  ledger: 'team',
  writers: DEAL_TEAM,
  fields: {
    deal: ofDeal,
    version: number({ label: 'Version', merge: 'plain', min: 1, required: true }),
    status: choice(PROPOSAL_STATUSES, { label: 'Status', merge: 'guarded', required: true }),
    billingModel: choice(BILLING_MODELS, { label: 'Billing model', merge: 'guarded' }),
    cap: money({ label: 'Cap', merge: 'guarded', help: 'Upper limit of capped T&M: what is contracted.' }),
    retainerFee: money({ label: 'Retainer fee', merge: 'guarded', help: 'Per period.' }),
    retainerPeriod: choice(RETAINER_PERIODS, { label: 'Retainer period', merge: 'guarded' }),
    retainerPeriods: number({ label: 'Periods', merge: 'guarded', min: 0 }),
    blueprint: ref('blueprint', { label: 'Blueprint', merge: 'plain', help: 'Drawn and described in the SOW.' }),
    background: text({
      label: 'Background',
      merge: 'longText',
      multiline: true,
      help: 'In words for the client: why this project. The proposal and the SOW begin with it.',
    }),
    terms: text({ label: 'Terms', merge: 'longText', multiline: true }),
    validUntil: date({ label: 'Valid until', merge: 'guarded' }),
    sentAt: date({ label: 'Sent', merge: 'guarded' }),
    acceptedAt: date({ label: 'Accepted', merge: 'guarded' }),
    acceptedBy: ref('contact', { label: 'Accepted by', merge: 'plain' }),
    /** What the lines came to when it was sent. A line that arrives later makes a difference that can be seen. */
    total: money({ label: 'Total', merge: 'guarded', internal: true, help: 'As sent, net of tax.' }),
    declinedWhy: text({ label: 'Reason declined', merge: 'longText', multiline: true }),
  },
});

/**
 * What a line is in its offer: work that is paid for, an option that counts once it is chosen, something done for
 * nothing, or what is taken off the price. Absent means work.
 */
export const OFFERED_AS = ['work', 'option', 'courtesy', 'discount'] as const;

export const proposalLine = defineRecord({
  type: 'proposalLine',
  label: 'Proposal line',
  plural: 'Proposal lines',
  ledger: 'team',
  writers: DEAL_TEAM,
  fields: {
    proposal: ref('proposal', { label: 'Proposal', merge: 'plain', required: true }),
    scopeLine: ref('scopeLine', { label: 'Scope line', merge: 'plain' }),
    /** Of a discount: the concession behind it, which somebody has to approve. */
    concession: ref('concession', { label: 'Concession', merge: 'plain' }),
    offeredAs: choice(OFFERED_AS, { label: 'Offered as', merge: 'guarded' }),
    chosen: flag({ label: 'Chosen', merge: 'guarded', help: 'Of an option: the client takes it.' }),
    text: text({ label: 'Text as offered', merge: 'guarded', multiline: true }),
    hours: number({ label: 'Hours', merge: 'guarded', min: 0, unit: 'h' }),
    price: money({ label: 'Price', merge: 'guarded' }),
    rank: place,
  },
});
