import type { Command } from '#shared/ledger/command';
import type { DeviceId, Entry, EntryId, LedgerName, RecordId } from '#shared/ledger/entry';
import { FREEZE } from '#shared/money/freeze';
import { planUndo, type NotUndone } from '#shared/ledger/undo';
import { kindOf } from '#shared/records/registry';
import type { Wording } from '#shared/records/value-text';
import { err, ok, type Result } from '#shared/values/result';
import type { Writer, Written } from './commit';
import { observed, type Observable } from './observable';
import type { OpenLedger } from './open-ledger';
import { recordsOf } from './scopes';
import type { GroupRow } from './side-database';
import { labelOf } from './undo-label';
import { entriesOfRun, madeOf, madeOfGroup, recentSteps, rowOf, type MadeStep } from './undo-restore';
import { afterStep, arePair, NO_STEPS, type Step, type Steps } from './undo-steps';
import type { CommitProblem, KeptField, UndoReport, UndoState } from './workspace';
import { t } from '#shared/values/texts';

/** Where groups of entries are remembered. */
export interface GroupShelf {
  all(): Promise<readonly GroupRow[]>;
  put(group: GroupRow): Promise<void>;
  /** Forgets the groups of a ledger that is no longer here. */
  forget(ledger: LedgerName): Promise<void>;
}

export interface UndoParts {
  readonly ledgers: Readonly<Record<LedgerName, OpenLedger>>;
  readonly writer: Writer;
  readonly groups: GroupShelf;
  readonly device: (ledger: LedgerName) => DeviceId;
  readonly me: () => RecordId;
  readonly wording: Wording;
}

export interface Undo {
  readonly state: Observable<UndoState>;
  undo(): Promise<Result<UndoReport, CommitProblem>>;
  redo(): Promise<Result<UndoReport, CommitProblem>>;
  /** Takes back one group, whenever it went in. */
  undoGroup(id: EntryId): Promise<Result<UndoReport, CommitProblem>>;
  /** Takes note of entries that went in together, here or in another window. */
  note(written: Written): void;
  /** Remembers entries as one group, just before they are written. */
  remember(written: Written): Promise<void>;
  /** Reads the stacks from the ledger: at the start, and when somebody else sits down. */
  restore(): Promise<void>;
}

/** The act that makes the first person of a workspace: without them nobody would be left to redo it. */
export const FOUNDING = 'person.found';
/**
 * Acts that say who somebody is, what was done on a server beside them, or that something no longer stands: not for taking
 * back. Nor is what the app notes by itself, such as that somebody looked: it must not stand between them and what they did.
 */
const FINAL: ReadonlySet<string> = new Set([
  FOUNDING,
  'person.join',
  'person.giveAccess',
  'person.removeAccess',
  'ledger.withdraw',
  'ledger.redact',
  'visit.note',
  FREEZE,
]);
const NOTHING_TO_UNDO: CommitProblem = { kind: 'nothing', message: t('There is nothing left to take back.') };

/** Undo and redo of one's own commands. Each is a new entry; nothing is ever removed. */
export function openUndo(parts: UndoParts): Undo {
  let steps: Steps = NO_STEPS;
  let meanwhile: MadeStep[] | undefined;
  const state = observed<UndoState>({});
  const show = (next: Steps): void => {
    steps = next;
    state.set({ ...shown('undo', next.undo.at(-1)), ...shown('redo', next.redo.at(-1)) });
  };
  const isMine = ({ step, by, act }: MadeStep): boolean =>
    !FINAL.has(act) && by === parts.me() && step.device === parts.device(step.ledger);
  const after = (held: Steps, made: MadeStep): Steps => (isMine(made) ? afterStep(held, made.step, made.takesBack) : held);
  const note = (written: Written): void => {
    const made = madeOf(written, parts.wording);
    meanwhile?.push(made);
    show(after(steps, made));
  };
  const remember = async (written: Written, label: string): Promise<void> => parts.groups.put(rowOf(written, label));

  const takeBack = async (step: Step | undefined): Promise<Result<UndoReport, CommitProblem>> => {
    if (step === undefined) return err(NOTHING_TO_UNDO);
    const done = await takenBack(parts, step, (written) => remember(written, step.label()));
    if (!done.ok) return done;
    const { written, report } = done.value;
    if (written !== undefined) {
      note(written);
      await turnGroup(parts.groups, step.group);
      // Where nothing of it is left to take back, pressing undo again must reach what lies below.
    } else show({ undo: steps.undo.filter((other) => other !== step), redo: steps.redo.filter((other) => other !== step) });
    return ok(report);
  };

  return {
    state,
    undo: () => topTakenBack(() => steps.undo.at(-1), takeBack),
    redo: () => topTakenBack(() => steps.redo.at(-1), takeBack),
    undoGroup: async (id) => {
      const group = (await parts.groups.all()).find((one) => one.id === id);
      if (group === undefined || group.undone) return err(NOTHING_TO_UNDO);
      return takeBack(steps.undo.find((step) => step.group === id) ?? madeOfGroup(group).step);
    },
    note,
    remember: (written) => remember(written, labelOf(written.entries, parts.wording)),
    restore: async () => {
      // What is written meanwhile may have been read from the disk, or not.
      const since: MadeStep[] = [];
      meanwhile = since;
      const recent = await recentSteps(parts, await parts.groups.all());
      if (meanwhile !== since) return;
      meanwhile = undefined;
      const isRead = ({ step }: MadeStep): boolean =>
        recent.some((other) => other.step.device === step.device && other.step.first === step.first);
      show([...recent, ...since.filter((made) => !isRead(made))].reduce(after, NO_STEPS));
    },
  };
}

type Report = Result<UndoReport, CommitProblem>;

/** Takes back the step on top; and where it is half of an act in both ledgers, the other half. */
async function topTakenBack(top: () => Step | undefined, takeBack: (step: Step | undefined) => Promise<Report>): Promise<Report> {
  const step = top();
  const done = await takeBack(step);
  const other = top();
  if (!done.ok || !arePair(step, other)) return done;
  const both = await takeBack(other);
  if (!both.ok) return both;
  const { act, restored, kept } = both.value;
  return ok({ act, restored: restored + done.value.restored, kept: [...done.value.kept, ...kept] });
}

const shown = (key: keyof UndoState, step: Step | undefined): UndoState =>
  step === undefined ? {} : { [key]: { label: step.label(), act: step.act, entries: step.last - step.first + 1 } };

/** A group that is taken back is out, and in again when that is taken back. */
async function turnGroup(groups: GroupShelf, id: EntryId | undefined): Promise<void> {
  const row = id === undefined ? undefined : (await groups.all()).find((group) => group.id === id);
  if (row !== undefined) await groups.put({ ...row, undone: !row.undone });
}

interface TakenBack {
  readonly report: UndoReport;
  /** Absent where nothing was left to take back. */
  readonly written?: Written;
}

/** Takes a step back where it still stands: where its entries, or what cancelled out above them, are the only heads. */
async function takenBack(
  { ledgers, writer }: UndoParts,
  step: Step,
  remember: (written: Written) => Promise<void>,
): Promise<Result<TakenBack, CommitProblem>> {
  const ledger = ledgers[step.ledger];
  const runs = await Promise.all([step, ...step.above].map((run) => entriesOfRun(ledger, run)));
  // The entries of the step itself come first: by the first of them an undo says what it takes back.
  const [first, ...others] = runs.flat();
  if (first === undefined) return err(NOTHING_TO_UNDO);
  const logs = await ledger.logsOf(recordsOf([first, ...others]));
  const { command, rest, again } = planUndo([first, ...others], ledger.fold, logs, kindOf);
  const kept = rest.map((field) => keptField(field, logs));
  if (command === undefined) return ok({ report: { act: step.act, restored: 0, kept } });
  const written = await writer.commitOwn([command, ...again].flatMap(inParts), remember);
  if (!written.ok) return written;
  return ok({ written: written.value, report: { act: step.act, restored: command.changes.length, kept } });
}

/** Changes, and names of entries, that fit into one entry with room to spare. */
const CHANGES = 400;
const NAMES = 1_000;

/** Taking back an import of thousands of entries is several commands, written in one go. */
function inParts(command: Command): readonly Command[] {
  const { changes, undoes = [] } = command;
  const count = Math.max(Math.ceil(changes.length / CHANGES), Math.ceil(undoes.length / NAMES));
  const slice = <T>(list: readonly T[], part: number): readonly T[] =>
    list.slice(Math.floor((part * list.length) / count), Math.floor(((part + 1) * list.length) / count));
  return Array.from({ length: count }, (_, part) => ({ ...command, changes: slice(changes, part), undoes: slice(undoes, part) }));
}

function keptField({ record, field, heads }: NotUndone, logs: ReadonlyMap<RecordId, readonly Entry[]>): KeptField {
  const latest = logs.get(record)?.findLast(({ id }) => heads.includes(id));
  return { record, field, ...(latest && { by: latest.by, at: latest.at }) };
}
