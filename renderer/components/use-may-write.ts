import type { Field, Role } from '#shared/records/define-record';
import { definitionOf, type RecordType } from '#shared/records/registry';
import { useMe, useRecord } from '../data/live';

/**
 * Whether I may change this: the record's writers, narrowed by the field's own, and never evidence. Somebody
 * whose roles nobody has set yet may write, or a firm without an administrator would be locked out.
 */
export function useMayWrite(type: RecordType, field?: Field): boolean {
  const me = useRecord('person', useMe());
  if (field?.fixed || field?.internal) return false;
  const roles: readonly Role[] = me?.roles ?? [];
  const writers = field?.writers ?? definitionOf(type).writers;
  return roles.length === 0 || roles.some((role) => writers.includes(role));
}
