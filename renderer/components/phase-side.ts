import type { Phase } from '#shared/records/deal';
import { isSigned, PAUSES } from '#shared/deal/phase';

/** Which side of the signature a phase stands on; `paused` deals have left the road for now or for good. */
export type PhaseSide = 'pre-sale' | 'delivery' | 'paused';

/** The side of the signature on which a deal in this phase is shown. */
export function sideOf(phase: Phase): PhaseSide {
  if ((PAUSES as readonly Phase[]).includes(phase)) return 'paused';
  return isSigned(phase) ? 'delivery' : 'pre-sale';
}
