import type { Field } from '#shared/records/define-record';
import type { RecordType } from '#shared/records/registry';
import { useMe, useRecord } from '../data/live';
import { mayWrite } from './may-write';

/** Whether I may change this. */
export function useMayWrite(type: RecordType, field?: Field): boolean {
  const me = useRecord('person', useMe());
  return mayWrite(type, me, field);
}
