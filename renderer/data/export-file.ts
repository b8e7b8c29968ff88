import { WORKSPACE_FILE_TYPE, writeWorkspaceFile, type BundledFile } from '#shared/exchange/bundle';
import type { LedgerItem, LedgerName } from '#shared/ledger/entry';
import { redactItems } from '#shared/ledger/redact';
import { breather } from './breathe';
import { allFileFacts, openFiles } from './files';
import { LEDGERS, type Shelf, type StoredFile } from './ledger-store';
import type { OpenLedger } from './open-ledger';
import type { Problems } from './problems';
import type { LongWork } from './workspace';

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
