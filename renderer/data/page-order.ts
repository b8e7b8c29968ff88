import { isEntry, type LedgerItem } from '#shared/ledger/entry';

interface Items {
  readonly items: readonly LedgerItem[];
}

/** Items that are folded before others get a turn. */
const SLICE = 1_000;

/** Pages by the time of their first entry: nearly the order in which things happened, which folds fastest. */
export function inOrder<Page extends Items>(pages: readonly Page[]): Page[] {
  const startOf = (page: Items): string => page.items.find(isEntry)?.at ?? '';
  return pages
    .map((page) => ({ page, at: startOf(page) }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ page }) => page);
}

export function* slicesOf<Page extends Items>(pages: readonly Page[]): Generator<Page[]> {
  let slice: Page[] = [];
  let size = 0;
  for (const page of pages) {
    slice.push(page);
    size += page.items.length;
    if (size < SLICE) continue;
    yield slice;
    slice = [];
    size = 0;
  }
  if (slice.length > 0) yield slice;
}
