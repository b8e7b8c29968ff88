import type { Entry, Json } from '../ledger/entry';
import type { Id } from '../records/define-record';
import type { Records } from '../records/records';
import { sameValue } from '../records/write';
import { labelOf, partsOf, type BlueprintParts } from './parts';

/** One field that differs, by its name in the record's declaration. */
export interface PartField {
  readonly field: string;
  readonly was: Json | undefined;
  readonly is: Json | undefined;
}

/** One part of a blueprint that differs from what it was. */
export interface PartChange {
  readonly id: Id<'blueprintNode'> | Id<'blueprintEdge'> | Id<'blueprintSection'>;
  readonly part: 'node' | 'connection' | 'section';
  readonly title: string;
  /** `moved`: nothing but its place differs. */
  readonly difference: 'added' | 'changed' | 'removed' | 'moved';
  /** What says something; its place is not among them. */
  readonly fields: readonly PartField[];
}

/** The act that approved a blueprint last, and was not taken back: what "as approved" means. */
export function approvalOf(blueprint: Id<'blueprint'>, entries: readonly Entry[]): Entry | undefined {
  const undone = new Set(entries.flatMap(({ undoes }) => undoes ?? []));
  const isStanding = (entry: Entry): boolean => !undone.has(entry.id) && !entry.undoes?.length;
  return entries.findLast(
    (entry) => entry.act === 'blueprint.approve' && isStanding(entry) && entry.edits.some(({ record }) => record === blueprint),
  );
}

/** Holds a blueprint as it was (approved) against what it is now, part by part: what is new, gone, different, or elsewhere. */
export function changesSince(then: Records, now: Records, blueprint: Id<'blueprint'>): readonly PartChange[] {
  const [was, is] = [partsOf(then, blueprint), partsOf(now, blueprint)];
  const named = (parts: BlueprintParts): ReadonlyMap<string, string> => new Map(parts.nodes.map((node) => [node.id, labelOf(node)]));
  const [namesThen, namesNow] = [named(was), named(is)];
  const wayOf = ({ from, to }: { readonly from: string; readonly to: string }): string =>
    `${namesNow.get(from) ?? namesThen.get(from) ?? ''} → ${namesNow.get(to) ?? namesThen.get(to) ?? ''}`;
  return [
    ...compared('node', was.nodes, is.nodes, NODE_FIELDS, ['x', 'y'], labelOf),
    ...compared('connection', was.edges, is.edges, EDGE_FIELDS, [], wayOf),
    ...compared('section', was.sections, is.sections, ['title', 'text'], ['rank'], ({ title }) => title),
  ];
}

/** What was added, taken out or reworded; nodes that only stand elsewhere say nothing new. */
export const countChanges = (changes: readonly PartChange[]): number => changes.filter(({ difference }) => difference !== 'moved').length;

const NODE_FIELDS = ['kind', 'label', 'description', 'scopeLine', 'constraint'];
const EDGE_FIELDS = ['kind', 'label', 'from', 'to', 'scopeLine', 'constraint'];

function compared<T extends { readonly id: PartChange['id'] }>(
  part: PartChange['part'],
  was: readonly T[],
  is: readonly T[],
  fields: readonly string[],
  places: readonly string[],
  titleOf: (record: T) => string,
): readonly PartChange[] {
  const then = new Map(was.map((record) => [record.id, record]));
  const now = new Set(is.map(({ id }) => id));
  const removed = was.filter(({ id }) => !now.has(id));
  const kept = is.flatMap((record): PartChange[] => {
    const about = { id: record.id, part, title: titleOf(record) };
    const before = then.get(record.id);
    if (!before) return [{ ...about, difference: 'added', fields: [] }];
    const changed = differing(before, record, fields);
    if (changed.length > 0) return [{ ...about, difference: 'changed', fields: changed }];
    return differing(before, record, places).length > 0 ? [{ ...about, difference: 'moved', fields: [] }] : [];
  });
  return [
    ...kept,
    ...removed.map((record) => ({ id: record.id, part, title: titleOf(record), difference: 'removed' as const, fields: [] })),
  ];
}

function differing(was: object, is: object, fields: readonly string[]): readonly PartField[] {
  const value = (record: object, field: string): Json | undefined => (record as Readonly<Record<string, Json | undefined>>)[field];
  return fields
    .map((field) => ({ field, was: value(was, field), is: value(is, field) }))
    .filter((one) => !sameValue(one.was ?? '', one.is ?? ''));
}
