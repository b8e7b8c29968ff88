import type { Field } from '../records/define-record';
import { definitionOf, type RecordType } from '../records/registry';
import { sameValue } from '../records/write';
import type { Phase } from '../records/deal';
import { isAfterSignature } from './hubspot-stages';
import type { FieldChange, FieldConflict } from './import-plan';

type Values = Readonly<Record<string, unknown>>;

export interface Sides {
  readonly type: RecordType;
  /** What the source brought last; empty for a record that it never brought. */
  readonly base: Values;
  /** The record as it is now; undefined when there is none. */
  readonly ours: Values | undefined;
  /** What the file says now. `null` is an empty cell, absent is no column. */
  readonly file: Values;
  choice(field: string): 'ours' | 'file' | undefined;
  conflictId(field: string): string;
}

export interface Merged {
  readonly changes: readonly FieldChange[];
  readonly conflicts: readonly FieldConflict[];
  /** Evidence that the source changed afterwards; it stays as it was imported. */
  readonly frozen: readonly string[];
  /** The values to write: only what changes. */
  readonly values: Values;
  /** The base of the next import. A conflict that nobody decided keeps its base, so that it is asked again. */
  readonly brought: Values;
}

/**
 * LAW of re-import. With `base` as the source last brought it: a field that only the file changed is taken, a field that
 * only a hand changed stays, and a field that both changed to different values is a conflict for a person to decide;
 * until then ours stays. A set merges by member: what the source added is added, what it removed is removed.
 */
export function mergeRow(sides: Sides): Merged {
  const changes: FieldChange[] = [];
  const conflicts: FieldConflict[] = [];
  const frozen: string[] = [];
  const brought: Record<string, unknown> = { ...sides.base };
  for (const [field, value] of Object.entries(sides.file)) {
    const declared = definitionOf(sides.type).fields[field];
    if (!declared) continue;
    const outcome = mergeField(sides, field, declared, value);
    const label = declared.label;
    brought[field] = value;
    if (outcome.kind === 'frozen') frozen.push(label);
    if (outcome.kind === 'conflict') {
      const { choice } = outcome;
      const sideValues = { base: sides.base[field] ?? null, ours: sides.ours?.[field] ?? null, file: value };
      conflicts.push({ id: sides.conflictId(field), field, label, ...sideValues, ...(choice === undefined ? {} : { choice }) });
      if (choice === undefined) restore(brought, sides.base, field);
    }
    if (outcome.kind === 'take' || (outcome.kind === 'conflict' && outcome.choice === 'file')) {
      const becomes = outcome.kind === 'take' ? outcome.value : value;
      changes.push({ field, label, ...(sides.ours === undefined ? {} : { was: sides.ours[field] ?? null }), becomes });
    }
  }
  return { changes, conflicts, frozen, values: Object.fromEntries(changes.map(({ field, becomes }) => [field, becomes])), brought };
}

type Outcome =
  | { readonly kind: 'same' | 'keep' | 'frozen' }
  | { readonly kind: 'conflict'; readonly choice: 'ours' | 'file' | undefined }
  | { readonly kind: 'take'; readonly value: unknown };

function restore(brought: Record<string, unknown>, base: Values, field: string): void {
  if (field in base) brought[field] = base[field];
  else delete brought[field];
}

function mergeField(sides: Sides, field: string, declared: Field, file: unknown): Outcome {
  if (declared.kind === 'members' || declared.kind === 'tags') return mergeSet(sides, field, asList(file));
  if (declared.kind === 'keyed') return mergeMap(sides, field, file as Values);
  const ours = sides.ours?.[field] ?? null;
  if (sides.ours === undefined) return file === null ? { kind: 'same' } : { kind: 'take', value: file };
  if (sameValue(ours, file) || meansTheSame(field, ours, file)) return { kind: 'same' };
  const isKnown = field in sides.base;
  if (isKnown && sameValue(file, sides.base[field])) return { kind: 'keep' };
  if (declared.fixed) return { kind: 'frozen' };
  if (isKnown ? sameValue(ours, sides.base[field]) : ours === null) return { kind: 'take', value: file };
  if (!isKnown && file === null) return { kind: 'keep' };
  return { kind: 'conflict', choice: sides.choice(field) };
}

/** The source knows only that a deal is won; how far its delivery has come is ours to say. */
const meansTheSame = (field: string, ours: unknown, file: unknown): boolean =>
  field === 'phase' && ours !== null && isAfterSignature(ours as Phase) && isAfterSignature(file as Phase);

const asList = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : []);

function mergeSet(sides: Sides, field: string, file: readonly string[]): Outcome {
  const base = new Set(asList(sides.base[field]));
  const ours = new Set(asList(sides.ours?.[field]));
  const brings = new Set(file);
  const merged = [...ours].filter((member) => brings.has(member) || !base.has(member));
  merged.push(...file.filter((member) => !base.has(member) && !ours.has(member)));
  return sameValue(merged.toSorted(), [...ours].toSorted()) ? { kind: 'same' } : { kind: 'take', value: merged };
}

function mergeMap(sides: Sides, field: string, file: Values): Outcome {
  const ours = (sides.ours?.[field] ?? {}) as Values;
  const merged = { ...ours, ...file };
  return sameValue(merged, ours) ? { kind: 'same' } : { kind: 'take', value: merged };
}
