import type { ReviewGroup, ReviewItem } from '../../data/review';

/** A line of the inbox: the head of a group, or one clash. */
export type ReviewRow =
  | { readonly kind: 'head'; readonly group: ReviewGroup }
  | { readonly kind: 'item'; readonly item: ReviewItem; readonly group: ReviewGroup; readonly at: number };

/** Groups as lines, in order; `at` counts the clashes. */
export function rowsOf(groups: readonly ReviewGroup[]): readonly ReviewRow[] {
  let at = 0;
  return groups.flatMap((group): ReviewRow[] => [
    { kind: 'head', group },
    ...group.items.map((item): ReviewRow => ({ kind: 'item', item, group, at: at++ })),
  ]);
}

/** Where one stands after what one stood on was settled: on what has come into its place. */
export function currentAt(items: readonly ReviewItem[], key: string | undefined, before: number): number {
  const found = items.findIndex((item) => item.key === key);
  return found >= 0 ? found : Math.min(Math.max(before, 0), items.length - 1);
}
