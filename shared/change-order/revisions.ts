import { isRedacted, type Entry, type Json } from '../ledger/entry';
import type { ChangeOrder } from '../records/registry';
import { sameValue } from '../records/write';
import { TERMS, type Term } from './terms';

/** What the client was given at one time, whole. */
export interface Revision {
  readonly number: number;
  /** The entry that submitted it, that revised it, or that settled a clash in what was submitted. */
  readonly entry: Entry;
  readonly how: 'submitted' | 'revised' | 'settled';
  readonly terms: Readonly<Partial<Record<Term, Json>>>;
  /** Terms that differ from the revision before; none for the first. */
  readonly changed: readonly Term[];
}

/**
 * Every revision of a change order, the first first, from the entries that touched it, in order of effective time. One that
 * was taken back by undo is not among them; two that were made offline under one number both are.
 */
export function revisionsOf(order: Pick<ChangeOrder, 'id'>, entries: readonly Entry[]): readonly Revision[] {
  const undone = undoneAmong(entries);
  const revisions: Revision[] = [];
  let terms: Revision['terms'] = {};
  for (const entry of entries) {
    const set = undone.has(entry.id) ? undefined : setOn(order.id, entry);
    if (!set) continue;
    terms = withSaid(terms, set);
    const how = howOf(entry, revisions.length > 0);
    const before = revisions.at(-1);
    const changed = before ? TERMS.filter((term) => !sameValue(before.terms[term] ?? null, terms[term] ?? null)) : [];
    if (!how || (how === 'settled' && changed.length === 0)) continue;
    const said = set['revision'];
    revisions.push({ number: typeof said === 'number' ? said : (before?.number ?? 1), entry, how, terms, changed });
  }
  return revisions;
}

function howOf({ act }: Entry, isSubmitted: boolean): Revision['how'] | undefined {
  if (act === 'changeOrder.submit') return 'submitted';
  if (act === 'changeOrder.revise') return 'revised';
  return act === 'ledger.settle' && isSubmitted ? 'settled' : undefined;
}

function setOn(record: string, { edits }: Entry): Readonly<Record<string, Json>> | undefined {
  const edit = edits.find((one) => one.record === record);
  return edit === undefined || isRedacted(edit) ? undefined : edit.set;
}

function withSaid(terms: Revision['terms'], set: Readonly<Record<string, Json>>): Revision['terms'] {
  const said = TERMS.flatMap((term) => (set[term] === undefined ? [] : [[term, set[term]] as const]));
  return Object.fromEntries(Object.entries({ ...terms, ...Object.fromEntries(said) }).filter(([, value]) => value !== null));
}

/** Entries that an undo took back which itself still stands: the last word counts. */
function undoneAmong(entries: readonly Entry[]): ReadonlySet<string> {
  const undone = new Set<string>();
  for (const { id, undoes } of entries.toReversed()) if (!undone.has(id)) for (const taken of undoes ?? []) undone.add(taken);
  return undone;
}
