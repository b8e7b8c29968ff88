import { t } from '../values/texts';

/**
 * The rules by which words become evidence. A person can read every one of them on the screen, and overrule what follows
 * from them.
 */
export const RULES = {
  commitment: t('A commitment is on record, and it is neither an assumption of theirs nor refused.'),
  'accepted line': t('A line of a proposal that the client accepted, or of the signed scope, says it.'),
  'offered line': t('A line or the terms of a proposal that was sent say it.'),
  concession: t('We gave it as a concession.'),
  'change order': t('A change order for it was billed or absorbed.'),
  'promising words': t('Somebody of ours said “we will”, “you may” or the like to the client, without a maybe.'),
  'refused commitment': t('It was recorded as a commitment and decided to be not ours.'),
  excluded: t('A line that was offered to the client excludes it.'),
  'negotiated away': t('The line for it was negotiated away.'),
  'given up': t('The client gave it up as a concession, or it was taken out.'),
  forbidden: t('The client rules it out: a constraint that must hold.'),
  'rejected change order': t('A change order for it was rejected.'),
  'denying words': t('Somebody of ours told the client that it is not so, or not part of it.'),
  'spoken of': t('It is spoken of; no promise of ours, no exclusion and no refusal covers it.'),
} as const;
export type Rule = keyof typeof RULES;

/** How firmly something stands: 4 signed, 3 on record or offered, 2 in writing, 1 by word of mouth, 0 only spoken of. */
export type Strength = 0 | 1 | 2 | 3 | 4;

/** What a rule says of a passage. `supports`: it is promised; `opposes`: the contrary is. */
export interface Ground {
  readonly effect: 'supports' | 'opposes' | 'mentions';
  readonly rule: Rule;
  readonly strength: Strength;
}

export const SPOKEN_OF: Ground = { effect: 'mentions', rule: 'spoken of', strength: 0 };
export const supports = (rule: Rule, strength: Strength): Ground => ({ effect: 'supports', rule, strength });
export const opposes = (rule: Rule, strength: Strength): Ground => ({ effect: 'opposes', rule, strength });
