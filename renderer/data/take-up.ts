import { isEntry, isStub, type EntryId, type LedgerItem } from '#shared/ledger/entry';
import type { Fold } from '#shared/ledger/fold';
import { packPages } from '#shared/ledger/page';
import { redactItems } from '#shared/ledger/redact';
import { withoutWithdrawn } from '#shared/ledger/withdrawn';
import type { StoredPage } from './ledger-store';
import type { OpenLedger, Origin, PageOfItems } from './open-ledger';
import type { WindowChannel } from './window-channel';

/** A page with what is news of it: its items, and their text as it goes to the disk. */
interface NewPage extends PageOfItems {
  readonly text: string;
}

/** Pages that are on the disk and not folded yet. */
export interface Kept {
  readonly ledger: OpenLedger;
  readonly pages: readonly PageOfItems[];
}

/**
 * The one way in for entries from outside, by file or from a server. What is news of checked pages is written, every
 * withdrawal and redaction known here applied to it; `meanwhile` runs while the disk is busy. Under the writer's lease.
 */
export async function keepNews(pages: readonly StoredPage[], ledger: OpenLedger, meanwhile?: Promise<void>): Promise<Kept> {
  const news = newsOf(pages, ledger);
  const written = news.length === 0 ? undefined : ledger.keep(news.map(({ id, text }) => ({ id, entries: text })));
  await Promise.all([written, meanwhile]);
  return { ledger, pages: news };
}

/** Folds what was kept, and tells the other windows. Nothing is folded that is not on the disk. */
export async function foldKept({ ledger, pages }: Kept, channel: WindowChannel, origin: Origin): Promise<void> {
  if (pages.length === 0) return;
  await ledger.take(pages, origin);
  channel.tell({ kind: 'pages', ledger: ledger.name, ids: pages.map(({ id }) => id) });
}

/** Pages as they are, where all of them is news; else what is news of them, packed anew. */
function newsOf(pages: readonly StoredPage[], { fold }: OpenLedger): readonly NewPage[] {
  const [withdrawals, redactions] = [fold.withdrawals(), fold.redactions()];
  const waiting = new Set(fold.waiting().map(({ id }) => id));
  return pages.flatMap(({ id, entries: text }) => {
    const items = JSON.parse(text) as readonly LedgerItem[];
    const known = redactItems(withoutWithdrawn(items, withdrawals), redactions);
    const fresh = known.filter((item) => isNews(item, fold, waiting));
    const isWhole = fresh.length === items.length && fresh.every((item, at) => item === items[at]);
    if (isWhole) return [{ id, text, items }];
    return packPages(fresh).map((page) => ({ ...page, items: JSON.parse(page.text) as readonly LedgerItem[] }));
  });
}

/** Not held yet, or held as its place in the chain only. A stub is never news of what is held. */
function isNews(item: LedgerItem, fold: Fold, waiting: ReadonlySet<EntryId>): boolean {
  if (!fold.holds(item.id)) return true;
  if (isStub(item) || fold.isFolded(item.id)) return false;
  return isEntry(item) ? !waiting.has(item.id) : !fold.newer().includes(item.id);
}
