import type { StoryItem } from '#shared/deal/story';
import { wordingOf } from '../../../data/reads/promises';
import { t } from '#shared/values/texts';

/** What an item of the story is to somebody who filters. */
export type Facet = 'e-mail' | 'call' | 'meeting' | 'chat' | 'note' | 'file' | 'promise' | 'phase' | 'change';

/** In the order in which the filter offers them. */
export const FACETS: readonly { readonly facet: Facet; readonly label: string }[] = [
  { facet: 'e-mail', label: 'E-mails' },
  { facet: 'call', label: t('Calls') },
  { facet: 'meeting', label: t('Meetings') },
  { facet: 'chat', label: t('Chats') },
  { facet: 'note', label: t('Notes') },
  { facet: 'file', label: t('Files') },
  { facet: 'promise', label: t('Promises') },
  { facet: 'phase', label: t('Phases') },
  { facet: 'change', label: t('Changes') },
];

export interface StoryFilter {
  /** Empty: all. */
  readonly facets: readonly string[];
  /** People of either side; empty: all. */
  readonly people: readonly string[];
  /** Words that must all stand somewhere in it, in any order. */
  readonly words: string;
}

/** A moment from which promises were made counts as both. */
export function facetsOf(item: StoryItem): readonly Facet[] {
  switch (item.kind) {
    case 'moment':
      return item.promises.length > 0 ? [item.moment.kind, 'promise'] : [item.moment.kind];
    case 'promise':
      return ['promise'];
    case 'phase':
      return ['phase'];
    case 'act':
      return ['change'];
  }
}

/** The items that pass, in the order in which they came. */
export function filterStory(items: readonly StoryItem[], { facets, people, words }: StoryFilter): readonly StoryItem[] {
  const asked = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return items.filter(
    (item) =>
      (facets.length === 0 || facetsOf(item).some((facet) => facets.includes(facet))) &&
      (people.length === 0 || peopleIn(item).some((person) => people.includes(person))) &&
      (asked.length === 0 || containsAll(wordsIn(item), asked)),
  );
}

/** Everybody of either side who took part in an item. */
export function peopleIn(item: StoryItem): readonly string[] {
  return [...item.people, ...item.contacts];
}

function wordsIn(item: StoryItem): string {
  switch (item.kind) {
    case 'moment': {
      const { subject, body, from, to } = item.moment;
      return [subject, body, from, to].join('\n');
    }
    case 'promise':
      return `${wordingOf(item.promise)}\n${item.promise.quote ?? ''}`;
    case 'phase':
    case 'act':
      return `${item.told.sentence}\n${item.told.entry.why ?? ''}`;
  }
}

function containsAll(text: string, asked: readonly string[]): boolean {
  const lower = text.toLocaleLowerCase();
  return asked.every((word) => lower.includes(word));
}
