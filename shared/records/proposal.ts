import { DEAL_TEAM } from './access';
import { choice, date, defineRecord, money, number, ref, text } from './define-record';
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
    terms: text({ label: 'Terms', merge: 'longText', multiline: true }),
    validUntil: date({ label: 'Valid until', merge: 'plain' }),
    sentAt: date({ label: 'Sent', merge: 'guarded' }),
    acceptedAt: date({ label: 'Accepted', merge: 'guarded' }),
  },
});

export const proposalLine = defineRecord({
  type: 'proposalLine',
  label: 'Proposal line',
  plural: 'Proposal lines',
  ledger: 'team',
  writers: DEAL_TEAM,
  fields: {
    proposal: ref('proposal', { label: 'Proposal', merge: 'plain', required: true }),
    scopeLine: ref('scopeLine', { label: 'Scope line', merge: 'plain' }),
    text: text({ label: 'Text as offered', merge: 'guarded', multiline: true }),
    hours: number({ label: 'Hours', merge: 'plain', min: 0, unit: 'h' }),
    price: money({ label: 'Price', merge: 'guarded' }),
    rank: place,
  },
});
