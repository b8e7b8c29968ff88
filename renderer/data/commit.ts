import { appendEntries, type AppendEnv, type ChainTip } from '#shared/ledger/chain';
import type { Command } from '#shared/ledger/command';
import type { DeviceId, Entry, LedgerName, RecordId } from '#shared/ledger/entry';
import { packPages, type Page } from '#shared/ledger/page';
import type { Id, Role } from '#shared/records/define-record';
import { err, ok, type Result } from '#shared/values/result';
import { breather } from './breathe';
import { checkCommand, inOneLedger, type CheckedCommand } from './check-command';
import { placeOfPage, type OpenLedger, type PageOfItems } from './open-ledger';
import { PendingFold } from './pending-fold';
import { storageProblem, type Problems } from './problems';
import type { Recovery } from './recovery/open-recovery';
import type { WriteLease } from './write-lease';
import type { WindowChannel } from './window-channel';
import type { CommitProblem, LongWork } from './workspace';
import { t } from '#shared/values/texts';

/** What writing needs: where, who, when, and whom to tell. */
export interface Writing {
  readonly lease: WriteLease;
  readonly ledgers: Readonly<Record<LedgerName, OpenLedger>>;
  readonly device: (ledger: LedgerName) => DeviceId;
  /** The end of the own chain, safe to write upon; and how far it goes after a write. */
  readonly recovery: Pick<Recovery, 'ownTip' | 'wrote'>;
  readonly me: () => Id<'person'>;
  readonly roles: () => readonly Role[];
  /** The records that must hold nothing undecided for this command. */
  readonly reliesOn: (command: Command) => readonly RecordId[];
  /** Why a command may not touch what left the house; nothing where it does not. */
  readonly frozen: (command: Command) => string | undefined;
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
  readonly channel: WindowChannel;
  readonly problems: Problems;
}

/** Entries that went in together and are undone together. */
export interface Written {
  readonly ledger: LedgerName;
  readonly entries: readonly Entry[];
}

/** Long work whose entries are remembered as one group just before they are written. */
export interface GroupWork extends LongWork {
  readonly remember?: (written: Written) => Promise<unknown>;
}

export interface Writer {
  /** One command, one entry, durable when the promise resolves. */
  commit(command: Command): Promise<Result<Written, CommitProblem>>;
  /** All of them or none, in one transaction. All belong to one ledger. */
  commitAll(commands: readonly Command[], work?: GroupWork): Promise<Result<Written, CommitProblem>>;
  /** What the app itself decides: taking back what stands in the ledger, and the first person of a new firm. */
  commitOwn(commands: readonly Command[], remember?: GroupWork['remember']): Promise<Result<Written, CommitProblem>>;
  /** A command that is made upon a ledger as it is when nobody else writes; where none is made, nothing is written. */
  commitOn(ledger: LedgerName, make: () => Promise<Command | undefined>): Promise<Result<Written, CommitProblem>>;
  /** Resolves when every write that was asked for so far is over. */
  settled(): Promise<void>;
}

/** How far a command is trusted: a person's is checked in full, the app's own only for its place. */
type Check = (command: Command, fold: PendingFold) => Result<CheckedCommand, CommitProblem>;

/**
 * The only writer. Each write holds the lease over all windows of this workspace: it builds the entry on the end of the
 * chain, appends it durably, folds it and tells the readers. A write that fails changed nothing.
 */
export function openWriter(writing: Writing): Writer {
  const { reliesOn, frozen } = writing;
  const asPerson: Check = (command, fold) =>
    checkCommand(command, { roles: writing.roles(), stored: (id) => fold.get(id), reliesOn, frozen });
  const asApp: Check = (command) => inOneLedger(command);
  const underWay = new Set<Promise<unknown>>();
  type Drafting = (mayBeBehind: boolean) => Promise<Result<Draft, CommitProblem>>;
  const writeDrafted = (drafting: Drafting, work: GroupWork = {}) => {
    const result = guarded(writing.problems, work.signal, () =>
      writing.lease.write(async (mayBeBehind) => {
        const draft = await drafting(mayBeBehind);
        if (!draft.ok) return draft;
        // First the group, so that a crash cannot leave entries without their one undo.
        await work.remember?.({ ledger: draft.value.ledger.name, entries: draft.value.entries });
        return ok(await writeDraft(writing, draft.value));
      }),
    );
    underWay.add(result);
    const over = () => void underWay.delete(result);
    result.then(over, over);
    return result;
  };
  const write = (commands: readonly Command[], check: Check, work: GroupWork = {}) =>
    writeDrafted((mayBeBehind) => drafted(writing, commands, check, work, mayBeBehind), work);

  return {
    commit: (command) => write([command], asPerson),
    commitAll: (commands, work) => write(commands, asPerson, work),
    commitOwn: (commands, remember) => write(commands, asApp, commands.length > 1 && remember ? { remember } : {}),
    commitOn: (ledger, make) => writeDrafted((mayBeBehind) => draftedOf(writing, ledger, make, mayBeBehind)),
    settled: async () => void (await Promise.allSettled(underWay)),
  };
}

/** Entries that are made and not written yet. */
interface Draft {
  readonly ledger: OpenLedger;
  readonly entries: readonly Entry[];
  readonly tip: ChainTip;
}

/** The entries of the commands, upon the end of the chain, once what other windows wrote is folded. */
async function drafted(
  writing: Writing,
  commands: readonly Command[],
  check: Check,
  work: LongWork,
  mayBeBehind: boolean,
): Promise<Result<Draft, CommitProblem>> {
  const changing = commands.filter(({ changes }) => changes.length > 0);
  const place = inOneLedger({ act: changing[0]?.act ?? '', changes: changing.flatMap(({ changes }) => changes) });
  if (!place.ok) return place;
  const ledger = writing.ledgers[place.value.ledger];
  await catchUp(writing, mayBeBehind);
  return draftedOn(await writing.recovery.ownTip(ledger.name), ledger, writing, changing, check, work);
}

async function draftedOf(
  writing: Writing,
  name: LedgerName,
  make: () => Promise<Command | undefined>,
  mayBeBehind: boolean,
): Promise<Result<Draft, CommitProblem>> {
  await catchUp(writing, mayBeBehind);
  const command = await make();
  if (command === undefined) return err({ kind: 'nothing', message: t('Nothing changed.') });
  const ledger = writing.ledgers[name];
  const asMade: Check = (made) => ok({ ledger: name, command: made });
  return draftedOn(await writing.recovery.ownTip(name), ledger, writing, [command], asMade, {});
}

async function catchUp({ ledgers, device }: Writing, mayBeBehind: boolean): Promise<void> {
  if (mayBeBehind) for (const ledger of Object.values(ledgers)) await ledger.catchUpOn(device(ledger.name));
}

async function draftedOn(
  start: ChainTip | undefined,
  ledger: OpenLedger,
  writing: Writing,
  commands: readonly Command[],
  check: Check,
  { onProgress, signal }: LongWork,
): Promise<Result<Draft, CommitProblem>> {
  const fold = new PendingFold(ledger.fold);
  const env: AppendEnv = {
    device: writing.device(ledger.name),
    by: writing.me(),
    now: writing.now(),
    random: writing.random,
    fold: fold.view,
    ...(ledger.clock === undefined ? {} : { clock: ledger.clock }),
  };
  const entries: Entry[] = [];
  const breathe = breather(signal);
  let tip = start;
  for (const [at, command] of commands.entries()) {
    const checked = check(command, fold);
    if (!checked.ok) return checked;
    const made = appendEntries(tip, checked.value.command, env);
    if (!made.ok) return err({ kind: 'invalid', message: made.error.message });
    for (const entry of made.value.entries) {
      fold.add(entry);
      entries.push(entry);
    }
    tip = made.value.tip;
    if (await breathe()) onProgress?.({ done: at + 1, total: commands.length });
  }
  return ok({ ledger, entries, tip: tip as ChainTip });
}

/** Appends, then folds, then tells. Only the first can fail, and then nothing has happened. */
async function writeDraft(writing: Writing, { ledger, entries, tip }: Draft): Promise<Written> {
  const pages = await packed(entries);
  await ledger.shelf.add(pages.map(({ id, text }) => ({ id, entries: text })));
  ledger.wrote(writing.device(ledger.name), tip);
  writing.recovery.wrote(ledger.name, tip.seq);
  const ids = pages.map(({ id }) => id);
  await ledger.take(pagesOfItems(ids, entries));
  writing.channel.tell({ kind: 'pages', ledger: ledger.name, ids });
  return { ledger: ledger.name, entries };
}

/** Entries that are packed before others get a turn: some ten pages full. */
const PACKED = 5_000;

async function packed(entries: readonly Entry[]): Promise<readonly Page[]> {
  const breathe = breather();
  const pages: Page[] = [];
  for (let from = 0; from < entries.length; from += PACKED) {
    pages.push(...packPages(entries.slice(from, from + PACKED)));
    await breathe();
  }
  return pages;
}

/** The pages as just packed, without reading their texts again: each holds the next run of the entries. */
function pagesOfItems(ids: readonly string[], entries: readonly Entry[]): PageOfItems[] {
  let from = 0;
  return ids.map((id) => {
    const { first, last } = placeOfPage(id);
    const items = entries.slice(from, from + last - first + 1);
    from += items.length;
    return { id, items };
  });
}

/** Turns a cancelled signal and what storage throws into words, and leaves bugs to be thrown. */
async function guarded<T>(
  problems: Problems,
  signal: AbortSignal | undefined,
  work: () => Promise<Result<T, CommitProblem>>,
): Promise<Result<T, CommitProblem>> {
  try {
    const result = await work();
    if (result.ok) problems.clear('storage-full');
    return result;
  } catch (cause) {
    if (signal?.aborted) return err({ kind: 'cancelled', message: t('Cancelled. Nothing was changed.') });
    const problem = storageProblem(cause);
    if (problem === undefined) throw cause;
    problems.raise(problem);
    return err({ kind: 'storage', message: `${problem.message} ${problem.advice}` });
  }
}
