import type { Id } from '../records/define-record';
import type { Records } from '../records/records';
import type { Commitment, Proposal, ScopeLine } from '../records/registry';
import { scopeLinesOf } from './live-line';

/**
 * The proposal that is the SOW of a deal: the one accepted, else the last one sent, else the draft. What was superseded or
 * declined is none. Of two with one standing, the higher version; of two with one version, the later record.
 */
export function sowOf(records: Records, deal: Id<'deal'>): Proposal | undefined {
  const versions = records.of('proposal', 'deal', deal).toSorted((a, b) => b.version - a.version || (a.id < b.id ? 1 : -1));
  return SOW_STANDINGS.map((status) => versions.find((one) => one.status === status)).find((found) => found !== undefined);
}

const SOW_STANDINGS = ['accepted', 'sent', 'draft'] as const;

/**
 * The lines that stand in the SOW of a deal: those that a line of the SOW's proposal is made from. Where there is no
 * proposal, those whose origin is the SOW (it was written elsewhere).
 */
export function linesInSow(records: Records, deal: Id<'deal'>): ReadonlySet<Id<'scopeLine'>> {
  const sow = sowOf(records, deal);
  if (!sow) return new Set(scopeLinesOf(records, deal).flatMap((line) => (line.origin === 'SOW' ? [line.id] : [])));
  return new Set(records.of('proposalLine', 'proposal', sow.id).flatMap(({ scopeLine }) => (scopeLine ? [scopeLine] : [])));
}

/**
 * Sold but not in the SOW: lines that are in (or done already) and not among the lines of the SOW. What is only proposed or
 * optional is not sold; a courtesy is listed apart (`courtesyLinesNotInSow`); what a change order added stands in that
 * change order's paper.
 */
export function soldNotInSow(records: Records, deal: Id<'deal'>): readonly ScopeLine[] {
  const inSow = linesInSow(records, deal);
  return scopeLinesOf(records, deal).filter(
    (line) => (line.status === 'in' || line.status === 'done') && !line.changeOrder && !inSow.has(line.id),
  );
}

/** Given as a courtesy, and the SOW does not say so. Nobody can claim it, and nobody will remember it either. */
export function courtesyLinesNotInSow(records: Records, deal: Id<'deal'>): readonly ScopeLine[] {
  const inSow = linesInSow(records, deal);
  return scopeLinesOf(records, deal).filter((line) => line.status === 'courtesy' && !inSow.has(line.id));
}

/**
 * Promised but not in the SOW: commitments that we still owe or have not decided, and that neither say of themselves that
 * they stand in the SOW (`inSow`) nor belong to a line that does. Refused ones ("not ours") and those kept or broken are
 * settled; courtesies are listed apart (`courtesyPromisesNotInSow`).
 */
export function promisedNotInSow(records: Records, deal: Id<'deal'>): readonly Commitment[] {
  return promisesOutside(records, deal).filter(({ kind }) => kind !== 'courtesy');
}

/** Promised as a courtesy and not in the SOW: owed all the same, and paid by nobody. */
export function courtesyPromisesNotInSow(records: Records, deal: Id<'deal'>): readonly Commitment[] {
  return promisesOutside(records, deal).filter(({ kind }) => kind === 'courtesy');
}

function promisesOutside(records: Records, deal: Id<'deal'>): readonly Commitment[] {
  const inSow = linesInSow(records, deal);
  return records
    .of('commitment', 'deal', deal)
    .filter(
      ({ decision, fulfilment, inSow: saysSo, scopeLine }) =>
        decision !== 'not ours' && fulfilment === 'open' && !saysSo && !(scopeLine && inSow.has(scopeLine)),
    );
}
