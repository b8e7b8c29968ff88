import type { Change } from '../ledger/command';
import type { RecordId } from '../ledger/entry';
import type { Field, Role } from './define-record';
import { declarationOf, definitionOf, fieldName, typeOf } from './registry';

/** Somebody who writes: by what roles, as which person, under which name on a server. */
export interface Writer {
  readonly roles: readonly Role[];
  readonly person?: RecordId;
  readonly user?: string;
}

/** Who may write what somebody may not. `field` is absent where it is the record as a whole. */
export interface NotAllowed {
  readonly field?: string;
  readonly writers: readonly Role[];
}

/**
 * Why somebody may not write a change: the first thing in it that their roles do not allow; undefined where they may all.
 * A server enforces the same (shared/hub/validate.ts); a law there holds the two together. `creates`: the change is over
 * nothing, so a protected field may be given the value that it starts with.
 */
export function notAllowed({ record, set }: Pick<Change, 'record' | 'set'>, writer: Writer, creates: boolean): NotAllowed | undefined {
  const type = typeOf(record);
  if (type === undefined) return undefined;
  const { writers } = definitionOf(type);
  const mayWrite = (roles: readonly Role[]) => roles.some((role) => writer.roles.includes(role));
  if (!mayWrite(writers)) {
    const isAllowed = type === 'person' && Object.keys(set).every((field) => isOfOneself({ record, set }, field, writer, creates));
    return isAllowed ? undefined : { writers };
  }
  for (const field of Object.keys(set)) {
    const declared = declarationOf(type, field);
    if (declared?.writers === undefined || mayWrite(declared.writers)) continue;
    const start = startingValue(declared);
    if (creates && start !== undefined && set[field] === start) continue;
    return { field: fieldName(field), writers: declared.writers };
  }
  return undefined;
}

/** Everybody may say which person they are, where nobody has said so before, and as that person what they are called. */
function isOfOneself({ record, set }: Pick<Change, 'record' | 'set'>, field: string, { person, user }: Writer, creates: boolean): boolean {
  if (field === 'joinedAs') return true;
  if (field === 'user') return creates && user !== undefined && set[field] === user;
  return (field === 'name' || field === 'email') && record === person;
}

/** The first option of a choice that every record must have, and what a flag is before anybody has said. */
export function startingValue(field: Field): string | boolean | undefined {
  if (field.kind === 'flag') return field.initially ?? false;
  return field.kind === 'choice' && field.required ? field.options[0] : undefined;
}
