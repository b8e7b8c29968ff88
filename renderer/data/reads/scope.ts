import type { Id } from '#shared/records/define-record';
import type { Records } from '#shared/records/records';
import type { Commitment, Constraint, Proposal, ScopeLine } from '#shared/records/registry';
import { constraintBreaches, mustsOf, workaroundsOf } from '#shared/scope/constraint-check';
import { courtesyLinesNotInSow, courtesyPromisesNotInSow, promisedNotInSow, soldNotInSow, sowOf } from '#shared/scope/coverage';
import { isLive, scopeLinesOf } from '#shared/scope/live-line';

/** What stands in the SOW of a deal and what does not. */
export interface Coverage {
  /** What is compared with; nothing where no proposal was written yet. */
  readonly sow: Proposal | undefined;
  readonly sold: ReturnType<typeof soldNotInSow>;
  readonly promised: ReturnType<typeof promisedNotInSow>;
  readonly courtesyLines: ReturnType<typeof courtesyLinesNotInSow>;
  readonly courtesyPromises: ReturnType<typeof courtesyPromisesNotInSow>;
}

export function coverageOfDeal(records: Records, deal: Id<'deal'>): Coverage {
  return {
    sow: sowOf(records, deal),
    sold: soldNotInSow(records, deal),
    promised: promisedNotInSow(records, deal),
    courtesyLines: courtesyLinesNotInSow(records, deal),
    courtesyPromises: courtesyPromisesNotInSow(records, deal),
  };
}

/** How much was sold or promised outside the SOW, courtesies aside. */
export function outsideSowCount(records: Records, deal: Id<'deal'>): number {
  return soldNotInSow(records, deal).length + promisedNotInSow(records, deal).length;
}

/** Ids of the lines that meet a must with no way round it. */
export function breachedLines(records: Records, deal: Id<'deal'>): readonly Id<'scopeLine'>[] {
  return [...new Set(constraintBreaches(records, deal).map(({ line }) => line.id))];
}

/** How many lines a deal has, those negotiated away left out. */
export function liveLineCount(records: Records, deal: Id<'deal'>): number {
  return scopeLinesOf(records, deal).filter(isLive).length;
}

/** The constraints that a line touches, in the order in which they were noted. */
export function constraintsTouched(records: Records, line: ScopeLine): readonly Constraint[] {
  return line.touches.flatMap((id) => {
    const constraint = records.get('constraint', id);
    return constraint && !constraint.archived ? [constraint] : [];
  });
}

/** Roles that lines of this firm name already, most used first: what is offered while one is typed. */
export function rolesInUse(records: Records): readonly string[] {
  const counts = new Map<string, number>();
  for (const { role } of records.all('scopeLine')) if (role) counts.set(role, (counts.get(role) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([role]) => role);
}

/** How many times a live line meets a must and has a promise that gets it round. */
export function breachesMet(records: Records, deal: Id<'deal'>): number {
  return scopeLinesOf(records, deal)
    .filter(isLive)
    .reduce((sum, line) => sum + mustsOf(records, line).filter((must) => workaroundsOf(records, line, must).length > 0).length, 0);
}

/** The promises that belong to a line. */
export function promisesOfLine(records: Records, line: Id<'scopeLine'>): readonly Commitment[] {
  return records.of('commitment', 'scopeLine', line);
}
