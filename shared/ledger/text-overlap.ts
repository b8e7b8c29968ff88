import { diffComm } from 'node-diff3';
import { textRegions, textTokens, type TextRegion } from './text-merge';

/** What one person wrote. */
export interface Written {
  readonly by: string;
  readonly text: string;
}

/** A text that holds what everybody wrote. */
export interface KeptText {
  readonly text: string;
  /** Places at which several wrote in each other's way: all their words stand there, marked. */
  readonly overlaps: number;
}

const [OPEN, BETWEEN, CLOSE] = ['[[', ' || ', ']]'] as const;
const MARKED = /\[\[(?:(?!\]\]).)*? \|\| (?:(?!\[\[).)*?\]\]/gsu;
/** The comparison takes time as the product of both lengths; beyond this a person would wait. */
const MAX_COMPARISONS = 25_000_000;

/**
 * Draft of a text that keeps what everybody wrote: merged by words on `base`, and where edits overlap both stand, marked
 * as `[[Ana: two weeks || Ben: ten days]]`, for a person to finish. Without a base, what the texts share is the base.
 */
export function keepEveryone(base: string | undefined, sides: readonly Written[]): KeptText {
  const [first, ...others] = sides;
  if (!first) return { text: '', overlaps: 0 };
  const all = others.reduce<Written>(
    (kept, side) => ({ by: `${kept.by} and ${side.by}`, text: keepBoth(base ?? shared(kept.text, side.text), kept, side) }),
    first,
  );
  return { text: all.text, overlaps: overlapsIn(all.text) };
}

/** How many marked places a text still has. */
export const overlapsIn = (text: string): number => text.match(MARKED)?.length ?? 0;

/** Compared as the merge compares them: what merges cleanly has no marked place, what does not has one. */
function keepBoth(base: string, a: Written, b: Written): string {
  const regions = textRegions(base, a.text, b.text);
  if (!regions) return marked(a, b, a.text, b.text);
  return inOnePlace(regions)
    .map((region) => ('ok' in region ? region.ok : marked(a, b, region.a, region.b)))
    .join('');
}

/** Overlaps with nothing but space between them are one. */
function inOnePlace(regions: readonly TextRegion[]): readonly TextRegion[] {
  const places: TextRegion[] = [];
  for (const region of regions) {
    const [before, gap] = places.slice(-2);
    const goesOn = 'a' in region && before && 'a' in before && gap && 'ok' in gap && /^[^\S\n]*$/u.test(gap.ok);
    if (goesOn) places.splice(-2, 2, { a: before.a + gap.ok + region.a, b: before.b + gap.ok + region.b });
    else places.push(region);
  }
  return places;
}

/** A third person's words join the mark of the first two. */
function marked(a: Written, b: Written, left: string, right: string): string {
  const known = left.startsWith(OPEN) && left.endsWith(CLOSE) && overlapsIn(left) === 1;
  const start = known ? left.slice(0, -CLOSE.length) : OPEN + said(a.by, left);
  return start + BETWEEN + said(b.by, right) + CLOSE;
}

const said = (by: string, words: string): string => `${by}: ${words.trim() === '' ? '(deleted)' : words}`;

const shared = (a: string, b: string): string => {
  const [left, right] = [[...textTokens(a)], [...textTokens(b)]];
  if (left.length * right.length > MAX_COMPARISONS) return '';
  return diffComm(left, right)
    .flatMap(({ common }) => common ?? [])
    .join('');
};
