import type { Change } from './command';
import type { EntryId, Json, RecordId } from './entry';
import { jsonEqual } from './json-equal';
import type { MergeKind } from './merge-kind';
import type { TextMerge } from './text-merge';

/** The value that one head gives a field; undefined where it was redacted. */
export type SideValue = Json | undefined;

/** How urgently a person must choose. `required`: until settled it cannot be sent, approved, billed or signed. */
export type Review = 'required' | 'quiet';

/** What readers see of a field, given all its heads. */
export type Outcome =
  | { readonly tag: 'agreed'; readonly value: Json }
  | { readonly tag: 'redacted' }
  | { readonly tag: 'merged'; readonly value: string }
  /** Heads differ and nobody minds: cosmetic fields. */
  | { readonly tag: 'latest'; readonly value: SideValue }
  | { readonly tag: 'clash'; readonly review: Review; readonly value: SideValue };

/** One of the values that stand against each other. */
export interface ClashSide {
  readonly entry: EntryId;
  /** Effective time of the entry. */
  readonly at: string;
  /** Absent where it was redacted. */
  readonly value?: Json;
  /** On an archiving: an edit of another field that whoever archived had not seen. */
  readonly field?: string;
}

/** A field that two people changed without seeing each other, for a person to settle. */
export interface Clash {
  readonly record: RecordId;
  readonly field: string;
  readonly kind: MergeKind;
  readonly review: Review;
  /** What readers see meanwhile; absent where it was redacted. */
  readonly shown?: Json;
  /** Latest first. */
  readonly sides: readonly ClashSide[];
}

/** A long text that two people changed without seeing each other, in which the words of both stand. */
export interface MergedText {
  readonly record: RecordId;
  readonly field: string;
  readonly text: string;
  /** What each of the two wrote, latest first. */
  readonly sides: readonly ClashSide[];
}

/**
 * LAW 2, nothing lost, at the moment of reading: heads that agree are the value; heads that differ are a clash, shown
 * as the table "Fold" of README.md says for the kind of field. A redacted value is never replaced by an older one.
 *
 * `sides` are the values of all heads, latest first; `merge` answers for two heads of a long text.
 */
export function outcomeOf(kind: MergeKind, sides: readonly SideValue[], merge: () => TextMerge): Outcome {
  const [latest, ...others] = sides;
  if (others.every((other) => jsonEqual(other, latest)))
    return latest === undefined ? { tag: 'redacted' } : { tag: 'agreed', value: latest };
  switch (kind) {
    case 'cosmetic':
      return { tag: 'latest', value: latest };
    case 'guarded':
      return { tag: 'clash', review: 'required', value: latest };
    case 'archived':
      return { tag: 'clash', review: 'quiet', value: false };
    case 'plain':
      return { tag: 'clash', review: 'quiet', value: latest };
    case 'longText': {
      const merged = sides.length === 2 ? merge() : { clean: false as const };
      return merged.clean ? { tag: 'merged', value: merged.text } : { tag: 'clash', review: 'quiet', value: latest };
    }
  }
}

/**
 * The change that settles a clash with `value`: it is over all heads, so whoever receives it sees one value again.
 * An archiving is settled with true (archive it after all, having seen all that stands there now) or false (keep it).
 */
export function settle(clash: Clash, value: Json): Change {
  const saw: Record<string, EntryId[]> = {};
  for (const { field = clash.field, entry } of clash.sides) {
    // Archiving sees every head of every field; it names them itself.
    if (field === clash.field || value !== true) (saw[field] ??= []).push(entry);
  }
  return { record: clash.record, set: { [clash.field]: value }, saw };
}
