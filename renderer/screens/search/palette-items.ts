import { definitionOf, type RecordType } from '#shared/records/registry';
import { recordPath } from '../../components/record-path';
import type { SearchHit } from '../../data/workspace';
import type { AppAction } from '../../ui-state/app-action';

/** One line of the palette. */
export type PaletteItem =
  | { readonly kind: 'action'; readonly key: string; readonly group: string; readonly action: AppAction }
  | {
      readonly kind: 'record';
      readonly key: string;
      readonly group: string;
      readonly type: RecordType;
      readonly title: string;
      readonly snippet: string;
      /** Words to mark, lower case. */
      readonly terms: readonly string[];
      /** Where the record is seen. */
      readonly path: string;
      /** The deal or account it belongs to, in words. */
      readonly belongs: string;
    };

/** The actions that every word of the query begins a word of, in their own order. With no query: all. */
export function actionItems(actions: readonly AppAction[], query: string): readonly PaletteItem[] {
  const words = wordsOf(query);
  return actions
    .filter(({ title, words: more = '', group }) => {
      const own = wordsOf(`${title} ${more} ${group}`);
      return words.every((word) => own.some((mine) => mine.startsWith(word)));
    })
    .map((action) => ({ kind: 'action', key: action.id, group: action.group, action }));
}

/** Hits by kind of record, the kind of the best hit first; hits that no screen shows are left out. */
export function hitItems(hits: readonly SearchHit[], belongsOf: (hit: SearchHit) => string): readonly PaletteItem[] {
  const groups = new Map<string, PaletteItem[]>();
  for (const hit of hits) {
    const path = recordPath(hit.id, hit.deal);
    if (!path) continue;
    const group = definitionOf(hit.type).plural;
    const item: PaletteItem = { kind: 'record', key: hit.id, group, path, belongs: belongsOf(hit), ...shownOf(hit) };
    groups.set(group, [...(groups.get(group) ?? []), item]);
  }
  return [...groups.values()].flat();
}

function shownOf({
  type,
  title,
  snippet,
  file = '',
  terms,
}: SearchHit): Pick<PaletteItem & { kind: 'record' }, 'type' | 'title' | 'snippet' | 'terms'> {
  return { type, title, snippet: snippet === title ? '' : file === '' ? snippet : `${file}: ${snippet}`, terms };
}

function wordsOf(text: string): string[] {
  return text
    .toLocaleLowerCase()
    .split(/[^\p{L}\p{N}?]+/u)
    .filter(Boolean);
}
