import type { Clash } from '#shared/ledger/clash';
import { deviceOf, isStub, type DeviceId, type LedgerName, type RecordId } from '#shared/ledger/entry';
import { err, ok, type Result } from '#shared/values/result';
import type { FilePart, FileReading, RefusedLine } from './file-parts';
import { placeOfPage, type OpenLedger } from './open-ledger';
import { storageProblem, type Problems } from './problems';
import { foldKept, keepNews, type Kept } from './take-up';
import type { WindowChannel } from './window-channel';
import type { CommitProblem, Files, LongWork, MergeReport } from './workspace';
import type { WriteLease } from './write-lease';
import { t } from '#shared/values/texts';

export interface MergeTarget {
  readonly lease: WriteLease;
  readonly ledgers: Readonly<Record<LedgerName, OpenLedger>>;
  readonly files: Files;
  readonly channel: WindowChannel;
  readonly problems: Problems;
  /** False for a ledger that is not for the roles of whoever sits here. */
  readonly mayHold: (ledger: LedgerName) => boolean;
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
  /** Entries of a ledger that this device may not hold. */
  leftOut: number;
  refused: readonly RefusedLine[];
  readonly devices: Set<DeviceId>;
}

const NOT_A_WORKSPACE: CommitProblem = {
  kind: 'invalid',
  message: t('This is not a Throughline workspace file. Choose a file that was exported from Settings → Data.'),
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
  const tally: Tally = { name: undefined, entries: 0, stubs: 0, files: 0, leftOut: 0, refused: [], devices: new Set() };
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
        await foldCounted(unfolded, target, tally);
        for (const ledger of Object.values(target.ledgers)) await ledger.dropReplacedPages();
      }),
    );
    changed = [...records];
  } catch (cause) {
    return err(problemOf(cause, signal, target.problems));
  } finally {
    reading.close();
  }
  const { name, entries, stubs, files, leftOut, refused, devices } = tally;
  if (name === undefined)
    return err(refused[0]?.reason.startsWith('This is') ? { ...NOT_A_WORKSPACE, message: refused[0].reason } : NOT_A_WORKSPACE);
  const clashes = target.clashes().filter((clash) => !clashedBefore.has(placeOfClash(clash))).length;
  const records = { changed: changed.slice(0, CHANGED_NAMED), changedCount: changed.length };
  return ok({ devices, report: { name, entries, stubs, files, leftOut, refused, clashes, ...records } });
}

/** The most records that a report names. */
const CHANGED_NAMED = 200;

const placeOfClash = ({ record, field }: Clash): string => `${record} ${field}`;

async function note(part: Exclude<FilePart, { kind: 'read' | 'pages' }>, { files, mayHold }: MergeTarget, tally: Tally): Promise<void> {
  if (part.kind === 'name') tally.name = part.name;
  else if (part.kind === 'end') tally.refused = part.refused;
  else if (mayHold(part.file.ledger ?? 'team')) {
    await files.put(part.file.bytes, part.file);
    tally.files += 1;
  }
}

/** Writes these pages, and folds those before them while the disk is busy. A ledger that this device may not hold is left out. */
async function takeUp(
  part: Extract<FilePart, { kind: 'pages' }>,
  before: Kept | undefined,
  target: MergeTarget,
  tally: Tally,
): Promise<Kept | undefined> {
  if (!target.mayHold(part.ledger)) {
    tally.leftOut += part.pages.reduce((sum, { id }) => sum + entriesOn(id), 0);
    return before;
  }
  return keepNews(part.pages, target.ledgers[part.ledger], foldCounted(before, target, tally));
}

async function foldCounted(kept: Kept | undefined, { channel }: MergeTarget, tally: Tally): Promise<void> {
  if (kept === undefined) return;
  await foldKept(kept, channel, 'here');
  for (const item of kept.pages.flatMap(({ items }) => items)) {
    if (isStub(item)) tally.stubs += 1;
    else {
      tally.entries += 1;
      tally.devices.add(deviceOf(item.id));
    }
  }
}

const entriesOn = (page: string): number => {
  const { first, last } = placeOfPage(page);
  return last - first + 1;
};

function problemOf(cause: unknown, signal: AbortSignal | undefined, problems: Problems): CommitProblem {
  if (signal?.aborted) return { kind: 'cancelled', message: t('Cancelled. Read the file again to take up the rest of it.') };
  const problem = storageProblem(cause);
  if (problem === undefined) throw cause;
  problems.raise(problem);
  return { kind: 'storage', message: `${problem.message} ${problem.advice}` };
}
