import { outcomeOf, type SideValue } from './clash';
import { ARCHIVED, fieldsOf, isEntry, isNewer, isRedacted, isStub, type Edit, type Entry, type EntryId } from './entry';
import type { LedgerItem, Over, RecordId, RedactedEdit, Redaction } from './entry';
import { FLAG, type EntryNo } from './entry-index';
import { aheadOf, goneKey, isErased, type FoldState } from './fold-state';
import type { OpenField } from './record-cell';
import { RecordDraft } from './record-draft';
import { mergeHeads } from './text-base';
import type { TextMerge } from './text-merge';
import { mayWithdraw, stubOf, withdrawing } from './withdrawn';

/** What a batch did to the records. */
export interface FoldChanges {
  /** Records that readers see differently, or whose heads changed. */
  readonly records: ReadonlySet<RecordId>;
  /** How many of the items were not known before. */
  readonly fresh: number;
  /** Redactions that came with the batch: the store drops these values from its pages. */
  readonly redactions: readonly Redaction[];
  /** Withdrawn entries whose content stands in what was given, now or before: the store puts stubs in their places. */
  readonly withdrawn: readonly EntryId[];
  /** True where one of those was in the records already: only a fold made anew is rid of it (`Fold.become`). */
  readonly outdated: boolean;
}

const NOBODY: readonly EntryId[] = [];

/**
 * One batch on its way into a fold.
 *
 * LAW 1, convergence: a field's heads are the entries that set it minus those that such an entry names as seen, which no
 * order, repetition or batching can change. What is named before it arrives is remembered as gone (`Ahead`), effective
 * times are raised when what they rest on arrives late, and whatever is decided *between* heads (latest, merged,
 * clash) is decided when the whole batch is in.
 */
export class FoldBatch {
  readonly #state: FoldState;
  readonly #logs: ReadonlyMap<RecordId, readonly Entry[]>;
  readonly #drafts = new Map<RecordId, RecordDraft>();
  /** Drafts with something to decide when the batch is in. */
  readonly #undecided = new Set<RecordDraft>();
  /** Entries folded now that others, folded before, were already over. */
  readonly #late: EntryNo[] = [];
  #entries: readonly Entry[] = [];
  readonly #withdrawn = new Set<EntryId>();
  #outdated = false;

  constructor(state: FoldState, logs: ReadonlyMap<RecordId, readonly Entry[]>) {
    this.#state = state;
    this.#logs = logs;
  }

  run(items: readonly LedgerItem[]): FoldChanges {
    this.#noteWithdrawals(items);
    const { ready, again, fresh } = this.#receive(items);
    this.#entries = [...ready, ...again];
    const redactions = this.#noteNames(ready);
    for (const entry of ready) this.#foldEntry(entry);
    for (const entry of again) this.#restore(entry);
    if (this.#raiseTimes()) for (const record of this.#state.open) this.#draftOf(record);
    for (const draft of this.#drafts.values()) if (this.#undecided.has(draft) || draft.openFields) this.#decide(draft);
    this.#store();
    return { records: new Set(this.#drafts.keys()), fresh, redactions, withdrawn: [...this.#withdrawn], outdated: this.#outdated };
  }

  #receive(items: readonly LedgerItem[]): { readonly ready: readonly Entry[]; readonly again: readonly Entry[]; readonly fresh: number } {
    const { holdings, newer, room } = this.#state;
    const ready: Entry[] = [];
    const again: Entry[] = [];
    let fresh = 0;
    for (const given of items) {
      const item = this.#unlessWithdrawn(given);
      const receipt = holdings.receive(item);
      if (receipt === 'new') fresh += 1;
      if (receipt === 'known') continue;
      if (isNewer(item)) newer.add(item.id);
      if (!isEntry(item)) continue;
      if (receipt === 'fuller' && !room.holdsBack(item)) again.push(item);
      else ready.push(...room.admit(item));
    }
    holdings.seal();
    return { ready, again, fresh };
  }

  /** Withdrawals bind whatever the batch holds, so they are read first of all. */
  #noteWithdrawals(items: readonly LedgerItem[]): void {
    const { index, withdrawn, room, newer } = this.#state;
    for (const { id, withdraws } of withdrawing(items)) {
      if (withdrawn.has(index.intern(id))) continue;
      for (const named of withdraws) {
        const no = index.intern(named);
        if (!mayWithdraw(id, named) || withdrawn.has(no)) continue;
        withdrawn.add(no);
        index.set(no, FLAG.EXPLAINED);
        if (!index.has(no, FLAG.HELD) || index.has(no, FLAG.STUB)) continue;
        this.#withdrawn.add(named);
        if (index.has(no, FLAG.FOLDED)) this.#outdated = true;
        room.drop(named);
        newer.delete(named);
      }
    }
  }

  #unlessWithdrawn(item: LedgerItem): LedgerItem {
    const { index, withdrawn } = this.#state;
    if (withdrawn.size === 0 || isStub(item) || !withdrawn.has(index.intern(item.id))) return item;
    this.#withdrawn.add(item.id);
    return stubOf(item);
  }

  /** Redactions bind whatever the batch holds, so they are read before anything is folded. */
  #noteNames(entries: readonly Entry[]): readonly Redaction[] {
    const noted: Redaction[] = [];
    for (const entry of entries) {
      for (const target of entry.redacts ?? []) if (this.#noteRedaction(target)) noted.push({ entry: target.entry, record: target.record });
    }
    return noted;
  }

  #noteRedaction({ entry, record }: Redaction): boolean {
    const { index, redactions, cells } = this.#state;
    const no = index.intern(entry);
    index.set(no, FLAG.EXPLAINED);
    const records = redactions.get(no) ?? new Set();
    redactions.set(no, records);
    if (records.has(record)) return false;
    records.add(record);
    if (index.has(no, FLAG.FOLDED) && cells.has(record)) this.#replaceValues(record, no, () => undefined);
    return true;
  }

  /** A redacted edit arrives in full, and no redaction names it: its values are known after all. */
  #restore(entry: Entry): void {
    const { index } = this.#state;
    const no = index.intern(entry.id);
    if (!entry.edits.some(isRedacted)) index.clear(no, FLAG.PARTIAL);
    for (const edit of entry.edits) {
      if (isRedacted(edit) || isErased(this.#state, no, edit.record)) continue;
      this.#replaceValues(edit.record, no, (field) => edit.set[field]);
    }
  }

  /** Gives the heads that are `no` another value. Merges of the record may have rested on it, so they are made anew. */
  #replaceValues(record: RecordId, no: EntryNo, valueOf: (field: string) => SideValue): void {
    const draft = this.#draftOf(record);
    draft.forgetMerges();
    for (const field of draft.fields) {
      const heads = draft.heads(field);
      if (!heads.includes(no)) continue;
      const sides = draft.sides(field);
      draft.put(
        field,
        heads.map((head, at) => ({ no: head, value: head === no ? valueOf(field) : sides[at] })),
      );
    }
    this.#undecided.add(draft);
  }

  #foldEntry(entry: Entry): void {
    const { index } = this.#state;
    const no = index.intern(entry.id);
    if (index.has(no, FLAG.FOLDED)) return;
    index.set(no, FLAG.FOLDED);
    index.setTime(no, entry.at);
    this.#noteOvers(no, entry);
    if (this.#state.ahead.has(no)) this.#late.push(no);
    for (const edit of entry.edits) this.#foldEdit(no, edit);
  }

  /** Effective time: the later of an entry's own time and the effective times of all that it names as seen. */
  #noteOvers(no: EntryNo, entry: Entry): void {
    const { index } = this.#state;
    const overs = new Set<EntryNo>();
    for (const { over } of entry.edits) {
      for (const field in over) for (const id of over[field] ?? NOBODY) overs.add(index.intern(id));
    }
    overs.delete(no);
    if (overs.size > 0) index.setOvers(no, [...overs]);
    for (const seen of overs) {
      if (index.has(seen, FLAG.FOLDED)) index.raise(no, seen);
      else aheadOf(this.#state, seen).by.push(no);
    }
  }

  #foldEdit(no: EntryNo, edit: Edit | RedactedEdit): void {
    const { cells, rootShape, sets, ahead } = this.#state;
    const { record, over } = edit;
    this.#noteGone(no, edit);
    const values = isRedacted(edit) || isErased(this.#state, no, record) ? undefined : edit.set;
    if (values && !over && !this.#drafts.has(record) && !cells.has(record) && !ahead.has(no)) {
      const draft = RecordDraft.created(record, values, rootShape, no, sets);
      this.#drafts.set(record, draft);
      return;
    }
    const draft = this.#draftOf(record);
    for (const field of fieldsOf(edit)) this.#foldField(draft, field, no, values?.[field], over);
    if (draft.openFields || draft.values[ARCHIVED] === true) this.#undecided.add(draft);
  }

  /** Remembers what this edit is over and what has not arrived. */
  #noteGone(no: EntryNo, edit: Edit | RedactedEdit): void {
    if (!edit.over) return;
    const { index } = this.#state;
    for (const field of fieldsOf(edit)) {
      for (const id of namedBy(edit.over, field)) {
        const seen = index.intern(id);
        if (seen !== no && !index.has(seen, FLAG.FOLDED)) aheadOf(this.#state, seen).gone.add(goneKey(edit.record, field));
      }
    }
  }

  #foldField(draft: RecordDraft, field: string, no: EntryNo, value: SideValue, over: Over | undefined): void {
    const { index, ahead } = this.#state;
    const seen = namedBy(over, field);
    const gone = ahead.get(no)?.gone.has(goneKey(draft.id, field)) ?? false;
    const [first] = seen;
    if (first !== undefined && !gone && value !== undefined && draft.replace(field, index.intern(first), no, value)) return;
    const superseded = new Set(seen.map((id) => index.intern(id)));
    const sides = draft.sides(field);
    const heads = draft.heads(field).map((head, at) => ({ no: head, value: sides[at] }));
    const kept = heads.filter((head) => !superseded.has(head.no));
    draft.put(field, gone ? kept : [...kept, { no, value }]);
    this.#undecided.add(draft);
  }

  #draftOf(record: RecordId): RecordDraft {
    let draft = this.#drafts.get(record);
    if (!draft) {
      const cell = this.#state.cells.get(record);
      draft = cell ? RecordDraft.of(cell, this.#state.sets) : RecordDraft.empty(record, this.#state.rootShape, this.#state.sets);
      this.#drafts.set(record, draft);
    }
    return draft;
  }

  /** What arrived late may be later, by its clock, than what was over it. Times only rise, so this ends. */
  #raiseTimes(): boolean {
    const { index, ahead } = this.#state;
    const raised: EntryNo[] = [];
    for (const no of this.#late) {
      for (const follower of ahead.get(no)?.by ?? []) if (index.raise(follower, no)) raised.push(follower);
      ahead.delete(no);
    }
    if (raised.length === 0) return false;
    const followers = index.followers();
    for (let no = raised.pop(); no !== undefined; no = raised.pop()) {
      for (const follower of followers.get(no) ?? [])
        if (index.has(follower, FLAG.FOLDED) && index.raise(follower, no)) raised.push(follower);
    }
    return true;
  }

  #decide(draft: RecordDraft): void {
    for (const [field, open] of [...(draft.openFields ?? [])]) this.#decideField(draft, field, open);
    if (draft.values[ARCHIVED] === true && this.#state.kindOf(draft.id, ARCHIVED) === 'archived') this.#decideArchived(draft);
  }

  #decideField(draft: RecordDraft, field: string, open: OpenField): void {
    const { index, kindOf } = this.#state;
    const heads = draft.heads(field);
    const latestFirst = heads.map((no, at) => ({ no, value: open.values[at] })).toSorted((a, b) => index.compare(b.no, a.no));
    let merge = open.merge;
    const mergeNow = (): TextMerge => (merge ??= mergeHeads(this.#state, draft.id, field, heads, this.#logOf(draft.id)));
    const outcome = outcomeOf(
      kindOf(draft.id, field),
      latestFirst.map(({ value }) => value),
      mergeNow,
    );
    if (outcome.tag === 'agreed') draft.closeField(field, outcome.value);
    else
      draft.settleField(
        field,
        { values: open.values, outcome, ...(merge ? { merge } : {}) },
        'value' in outcome ? outcome.value : undefined,
      );
  }

  /**
   * Archived against an edit that neither saw the archiving nor was seen by it: the record is kept, for review. Where
   * somebody only put it elsewhere (cosmetic fields) there is nothing to lose, and nobody is asked.
   */
  #decideArchived(draft: RecordDraft): void {
    const { index, kindOf } = this.#state;
    const archivings = draft.heads(ARCHIVED);
    const met = (edit: EntryNo) => archivings.some((one) => one === edit || index.saw(one, edit) || index.saw(edit, one));
    if (draft.fields.every((field) => kindOf(draft.id, field) === 'cosmetic' || draft.heads(field).every(met))) return;
    const outcome = { tag: 'clash', review: 'quiet', value: false } as const;
    draft.settleField(ARCHIVED, { values: archivings.map(() => true), outcome }, false);
  }

  #store(): void {
    for (const [record, draft] of this.#drafts) {
      const cell = draft.cell();
      this.#state.cells.set(record, cell);
      if (cell.open) this.#state.open.add(record);
      else this.#state.open.delete(record);
    }
  }

  /** Every entry of a record that is known here: the log that the caller gave, and what this batch brought. */
  #logOf(record: RecordId): readonly Entry[] {
    const batch = this.#entries.filter(({ edits }) => edits.some((edit) => edit.record === record));
    const { index, withdrawn } = this.#state;
    const log = this.#logs.get(record) ?? [];
    return [...(withdrawn.size === 0 ? log : log.filter(({ id }) => !withdrawn.has(index.intern(id)))), ...batch];
  }
}

const namedBy = (over: Over | undefined, field: string): readonly EntryId[] =>
  over && Object.hasOwn(over, field) ? (over[field] ?? NOBODY) : NOBODY;
