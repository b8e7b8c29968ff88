import { EVERYONE } from './access';
import { choice, date, defineRecord, flag, ref, text } from './define-record';
import { ofDeal, quote, quoteStart, sourceMoment } from './recurring-fields';

export const COMMITMENT_DECISIONS = ['open', 'honour free', 'honour billed', 'renegotiate', 'not ours'] as const;
export const COMMITMENT_KINDS = ['contractual', 'courtesy', 'assumption'] as const;

/** A promise that somebody of ours made to somebody of theirs, in their words. */
export const commitment = defineRecord({
  type: 'commitment',
  label: 'Commitment',
  plural: 'Commitments',
  ledger: 'team',
  writers: EVERYONE,
  fields: {
    text: text({ label: 'Commitment', merge: 'longText', multiline: true, required: true }),
    deal: ofDeal,
    quote,
    madeBy: ref('person', { label: 'Made by', merge: 'plain' }),
    madeTo: ref('contact', { label: 'Made to', merge: 'plain' }),
    channel: choice(['e-mail', 'call', 'meeting', 'chat', 'document'], { label: 'Channel', merge: 'plain' }),
    madeAt: date({ label: 'Made on', merge: 'plain' }),
    kind: choice(COMMITMENT_KINDS, { label: 'Kind', merge: 'plain' }),
    inSow: flag({ label: 'In the SOW', merge: 'plain' }),
    decision: choice(COMMITMENT_DECISIONS, { label: 'Decision', merge: 'guarded', required: true }),
    fulfilment: choice(['open', 'kept', 'broken'], { label: 'Fulfilment', merge: 'guarded', required: true }),
    scopeLine: ref('scopeLine', { label: 'Scope line', merge: 'plain' }),
    worksAround: ref('constraint', {
      label: 'Works around',
      merge: 'plain',
      help: 'The constraint that the scope line meets and that this gets round.',
    }),
    sourceMoment,
    quoteStart,
  },
});
