import { isSignedDeal } from '../deal/phase';
import type { Records } from '../records/records';
import { isOfType, type ChangeOrder, type Commitment, type Moment, type Proposal, type ScopeLine } from '../records/registry';
import type { Passage } from './passages';
import { opposes, SPOKEN_OF, supports, type Ground } from './rules';
import { isHeardByClient, isLeavingOut, isNegated, isProhibition, stanceOf } from './stance';

/**
 * What a passage proves about a claim that is put positively ("you would train us"), by the noun it stands in and what became
 * of that. See `RULES` for each ground in words.
 */
export function groundOf(passage: Passage, records: Records): Ground {
  const id = passage.record;
  if (isOfType('moment', id)) return orSpoken(records.get('moment', id), (moment) => groundOfMoment(passage, moment, records));
  if (isOfType('commitment', id)) return orSpoken(records.get('commitment', id), (made) => groundOfCommitment(passage, made));
  if (isOfType('scopeLine', id)) return orSpoken(records.get('scopeLine', id), (line) => groundOfLine(passage, line, records));
  if (isOfType('proposalLine', id))
    return orSpoken(records.get('proposal', records.get('proposalLine', id)?.proposal), (offer) => groundOfOffer(passage, offer));
  if (isOfType('proposal', id)) return orSpoken(records.get('proposal', id), (offer) => groundOfOffer(passage, offer));
  if (isOfType('changeOrder', id)) return orSpoken(records.get('changeOrder', id), (order) => groundOfChange(passage, order));
  if (isOfType('constraint', id)) {
    const must = records.get('constraint', id)?.strength === 'must';
    return must && isProhibition(passage) ? opposes('forbidden', 3) : SPOKEN_OF;
  }
  if (isOfType('concession', id)) {
    const given = records.get('concession', id);
    return given?.givenBy === 'us' && !isLeavingOut(passage) ? supports('concession', 3) : opposes('given up', 3);
  }
  return SPOKEN_OF;
}

const orSpoken = <T>(record: T | undefined, ground: (record: T) => Ground): Ground => (record === undefined ? SPOKEN_OF : ground(record));

function groundOfCommitment(passage: Passage, { decision, kind, inSow }: Commitment): Ground {
  if (decision === 'not ours') return opposes('refused commitment', 3);
  if (kind === 'assumption') return SPOKEN_OF;
  return isNegated(passage) ? opposes('commitment', 3) : supports('commitment', kind === 'contractual' && inSow ? 4 : 3);
}

function groundOfLine(passage: Passage, line: ScopeLine, records: Records): Ground {
  const standing = standingOf(line, records);
  if (line.status === 'negotiated away') return passage.role === 'offered' ? opposes('negotiated away', 3) : SPOKEN_OF;
  if (standing === undefined) return SPOKEN_OF;
  const strength = standing === 'accepted' ? 4 : 3;
  if (passage.role === 'excluded') return opposes('excluded', strength);
  if (passage.role !== 'offered' || line.status === 'optional') return SPOKEN_OF;
  return offered(passage, standing === 'accepted' ? 'accepted line' : 'offered line', strength);
}

/** Whether the client has seen the line: in an accepted offer or the signed scope, in one that was sent, or not. */
function standingOf(line: ScopeLine, records: Records): 'accepted' | 'sent' | undefined {
  const offers = records.of('proposalLine', 'scopeLine', line.id).map(({ proposal }) => records.get('proposal', proposal)?.status);
  if (offers.includes('accepted')) return 'accepted';
  const deal = records.get('deal', line.deal);
  if (deal && isSignedDeal(deal) && (line.status === 'in' || line.status === 'done')) return 'accepted';
  return offers.includes('sent') ? 'sent' : undefined;
}

function groundOfOffer(passage: Passage, { status }: Proposal): Ground {
  if (status === 'accepted') return offered(passage, 'accepted line', 4);
  return status === 'sent' ? offered(passage, 'offered line', 3) : SPOKEN_OF;
}

/** "Reports of losses without names" offers no names. */
const offered = (passage: Passage, rule: 'accepted line' | 'offered line', strength: 3 | 4): Ground =>
  isNegated(passage) ? opposes('excluded', strength) : supports(rule, strength);

function groundOfChange(passage: Passage, { status }: ChangeOrder): Ground {
  if (passage.role === 'quote') return SPOKEN_OF;
  if (status === 'billed') return supports('change order', 4);
  if (status === 'absorbed') return supports('change order', 3);
  return status === 'rejected' ? opposes('rejected change order', 3) : SPOKEN_OF;
}

function groundOfMoment(passage: Passage, moment: Moment, records: Records): Ground {
  if (passage.role === 'subject' || !isHeardByClient(moment)) return SPOKEN_OF;
  const stance = stanceOf(passage, moment, records);
  const strength = moment.kind === 'call' || moment.kind === 'meeting' ? 1 : 2;
  if (stance === 'promises') return supports('promising words', strength);
  return stance === 'denies' ? opposes('denying words', strength) : SPOKEN_OF;
}

/**
 * The same for a claim that says that something would *not* be done: what was excluded or denied supports it, what was
 * promised opposes it. That the client forbids something is no promise of ours.
 */
export function turned(ground: Ground, passage: Passage): Ground {
  if (ground.rule === 'forbidden' || ground.effect === 'mentions') return SPOKEN_OF;
  if (ground.effect === 'opposes') return { ...ground, effect: 'supports' };
  return isNegated(passage) ? ground : { ...ground, effect: 'opposes' };
}
