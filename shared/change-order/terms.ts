import type { Json } from '../ledger/entry';
import type { MoneyValue } from '../records/define-record';
import type { ChangeOrder } from '../records/registry';
import { sameValue } from '../records/write';

/** What the client reads and signs. Whatever of it changes after it was submitted makes another revision. */
export const TERMS = ['title', 'detail', 'price', 'hours'] as const;
export type Term = (typeof TERMS)[number];

/** The terms as somebody wants them; what is left out stays, null takes a value away. */
export interface Terms {
  readonly title?: string;
  readonly detail?: string | null;
  readonly price?: MoneyValue | null;
  readonly hours?: number | null;
}

/** The terms that differ from what the change order says. */
export function changedTerms(order: ChangeOrder, terms: Terms): readonly Term[] {
  return TERMS.filter((term) => terms[term] !== undefined && !sameValue(terms[term], order[term] ?? null));
}

/** Every term in full, as a submission says it: what stands there, with what is changed. */
export function termsSaid(order: ChangeOrder, terms: Terms = {}): Readonly<Record<string, Json>> {
  const said = TERMS.flatMap((term): (readonly [string, Json])[] => {
    const value = terms[term] === undefined ? order[term] : terms[term];
    if (value !== undefined && value !== null) return [[term, value]];
    return order[term] === undefined ? [] : [[term, null]];
  });
  return Object.fromEntries(said);
}
