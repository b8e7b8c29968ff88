import type { Command } from '../ledger/command';
import type { ScopeLine } from '../records/registry';
import { editRecord, together } from '../records/write';
import { ranksBetween, type Rank } from '../values/rank';

/** Where a line goes: right before or right after another one, or at the end. */
export type Place = { readonly before: ScopeLine } | { readonly after: ScopeLine } | 'end';

const ACT = 'scopeLine.move';

/**
 * Puts a line in another place. `lines` are all of the deal in their order. Mostly one rank is written, so two people who move
 * different lines offline both get what they meant.
 */
export function moveLine(lines: readonly ScopeLine[], line: ScopeLine, place: Place): Command {
  const others = lines.filter(({ id }) => id !== line.id);
  const { at, ranks, makingRoom } = placesAt(others, place, 1);
  if (lines[at]?.id === line.id) return { act: ACT, deal: line.deal, changes: [] };
  return together(ACT, [editRecord('scopeLine', line, { rank: ranks[0] ?? null }), ...makingRoom]);
}

/** Where `count` new lines come to stand. */
export interface Places {
  /** Index of the first of them among the lines that are there. */
  readonly at: number;
  readonly ranks: readonly Rank[];
  /** What else has to be written: nothing where there is room. */
  readonly makingRoom: readonly Command[];
}

/**
 * Ranks for new lines at a place. Where the ranks around it leave no room (two lines were added at one place offline, or lines
 * taken from somebody's words have none yet), the lines that are there get new ones too.
 */
export function placesAt(lines: readonly ScopeLine[], place: Place, count: number): Places {
  const at = indexOf(lines, place);
  if (hasRoom(lines, at)) {
    return { at, ranks: ranksBetween(lines[at - 1]?.rank ?? null, lines[at]?.rank ?? null, count), makingRoom: [] };
  }
  const ranks = ranksBetween(null, null, lines.length + count);
  const makingRoom = lines.map((line, index) => editRecord('scopeLine', line, { rank: ranks[index < at ? index : index + count] ?? null }));
  return { at, ranks: ranks.slice(at, at + count), makingRoom };
}

function indexOf(lines: readonly ScopeLine[], place: Place): number {
  if (place === 'end') return lines.length;
  const named = 'before' in place ? place.before : place.after;
  const at = lines.findIndex(({ id }) => id === named.id);
  return at < 0 ? lines.length : 'before' in place ? at : at + 1;
}

/** True where ranks fit strictly between the neighbours of a gap. */
function hasRoom(lines: readonly ScopeLine[], at: number): boolean {
  const before = lines[at - 1];
  const after = lines[at];
  if (before && before.rank === undefined) return false;
  if (!after) return true;
  return after.rank !== undefined && (!before || (before.rank ?? '') < after.rank);
}
