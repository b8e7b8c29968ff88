import type { TableFile, TableValue } from '#shared/exchange/table-file';
import type { ScopeLine } from '#shared/records/registry';
import { scopeLine } from '#shared/records/scope-line';

const FIELDS = [
  'title',
  'status',
  'included',
  'excluded',
  'assumptions',
  'acceptanceTest',
  'why',
  'origin',
  'plannedHours',
  'remainingHours',
  'role',
  'price',
] as const satisfies readonly (keyof ScopeLine)[];

/** The lines of a scope with all that was written of each: what the table has no room for stands in the file. */
export function scopeTable(name: string, lines: readonly ScopeLine[]): TableFile {
  return {
    name,
    headers: FIELDS.map((field) => scopeLine.fields[field].label),
    rows: lines.map((line) => FIELDS.map((field): TableValue => line[field])),
  };
}
