import type { Field } from '#shared/records/define-record';
import type { RecordType } from '#shared/records/registry';
import { useMe, useRecord, useSync } from '../data/live';
import { mayWrite } from './may-write';

/** Whether I may change this. On a server its roles decide, and the person's record only tells of them. */
export function useMayWrite(type: RecordType, field?: Field): boolean {
  const me = useRecord('person', useMe());
  const { link } = useSync();
  return mayWrite(type, link ?? me, field);
}
