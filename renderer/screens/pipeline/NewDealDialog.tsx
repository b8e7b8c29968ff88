import { useRef } from 'react';
import { useNavigate } from 'react-router';
import type { Id } from '#shared/records/define-record';
import type { Values } from '#shared/records/parse';
import type { FieldOf } from '#shared/records/registry';
import { createRecord } from '#shared/records/write';
import { RecordDialog } from '../../components/RecordDialog';
import { idOf, recordPath } from '../../components/record-path';
import { useCommit, useMe, useRecord, useWorkspace } from '../../data/live';
import { t } from '#shared/values/texts';

interface NewDealDialogProps {
  readonly opened: boolean;
  /** The body of the account's id, where the deal is begun from an account. */
  readonly account: string | undefined;
  readonly onClose: () => void;
}

const FIELDS: readonly FieldOf<'deal'>[] = ['name', 'account', 'department', 'ae', 'amount', 'expectedClose', 'billingModel'];

/** Begins a deal in discovery and opens it. Whoever sells is its account executive unless another is chosen. */
export function NewDealDialog({ opened, account, onClose }: NewDealDialogProps) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const navigate = useNavigate();
  const me = useRecord('person', useMe());
  const created = useRef<Id<'deal'>>(undefined);
  const accountId = idOf('account', account);
  const initial: Values<'deal'> = {
    phase: 'discovery',
    ...(me?.roles.includes('AE') ? { ae: me.id } : {}),
    ...(accountId ? { account: accountId } : {}),
  };

  const close = (): void => {
    if (created.current) void navigate(recordPath(created.current) ?? '');
    else onClose();
  };
  const create = async (values: Values<'deal'>): Promise<boolean> => {
    const id = workspace.newId('deal');
    const done = await commit(createRecord('deal', id, values));
    if (done) created.current = id;
    return done;
  };

  return (
    <RecordDialog
      title={t('New deal')}
      type="deal"
      fields={FIELDS}
      needed={['account']}
      initial={initial}
      submitLabel={t('Create the deal')}
      opened={opened}
      onClose={close}
      onSubmit={create}
    />
  );
}
