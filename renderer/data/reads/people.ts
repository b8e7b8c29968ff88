import { isJoinedAway } from '#shared/records/joined-person';
import type { Person } from '#shared/records/registry';
import type { Records } from '#shared/records/records';

/** Everybody of ours by name, each human once; those who left come last. */
export function peopleByName(records: Records): readonly Person[] {
  return records
    .all('person')
    .filter((person) => !isJoinedAway(person))
    .toSorted((a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name));
}
