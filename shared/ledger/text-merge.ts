import { diff3Merge } from 'node-diff3';

/** Two edits of one text: merged, or in each other's way. */
export type TextMerge = { readonly clean: true; readonly text: string } | { readonly clean: false };

const OVERLAP: TextMerge = { clean: false };

/** Words, runs of white space, and single other characters: joined again they are the text, to the character. */
const TOKEN = /[\p{L}\p{M}\p{N}_]+|\s+|[^\p{L}\p{M}\p{N}_\s]/gu;
const LINE = /[^\n]*\n|[^\n]+$/gu;

/** The diff takes time as the product of both lengths; beyond this a person would wait. */
const MAX_COMPARISONS = 25_000_000;

/**
 * Three-way merge of two edits of `base`, by words. Clean where the two changed different words; where they touch, or
 * the texts are too large to compare, the two stand for a person to choose.
 */
export function mergeText(base: string, a: string, b: string): TextMerge {
  if (a === b || b === base) return { clean: true, text: a };
  if (a === base) return { clean: true, text: b };
  const regions = textRegions(base, a, b);
  if (!regions) return OVERLAP;
  let text = '';
  for (const region of regions) {
    if (!('ok' in region)) return OVERLAP;
    text += region.ok;
  }
  return { clean: true, text };
}

/** A text as tokens that join to it again. */
export const textTokens = (text: string): readonly string[] => tokens(text, TOKEN);

const tokens = (text: string, pattern: RegExp): string[] => text.match(pattern) ?? [];

/** A stretch of two merged texts: words both may have, or what each wrote where they are in each other's way. */
export type TextRegion = { readonly ok: string } | { readonly a: string; readonly b: string };

/** Two edits of `base` from the first word to the last, compared by words; long ones by lines. Undefined where even that would take too long. */
export function textRegions(base: string, a: string, b: string): readonly TextRegion[] | undefined {
  const by = (pattern: RegExp) => regionsOf(tokens(base, pattern), tokens(a, pattern), tokens(b, pattern));
  return by(TOKEN) ?? by(LINE);
}

function regionsOf(base: string[], a: string[], b: string[]): readonly TextRegion[] | undefined {
  const head = commonLength(base, a, b, (list, at) => list[at]);
  const rest = [base.slice(head), a.slice(head), b.slice(head)] as const;
  const tail = commonLength(...rest, (list, at) => list.at(-1 - at));
  const [o, left, right] = [trimmed(rest[0], tail), trimmed(rest[1], tail), trimmed(rest[2], tail)];
  if (o.length * (left.length + right.length) > MAX_COMPARISONS) return undefined;
  const between = diff3Merge(left, o, right, { excludeFalseConflicts: true }).map(({ ok, conflict }): TextRegion =>
    conflict ? { a: conflict.a.join(''), b: conflict.b.join('') } : { ok: (ok ?? []).join('') },
  );
  return [{ ok: base.slice(0, head).join('') }, ...between, { ok: base.slice(base.length - tail).join('') }];
}

const trimmed = (list: string[], tail: number): string[] => list.slice(0, list.length - tail);

/** How many tokens all three share from one end. */
function commonLength(o: string[], a: string[], b: string[], at: (list: string[], index: number) => string | undefined): number {
  const most = Math.min(o.length, a.length, b.length);
  let length = 0;
  while (length < most && at(o, length) === at(a, length) && at(o, length) === at(b, length)) length += 1;
  return length;
}
