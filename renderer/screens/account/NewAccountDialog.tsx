import { Alert, Modal } from '@mantine/core';
import { IconCopyCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Values } from '#shared/records/parse';
import type { Account } from '#shared/records/registry';
import { createRecord } from '#shared/records/write';
import { RecordForm } from '../../components/RecordForm';
import { RecordLink } from '../../components/RecordLink';
import { recordPath } from '../../components/record-path';
import { useCommit, useMe, useWorkspace } from '../../data/live';
import { likelyAccounts } from '../../data/reads/accounts';
import { t } from '#shared/values/texts';
import { Sentence } from '../../components/Sentence';

interface NewAccountDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Makes an account. One with the same name or domain is shown first; saving again makes a second one all the same. */
export function NewAccountDialog({ opened, onClose }: NewAccountDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={t('New account')}>
      <NewAccountForm onClose={onClose} />
    </Modal>
  );
}

function NewAccountForm({ onClose }: { readonly onClose: () => void }) {
  const workspace = useWorkspace();
  const owner = useMe();
  const commit = useCommit();
  const navigate = useNavigate();
  const [likely, setLikely] = useState<readonly Account[]>([]);

  const create = async (values: Values<'account'>): Promise<boolean> => {
    const alike = likelyAccounts(workspace.records, values.name ?? '', values.domain ?? undefined);
    const unseen = alike.filter((account) => !likely.includes(account));
    setLikely(alike);
    if (unseen.length > 0) return false;
    const id = workspace.newId('account');
    const done = await commit(createRecord('account', id, values));
    if (done) void navigate(recordPath(id) ?? '/accounts', { replace: true });
    return done;
  };

  return (
    <>
      {likely.length > 0 ? <AlreadyThere accounts={likely} /> : null}
      <RecordForm
        type="account"
        fields={['name', 'domain', 'industry', 'owner', 'notes']}
        initial={{ owner }}
        submitLabel={likely.length > 0 ? t('Create all the same') : t('Create account')}
        onSubmit={create}
        onCancel={onClose}
      />
    </>
  );
}

function AlreadyThere({ accounts }: { readonly accounts: readonly Account[] }) {
  return (
    <Alert color="yellow" icon={<IconCopyCheck size={18} />} mb="md" role="alert">
      <Sentence
        text={t('There is already <accounts/>. Open it, or save again to make another.')}
        parts={{
          accounts: accounts.map((account, at) => (
            <span key={account.id}>
              {at > 0 ? ', ' : ''}
              <RecordLink type="account" id={account.id} />
              {account.domain ? ` (${account.domain})` : ''}
            </span>
          )),
        }}
      />
    </Alert>
  );
}
