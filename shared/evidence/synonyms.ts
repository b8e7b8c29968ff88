import type { Command } from '../ledger/command';
import { settingId } from '../records/phase-names';
import type { Records } from '../records/records';
import { createRecord, editRecord, together } from '../records/write';
import { err, ok, type Result } from '../values/result';
import { foldWord, WORD } from '../values/words';
import { DEFAULT_SYNONYMS } from './default-synonyms';
import { sameStem } from './stems';
import { t } from '../values/texts';

/** Words and phrases that mean the same to this firm. */
export interface SynonymGroup {
  /** Names the group for good: two people who change two groups offline do not clash. */
  readonly key: string;
  readonly words: readonly string[];
  /** A group of ours that the firm has not touched. */
  readonly initial: boolean;
}

/** A group as search reads it: each phrase as folded words. */
export type Phrases = readonly (readonly string[])[];

const PREFIX = 'evidence.synonyms.';
const LONGEST = 40;

/** All groups that hold now: ours, as the firm has changed them, and its own. An emptied group is none. */
export function synonymGroups(records: Records): readonly SynonymGroup[] {
  const changed = new Map(records.all('firmSetting').flatMap(({ key, value }) => (key.startsWith(PREFIX) ? [[key, value] as const] : [])));
  const ours = Object.entries(DEFAULT_SYNONYMS).map(([name, text]): SynonymGroup => {
    const kept = changed.get(PREFIX + name);
    return kept === undefined || kept === null
      ? { key: name, words: wordsOfText(text), initial: true }
      : { key: name, words: textsIn(kept), initial: false };
  });
  const own = [...changed].flatMap(([key, value]): SynonymGroup[] => {
    const name = key.slice(PREFIX.length);
    return name in DEFAULT_SYNONYMS ? [] : [{ key: name, words: textsIn(value), initial: false }];
  });
  return [...ours, ...own].filter(({ words }) => words.length > 0);
}

/** Words between commas, each once, in the order in which they were written. */
export function wordsOfText(text: string): readonly string[] {
  const words = text.split(/[,;\n]/u).map((word) => word.replace(/\s+/gu, ' ').trim());
  return [...new Set(words.filter((word) => word !== '' && phraseOf(word).length > 0))];
}

/** Sets a group of the firm. `words` empty: the group holds no longer. */
export function setSynonyms(key: string, words: readonly string[], records: Records): Result<Command, { readonly message: string }> {
  if (words.length === 1) return err({ message: t('One word alone means nothing else: write at least two, with commas between them.') });
  const long = words.find((word) => word.length > LONGEST);
  if (long !== undefined)
    return err({ message: t('“{{long}}” is too long for a word or phrase. Up to {{LONGEST}} letters.', { long, LONGEST }) });
  const setting = PREFIX + key;
  const id = settingId(setting);
  const held = records.get('firmSetting', id);
  const telling = { act: 'setting.changeSynonyms' };
  const value = [...words];
  return ok(held ? editRecord('firmSetting', held, { value }, telling) : createRecord('firmSetting', id, { key: setting, value }, telling));
}

/** Brings back the groups that came with the app and that the firm removed; undefined where it has all of them. */
export function restoreSynonyms(records: Records): Command | undefined {
  const removed = records
    .all('firmSetting')
    .filter(
      ({ key, value }) =>
        key.startsWith(PREFIX) && key.slice(PREFIX.length) in DEFAULT_SYNONYMS && textsIn(value).length === 0 && value !== undefined,
    );
  if (removed.length === 0) return undefined;
  const edits = removed.map((setting) => editRecord('firmSetting', setting, { value: null }));
  return together('setting.changeSynonyms', edits);
}

/** The folded words of a phrase: `At no charge` is `at`, `no`, `charge`. */
const phraseOf = (text: string): readonly string[] => [...text.matchAll(WORD)].map(([word]) => foldWord(word));

const read = new WeakMap<object, readonly Phrases[]>();

/** All groups as search reads them. Made anew only when a setting changed: a list of records keeps its reference until then. */
export function synonymPhrases(records: Records): readonly Phrases[] {
  const settings = records.all('firmSetting');
  const phrases = read.get(settings) ?? phrasesOf(synonymGroups(records));
  read.set(settings, phrases);
  return phrases;
}

const phrasesOf = (groups: readonly SynonymGroup[]): readonly Phrases[] =>
  groups.map(({ words }) => words.map(phraseOf).filter((phrase) => phrase.length > 0));

/** The longest phrase of a group that begins at `at` among folded words, and the group. */
export function phraseAt(
  words: readonly string[],
  at: number,
  groups: readonly Phrases[],
): { readonly group: Phrases; readonly length: number } | undefined {
  let best: { readonly group: Phrases; readonly length: number } | undefined;
  for (const group of groups) {
    for (const phrase of group) {
      if (phrase.length <= (best?.length ?? 0) || !phrase.every((word, index) => sameStem(word, words[at + index] ?? ''))) continue;
      best = { group, length: phrase.length };
    }
  }
  return best;
}

const textsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);
