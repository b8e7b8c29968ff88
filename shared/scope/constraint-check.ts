import type { Id } from '../records/define-record';
import type { Records } from '../records/records';
import type { Commitment, Constraint, ScopeLine } from '../records/registry';
import { isLive, scopeLinesOf } from './live-line';

/** A line that meets what the client rules out, with no promise that gets round it. */
export interface ConstraintBreach {
  readonly line: ScopeLine;
  readonly constraint: Constraint;
  /** What was recorded as the way round and holds no longer: it was refused, or it was broken. */
  readonly fallen: readonly Commitment[];
}

/**
 * Every breach of a deal, in the order of its lines; one per line and constraint.
 *
 * The rule: a live line (courtesies too: what is given for nothing can still break what was forbidden) that touches a
 * *must* needs a workaround for it. A workaround is a commitment of the same deal that belongs to the line (`scopeLine`)
 * and names the constraint (`worksAround`). So of two musts on one line each needs its own, and a promise that merely
 * belongs to the line clears nothing. One that was decided "not ours", was broken, or was archived is none.
 */
export function constraintBreaches(records: Records, deal: Id<'deal'>): readonly ConstraintBreach[] {
  return scopeLinesOf(records, deal).flatMap((line) => breachesOf(records, line));
}

/** The breaches of one line; none for a line that was negotiated away. */
export function breachesOf(records: Records, line: ScopeLine): readonly ConstraintBreach[] {
  if (!isLive(line)) return [];
  return mustsOf(records, line).flatMap((constraint) => {
    const named = namedFor(records, line, constraint);
    return named.some(mayWorkAround) ? [] : [{ line, constraint, fallen: named }];
  });
}

/** The promises that get a line round a constraint and hold; several are possible, one is enough. */
export function workaroundsOf(records: Records, line: ScopeLine, constraint: Constraint): readonly Commitment[] {
  return namedFor(records, line, constraint).filter(mayWorkAround);
}

/** The constraints of a line that must be met, archived and unknown ones left out. */
export function mustsOf(records: Records, line: ScopeLine): readonly Constraint[] {
  return line.touches
    .map((id) => records.get('constraint', id))
    .filter((found): found is Constraint => found !== undefined && !found.archived && found.strength === 'must');
}

const namedFor = (records: Records, line: ScopeLine, constraint: Constraint): readonly Commitment[] =>
  records.of('commitment', 'scopeLine', line.id).filter((one) => one.deal === line.deal && one.worksAround === constraint.id);

/** A promise that can get something round anything: it is ours, and it was not broken. */
export const mayWorkAround = ({ decision, fulfilment }: Commitment): boolean => decision !== 'not ours' && fulfilment !== 'broken';
