import type { Command } from '#shared/ledger/command';
import { deviceOf, isEntry, seqOf, type DeviceId, type Entry, type EntryId, type LedgerName, type RecordId } from '#shared/ledger/entry';
import { planUndo, type NotUndone } from '#shared/ledger/undo';
import { tellHistory } from '#shared/records/act-label';
import { kindOf } from '#shared/records/registry';
import type { Wording } from '#shared/records/value-text';
import { err, ok, type Result } from '#shared/values/result';
import type { Writer, Written } from './commit';
import { LEDGERS } from './ledger-store';
import { observed, type Observable } from './observable';
import type { OpenLedger } from './open-ledger';
import { recordsOf } from './scopes';
import type { GroupRow } from './side-database';
import { afterStep, NO_STEPS, stepsOf, takenBackBy, type Step, type Steps } from './undo-steps';
import type { CommitProblem, KeptField, UndoReport, UndoState } from './workspace';

/** Where groups of entries are remembered. */
export interface GroupShelf {
  all(): Promise<readonly GroupRow[]>;
  put(group: GroupRow): Promise<void>;
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
  /** Reads the stacks from the ledger: at the start, and when somebody else sits down. */
  restore(): Promise<void>;
}

/** The act that makes the first person of a workspace: without them nobody would be left to redo it. */
export const FOUNDING = 'person.found';
/** How far back a start looks for what can be undone. */
const LOOK_BACK = 300;
const NOTHING_TO_UNDO: CommitProblem = { kind: 'nothing', message: 'There is nothing left to take back.' };

/** Undo and redo of one's own commands. Each is a new entry; nothing is ever removed. */
export function openUndo(parts: UndoParts): Undo {
  let steps: Steps = NO_STEPS;
  const state = observed<UndoState>({});
  const show = (next: Steps): void => {
    steps = next;
    state.set({ ...shown('undo', next.undo.at(-1)), ...shown('redo', next.redo.at(-1)) });
  };
  const isMine = ({ ledger, entries: [first] }: Written): boolean =>
    first !== undefined && first.act !== FOUNDING && first.by === parts.me() && deviceOf(first.id) === parts.device(ledger);
  const after = (held: Steps, written: Written): Steps =>
    isMine(written) ? afterStep(held, stepOf(written, parts.wording), takenBackBy(written.entries)) : held;

  const note = (written: Written): void => show(after(steps, written));
  const takeBack = async (step: Step | undefined): Promise<Result<UndoReport, CommitProblem>> => {
    if (step === undefined) return err(NOTHING_TO_UNDO);
    const done = await takenBack(parts, step);
    if (!done.ok) return done;
    if (done.value.written !== undefined) note(done.value.written);
    // Where nothing of it is left to take back, pressing undo again must reach what lies below.
    else show({ undo: steps.undo.filter((other) => other !== step), redo: steps.redo.filter((other) => other !== step) });
    return ok(done.value.report);
  };

  return {
    state,
    undo: () => takeBack(steps.undo.at(-1)),
    redo: () => takeBack(steps.redo.at(-1)),
    undoGroup: async (id) => {
      const group = (await parts.groups.all()).find((one) => one.id === id);
      if (group === undefined || group.undone) return err(NOTHING_TO_UNDO);
      const done = await takeBack(await stepOfGroup(parts, group));
      if (done.ok) await parts.groups.put({ ...group, undone: true });
      return done;
    },
    note,
    restore: async () => {
      const recent = await recentlyWritten(parts);
      show(recent.reduce(after, NO_STEPS));
    },
  };
}

const shown = (key: keyof UndoState, step: Step | undefined): UndoState =>
  step === undefined ? {} : { [key]: { label: step.label, act: step.act, entries: step.ids.length } };

/** Takes a step back where it still stands: where its entries, or what cancelled out above them, are the only heads. */
async function takenBack({ ledgers, writer, groups }: UndoParts, step: Step): Promise<Result<TakenBack, CommitProblem>> {
  const ledger = ledgers[step.ledger];
  const [first, ...others] = await entriesById(ledger, [...step.ids, ...step.above]);
  if (first === undefined) return err(NOTHING_TO_UNDO);
  const logs = await ledger.logsOf(recordsOf([first, ...others]));
  const { command, rest } = planUndo([first, ...others], ledger.fold, logs, kindOf);
  const kept = rest.map((field) => keptField(field, logs));
  if (command === undefined) return ok({ report: { act: step.act, restored: 0, kept } });
  const written = await writer.commitOwn(inParts(command), (group) => groups.put(rowOf(group, step.label)));
  if (!written.ok) return written;
  return ok({ written: written.value, report: { act: step.act, restored: command.changes.length, kept } });
}

interface TakenBack {
  readonly report: UndoReport;
  /** Absent where nothing was left to take back. */
  readonly written?: Written;
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

/** How a group is remembered. */
export function rowOf({ ledger, entries }: Written, label: string): GroupRow {
  const [first, last] = [entries[0] as Entry, entries.at(-1) as Entry];
  const run = { device: deviceOf(last.id), first: seqOf(first.id), last: seqOf(last.id) };
  return { id: last.id, ledger, ...run, act: last.act, label, at: last.at, undone: false };
}

/** The entries in the order of `ids`, as far as they are held. */
async function entriesById(ledger: OpenLedger, ids: readonly EntryId[]): Promise<Entry[]> {
  const pages = await ledger.itemsOf(ledger.pagesWith(ids));
  const found = new Map(pages.flatMap(({ items }) => items.filter(isEntry)).map((entry) => [entry.id, entry]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** The last of one's own entries in both ledgers, in the order in which they were made. */
async function recentlyWritten(parts: UndoParts): Promise<Written[]> {
  const groups = await parts.groups.all();
  const perLedger = await Promise.all(
    LEDGERS.map(async (name) => {
      const ledger = parts.ledgers[name];
      const device = parts.device(name);
      const tip = await ledger.tip(device);
      if (tip === undefined) return [];
      const runs = groups.filter((group) => group.ledger === name && ledger.fold.holds(group.id));
      // A group that the look back would cut is read whole.
      const from = runs
        .filter(({ last }) => last > tip.seq - LOOK_BACK)
        .reduce((least, { first }) => Math.min(least, first), tip.seq - LOOK_BACK);
      const entries = await entriesOfRun(ledger, device, from, tip.seq);
      return stepsOf(entries, runs).map((step): Written => ({ ledger: name, entries: step }));
    }),
  );
  const startOf = ({ entries }: Written): string => entries[0]?.at ?? '';
  return perLedger.flat().sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
}

async function stepOfGroup(parts: UndoParts, group: GroupRow): Promise<Step> {
  const entries = await entriesOfRun(parts.ledgers[group.ledger], group.device, group.first, group.last);
  return stepOf({ ledger: group.ledger, entries }, parts.wording);
}

async function entriesOfRun(ledger: OpenLedger, device: DeviceId, first: number, last: number): Promise<Entry[]> {
  const pages = await ledger.itemsOf(ledger.pagesOfRun(device, first, last));
  const found = new Map<EntryId, Entry>();
  for (const { items } of pages) {
    for (const item of items) if (isEntry(item) && seqOf(item.id) >= first && seqOf(item.id) <= last) found.set(item.id, item);
  }
  return [...found.values()].sort((a, b) => seqOf(a.id) - seqOf(b.id));
}

function stepOf({ ledger, entries }: Written, wording: Wording): Step {
  const [first] = entries;
  return {
    ledger,
    ids: entries.map(({ id }) => id),
    above: [],
    act: first?.act ?? '',
    at: first?.at ?? '',
    label: labelOf(entries, wording),
  };
}

/** The entries of a step in one sentence: told as if they were one. */
export function labelOf(entries: readonly Entry[], wording: Wording): string {
  const [first] = entries;
  if (first === undefined) return '';
  const { undoes: _, ...asOne } = { ...first, edits: entries.flatMap(({ edits }) => edits) };
  const [told] = tellHistory([asOne], wording);
  const sentence = told?.sentence ?? first.act;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
