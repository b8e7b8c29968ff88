import { err, ok, type Result } from '../values/result';
import { deviceOf, entryIdOf, isEntry, isStub, markOf, seqOf, type DeviceId, type EntryId, type LedgerItem } from './entry';
import { utf8Length } from './hash';
import { MAX_PAGE_BYTES, MAX_PAGE_ENTRIES } from './limits';
import { parseItem } from './parse-entry';
import { fuller } from './series-room';
import { fullHashOf } from './verify-chain';

/** `${device}.${first}-${last}.${first 12 hex of the last entry's hash}`: the chain fixes the whole content. */
export type PageId = string;

/** 1 to 500 consecutive entries of one device, as they are kept: one packed JSON text of at most 256 KiB. */
export interface Page {
  readonly id: PageId;
  readonly text: string;
}

/** Why the content of a page is not what its id says. */
export interface PageProblem {
  readonly page: PageId;
  readonly reason: string;
}

/** Where a page stands in its device's chain. */
export interface PagePlace {
  readonly device: DeviceId;
  readonly first: number;
  readonly last: number;
  /** First 12 hex digits of the last entry's hash. */
  readonly mark: string;
}

const PAGE_ID = /^([0-9a-f]{16})\.(\d{8})-(\d{8})\.([0-9a-f]{12})$/u;

/** Reads a page id; undefined where it is not one. */
export function parsePageId(id: string): PagePlace | undefined {
  const [, device = '', first, last, mark = ''] = PAGE_ID.exec(id) ?? [];
  if (first === undefined || last === undefined || Number(first) < 1 || Number(first) > Number(last)) return undefined;
  return { device, first: Number(first), last: Number(last), mark };
}

/**
 * Packs items into as few pages as hold them. Any order; consecutive entries of a chain, or of one branch, share pages.
 * `textOf` spares writing what was just read: it gives exactly what `JSON.stringify` would.
 */
export function packPages(items: Iterable<LedgerItem>, textOf: (item: LedgerItem) => string = JSON.stringify): readonly Page[] {
  return runsOf(items).flatMap((run) => pagesOfRun(run, textOf));
}

/** The same items in pages of at most half as many entries: for a server that finds a page too large, or refuses it. */
export function splitPage(items: readonly LedgerItem[]): readonly Page[] {
  const middle = Math.ceil(items.length / 2);
  return [...packPages(items.slice(0, middle)), ...packPages(items.slice(middle))];
}

/**
 * The items of a page. `verify` checks that the content is exactly what the id says: each entry by its own hash, all of
 * them by the chain, the last by the id. `trust` reads what this app itself wrote to its own disk, ten times faster.
 */
export function unpackPage(page: Page, care: 'verify' | 'trust' = 'verify'): Result<readonly LedgerItem[], PageProblem> {
  let raw: unknown;
  try {
    raw = JSON.parse(page.text);
  } catch {
    return err({ page: page.id, reason: 'not JSON' });
  }
  if (!Array.isArray(raw)) return err({ page: page.id, reason: 'not a list of entries' });
  return care === 'trust' ? ok(raw as readonly LedgerItem[]) : checkPage(page.id, raw);
}

/** LAW 6, for pages: the items of a page as it arrived, or why they are not what its id says. */
export function checkPage(id: PageId, raws: readonly unknown[]): Result<readonly LedgerItem[], PageProblem> {
  const refuse = (reason: string) => err({ page: id, reason });
  const place = parsePageId(id);
  if (!place) return refuse('not a page id');
  if (raws.length > MAX_PAGE_ENTRIES) return refuse('too many entries');
  if (raws.length !== place.last - place.first + 1) return refuse('not as many entries as its id says');
  const items: LedgerItem[] = [];
  for (const [at, raw] of raws.entries()) {
    const parsed = parseItem(raw);
    if (!parsed.ok) return refuse(`entry ${place.first + at}: ${parsed.error.reason}`);
    const item = parsed.value;
    if (deviceOf(item.id) !== place.device || seqOf(item.id) !== place.first + at)
      return refuse(`entry ${place.first + at}: not in its place`);
    const before = items.at(-1);
    if (before && fullHashOf(before) !== item.prev) return refuse(`entry ${place.first + at}: does not follow the entry before it`);
    items.push(item);
  }
  const last = items.at(-1);
  return last && markOf(last.id) === place.mark ? ok(items) : refuse('the last entry is not the one that its id names');
}

/** What to write and then to remove, in this order, so that fewer pages hold the same entries. */
export interface PageFolding {
  readonly insert: readonly Page[];
  readonly remove: readonly PageId[];
}

/**
 * Folds small pages into full ones. Whatever a removed page held stands in an inserted or remaining one, and no id is
 * both: a crash in between leaves duplicates, which by law 1 do not matter. A page that held stubs is among those to
 * insert, under its own id, where other pages hold what belongs in their places.
 */
export function foldPages(pages: readonly Page[]): PageFolding {
  const readable = pages.flatMap((page) => {
    const items = unpackPage(page, 'trust');
    return items.ok ? [{ id: page.id, items: items.value }] : [];
  });
  const packed = packPages(readable.flatMap(({ items }) => items));
  const wanted = new Set(packed.map(({ id }) => id));
  const present = new Map(readable.map(({ id, items }) => [id, items]));
  const isBetter = ({ id, text }: Page): boolean => {
    const items = present.get(id);
    return !items || (items.some(isStub) && JSON.stringify(items) !== text);
  };
  return { insert: packed.filter(isBetter), remove: [...present.keys()].filter((id) => !wanted.has(id)) };
}

/** Items in runs in which each is the `prev` of the next; every item once, in the form that says most. */
function runsOf(items: Iterable<LedgerItem>): readonly (readonly LedgerItem[])[] {
  const byId = new Map<EntryId, LedgerItem>();
  for (const item of items) byId.set(item.id, fullestOf(byId.get(item.id), item));
  const runs: LedgerItem[][] = [];
  const open = new Map<EntryId, LedgerItem[]>();
  for (const [id, item] of [...byId].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const before = entryIdOf(deviceOf(id), seqOf(id) - 1, item.prev);
    const run = open.get(before) ?? [];
    open.delete(before);
    if (run.length === 0) runs.push(run);
    run.push(item);
    open.set(id, run);
  }
  return runs;
}

function fullestOf(known: LedgerItem | undefined, item: LedgerItem): LedgerItem {
  if (!known || isStub(known)) return item;
  return isEntry(known) && isEntry(item) ? fuller(known, item) : known;
}

function pagesOfRun(run: readonly LedgerItem[], textOf: (item: LedgerItem) => string): readonly Page[] {
  const pages: Page[] = [];
  let texts: string[] = [];
  let first = run[0];
  let last = run[0];
  let bytes = 2;
  const close = () => {
    if (first && last) pages.push({ id: pageIdOf(first, last), text: `[${texts.join(',')}]` });
  };
  for (const item of run) {
    const text = textOf(item);
    const size = utf8Length(text) + 1;
    if (texts.length > 0 && (texts.length === MAX_PAGE_ENTRIES || bytes + size > MAX_PAGE_BYTES)) {
      close();
      [texts, first, bytes] = [[], item, 2];
    }
    texts.push(text);
    bytes += size;
    last = item;
  }
  close();
  return pages;
}

function pageIdOf(first: LedgerItem, last: LedgerItem): PageId {
  const seq = (item: LedgerItem) => item.id.slice(17, 25);
  return `${deviceOf(first.id)}.${seq(first)}-${seq(last)}.${markOf(last.id)}`;
}
