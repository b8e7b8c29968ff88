import type { Id } from '#shared/records/define-record';
import type { Records } from '#shared/records/records';
import type { Moment } from '#shared/records/registry';

/** Everything that was said or sent in a deal, oldest first. */
export function momentsOfDeal(records: Records, deal: Id<'deal'>): readonly Moment[] {
  return records.of('moment', 'deal', deal).toSorted(byTime);
}

/** The mails of one conversation within the moment's deal, the moment itself included, oldest first. */
export function threadOf(records: Records, moment: Moment): readonly Moment[] {
  const { deal, thread } = moment;
  if (!deal || !thread) return [moment];
  return records
    .of('moment', 'deal', deal)
    .filter((other) => other.thread === thread)
    .toSorted(byTime);
}

function byTime(a: Moment, b: Moment): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1;
}
