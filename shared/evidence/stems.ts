import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as german } from '@orama/stemmers/german';

/** Languages whose endings are known. */
export type Language = 'en' | 'de';

const STEMMERS: Readonly<Record<Language, (word: string) => string>> = { en: english, de: german };

/** The language of a reader, by a locale such as `de-AT`. */
export const languageOf = (locale: string): Language => (locale.toLowerCase().startsWith('de') ? 'de' : 'en');

/** Stemming costs some microseconds, and a claim compares its words with hundreds. */
const LONGEST_MEMORY = 60_000;
const memory: Readonly<Record<Language, Map<string, string>>> = { en: new Map(), de: new Map() };

/** What is left of a folded word without its ending. */
export function stemOf(word: string, language: Language): string {
  const known = memory[language];
  const found = known.get(word);
  if (found !== undefined) return found;
  if (known.size >= LONGEST_MEMORY) known.clear();
  const stem = STEMMERS[language](word);
  known.set(word, stem);
  return stem;
}

const GERMAN_FORM =
  /(?:ung|ungen|heit|keit|schaft|lich|lichen|isch|ischen|ieren|iert|ierung|frei|tag|zeit|satz)$|sch|tz|^(?:ver|ge|ent|zer|auf|aus|ein|ab|an|vor|nach|uber|unter|ruck)\p{L}{3,}(?:en|ern|eln|t)$/u;
/** Shorter German stems are chance: "and" is no form of "andern". */
const SHORTEST_STEM = 4;

/** Whether a folded word has the shape of a German one. */
const looksGerman = (word: string): boolean => GERMAN_FORM.test(word);

/**
 * Whether two folded words differ in their endings alone. English endings are always tried; German ones where the claim is
 * German or the words look it, since "broken" and "broker" would be one word by German endings. Numbers have none.
 */
export function sameStem(a: string, b: string, language: Language = 'en'): boolean {
  if (a === b) return true;
  if (/\d/u.test(a) || /\d/u.test(b)) return false;
  if (stemOf(a, 'en') === stemOf(b, 'en')) return true;
  if (language !== 'de' && !looksGerman(a) && !looksGerman(b)) return false;
  const stem = stemOf(a, 'de');
  return stem.length >= SHORTEST_STEM && stem === stemOf(b, 'de');
}
