import {
  EVIDENCE_FORMAT,
  readWorkspaceLines,
  SEAL_LINE_BYTES,
  type BundledFile,
  type SealCheck,
  type WorkspaceLine,
} from '#shared/exchange/bundle';
import type { LedgerItem, LedgerName } from '#shared/ledger/entry';
import { packPages } from '#shared/ledger/page';
import { parseItem } from '#shared/ledger/parse-entry';
import type { StoredPage } from './ledger-store';
import { t } from '#shared/values/texts';

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
export function partsOfFile(file: Blob): AsyncGenerator<FilePart> {
  let bytes = 0;
  return partsOfPieces(
    pieceByPiece(file, (read) => (bytes += read)),
    () => bytes,
    sealOf(file),
  );
}

/** The same of a file that comes piece by piece from elsewhere. `bytes`: how many of it have been read. */
export async function* partsOfPieces(pieces: AsyncIterable<string>, bytes: () => number, seal?: SealCheck): AsyncGenerator<FilePart> {
  const refused: RefusedLine[] = [];
  const waiting = new Map<LedgerName, Waiting>();
  let sealed = false;
  for await (const lines of readWorkspaceLines(pieces, seal)) {
    for (const line of lines) {
      if (line.kind === 'header' && line.header.format === EVIDENCE_FORMAT) {
        refused.push({ line: 1, reason: EVIDENCE });
        return yield { kind: 'end', refused };
      }
      if (line.kind === 'header') yield { kind: 'name', name: line.header.name };
      else if (line.kind === 'file') yield { kind: 'file', file: line.file };
      else if (line.kind === 'item') {
        const batch = taken(line, waiting, refused);
        if (batch !== undefined) yield batch;
      } else if (line.kind === 'manifest') refused.push({ line: line.line, reason: t('only evidence says what it proves') });
      else if (line.kind === 'problem') {
        refused.push({ line: line.line, reason: line.reason });
        if (line.line === 1) return yield { kind: 'end', refused };
      } else {
        sealed = true;
        if (!line.holds) refused.push({ line: line.line, reason: t('the file was altered after it was written') });
      }
    }
    yield { kind: 'read', bytes: bytes() };
  }
  for (const [ledger, texts] of waiting) yield { kind: 'pages', ledger, pages: pagesOf(texts) };
  if (!sealed) refused.push({ line: 0, reason: t('the end of the file is missing') });
  yield { kind: 'end', refused };
}

/** Most of its entries are only digests: merged, they would stand in the way of what they say. */
const EVIDENCE = t('This is an evidence file. It is checked with “npm run verify”, and not merged.');

/** Items that are not on a page yet, each with its text in the file. */
type Waiting = Map<LedgerItem, string>;

/** Checks an item; gives a batch of pages when enough have come together. */
function taken(
  { line, ledger, raw, text }: Extract<WorkspaceLine, { kind: 'item' }>,
  waiting: Map<LedgerName, Waiting>,
  refused: RefusedLine[],
): FilePart | undefined {
  const parsed = parseItem(raw);
  if (!parsed.ok) {
    refused.push({ line, reason: parsed.error.reason });
    return undefined;
  }
  const texts = waiting.get(ledger) ?? new Map<LedgerItem, string>();
  texts.set(parsed.value, text);
  if (texts.size < BATCH) {
    waiting.set(ledger, texts);
    return undefined;
  }
  waiting.delete(ledger);
  return { kind: 'pages', ledger, pages: pagesOf(texts) };
}

const pagesOf = (texts: Waiting): StoredPage[] =>
  packPages(texts.keys(), (item) => texts.get(item) ?? JSON.stringify(item)).map(({ id, text }) => ({ id, entries: text }));

/** The most bytes that are held in memory at once to check the seal over them. */
const SEALED_AT_ONCE = 256 * 1024 * 1024;

/** The platform hashes far faster than a script, but only bytes that are in memory; a larger file is hashed line by line. */
function sealOf(file: Blob): SealCheck | undefined {
  if (file.size > SEALED_AT_ONCE) return undefined;
  const hex = async (): Promise<string> => {
    const before = await file.slice(0, Math.max(0, file.size - SEAL_LINE_BYTES)).arrayBuffer();
    return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', before)));
  };
  return { add: () => undefined, hex };
}

/** Bytes of a piece. The stream of a file comes in pieces so small that waiting for them takes longer than reading. */
const PIECE = 256 * 1024;

async function* pieceByPiece(file: Blob, read: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  for (let at = 0; at < file.size; at += PIECE) {
    const bytes = await file.slice(at, at + PIECE).arrayBuffer();
    read(bytes.byteLength);
    yield decoder.decode(bytes, { stream: true });
  }
  yield decoder.decode();
}

const bytesToHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
