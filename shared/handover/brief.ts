import { sha256Hex } from '../ledger/hash';
import type { Records } from '../records/records';
import type { Deal } from '../records/registry';
import type { BriefItem, BriefPoint, BriefSource } from './brief-item';
import { constraintsAndDecisions, peopleOf, whatWasGivenAway, whatWasPromised, whatWasSold, whyTheyBought } from './brief-sections';
import { firstTwoWeeks, openUnknowns } from './brief-unknowns';
import { NEUTRAL, type Phrasing } from './phrasing';
import { t } from '../values/texts';

/** The sections of a brief in the order in which they are read. */
export const BRIEF_SECTIONS = ['why', 'people', 'sold', 'promised', 'given away', 'constraints', 'unknown', 'first weeks'] as const;
export type BriefKey = (typeof BRIEF_SECTIONS)[number];

export const isBriefKey = (key: string): key is BriefKey => (BRIEF_SECTIONS as readonly string[]).includes(key);

/** One part of the brief, as much of it as five minutes allow. */
export interface BriefSection {
  readonly key: BriefKey;
  readonly title: string;
  readonly items: readonly BriefItem[];
  /** Items that were left out for length; they stand on another tab of the deal. */
  readonly more: number;
  /** Stands for all words of the section, the ones left out included: another digest, another content. */
  readonly digest: string;
}

/** The hand-over of a deal in writing: what the record knows, and what it does not. */
export interface Brief {
  readonly sections: readonly BriefSection[];
  readonly words: number;
  /** Minutes of silent reading, rounded up. */
  readonly minutes: number;
}

/** Words of English prose that adults read silently in a minute: the mean of 190 studies (Brysbaert 2019). */
const WORDS_A_MINUTE = 238;
/** A brief is read in five minutes or it is not read. */
export const MOST_WORDS = 5 * WORDS_A_MINUTE;

export const SECTION_TITLES: Readonly<Record<BriefKey, string>> = {
  why: t('Why they bought'),
  people: t('Who matters, and what they care about'),
  sold: t('What was sold'),
  promised: t('What was promised, and to whom'),
  'given away': t('What was negotiated away'),
  constraints: t('Constraints and decisions'),
  unknown: t('What is still open'),
  'first weeks': t('The first two weeks'),
};

/**
 * The brief of a deal, written from its record. Never more than `MOST_WORDS`: of what is too long the last items of the
 * longest section are left out and counted, so nothing goes missing in silence.
 */
export function dealBrief(records: Records, deal: Deal, phrasing: Phrasing): Brief {
  const whole = sectionsOf({ records, phrasing }, deal);
  const digests = sectionDigests(records, deal);
  const kept = cutToLength(BRIEF_SECTIONS.map((key) => whole[key]));
  const sections = BRIEF_SECTIONS.map((key, at) => {
    const items = kept[at] ?? [];
    return { key, title: SECTION_TITLES[key], items, more: whole[key].length - items.length, digest: digests[key] };
  });
  const words = sections.reduce((sum, section) => sum + sectionWords(section.key, section.items, section.more), 0);
  return { sections, words, minutes: Math.max(1, Math.ceil(words / WORDS_A_MINUTE)) };
}

/** The digest of each section: the same on every device that holds the same records, whatever its language. */
export function sectionDigests(records: Records, deal: Deal): Readonly<Record<BriefKey, string>> {
  const whole = sectionsOf({ records, phrasing: NEUTRAL }, deal);
  return Object.fromEntries(BRIEF_SECTIONS.map((key) => [key, sha256Hex(JSON.stringify(whole[key])).slice(0, 16)])) as Record<
    BriefKey,
    string
  >;
}

function sectionsOf(source: BriefSource, deal: Deal): Readonly<Record<BriefKey, readonly BriefItem[]>> {
  return {
    why: whyTheyBought(deal),
    people: peopleOf(source, deal),
    sold: whatWasSold(source, deal),
    promised: whatWasPromised(source, deal),
    'given away': whatWasGivenAway(source, deal),
    constraints: constraintsAndDecisions(source, deal),
    unknown: openUnknowns(source, deal),
    'first weeks': firstTwoWeeks(source, deal),
  };
}

/** How many items a section keeps while another can still be shortened: first three, then one, then none. */
const FLOORS = [3, 1, 0] as const;

function cutToLength(sections: readonly (readonly BriefItem[])[]): readonly (readonly BriefItem[])[] {
  const kept = sections.map((items) => [...items]);
  const lengths = kept.map((items) => items.map(itemWords));
  const sizeOf = (at: number): number => (lengths[at] ?? []).reduce((sum, words) => sum + words, 0);
  let total = MARGIN + kept.reduce((sum, _, at) => sum + sizeOf(at), 0);
  for (const floor of FLOORS) {
    while (total > MOST_WORDS) {
      const longest = kept.map((items, at) => ({ at, size: items.length > floor ? sizeOf(at) : -1 })).sort((a, b) => b.size - a.size)[0];
      if (!longest || longest.size < 0) break;
      kept[longest.at]?.pop();
      total -= lengths[longest.at]?.pop() ?? 0;
    }
  }
  return kept;
}

/** "and 12 more, see Promises" */
const MORE_WORDS = 5;
/** Headings, and what says that something was left out. */
const MARGIN = BRIEF_SECTIONS.reduce((sum, key) => sum + countWords(SECTION_TITLES[key]) + MORE_WORDS, 0);

const sectionWords = (key: BriefKey, items: readonly BriefItem[], more: number): number =>
  countWords(SECTION_TITLES[key]) + items.reduce((sum, one) => sum + itemWords(one), 0) + (more ? MORE_WORDS : 0);

function itemWords({ lead, text, quote, said, state, points }: BriefItem): number {
  const pointWords = (one: BriefPoint): number => countWords(one.text);
  return (
    [lead, text, quote, said, state].reduce((sum, words) => sum + countWords(words), 0) +
    points.reduce((sum, one) => sum + pointWords(one), 0)
  );
}

function countWords(text: string | undefined): number {
  return text?.match(/\S+/gu)?.length ?? 0;
}
