import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { absorbChange, rejectChange } from '#shared/change-order/lifecycle';
import type { MoneyValue } from '#shared/records/define-record';
import type { ChangeOrder } from '#shared/records/registry';
import { AskDialog } from '../../../components/AskDialog';
import { MoneyInput } from '../../../components/MoneyInput';
import { notify } from '../../../components/notify';
import { useCommit } from '../../../data/live';
import { useDeciding } from './use-deciding';
import { t } from '#shared/values/texts';

interface DecideDialogProps {
  readonly order: ChangeOrder;
  readonly onClose: () => void;
}

const WHO = t('Say who decides.');

/** We do it and nobody pays: how much that is, who agreed, and why. */
export function AbsorbDialog({ order, onClose }: DecideDialogProps) {
  const commit = useCommit();
  const { fields, deciding } = useDeciding(order);
  const [amount, setAmount] = useState<MoneyValue | null>(order.price ?? null);
  const [why, setWhy] = useState('');
  const absorb = async (): Promise<boolean> => {
    const by = deciding();
    if (!by) return refused(WHO);
    return commit(absorbChange(order, { ...by, amount: amount ?? { amount: 0, currency: 'EUR' }, why }));
  };
  return (
    <AskDialog
      title={t('Absorb the change')}
      text={t('It is done and not billed. The sum is part of what the margin lost, with who agreed to it and why.')}
      submitLabel={t('Absorb it')}
      onClose={onClose}
      onSubmit={absorb}
    >
      <MoneyInput label={t('What it would have cost the client, net')} withAsterisk value={amount ?? undefined} onChange={setAmount} />
      {fields}
      <Textarea
        label={t('Why')}
        withAsterisk
        data-autofocus
        autosize
        minRows={2}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
    </AskDialog>
  );
}

/** It is not done, and why. */
export function RejectDialog({ order, onClose }: DecideDialogProps) {
  const commit = useCommit();
  const { fields, deciding } = useDeciding(order);
  const [why, setWhy] = useState('');
  const reject = async (): Promise<boolean> => {
    const by = deciding();
    return by ? commit(rejectChange(order, { ...by, why })) : refused(WHO);
  };
  return (
    <AskDialog
      title={t('Reject the change')}
      text={t('“{{title}}” is not done.', { title: order.title })}
      submitLabel={t('Reject it')}
      onClose={onClose}
      onSubmit={reject}
    >
      {fields}
      <Textarea
        label={t('Why')}
        withAsterisk
        data-autofocus
        autosize
        minRows={2}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
    </AskDialog>
  );
}

function refused(message: string): false {
  notify.problem(message, t('Not decided'));
  return false;
}
