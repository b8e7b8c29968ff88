import type { Person } from '../records/registry';
import type { Records } from '../records/records';
import { derivedId } from '../values/id';
import type { Id } from '../records/define-record';

const DEACTIVATED = /\s*\((?:deactivated|inactive|removed)(?: user)?\)\s*$/i;
const EMAIL = /[^\s<>()]+@[^\s<>()]+/;

/** The name in an owner cell: `Ana Ruiz (ana@firm.example)` and `Ana Ruiz (Deactivated User)` are Ana Ruiz. */
export function ownerName(cell: string): string {
  const bare = cell.replace(DEACTIVATED, '').trim();
  const named = bare.replace(/[(<]?[^\s<>()]+@[^\s<>()]+[)>]?/, '').trim();
  return named || bare;
}

export const isDeactivated = (cell: string): boolean => DEACTIVATED.test(cell);

/** Exports by internal name carry a number, or an id of Salesforce, instead of a name: it names nobody. */
export const isNumericOwner = (cell: string): boolean => /^(?:\d+|005[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?)$/.test(cell.trim());

/** The person of ours that an owner cell means: by e-mail address, else by full name if only one has it. */
export function findPerson(records: Records, cell: string): Person | undefined {
  const email = EMAIL.exec(cell)?.[0].toLowerCase();
  const people = records.all('person');
  const byEmail = email === undefined ? undefined : people.find((person) => person.email?.toLowerCase() === email);
  if (byEmail) return byEmail;
  const name = ownerName(cell).toLowerCase();
  const named = people.filter((person) => person.name.toLowerCase() === name);
  return named.length === 1 ? named[0] : undefined;
}

/** Two laptops that make the same owner a person make the same person, and so do two systems that call him alike. */
export const personIdOfOwner = (cell: string): Id<'person'> => derivedId('person', 'hubspot', `owner:${ownerName(cell).toLowerCase()}`);
