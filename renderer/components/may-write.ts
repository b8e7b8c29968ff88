import type { Field, Role } from '#shared/records/define-record';
import { definitionOf, type Person, type RecordType } from '#shared/records/registry';

/**
 * Whether somebody may change this: the record's writers, narrowed by the field's own, and never evidence. Somebody
 * whose roles nobody has set yet may write, or a firm without an administrator would be locked out.
 */
export function mayWrite(type: RecordType, person: Pick<Person, 'roles'> | undefined, field?: Field): boolean {
  if (field?.fixed || field?.internal) return false;
  const roles: readonly Role[] = person?.roles ?? [];
  const writers = field?.writers ?? definitionOf(type).writers;
  return roles.length === 0 || roles.some((role) => writers.includes(role));
}

/** Who may choose between values of this that clash: its writers, also where it was computed or is evidence. */
export function mayNotSettle(type: RecordType, person: Pick<Person, 'roles'> | undefined, field?: Field): readonly Role[] | undefined {
  const roles: readonly Role[] = person?.roles ?? [];
  const writers = field?.writers ?? definitionOf(type).writers;
  return roles.length === 0 || roles.some((role) => writers.includes(role)) ? undefined : writers;
}
