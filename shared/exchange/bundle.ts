import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Have, Json, LedgerItem, LedgerName } from '../ledger/entry';
import { sha256Hex } from '../ledger/hash';
import { fromBase64, toBase64 } from './base64';

/**
 * A workspace as one file: uncompressed JSON lines. The header names every chain's tips per ledger; then one entry (or
 * stub) per line; then the files, each named by the sha-256 of its bytes; then a seal over everything before it. Every
 * line is exactly what `JSON.stringify` writes, so that there is no byte in the file that means nothing.
 *
 * A file that holds a part of a workspace has a stub in each place of a chain whose entry it leaves out, and its header
 * names what its reader has after it: the runs of whole entries.
 */
export const WORKSPACE_FORMAT = 'throughline-workspace';
export const WORKSPACE_FILE_TYPE = 'application/x-throughline';
export const WORKSPACE_FILE_SUFFIX = '.throughline';

export interface WorkspaceHeader {
  readonly format: typeof WORKSPACE_FORMAT;
  readonly v: 1;
  readonly name: string;
  readonly ledgers: { readonly [ledger in LedgerName]?: Have };
}

export interface BundledFile {
  /** `file:<sha-256>` */
  readonly id: `file:${string}`;
  readonly name: string;
  readonly type: string;
  /** Whose readers may read it; absent: everyone's. */
  readonly ledger?: 'finance';
  readonly bytes: Uint8Array;
}

/** What stands in a workspace file. Items of one device come in the order of their chain. */
export interface WorkspaceContents {
  readonly name: string;
  readonly ledgers: readonly { readonly ledger: LedgerName; readonly have: Have; readonly items: Several<LedgerItem> }[];
  readonly files: Several<BundledFile>;
}

type Several<T> = Iterable<T> | AsyncIterable<T>;

/** Writes a workspace, line by line: join the pieces, or stream them to a file. */
export async function* writeWorkspaceFile({ name, ledgers, files }: WorkspaceContents): AsyncGenerator<string> {
  const seal = sha256.create();
  const sealed = (line: Json): string => {
    const text = `${JSON.stringify(line)}\n`;
    seal.update(utf8ToBytes(text));
    return text;
  };
  yield sealed({
    format: WORKSPACE_FORMAT,
    v: 1,
    name,
    ledgers: Object.fromEntries(ledgers.map(({ ledger, have }) => [ledger, have as unknown as Json])),
  });
  for (const { ledger, items } of ledgers) {
    for await (const item of items) yield sealed({ ledger, item: item as unknown as Json });
  }
  for await (const { id, name: called, type, ledger, bytes } of files)
    yield sealed({ file: id, name: called, type, ...(ledger ? { ledger } : {}), base64: toBase64(bytes) });
  yield `${JSON.stringify({ seal: bytesToHex(seal.digest()) })}\n`;
}

/** One line of a workspace file, read. `line` is counted from 1. */
export type WorkspaceLine =
  | { readonly kind: 'header'; readonly line: number; readonly header: WorkspaceHeader }
  /** Not yet checked: `parseItem` or `verifyChain` says whether it holds. `text` is what `JSON.stringify` makes of `raw`. */
  | { readonly kind: 'item'; readonly line: number; readonly ledger: LedgerName; readonly raw: unknown; readonly text: string }
  | { readonly kind: 'file'; readonly line: number; readonly file: BundledFile }
  | { readonly kind: 'seal'; readonly line: number; readonly holds: boolean }
  | { readonly kind: 'problem'; readonly line: number; readonly entry?: string; readonly reason: string };

/** Bytes of the last line: the seal, and its end of line. */
export const SEAL_LINE_BYTES = '{"seal":""}\n'.length + 64;

/** Makes the sha-256 of everything before the seal. */
export interface SealCheck {
  /** Told every line before the seal. */
  readonly add: (line: string) => void;
  readonly hex: () => string | Promise<string>;
}

function streamedSeal(): SealCheck {
  const seal = sha256.create();
  return { add: (line) => seal.update(utf8ToBytes(`${line}\n`)), hex: () => bytesToHex(seal.digest()) };
}

/**
 * Reads a workspace file piece by piece, in whatever pieces it comes. What cannot be read is a `problem` with its line, and
 * the lines after it still come: a damaged file gives what is left of it. The last line that comes is the seal, if there is one.
 */
export async function* readWorkspaceFile(pieces: Several<string>): AsyncGenerator<WorkspaceLine> {
  for await (const lines of readWorkspaceLines(pieces)) yield* lines;
}

/** The same, all lines of a piece at once: waiting for each line by itself costs more than reading it. */
export async function* readWorkspaceLines(
  pieces: Several<string>,
  seal: SealCheck = streamedSeal(),
): AsyncGenerator<readonly WorkspaceLine[]> {
  let line = 0;
  let sealedAt: number | undefined;
  for await (const { texts, ended } of linesOf(pieces)) {
    const lines: WorkspaceLine[] = [];
    for (const text of texts) {
      line += 1;
      const read = readLine(text, line);
      if (sealedAt !== undefined)
        lines.push({ kind: 'problem', line, reason: `something stands after the seal, which is line ${sealedAt}` });
      else if (!ended) lines.push({ kind: 'problem', line, reason: 'the file ends in the middle of a line' });
      else if (read.kind === 'sealed') {
        sealedAt = line;
        lines.push({ kind: 'seal', line, holds: read.digest === (await seal.hex()) });
      } else {
        seal.add(text);
        lines.push(read);
      }
    }
    yield lines;
  }
}

async function* linesOf(pieces: Several<string>): AsyncGenerator<{ readonly texts: readonly string[]; readonly ended: boolean }> {
  let rest: string[] = [];
  for await (const piece of pieces) {
    rest.push(piece);
    // A file of some megabytes is one line: joined once, not with every piece.
    if (!piece.includes('\n')) continue;
    const texts = rest.join('').split('\n');
    rest = [texts.pop() ?? ''];
    yield { texts, ended: true };
  }
  const last = rest.join('');
  if (last !== '') yield { texts: [last], ended: false };
}

type Parsed = WorkspaceLine | { readonly kind: 'sealed'; readonly digest: string };

function readLine(text: string, line: number): Parsed {
  const value = parseJson(text);
  const problem = (reason: string): Parsed => ({ kind: 'problem', line, reason, ...(idIn(text) ? { entry: idIn(text) } : {}) }) as Parsed;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return problem('it is not a line of a workspace file');
  // One value, one text: otherwise a byte could be altered without altering what it says.
  if (JSON.stringify(value) !== text) return problem('it is not written as it was');
  const fields = value as { readonly [key: string]: unknown };
  const keys = Object.keys(fields).join(' ');
  if (line === 1) return headerLine(fields, keys) ?? problem('it is not the header of a workspace file');
  if (keys === 'ledger item' && isLedger(fields['ledger'])) return itemLine(fields['ledger'], fields['item'], text, line);
  if (keys === 'file name type base64' || (keys === 'file name type ledger base64' && fields['ledger'] === 'finance'))
    return fileLine(fields, line) ?? problem(`the bytes of ${String(fields['file'])} are not the ones that its name proves`);
  if (keys === 'seal' && typeof fields['seal'] === 'string') return { kind: 'sealed', digest: fields['seal'] };
  return problem('it is not a line of a workspace file');
}

const itemLine = (ledger: LedgerName, raw: unknown, text: string, line: number): WorkspaceLine => {
  const before = `{"ledger":"${ledger}","item":`.length;
  return { kind: 'item', line, ledger, raw, text: text.slice(before, -1) };
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the caller names the line.
    return undefined;
  }
}

/** The entry that a broken line was, as far as it still says so. */
const idIn = (text: string): string | undefined => /"id":"([0-9a-f]{16}\.[0-9]{8}\.[0-9a-f]{12})"/.exec(text)?.[1];

const isLedger = (name: unknown): name is LedgerName => name === 'team' || name === 'finance';

function headerLine(fields: { readonly [key: string]: unknown }, keys: string): WorkspaceLine | undefined {
  const { format, v, name, ledgers } = fields;
  if (keys !== 'format v name ledgers' || format !== WORKSPACE_FORMAT || v !== 1 || typeof name !== 'string') return undefined;
  if (
    typeof ledgers !== 'object' ||
    ledgers === null ||
    !Object.entries(ledgers).every(([ledger, have]) => isLedger(ledger) && isHave(have))
  )
    return undefined;
  return { kind: 'header', line: 1, header: { format, v, name, ledgers } };
}

function isHave(have: unknown): boolean {
  if (typeof have !== 'object' || have === null) return false;
  return Object.values(have).every((state: unknown) => {
    const tips = typeof state === 'object' && state !== null && 'tips' in state ? state.tips : undefined;
    return (
      Array.isArray(tips) &&
      tips.every(
        (tip: unknown) =>
          typeof tip === 'object' &&
          tip !== null &&
          'seq' in tip &&
          Number.isSafeInteger(tip.seq) &&
          'hash' in tip &&
          typeof tip.hash === 'string',
      )
    );
  });
}

function fileLine({ file, name, type, ledger, base64 }: { readonly [key: string]: unknown }, line: number): WorkspaceLine | undefined {
  if (typeof file !== 'string' || typeof name !== 'string' || typeof type !== 'string' || typeof base64 !== 'string') return undefined;
  const bytes = fromBase64(base64);
  if (!bytes.ok || file !== `file:${sha256Hex(bytes.value)}`) return undefined;
  const whose = ledger === 'finance' ? ({ ledger } as const) : {};
  return { kind: 'file', line, file: { id: file as `file:${string}`, name, type, ...whose, bytes: bytes.value } };
}
