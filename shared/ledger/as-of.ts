import { deviceOf, isEntry, isStub, type Entry, type EntryId, type LedgerItem } from './entry';
import { instantOfAt } from './clock';
import { Fold } from './fold';
import { idsWithin, type Extent } from './have';
import { effectiveTimes } from './history';
import type { KindOf } from './merge-kind';
import { redactItems } from './redact';

/**
 * LAW 8, as-of. The records as they were
 * - at an instant: the fold of the entries up to it by effective time. What an entry replaced is never later than the
 *   entry, so no value is shown without the one that it stood on.
 * - at an act that freezes (it carries `have`): the fold of exactly what its author had before them, and the act. An older
 *   offline edit that arrives later changes nothing: "arrived after signature".
 *
 * What was redacted since stays erased, whatever moment is shown. `items` may be a part of the ledger (the entries of a
 * deal's records); pass `whole` where they are all of it, so that branches of a forked chain are told apart exactly.
 */
export function asOf(items: Iterable<LedgerItem>, moment: string | Entry, kindOf: KindOf, extent: Extent = 'part'): Fold {
  const all = redactItems([...items]);
  const fold = new Fold(kindOf);
  fold.add(typeof moment === 'string' ? upTo(all, moment) : withAct(all, moment, extent));
  return fold;
}

/** The entries that took effect at `instant` or before it. */
export function upTo(items: readonly LedgerItem[], instant: string): readonly Entry[] {
  const entries = items.filter(isEntry);
  const times = effectiveTimes(entries);
  return entries.filter((entry) => instantOfAt(times.get(entry.id) ?? entry.at) <= instant);
}

/** Exactly the entries that the author of `act` had, and the act itself with all parts of its series. */
export function withAct(items: readonly LedgerItem[], act: Entry, extent: Extent = 'part'): readonly Entry[] {
  const known = new Map<EntryId, LedgerItem>();
  for (const item of items) if (!isStub(item) || !known.has(item.id)) known.set(item.id, item);
  const parts = items.filter(isEntry).filter((entry) => entry.id === act.id || isSameSeries(entry, act));
  const had = idsWithin(act.have ?? {}, known, extent);
  const entries = [...known.values()].filter(isEntry);
  return [...entries.filter(({ id }) => had.has(id)), ...(parts.length > 0 ? parts : [act])];
}

/** The entries that arrived after an act was frozen, though they took effect before it: "arrived after signature". */
export function arrivedAfter(items: readonly LedgerItem[], act: Entry, extent: Extent = 'part'): readonly Entry[] {
  const had = new Set(withAct(items, act, extent).map(({ id }) => id));
  const entries = items.filter(isEntry);
  const times = effectiveTimes(entries);
  const actAt = times.get(act.id) ?? act.at;
  return entries.filter((entry) => !had.has(entry.id) && (times.get(entry.id) ?? entry.at) <= actAt);
}

const isSameSeries = (entry: Entry, act: Entry): boolean =>
  act.series !== undefined && entry.series?.id === act.series.id && deviceOf(entry.id) === deviceOf(act.id);
