import { createRecord, together } from '#shared/records/write';
import { ranksBetween } from '#shared/values/rank';
import type { Cast } from './cast';
import type { Day, Stone } from './script';
import type { Cue } from './stage';

const HOUR = 60;

/** The milestones stand in the last offer: they are agreed with the price, before it is sent. */
export function cuesOfMilestones(cast: Cast, written: Day): readonly Cue[] {
  const stones = cast.script.milestones ?? [];
  if (stones.length === 0) return [];
  return [{ at: cast.calendar.moment(written, 14 * HOUR + 35), by: cast.script.ae, tell: () => planStones(cast, stones) }];
}

function planStones(cast: Cast, stones: readonly Stone[]) {
  const ranks = ranksBetween(null, null, stones.length);
  const planned = stones.map(({ key, title, due, fee }, at) =>
    createRecord('milestone', cast.id('milestone', key), {
      deal: cast.deal,
      title,
      due: cast.calendar.date(due),
      rank: ranks[at] ?? 'a0',
      ...(fee ? { fee: cast.money(fee) } : {}),
    }),
  );
  return together('milestone.plan', planned);
}
