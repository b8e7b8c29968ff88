import { readWorkspaceFile, WORKSPACE_FILE_TYPE, writeWorkspaceFile, type BundledFile, type WorkspaceLine } from '#shared/exchange/bundle';
import { deviceOf, isEntry, type DeviceId, type LedgerItem, type LedgerName } from '#shared/ledger/entry';
import { packPages } from '#shared/ledger/page';
import { parseItem } from '#shared/ledger/parse-entry';
import { redactItems } from '#shared/ledger/redact';
import { err, ok, type Result } from '#shared/values/result';
import { breather } from './breathe';
import { allFileFacts, openFiles } from './files';
import { LEDGERS, type Shelf, type StoredFile } from './ledger-store';
import type { OpenLedger } from './open-ledger';
import { storageProblem, type Problems } from './problems';
import type { WindowChannel } from './window-channel';
import type { WriteLease } from './write-lease';
import type { CommitProblem, LongWork, MergeReport } from './workspace';

interface Source {
  readonly name: string;
  readonly ledgers: Readonly<Record<LedgerName, OpenLedger>>;
  readonly files: Shelf<StoredFile>;
  readonly problems: Problems;
}

/** Pages, or files, that are read at a time. */
const BATCH = 20;
/** Characters that are joined before they become part of the file. */
const PIECE = 4_000_000;

/** The whole workspace as one file. It reads what lies on disk, so it works when nothing can be written any more. */
export async function workspaceFileOf(source: Source, { onProgress, signal }: LongWork = {}): Promise<Blob> {
  const breathe = breather(signal);
  const parts: Blob[] = [];
  let text: string[] = [];
  let length = 0;
  const total = LEDGERS.reduce((sum, name) => sum + source.ledgers[name].index.pages.length, 0);
  let done = 0;
  const flush = (): void => {
    parts.push(new Blob(text));
    text = [];
    length = 0;
  };
  const ledgers = LEDGERS.map((ledger) => {
    const open = source.ledgers[ledger];
    return { ledger, have: open.fold.have(), items: itemsOf(open, () => onProgress?.({ done: (done += 1), total })) };
  });
  for await (const line of writeWorkspaceFile({ name: source.name, ledgers, files: filesOf(source) })) {
    text.push(line);
    length += line.length;
    if (length > PIECE) flush();
    await breathe();
  }
  flush();
  return new Blob(parts, { type: WORKSPACE_FILE_TYPE });
}

/** All items of a ledger in the order of their chains, redactions applied, each once. */
async function* itemsOf(ledger: OpenLedger, pageRead: () => void): AsyncGenerator<LedgerItem> {
  const seen = new Set<string>();
  const ids = await ledger.shelf.ids();
  for (let from = 0; from < ids.length; from += BATCH) {
    const pages = await ledger.itemsOf(ids.slice(from, from + BATCH));
    for (const { items } of pages.sort((a, b) => (a.id < b.id ? -1 : 1))) {
      for (const item of redactItems(items, ledger.fold.redactions())) {
        if (!seen.has(item.id)) yield item;
        seen.add(item.id);
      }
      pageRead();
    }
  }
}

async function* filesOf({ files, problems }: Source): AsyncGenerator<BundledFile> {
  const open = openFiles(files, problems);
  for (const { id, name, type } of await allFileFacts(files)) {
    const bytes = await open.get(id);
    if (bytes !== undefined) yield { id, name, type, bytes };
  }
}

interface Target {
  readonly lease: WriteLease;
  readonly ledgers: Readonly<Record<LedgerName, OpenLedger>>;
  readonly files: Shelf<StoredFile>;
  readonly channel: WindowChannel;
  readonly problems: Problems;
}

/** What a file brought, and which devices' entries were new here. */
export interface Merged {
  readonly report: MergeReport;
  readonly devices: ReadonlySet<DeviceId>;
}

interface ReadFile {
  readonly name: string;
  readonly items: Readonly<Record<LedgerName, LedgerItem[]>>;
  readonly files: readonly BundledFile[];
  readonly refused: readonly { readonly line: number; readonly reason: string }[];
}

/**
 * Takes up a workspace file: the union of what is here and what it holds. Everything in it is checked first; a line
 * that does not hold is left out and named, the rest goes in. Reading the same file again changes nothing.
 */
export async function mergeWorkspaceFile(file: Blob, target: Target, work: LongWork = {}): Promise<Result<Merged, CommitProblem>> {
  const read = await readWhole(file, work);
  if (!read.ok) return read;
  try {
    return await target.lease.write(() => takeUp(read.value, target));
  } catch (cause) {
    const problem = storageProblem(cause);
    if (problem === undefined) throw cause;
    target.problems.raise(problem);
    return err({ kind: 'storage', message: `${problem.message} ${problem.advice}` });
  }
}

async function takeUp(read: ReadFile, { ledgers, files, channel, problems }: Target): Promise<Result<Merged, CommitProblem>> {
  const open = openFiles(files, problems);
  for (const { bytes, name, type } of read.files) await open.put(bytes, { name, type });
  const devices = new Set<DeviceId>();
  let entries = 0;
  for (const name of LEDGERS) {
    const ledger = ledgers[name];
    const fresh = redactItems(read.items[name], ledger.fold.redactions()).filter((item) => isNews(item, ledger));
    if (fresh.length === 0) continue;
    const pages = packPages(fresh);
    await ledger.shelf.add(pages.map(({ id, text }) => ({ id, entries: text })));
    await ledger.catchUp();
    channel.tell({ kind: 'pages', ledger: name, ids: pages.map(({ id }) => id) });
    for (const { id } of fresh) devices.add(deviceOf(id));
    entries += fresh.length;
  }
  return ok({ devices, report: { name: read.name, entries, files: read.files.length, refused: read.refused } });
}

/** Not held yet, or held as its place in the chain only. */
const isNews = (item: LedgerItem, { fold }: OpenLedger): boolean =>
  !fold.holds(item.id) || (isEntry(item) && fold.effectiveAt(item.id) === undefined);

async function readWhole(file: Blob, { onProgress, signal }: LongWork): Promise<Result<ReadFile, CommitProblem>> {
  const breathe = breather(signal);
  const items = { team: [] as LedgerItem[], finance: [] as LedgerItem[] };
  const files: BundledFile[] = [];
  const refused: { line: number; reason: string }[] = [];
  let name: string | undefined;
  let sealed = false;
  let read = 0;
  const pieces = pieceByPiece(file, (bytes) => onProgress?.({ done: (read += bytes), total: file.size }));
  for await (const line of readWorkspaceFile(pieces)) {
    if (line.kind === 'header') name = line.header.name;
    else if (name === undefined) return err(NOT_A_WORKSPACE);
    else if (line.kind === 'item') takeItem(line, items, refused);
    else if (line.kind === 'file') files.push(line.file);
    else if (line.kind === 'problem') refused.push({ line: line.line, reason: line.reason });
    else {
      sealed = true;
      if (!line.holds) refused.push({ line: line.line, reason: 'the file was altered after it was written' });
    }
    await breathe();
  }
  if (name === undefined) return err(NOT_A_WORKSPACE);
  if (!sealed) refused.push({ line: 0, reason: 'the end of the file is missing' });
  return ok({ name, items, files, refused });
}

const NOT_A_WORKSPACE: CommitProblem = {
  kind: 'invalid',
  message: 'This is not a Throughline workspace file. Choose a file that was exported from Settings → Data.',
};

function takeItem(
  { line, ledger, raw }: Extract<WorkspaceLine, { kind: 'item' }>,
  items: Readonly<Record<LedgerName, LedgerItem[]>>,
  refused: { line: number; reason: string }[],
): void {
  const parsed = parseItem(raw);
  if (parsed.ok) items[ledger].push(parsed.value);
  else refused.push({ line, reason: parsed.error.reason });
}

async function* pieceByPiece(file: Blob, read: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  const reader = file.stream().getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    read(next.value.length);
    yield decoder.decode(next.value, { stream: true });
  }
  yield decoder.decode();
}
