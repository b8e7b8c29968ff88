import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import {
  deviceOf,
  entryIdOf,
  isStub,
  seqOf,
  type EntryId,
  type Have,
  type Json,
  type LedgerItem,
  type LedgerName,
  type Stub,
} from '../ledger/entry';
import { sha256Hex } from '../ledger/hash';
import { fromBase64, toBase64 } from './base64';

/**
 * A workspace as one file: uncompressed JSON lines. The header names every chain's tips per ledger; then one entry (or
 * stub) per line; then the files, each named by the sha-256 of its bytes; then a seal over everything before it. Every
 * line is exactly what `JSON.stringify` writes, so that there is no byte in the file that means nothing.
 *
 * A file that holds a part of a workspace has a stub in each place of a chain whose entry it leaves out, and its header
 * names what its reader has after it: the runs of whole entries. Stubs that follow each other share a line, which gives the
 * place before the first and the hash of each: their `prev` is the hash before.
 */
export const WORKSPACE_FORMAT = 'throughline-workspace';
/**
 * The same lines as proof: of its entries only what is at issue is disclosed (the other edits stand as their digests, so that the
 * chains still verify), and before the seal a manifest says what is to be proved. It is never merged into a workspace.
 */
export const EVIDENCE_FORMAT = 'throughline-evidence';
export const WORKSPACE_FILE_TYPE = 'application/x-throughline';
export const WORKSPACE_FILE_SUFFIX = '.throughline';

export interface WorkspaceHeader {
  readonly format: typeof WORKSPACE_FORMAT | typeof EVIDENCE_FORMAT;
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
  /** What is to be proved: its presence makes the file evidence. */
  readonly manifest?: Json;
}

type Several<T> = Iterable<T> | AsyncIterable<T>;

/** Writes a workspace, line by line: join the pieces, or stream them to a file. */
export async function* writeWorkspaceFile({ name, ledgers, files, manifest }: WorkspaceContents): AsyncGenerator<string> {
  const seal = sha256.create();
  const sealed = (line: Json): string => {
    const text = `${JSON.stringify(line)}\n`;
    seal.update(utf8ToBytes(text));
    return text;
  };
  yield sealed({
    format: manifest === undefined ? WORKSPACE_FORMAT : EVIDENCE_FORMAT,
    v: 1,
    name,
    ledgers: Object.fromEntries(ledgers.map(({ ledger, have }) => [ledger, have as unknown as Json])),
  });
  for (const { ledger, items } of ledgers) {
    for await (const run of runsOf(items)) yield sealed(Array.isArray(run) ? { ledger, stubs: shortened(run) } : { ledger, item: run });
  }
  for await (const { id, name: called, type, ledger, bytes } of files)
    yield sealed({ file: id, name: called, type, ...(ledger ? { ledger } : {}), base64: toBase64(bytes) });
  if (manifest !== undefined) yield sealed({ manifest });
  yield `${JSON.stringify({ seal: bytesToHex(seal.digest()) })}\n`;
}

/** The most stubs on one line. */
const STUBS = 1_000;

/** Stubs that follow each other, together; everything else by itself. */
async function* runsOf(items: Several<LedgerItem>): AsyncGenerator<Json | Stub[]> {
  let stubs: Stub[] = [];
  for await (const item of items) {
    const last = stubs.at(-1);
    const follows = isStub(item) && last !== undefined && stubs.length < STUBS && item.prev === last.hash && follow(last.id, item.id);
    if (last !== undefined && !follows) {
      yield stubs;
      stubs = [];
    }
    if (isStub(item)) stubs.push(item);
    else yield item as unknown as Json;
  }
  if (stubs.length > 0) yield stubs;
}

const follow = (before: EntryId, after: EntryId): boolean => deviceOf(before) === deviceOf(after) && seqOf(before) + 1 === seqOf(after);

/** Stubs in a line: where the first stands, the hash before it, and the hash of each. */
const shortened = (stubs: readonly Stub[]): Json => {
  const { id, prev } = stubs[0] as Stub;
  return { device: deviceOf(id), from: seqOf(id), prev, hashes: stubs.map(({ hash }) => hash) };
};

/** The stubs of such a line, not yet checked; undefined where it is none. */
function stubsOf(line: unknown): readonly Stub[] | undefined {
  if (typeof line !== 'object' || line === null || Object.keys(line).join(' ') !== 'device from prev hashes') return undefined;
  const { device, from, prev, hashes } = line as { readonly [key: string]: unknown };
  if (typeof device !== 'string' || typeof from !== 'number' || typeof prev !== 'string' || !Array.isArray(hashes)) return undefined;
  if (hashes.length === 0 || hashes.length > STUBS || !hashes.every((hash) => typeof hash === 'string')) return undefined;
  return hashes.map((hash: string, at) => ({
    id: entryIdOf(device, from + at, hash),
    prev: at === 0 ? prev : String(hashes[at - 1]),
    hash,
  }));
}

/** One line of a workspace file, read. `line` is counted from 1. */
export type WorkspaceLine =
  | { readonly kind: 'header'; readonly line: number; readonly header: WorkspaceHeader }
  /** Not yet checked: `parseItem` or `verifyChain` says whether it holds. `text` is what `JSON.stringify` makes of `raw`. */
  | { readonly kind: 'item'; readonly line: number; readonly ledger: LedgerName; readonly raw: unknown; readonly text: string }
  | { readonly kind: 'file'; readonly line: number; readonly file: BundledFile }
  /** Not yet checked: `parseManifest` says what it is. */
  | { readonly kind: 'manifest'; readonly line: number; readonly manifest: unknown }
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
        lines.push(...(read.kind === 'stubs' ? read.items : [read]));
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

type Parsed =
  | WorkspaceLine
  | { readonly kind: 'stubs'; readonly items: readonly WorkspaceLine[] }
  | { readonly kind: 'sealed'; readonly digest: string };

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
  if (keys === 'ledger stubs' && isLedger(fields['ledger']))
    return stubLine(fields['ledger'], fields['stubs'], line) ?? problem('it does not tell places of a chain');
  if (keys === 'file name type base64' || (keys === 'file name type ledger base64' && fields['ledger'] === 'finance'))
    return fileLine(fields, line) ?? problem(`the bytes of ${String(fields['file'])} are not the ones that its name proves`);
  if (keys === 'manifest') return { kind: 'manifest', line, manifest: fields['manifest'] };
  if (keys === 'seal' && typeof fields['seal'] === 'string') return { kind: 'sealed', digest: fields['seal'] };
  return problem('it is not a line of a workspace file');
}

const itemLine = (ledger: LedgerName, raw: unknown, text: string, line: number): WorkspaceLine => {
  const before = `{"ledger":"${ledger}","item":`.length;
  return { kind: 'item', line, ledger, raw, text: text.slice(before, -1) };
};

function stubLine(ledger: LedgerName, stubs: unknown, line: number): Parsed | undefined {
  const items = stubsOf(stubs)?.map((raw): WorkspaceLine => ({ kind: 'item', line, ledger, raw, text: JSON.stringify(raw) }));
  return items && { kind: 'stubs', items };
}

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
  if (keys !== 'format v name ledgers' || !isFormat(format) || v !== 1 || typeof name !== 'string') return undefined;
  if (
    typeof ledgers !== 'object' ||
    ledgers === null ||
    !Object.entries(ledgers).every(([ledger, have]) => isLedger(ledger) && isHave(have))
  )
    return undefined;
  return { kind: 'header', line: 1, header: { format, v, name, ledgers } };
}

const isFormat = (format: unknown): format is WorkspaceHeader['format'] => format === WORKSPACE_FORMAT || format === EVIDENCE_FORMAT;

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
