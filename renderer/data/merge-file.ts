import type { Clash } from '#shared/ledger/clash';
import { deviceOf, isEntry, isStub, type DeviceId, type LedgerItem, type LedgerName, type RecordId } from '#shared/ledger/entry';
import type { Fold } from '#shared/ledger/fold';
import { packPages } from '#shared/ledger/page';
import { redactItems } from '#shared/ledger/redact';
import { err, ok, type Result } from '#shared/values/result';
import type { FilePart, FileReading, RefusedLine } from './file-parts';
import type { OpenLedger, PageOfItems } from './open-ledger';
import { storageProblem, type Problems } from './problems';
import type { WindowChannel } from './window-channel';
import type { CommitProblem, Files, LongWork, MergeReport } from './workspace';
import type { WriteLease } from './write-lease';

export interface MergeTarget {
  readonly lease: WriteLease;
  readonly ledgers: Readonly<Record<LedgerName, OpenLedger>>;
  readonly files: Files;
  readonly channel: WindowChannel;
  readonly problems: Problems;
  /** Runs work that changes much, and tells the readers once, at its end. Gives the records that changed. */
  readonly quietly: (work: () => Promise<void>) => Promise<ReadonlySet<RecordId>>;
  /** Clashes there are now. */
  readonly clashes: () => readonly Clash[];
}

/** What a file brought, and which devices' entries were new here. */
export interface Merged {
  readonly report: MergeReport;
  readonly devices: ReadonlySet<DeviceId>;
}

/** What has been taken up so far. */
interface Tally {
  name: string | undefined;
  entries: number;
  stubs: number;
  files: number;
  refused: readonly RefusedLine[];
  readonly devices: Set<DeviceId>;
}

const NOT_A_WORKSPACE: CommitProblem = {
  kind: 'invalid',
  message: 'This is not a Throughline workspace file. Choose a file that was exported from Settings → Data.',
};

/**
 * Takes up a workspace file: the union of what is here and what it holds. Everything in it is checked first; a line that
 * does not hold is left out and named, the rest goes in. Called off or broken off half way, what is in is whole entries,
 * and reading the file again adds the rest; reading it again after that changes nothing.
 */
export async function mergeWorkspaceFile(
  reading: FileReading,
  size: number,
  target: MergeTarget,
  { onProgress, signal }: LongWork = {},
): Promise<Result<Merged, CommitProblem>> {
  const tally: Tally = { name: undefined, entries: 0, stubs: 0, files: 0, refused: [], devices: new Set() };
  const clashedBefore = new Set(target.clashes().map(placeOfClash));
  let changed: readonly RecordId[];
  try {
    const records = await target.lease.write(() =>
      target.quietly(async () => {
        let unfolded: Kept | undefined;
        for await (const part of reading.parts) {
          signal?.throwIfAborted();
          if (part.kind === 'read') onProgress?.({ done: part.bytes, total: size });
          else if (part.kind !== 'pages') await note(part, target, tally);
          else unfolded = await takeUp(part, unfolded, target, tally);
        }
        await foldKept(unfolded, target, tally);
        for (const ledger of Object.values(target.ledgers)) await ledger.dropReplacedPages();
      }),
    );
    changed = [...records];
  } catch (cause) {
    return err(problemOf(cause, signal, target.problems));
  } finally {
    reading.close();
  }
  const { name, entries, stubs, files, refused, devices } = tally;
  if (name === undefined) return err(NOT_A_WORKSPACE);
  const clashes = target.clashes().filter((clash) => !clashedBefore.has(placeOfClash(clash))).length;
  const records = { changed: changed.slice(0, CHANGED_NAMED), changedCount: changed.length };
  return ok({ devices, report: { name, entries, stubs, files, refused, clashes, ...records } });
}

/** The most records that a report names. */
const CHANGED_NAMED = 200;

const placeOfClash = ({ record, field }: Clash): string => `${record} ${field}`;

async function note(part: Exclude<FilePart, { kind: 'read' | 'pages' }>, { files }: MergeTarget, tally: Tally): Promise<void> {
  if (part.kind === 'name') tally.name = part.name;
  else if (part.kind === 'end') tally.refused = part.refused;
  else {
    await files.put(part.file.bytes, part.file);
    tally.files += 1;
  }
}

/** Pages that are on the disk and not folded yet. */
interface Kept {
  readonly ledger: LedgerName;
  readonly pages: readonly PageOfItems[];
}

/** Writes these pages, and folds those before them while the disk is busy. Nothing is folded that is not on the disk. */
async function takeUp(
  part: Extract<FilePart, { kind: 'pages' }>,
  before: Kept | undefined,
  target: MergeTarget,
  tally: Tally,
): Promise<Kept | undefined> {
  const ledger = target.ledgers[part.ledger];
  const pages = part.pages.flatMap(({ id, entries }) => freshPages(id, entries, ledger));
  const written = ledger.keep(pages.map(({ id, text }) => ({ id, entries: text })));
  await Promise.all([written, foldKept(before, target, tally)]);
  return { ledger: part.ledger, pages };
}

async function foldKept(kept: Kept | undefined, { ledgers, channel }: MergeTarget, tally: Tally): Promise<void> {
  if (kept === undefined || kept.pages.length === 0) return;
  await ledgers[kept.ledger].take(kept.pages);
  channel.tell({ kind: 'pages', ledger: kept.ledger, ids: kept.pages.map(({ id }) => id) });
  for (const item of kept.pages.flatMap(({ items }) => items)) {
    if (isStub(item)) tally.stubs += 1;
    else {
      tally.entries += 1;
      tally.devices.add(deviceOf(item.id));
    }
  }
}

/** A page as it is, where all of it is news; else what is news of it, packed anew. */
function freshPages(id: string, text: string, ledger: OpenLedger): (PageOfItems & { readonly text: string })[] {
  const items = JSON.parse(text) as readonly LedgerItem[];
  const fresh = redactItems(items, ledger.fold.redactions()).filter((item) => isNews(item, ledger.fold));
  const isWhole = fresh.length === items.length && fresh.every((item, at) => item === items[at]);
  if (isWhole) return [{ id, text, items }];
  return packPages(fresh).map((page) => ({ ...page, items: JSON.parse(page.text) as readonly LedgerItem[] }));
}

/** Not held yet, or held as its place in the chain only. A stub is never news of what is held. */
function isNews(item: LedgerItem, fold: Fold): boolean {
  if (!fold.holds(item.id)) return true;
  if (isStub(item) || fold.isFolded(item.id)) return false;
  return isEntry(item) ? !fold.waiting().some(({ id }) => id === item.id) : !fold.newer().includes(item.id);
}

function problemOf(cause: unknown, signal: AbortSignal | undefined, problems: Problems): CommitProblem {
  if (signal?.aborted) return { kind: 'cancelled', message: 'Cancelled. Read the file again to take up the rest of it.' };
  const problem = storageProblem(cause);
  if (problem === undefined) throw cause;
  problems.raise(problem);
  return { kind: 'storage', message: `${problem.message} ${problem.advice}` };
}
