import { instantOfAt } from '#shared/ledger/clock';
import type { RecordId } from '#shared/ledger/entry';
import type { Values } from '#shared/records/parse';
import { declarationOf, type RecordType } from '#shared/records/registry';
import { editRecord } from '#shared/records/write';
import { useCommit, useRecord } from '../data/live';
import { notify } from './notify';
import { instantText } from './text-of';
import { useMayWrite } from './use-may-write';
import { t } from '#shared/values/texts';

/** Fields that only a business act may set: bringing one back would go around its rules. */
const BY_ACT_ONLY: ReadonlySet<string> = new Set(['deal.phase', 'deal.pausedFrom']);

/**
 * Sets a field to a value that it had at `at`, as an edit of today that says where the value is from.
 * Undefined where this person may not change the field.
 */
export function useBringBack(
  type: RecordType,
  id: RecordId,
  field: string,
): ((value: unknown, at: string) => Promise<boolean>) | undefined {
  const record = useRecord(type, id);
  const commit = useCommit();
  const declared = declarationOf(type, field);
  const mayWrite = useMayWrite(type, declared);
  if (!record || !declared || !mayWrite || BY_ACT_ONLY.has(`${type}.${field}`)) return undefined;
  return async (value, at) => {
    const values = { [field]: value ?? null } as Values<RecordType>;
    const done = await commit(editRecord(type, record, values, { why: `Brought back from ${instantText(instantOfAt(at))}` }));
    if (done)
      notify.done(t('{{label}} is what it was on {{instantText}}', { label: declared.label, instantText: instantText(instantOfAt(at)) }));
    return done;
  };
}
