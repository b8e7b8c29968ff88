import type { Person } from '#shared/records/registry';
import type { Records } from '#shared/records/records';

/** Everybody of ours by name; those who left come last. */
export function peopleByName(records: Records): readonly Person[] {
  return records.all('person').toSorted((a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name));
}
