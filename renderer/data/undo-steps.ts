import { deviceOf, seqOf, type DeviceId, type Entry, type EntryId, type LedgerName } from '#shared/ledger/entry';

/** What one press of undo takes back: the entries of one command, or of one import. */
export interface Step {
  readonly ledger: LedgerName;
  readonly ids: readonly EntryId[];
  /**
   * Later steps that were taken back, and the entries that took them back. They cancel out, so the values of this step
   * stand again; they are named when it is taken back in turn.
   */
  readonly above: readonly EntryId[];
  readonly act: string;
  readonly at: string;
  readonly label: string;
}

/** What can be taken back and what can be put back again, the next one last. */
export interface Steps {
  readonly undo: readonly Step[];
  readonly redo: readonly Step[];
}

/** A run of one device's entries that is one step. */
export interface Run {
  readonly id: EntryId;
  readonly device: DeviceId;
  readonly first: number;
  readonly last: number;
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
  const isTaken = (other: Step | undefined): boolean => other !== undefined && takesBack !== undefined && other.ids.includes(takesBack);
  if (isTaken(undo.at(-1))) return { undo: withoutTop(undo, step), redo: [...redo, named(step, undo)] };
  if (isTaken(redo.at(-1))) return { undo: [...undo, named(step, redo)], redo: withoutTop(redo, step) };
  // An older step was taken back out of turn, an import for example: the next undo brings it back.
  const others = takesBack === undefined ? undo : undo.filter((other) => !isTaken(other));
  return { undo: [...others, step].slice(-DEEPEST), redo: [] };
}

/** The stack without its top; that, and what took it back, now lie cancelled above the next. */
function withoutTop(stack: readonly Step[], by: Step): readonly Step[] {
  const top = stack.at(-1);
  const next = stack.at(-2);
  if (top === undefined || next === undefined) return [];
  return [...stack.slice(0, -2), { ...next, above: [...next.above, ...top.ids, ...top.above, ...by.ids] }];
}

/** A step that takes another back is called as that one. */
const named = (step: Step, stack: readonly Step[]): Step => ({ ...step, label: stack.at(-1)?.label ?? step.label });

/** The first entry of the step that these entries take back. */
export const takenBackBy = (entries: readonly Entry[]): EntryId | undefined => entries.find(({ undoes }) => undoes?.length)?.undoes?.[0];

/** Entries of one device in chain order as steps: the parts of a series are one, and so are the entries of a run. */
export function stepsOf(entries: readonly Entry[], runs: readonly Run[]): Entry[][] {
  const steps: Entry[][] = [];
  let key: string | undefined;
  for (const entry of entries) {
    const run = runs.find((one) => one.device === deviceOf(entry.id) && one.first <= seqOf(entry.id) && seqOf(entry.id) <= one.last);
    const own = run?.id ?? entry.series?.id ?? entry.id;
    if (own === key) steps.at(-1)?.push(entry);
    else steps.push([entry]);
    key = own;
  }
  return steps;
}
