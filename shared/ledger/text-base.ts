import type { SideValue } from './clash';
import { fieldsOf, isRedacted, type Entry, type RecordId } from './entry';
import { FLAG, type EntryNo } from './entry-index';
import { isErased, type FoldState } from './fold-state';
import { mergeText, type TextMerge } from './text-merge';

/** An entry that set the field, and which such entries it was over. */
interface Setter {
  readonly over: readonly EntryNo[];
  readonly value: SideValue;
}

const NO_MERGE: TextMerge = { clean: false };

/**
 * The merge of two heads of a long text on the one text that both started from: their nearest common ancestor. No such
 * text, several of them, or one that was redacted: no merge, and a person looks at both.
 */
export function mergeHeads(state: FoldState, record: RecordId, field: string, heads: readonly EntryNo[], log: readonly Entry[]): TextMerge {
  const setters = settersOf(state, record, field, log);
  // By id, so that both devices merge the same side into the same other.
  const [a, b] = heads.toSorted((left, right) => (state.index.idOf(left) < state.index.idOf(right) ? -1 : 1));
  if (a === undefined || b === undefined) return NO_MERGE;
  const base = commonBase(setters, a, b);
  const texts = [base, a, b].map((no) => (no === undefined ? undefined : setters.get(no)?.value));
  const [from, left, right] = texts;
  if (typeof from !== 'string' || typeof left !== 'string' || typeof right !== 'string') return NO_MERGE;
  return mergeText(from, left, right);
}

function settersOf(state: FoldState, record: RecordId, field: string, log: readonly Entry[]): ReadonlyMap<EntryNo, Setter> {
  const setters = new Map<EntryNo, Setter>();
  for (const entry of log) {
    const no = state.index.find(entry.id);
    const edit = entry.edits.find((one) => one.record === record);
    if (no === undefined || !edit || !state.index.has(no, FLAG.FOLDED) || !fieldsOf(edit).includes(field)) continue;
    const value = isRedacted(edit) || isErased(state, no, record) ? undefined : edit.set[field];
    const over = edit.over && Object.hasOwn(edit.over, field) ? (edit.over[field] ?? []) : [];
    // The same entry can stand in the log both redacted and in full: what is known of it is known.
    setters.set(no, { over: over.map((id) => state.index.intern(id)), value: value ?? setters.get(no)?.value });
  }
  return setters;
}

function commonBase(setters: ReadonlyMap<EntryNo, Setter>, a: EntryNo, b: EntryNo): EntryNo | undefined {
  const [beforeA, beforeB] = [ancestors(setters, a), ancestors(setters, b)];
  const common = [...beforeA].filter((no) => beforeB.has(no));
  const passed = new Set(common.flatMap((no) => [...ancestors(setters, no)]));
  const nearest = common.filter((no) => !passed.has(no));
  return nearest.length === 1 ? nearest[0] : undefined;
}

/** All entries that `no` is over, directly or through others. */
function ancestors(setters: ReadonlyMap<EntryNo, Setter>, no: EntryNo): ReadonlySet<EntryNo> {
  const found = new Set<EntryNo>();
  const queue = [...(setters.get(no)?.over ?? [])];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (found.has(next) || !setters.has(next)) continue;
    found.add(next);
    queue.push(...(setters.get(next)?.over ?? []));
  }
  return found;
}
