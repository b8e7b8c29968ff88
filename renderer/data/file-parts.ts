import { readWorkspaceFile, type BundledFile, type WorkspaceLine } from '#shared/exchange/bundle';
import type { LedgerItem, LedgerName } from '#shared/ledger/entry';
import { packPages } from '#shared/ledger/page';
import { parseItem } from '#shared/ledger/parse-entry';
import type { StoredPage } from './ledger-store';

/** A line that could not be used. Line 0: it is about the file as a whole. */
export interface RefusedLine {
  readonly line: number;
  readonly reason: string;
}

/** What a workspace file gives, piece by piece. Every entry on these pages has been checked against its id. */
export type FilePart =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'pages'; readonly ledger: LedgerName; readonly pages: readonly StoredPage[] }
  | { readonly kind: 'file'; readonly file: BundledFile }
  | { readonly kind: 'read'; readonly bytes: number }
  | { readonly kind: 'end'; readonly refused: readonly RefusedLine[] };

/** Where a file is read: in a worker in the app, on the same thread in tests. */
export interface FileReading {
  readonly parts: AsyncIterable<FilePart>;
  close(): void;
}

/** Entries per part: some pages full. */
const BATCH = 2_000;

/** Reads a workspace file: parses it, hashes every entry, and packs what holds into pages. Without a name it is none. */
export async function* partsOfFile(file: Blob): AsyncGenerator<FilePart> {
  const refused: RefusedLine[] = [];
  const waiting = new Map<LedgerName, LedgerItem[]>();
  let sealed = false;
  let bytes = 0;
  let told = 0;
  const pieces = pieceByPiece(file, (read) => (bytes += read));
  for await (const line of readWorkspaceFile(pieces)) {
    if (line.kind === 'header') yield { kind: 'name', name: line.header.name };
    else if (line.kind === 'file') yield { kind: 'file', file: line.file };
    else if (line.kind === 'item') {
      const batch = taken(line, waiting, refused);
      if (batch !== undefined) yield batch;
    } else if (line.kind === 'problem') {
      refused.push({ line: line.line, reason: line.reason });
      if (line.line === 1) break;
    } else {
      sealed = true;
      if (!line.holds) refused.push({ line: line.line, reason: 'the file was altered after it was written' });
    }
    if (bytes !== told) yield { kind: 'read', bytes: (told = bytes) };
  }
  for (const [ledger, items] of waiting) if (items.length > 0) yield { kind: 'pages', ledger, pages: pagesOf(items) };
  if (!sealed) refused.push({ line: 0, reason: 'the end of the file is missing' });
  yield { kind: 'end', refused };
}

/** Checks an item; gives a batch of pages when enough have come together. */
function taken(
  { line, ledger, raw }: Extract<WorkspaceLine, { kind: 'item' }>,
  waiting: Map<LedgerName, LedgerItem[]>,
  refused: RefusedLine[],
): FilePart | undefined {
  const parsed = parseItem(raw);
  if (!parsed.ok) {
    refused.push({ line, reason: parsed.error.reason });
    return undefined;
  }
  const items = waiting.get(ledger) ?? [];
  items.push(parsed.value);
  if (items.length < BATCH) {
    waiting.set(ledger, items);
    return undefined;
  }
  waiting.delete(ledger);
  return { kind: 'pages', ledger, pages: pagesOf(items) };
}

const pagesOf = (items: readonly LedgerItem[]): StoredPage[] => packPages(items).map(({ id, text }) => ({ id, entries: text }));

async function* pieceByPiece(file: Blob, read: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  const reader = file.stream().getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    read(next.value.length);
    yield decoder.decode(next.value, { stream: true });
  }
  yield decoder.decode();
}
