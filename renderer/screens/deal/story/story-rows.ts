import type { StoryItem } from '#shared/deal/story';
import { crossesTheBar } from '#shared/deal/then-and-now';
import type { Phase } from '#shared/records/deal';
import { dateOfInstant, type CalendarDate } from '#shared/values/calendar';

/** A line of the timeline: the heading of a day, or something that happened on it. */
export type StoryRow =
  | { readonly kind: 'day'; readonly id: string; readonly day: CalendarDate; readonly phase: Phase }
  | { readonly kind: 'item'; readonly id: string; readonly item: StoryItem };

export type StoryOrder = 'newest' | 'oldest';

/**
 * The timeline as it is read: `items` come oldest first and are turned around where the newest is wanted first; each
 * day has a heading, and a day on which the phase changed has one for each phase.
 */
export function storyRows(items: readonly StoryItem[], order: StoryOrder, timeZone: string): readonly StoryRow[] {
  const rows: StoryRow[] = [];
  let heading = '';
  for (const item of order === 'newest' ? items.toReversed() : items) {
    const day = dateOfInstant(item.at, timeZone);
    const next = `${day} ${item.phase}`;
    if (next !== heading) rows.push({ kind: 'day', id: `${next} ${item.id}`, day, phase: item.phase });
    heading = next;
    rows.push({ kind: 'item', id: item.id, item });
  }
  return rows;
}

/** True of the step that took the deal across its signature. */
export function isSignature(item: StoryItem): boolean {
  if (item.kind !== 'phase') return false;
  const { entry } = item.told;
  return entry.deal !== undefined && crossesTheBar(entry, entry.deal);
}
