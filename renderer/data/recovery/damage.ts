import type { DeviceId, Have, LedgerName } from '#shared/ledger/entry';
import type { MissingRange } from '#shared/ledger/have';
import type { Id } from '#shared/records/define-record';
import { parsePageId } from '#shared/ledger/page';

/** Entries of one device that were on this computer and cannot be read any more. Both ends included. */
export interface DamagedRange extends MissingRange {
  readonly ledger: LedgerName;
  /** Why, in a few words. */
  readonly reason: string;
}

/** What is missing of one device's changes. */
export interface Missing extends DamagedRange {
  /** How many the device is known to have written. */
  readonly of: number;
  /** Who wrote there last, as far as that can still be read. */
  readonly by?: Id<'person'>;
  /** They were written on this computer. */
  readonly isThis: boolean;
}

/** A file whose bytes are not the ones that its name proves any more. */
export interface DamagedFile {
  readonly ledger: LedgerName;
  readonly id: string;
  readonly name: string;
}

export interface Damage {
  readonly missing: readonly Missing[];
  readonly files: readonly DamagedFile[];
  /** What was missing when this window opened, or came to be since, is here again. */
  readonly isMended: boolean;
}

export const UNDAMAGED: Damage = { missing: [], files: [], isMended: false };

/** A page that cannot be used, or that has gone. */
export interface BadPage {
  readonly page: string;
  readonly reason: string;
}

/** What of these pages is not held elsewhere. What is no page id says nothing of a place, and is left out. */
export function damagedRanges(ledger: LedgerName, bad: readonly BadPage[], have: Have): readonly DamagedRange[] {
  return bad.flatMap(({ page, reason }) => {
    const place = parsePageId(page);
    if (place === undefined) return [];
    const { device, first, last } = place;
    return withoutHeld({ device, from: first, to: last }, have).map((range) => ({ ...range, ledger, reason }));
  });
}

/** What was missing before, as far as it is missing still. */
export const stillMissing = (before: readonly DamagedRange[], have: (ledger: LedgerName) => Have): readonly DamagedRange[] =>
  before.flatMap(({ ledger, reason, ...range }) => withoutHeld(range, have(ledger)).map((rest) => ({ ...rest, ledger, reason })));

/** Ranges of one device joined where they touch, in order of ledger, device and place. */
export function joinedRanges(ranges: readonly DamagedRange[]): readonly DamagedRange[] {
  const joined: DamagedRange[] = [];
  for (const range of ranges.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : a.from - b.from))) {
    const last = joined.at(-1);
    if (last !== undefined && keyOf(last) === keyOf(range) && range.from <= last.to + 1)
      joined[joined.length - 1] = { ...last, to: Math.max(last.to, range.to) };
    else joined.push(range);
  }
  return joined;
}

const keyOf = ({ ledger, device }: DamagedRange): string => `${ledger} ${device}`;

/** The parts of a range that no run of the device covers. */
function withoutHeld({ device, from, to }: MissingRange, have: Have): readonly MissingRange[] {
  const missing: MissingRange[] = [];
  let next = from;
  for (const { from: first = 1, seq } of (have[device]?.tips ?? []).toSorted((a, b) => (a.from ?? 1) - (b.from ?? 1))) {
    if (first > next && next <= to) missing.push({ device, from: next, to: Math.min(to, first - 1) });
    next = Math.max(next, seq + 1);
  }
  if (next <= to) missing.push({ device, from: next, to });
  return missing;
}

/** The highest place that a device is known to have written, held or not. */
export function extentOf(device: DeviceId, have: Have, damaged: readonly MissingRange[]): number {
  const held = (have[device]?.tips ?? []).map(({ seq }) => seq);
  return Math.max(0, ...held, ...damaged.flatMap((range) => (range.device === device ? range.to : [])));
}
