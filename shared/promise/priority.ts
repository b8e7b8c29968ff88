import type { Command } from '../ledger/command';
import type { Priority } from '../records/registry';
import { editRecord, together } from '../records/write';
import { err, ok, type Result } from '../values/result';
import type { PromiseError } from './promise-error';
import { t } from '../values/texts';

/** What matters most comes first; what nobody has ranked comes last, oldest first. */
export function ranked(priorities: readonly Priority[]): readonly Priority[] {
  return [...priorities].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.id < b.id ? -1 : 1));
}

/** Puts one priority at a place (1 is first) and moves the others along, as one act. */
export function rankPriority(priorities: readonly Priority[], moved: Priority, place: number): Result<Command, PromiseError> {
  const others = ranked(priorities).filter(({ id }) => id !== moved.id);
  if (!Number.isInteger(place) || place < 1 || place > others.length + 1) {
    return err({
      message: t('There are {{others}} priorities: choose a place between 1 and {{others2}}.', {
        others: others.length + 1,
        others2: others.length + 1,
      }),
    });
  }
  const order = [...others.slice(0, place - 1), moved, ...others.slice(place - 1)];
  return ok(
    together(
      'priority.rank',
      order.map((priority, at) => editRecord('priority', priority, { rank: at + 1 })),
    ),
  );
}
