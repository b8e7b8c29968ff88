import type { DealRow } from '../../data/reads/deals';

/** What a filter can ask of a deal, besides its words. Several values of one kind: any of them. */
export const FACETS = ['ae', 'pm', 'account', 'billingModel', 'phase', 'health'] as const;
export type Facet = (typeof FACETS)[number];

export interface PipelineFilter {
  readonly words: string;
  readonly chosen: Readonly<Record<Facet, readonly string[]>>;
}

/** Lets every deal through. */
export const NO_FILTER: PipelineFilter = { words: '', chosen: { ae: [], pm: [], account: [], billingModel: [], phase: [], health: [] } };

/** Stands for "nobody" and "not said" among the values of a facet. */
export const NONE = 'none';

const BETWEEN = ',';

/** The filter that an address asks for: `?q=portal&ae=01J…,none&health=red`. */
export function filterOfQuery(query: URLSearchParams): PipelineFilter {
  const chosen = Object.fromEntries(FACETS.map((facet) => [facet, (query.get(facet) ?? '').split(BETWEEN).filter(Boolean)]));
  return { words: query.get('q') ?? '', chosen: chosen as Record<Facet, string[]> };
}

/** The address for a filter; what is not asked leaves no trace in it, what is no filter stays. */
export function queryWithFilter(query: URLSearchParams, { words, chosen }: PipelineFilter): URLSearchParams {
  const next = new URLSearchParams(query);
  putOrDrop(next, 'q', words);
  for (const facet of FACETS) putOrDrop(next, facet, chosen[facet].join(BETWEEN));
  return next;
}

/** True when the filter asks for anything at all. */
export function isFiltering({ words, chosen }: PipelineFilter): boolean {
  return words.trim() !== '' || FACETS.some((facet) => chosen[facet].length > 0);
}

/** The rows that a filter lets through, in their order: every word somewhere in the deal, every facet one of its values. */
export function filterRows(rows: readonly DealRow[], filter: PipelineFilter): readonly DealRow[] {
  if (!isFiltering(filter)) return rows;
  const words = filter.words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const asked = FACETS.filter((facet) => filter.chosen[facet].length > 0);
  return rows.filter(
    (row) =>
      words.every((word) => row.words.includes(word)) && asked.every((facet) => filter.chosen[facet].includes(facetValue(row, facet))),
  );
}

/** What a deal answers to a facet. References answer without their type, as addresses write them. */
export function facetValue({ deal, people }: DealRow, facet: Facet): string {
  const value = facet === 'ae' || facet === 'pm' ? people[facet] : deal[facet];
  if (value === undefined) return NONE;
  return facet === 'ae' || facet === 'pm' || facet === 'account' ? value.slice(value.indexOf(':') + 1) : value;
}

function putOrDrop(query: URLSearchParams, name: string, value: string): void {
  if (value) query.set(name, value);
  else query.delete(name);
}
