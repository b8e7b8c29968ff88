import { instantOfAt } from './clock';
import { deviceOf, isEntry, isStub, type Entry, type EntryId, type LedgerItem } from './entry';
import { foldPart, type Fold } from './fold';
import { idsWithin } from './have';
import { effectiveTimes } from './history';
import type { KindOf } from './merge-kind';
import { redactItems } from './redact';
import { withoutWithdrawn } from './withdrawn';

/** The fold of the whole ledger, for a reader that has only the entries of some records at hand. */
export type Whole = Pick<Fold, 'isFolded' | 'idsWithin' | 'redactions' | 'withdrawals' | 'effectiveAt'>;

/**
 * LAW 8, as-of. The records as they were
 * - at an instant: the fold of the entries up to it by effective time. What an entry replaced is never later than the
 *   entry, so no value is shown without the one that it stood on.
 * - at an act that freezes (it carries `have`): the fold of exactly what its author had before them, and the act. An older
 *   offline edit that arrives later changes nothing: "arrived after signature".
 *
 * What was redacted since stays erased, and what was withdrawn is not there, whatever moment is shown. `items` may be the entries of a few records; `whole`
 * then says exactly which of them an author had, and which series are complete. Without it, every series counts as
 * complete, and where the chain leads out of `items`, sequence numbers stand for it.
 */
export function asOf(items: Iterable<LedgerItem>, moment: string | Entry, kindOf: KindOf, whole?: Whole): Fold {
  const all = redactItems(withoutWithdrawn([...items], whole?.withdrawals()), whole?.redactions());
  const then = typeof moment === 'string' ? upTo(all, moment, whole) : withAct(all, moment, whole);
  const folded = whole ? then.filter((entry) => whole.isFolded(entry.id)) : then;
  // What was frozen rests on nothing that came later, so only an instant takes its times from the whole.
  return foldPart(withoutCutSeries(folded, all), kindOf, typeof moment === 'string' ? whole : undefined);
}

/** LAW 4 at any moment: a series of which some parts came later is not there yet. */
function withoutCutSeries(then: readonly Entry[], all: readonly LedgerItem[]): readonly Entry[] {
  const shown = new Set(then.map(({ id }) => id));
  const cut = new Set(all.filter(isEntry).flatMap((entry) => (entry.series && !shown.has(entry.id) ? [entry.series.id] : [])));
  return cut.size === 0 ? then : then.filter(({ series }) => series === undefined || !cut.has(series.id));
}

/** The entries that took effect at `instant` or before it. */
export function upTo(items: readonly LedgerItem[], instant: string, whole?: Pick<Whole, 'effectiveAt'>): readonly Entry[] {
  const entries = items.filter(isEntry);
  const times = effectiveTimes(entries);
  return entries.filter((entry) => instantOfAt(whole?.effectiveAt(entry.id) ?? times.get(entry.id) ?? entry.at) <= instant);
}

/** Exactly the entries that the author of `act` had, and the act itself with all parts of its series. */
export function withAct(items: readonly LedgerItem[], act: Entry, whole?: Whole): readonly Entry[] {
  const known = new Map<EntryId, LedgerItem>();
  for (const item of items) if (!isStub(item) || !known.has(item.id)) known.set(item.id, item);
  const had = whole ? whole.idsWithin(act.have ?? {}) : idsWithin(act.have ?? {}, known);
  const entries = [...known.values()].filter(isEntry);
  return entries.filter((entry) => had.has(entry.id) || entry.id === act.id || isSameSeries(entry, act));
}

/** The entries that arrived after an act was frozen, though they took effect before it: "arrived after signature". */
export function arrivedAfter(items: readonly LedgerItem[], act: Entry, whole?: Whole): readonly Entry[] {
  const had = new Set(withAct(items, act, whole).map(({ id }) => id));
  const entries = items.filter(isEntry);
  const times = effectiveTimes(entries);
  const actAt = times.get(act.id) ?? act.at;
  return entries.filter((entry) => !had.has(entry.id) && (times.get(entry.id) ?? entry.at) <= actAt);
}

const isSameSeries = (entry: Entry, act: Entry): boolean =>
  act.series !== undefined && entry.series?.id === act.series.id && deviceOf(entry.id) === deviceOf(act.id);
