import { baseOf } from '#shared/ledger/base';
import type { Clash, ClashSide, MergedText } from '#shared/ledger/clash';
import { ARCHIVED, type Entry, type EntryId, type Json, type RecordId } from '#shared/ledger/entry';
import { effectiveTimes, fieldHistory } from '#shared/ledger/history';
import { jsonEqual } from '#shared/ledger/json-equal';
import type { Id } from '#shared/records/define-record';

/** Who wrote a value, when and where. */
export interface Author {
  readonly entry: Entry;
  readonly by: Id<'person'>;
  /** Effective time. */
  readonly at: string;
  /** Who brought the value back by undoing a settlement, where that is not the author. */
  readonly broughtBackBy?: Id<'person'>;
}

/** One of the values that one can choose, with everybody who wrote it; the latest author first. */
export interface ReviewChoice {
  /** Absent where it was redacted: it is shown, and cannot be chosen. */
  readonly value?: Json;
  readonly authors: readonly [Author, ...Author[]];
}

/** What everybody started from. */
export type ReviewBase =
  { readonly tag: 'one'; readonly value?: Json; readonly author: Author } | { readonly tag: 'none' } | { readonly tag: 'several' };

/** An edit that whoever archived had not seen. */
export interface UnseenEdit {
  readonly field: string;
  readonly was?: Json;
  readonly becomes?: Json;
  readonly author: Author;
}

/** A value that came with a business act of a side: with `lost` came the reason. */
export interface Companion {
  readonly field: string;
  readonly is: Json;
  /** What it was before that act. */
  readonly was: Json;
}

/** Everything that one needs to see to choose. */
export interface ReviewDetail {
  readonly base: ReviewBase;
  /** Latest first. For an archiving: those who archived. */
  readonly choices: readonly ReviewChoice[];
  readonly unseen: readonly UnseenEdit[];
}

/** True where `log` holds what the detail needs. */
export const isTold = (clash: Pick<Clash, 'sides'>, log: readonly Entry[] | undefined): log is readonly Entry[] =>
  log !== undefined && clash.sides.every(({ entry }) => log.some(({ id }) => id === entry));

/** The sides of a clash with what they started from. `log`: the entries of the record, all sides among them. */
export function reviewDetail(clash: Clash, log: readonly Entry[]): ReviewDetail {
  const told = tellerOf(clash.record, log);
  const own = clash.sides.filter(({ field }) => field === undefined);
  const heads = own.map((side) => told.source(side, clash.field));
  const unseen = clash.sides.flatMap((side) => (side.field === undefined ? [] : [told.unseen(side, side.field)]));
  const choices: ReviewChoice[] = [];
  for (const [at, { value }] of own.entries()) {
    const author = heads[at];
    if (!author) continue;
    const known = choices.findIndex((choice) => jsonEqual(choice.value, value));
    if (known < 0) choices.push({ authors: [author], ...(value === undefined ? {} : { value }) });
    else choices[known] = withAuthor(choices[known] as ReviewChoice, author);
  }
  const base = told.base(
    clash.field,
    heads.map(({ entry }) => entry.id),
  );
  return { base, choices, unseen };
}

/** The two texts of a merge and what both started from. */
export function mergeDetail(merged: MergedText, log: readonly Entry[]): Pick<ReviewDetail, 'base' | 'choices'> {
  return reviewDetail({ ...merged, kind: 'longText', review: 'quiet' }, log);
}

/** Somebody who undid a settlement twice is named once. */
function withAuthor(choice: ReviewChoice, author: Author): ReviewChoice {
  const isKnown = choice.authors.some(({ entry }) => entry.id === author.entry.id);
  return isKnown ? choice : { ...choice, authors: [...choice.authors, author] };
}

function tellerOf(record: RecordId, log: readonly Entry[]) {
  const entries = new Map(log.map((entry) => [entry.id, entry]));
  const times = effectiveTimes(entries.values());
  const authorOf = (entry: Entry): Author => ({ entry, by: entry.by as Id<'person'>, at: times.get(entry.id) ?? entry.at });

  /** Who first wrote the value of a side: an undone settlement brings back what others had written. */
  const source = ({ entry: id, value }: ClashSide, field: string): Author => {
    const written = entries.get(id) as Entry;
    let entry = written;
    for (let before = broughtBack(entry, field, value); before !== undefined; before = broughtBack(entry, field, value)) entry = before;
    const isOther = entry !== written && written.by !== entry.by;
    return { ...authorOf(entry), ...(isOther ? { broughtBackBy: written.by as Id<'person'> } : {}) };
  };
  const broughtBack = (entry: Entry, field: string, value: Json | undefined): Entry | undefined => {
    if (!entry.undoes?.length) return undefined;
    const undone = overOf(entry, record, field).flatMap((id) => entries.get(id) ?? []);
    const before = undone.flatMap((one) => overOf(one, record, field)).flatMap((id) => entries.get(id) ?? []);
    return before.find((one) => jsonEqual(valueIn(one, record, field), value));
  };
  const valueAt = (ids: readonly EntryId[], field: string): Json | undefined => {
    const [entry] = ids.flatMap((id) => entries.get(id) ?? []);
    return entry && valueIn(entry, record, field);
  };
  const base = (field: string, heads: readonly EntryId[]): ReviewBase => {
    const found = baseOf(log, record, field, heads);
    if (found.tag !== 'one') return found;
    const { entry, value } = found.version;
    return { tag: 'one', author: authorOf(entry), ...(value === undefined ? {} : { value }) };
  };
  const unseen = (side: ClashSide, field: string): UnseenEdit => {
    const entry = entries.get(side.entry) as Entry;
    const was = valueAt(overOf(entry, record, field), field);
    return {
      field,
      author: authorOf(entry),
      ...(was === undefined ? {} : { was }),
      ...(side.value === undefined ? {} : { becomes: side.value }),
    };
  };
  return { source, base, unseen };
}

function overOf(entry: Entry, record: RecordId, field: string): readonly EntryId[] {
  const over = entry.edits.find((edit) => edit.record === record)?.over;
  return over && Object.hasOwn(over, field) ? (over[field] ?? []) : [];
}

function valueIn(entry: Entry, record: RecordId, field: string): Json | undefined {
  const edit = entry.edits.find((one) => one.record === record);
  return edit && 'set' in edit && Object.hasOwn(edit.set, field) ? edit.set[field] : undefined;
}

/**
 * What came onto the record with the acts that are not chosen, and still stands there alone: who chooses "lost" over
 * "won" will hardly want the signed date that came with "won". Plain edits bring nothing with them.
 */
export function companionsOf(
  clash: Clash,
  detail: ReviewDetail,
  chosen: Json | undefined,
  log: readonly Entry[],
  headsOf: (field: string) => readonly EntryId[],
): readonly Companion[] {
  const losing = detail.choices
    .filter(({ value }) => !jsonEqual(value, chosen))
    .flatMap(({ authors }) => authors.map(({ entry }) => entry));
  return losing.filter(isBusinessAct).flatMap((entry) => {
    const edit = entry.edits.find(({ record }) => record === clash.record);
    if (!edit || !('set' in edit)) return [];
    return Object.entries(edit.set).flatMap(([field, is]) => {
      const [head, ...others] = headsOf(field);
      if (field === clash.field || field === ARCHIVED || head !== entry.id || others.length > 0) return [];
      const [before] = overOf(entry, clash.record, field);
      const version = fieldHistory(log, clash.record, field).find((one) => one.entry.id === before);
      if (before !== undefined && version?.value === undefined) return [];
      const was = version?.value ?? null;
      return jsonEqual(is, was) ? [] : [{ field, is, was }];
    });
  });
}

const isBusinessAct = ({ act }: Entry): boolean => !/^(import\.|ledger\.)|\.(edit|create)$/u.test(act);
