import { deviceOf, seqOf, type DeviceId, type Entry, type EntryId, type LedgerName } from '#shared/ledger/entry';

/** Consecutive entries of one device: a step is one, because nothing is written between the entries of a command or group. */
export interface Run {
  readonly device: DeviceId;
  readonly first: number;
  readonly last: number;
}

/** What one press of undo takes back: the entries of one command, or of one import. */
export interface Step extends Run {
  readonly ledger: LedgerName;
  /**
   * Later steps that were taken back, and the steps that took them back. They cancel out, so the values of this step
   * stand again; they are named when it is taken back in turn.
   */
  readonly above: readonly Run[];
  readonly act: string;
  readonly at: string;
  /** Told when it is shown: a start reads hundreds of steps and shows two. */
  readonly label: () => string;
  /** The group that this step brought in, took back or brought back. */
  readonly group?: EntryId;
  /** Equal on the two steps of an act that went into both ledgers: one press takes both back. */
  readonly pair?: string;
}

/** True of the two halves of one act, one in each ledger (decisions/0007-an-act-in-two-ledgers-is-one-step.md). */
export const arePair = (a: Step | undefined, b: Step | undefined): b is Step =>
  a?.pair !== undefined && a.pair === b?.pair && a.ledger !== b.ledger;

/** What can be taken back and what can be put back again, the next one last. */
export interface Steps {
  readonly undo: readonly Step[];
  readonly redo: readonly Step[];
}

export const NO_STEPS: Steps = { undo: [], redo: [] };
const DEEPEST = 200;

/**
 * The stacks after one more step of one's own. Undo and redo are entries like any other: what takes back the next undo
 * moves over to redo, and what takes back the next redo moves over to undo. Anything else one does ends redo. So the
 * stacks follow from the ledger alone, and are the same after a restart and in a second window.
 *
 * `takesBack`: the first entry of the step that this one takes back.
 */
export function afterStep({ undo, redo }: Steps, step: Step, takesBack: EntryId | undefined): Steps {
  const isTaken = (other: Step | undefined): boolean => other !== undefined && takesBack !== undefined && isWithin(other, takesBack);
  if (isTaken(undo.at(-1))) return { undo: withoutTop(undo, step), redo: [...redo, named(step, undo)] };
  if (isTaken(redo.at(-1))) return { undo: [...undo, named(step, redo)], redo: withoutTop(redo, step) };
  // Something new; or an older step taken back out of turn, such as an import, which the next undo then brings back.
  return { undo: [...undo.filter((other) => !isTaken(other)), named(step, undo.filter(isTaken))].slice(-DEEPEST), redo: [] };
}

/** The stack without its top; that, and what took it back, now lie cancelled above the next. */
function withoutTop(stack: readonly Step[], by: Step): readonly Step[] {
  const top = stack.at(-1);
  const next = stack.at(-2);
  if (top === undefined || next === undefined) return [];
  return [...stack.slice(0, -2), { ...next, above: [...next.above, runOf(top), ...top.above, runOf(by)] }];
}

/** A step that takes another back is called as that one. */
function named(step: Step, stack: readonly Step[]): Step {
  const taken = stack.at(-1);
  if (taken === undefined) return step;
  return { ...step, label: taken.label, ...(taken.group && { group: taken.group }), ...(taken.pair && { pair: taken.pair }) };
}

/** The first entry of the step that these entries take back. */
export const takenBackBy = (entries: readonly Entry[]): EntryId | undefined => entries.find(({ undoes }) => undoes?.length)?.undoes?.[0];

export const isWithin = (run: Run, id: EntryId): boolean => run.device === deviceOf(id) && run.first <= seqOf(id) && seqOf(id) <= run.last;

const runOf = ({ device, first, last }: Run): Run => ({ device, first, last });

/** The run of entries that went in together. */
export function runOfEntries(entries: readonly Entry[]): Run {
  const [first, last] = [entries[0] as Entry, entries.at(-1) as Entry];
  return { device: deviceOf(first.id), first: seqOf(first.id), last: seqOf(last.id) };
}

/** Entries of one device in chain order, parted into steps: the parts of a series are one. */
export function stepsOf(entries: readonly Entry[]): Entry[][] {
  const steps: Entry[][] = [];
  for (const entry of entries) {
    const last = steps.at(-1);
    if (entry.series !== undefined && last?.[0]?.series?.id === entry.series.id) last.push(entry);
    else steps.push([entry]);
  }
  return steps;
}
