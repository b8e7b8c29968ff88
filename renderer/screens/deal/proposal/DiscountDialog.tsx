import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { giveDiscount, mayApprove } from '#shared/proposal/discount';
import type { Id, MoneyValue } from '#shared/records/define-record';
import type { Proposal } from '#shared/records/registry';
import { addDays } from '#shared/values/calendar';
import { AskDialog } from '../../../components/AskDialog';
import { MoneyInput } from '../../../components/MoneyInput';
import { useToday } from '../../../components/use-today';
import { useCommit, useLive, useMe, useWorkspace } from '../../../data/live';
import { t } from '#shared/values/texts';

/** Days that somebody has to approve before it is late. */
const DAYS_TO_APPROVE = 2;

interface DiscountDialogProps {
  readonly proposal: Proposal;
  readonly onClose: () => void;
}

/** Takes something off the price, for a reason, and asks somebody who may to approve it. */
export function DiscountDialog({ proposal, onClose }: DiscountDialogProps) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const me = useMe();
  const today = useToday();
  const approvers = useLive((records) => mayApprove(records), []);
  const [text, setText] = useState('');
  const [value, setValue] = useState<MoneyValue | null>(null);
  const [to, setTo] = useState<string | null>(approvers.find(({ id }) => id !== me)?.id ?? null);
  const give = (): Promise<boolean> => {
    const ask = to ? { ask: { id: workspace.newId('question'), to: to as Id<'person'>, due: addDays(today, DAYS_TO_APPROVE) } } : {};
    const ids = { line: workspace.newId('proposalLine'), concession: workspace.newId('concession') };
    const discount = { text, value: value ?? { amount: 0, currency: 'EUR' }, by: me, on: today, ids, ...ask };
    return commit(giveDiscount(workspace.records, proposal, discount));
  };
  return (
    <AskDialog
      title={t('Give a discount')}
      text={t('It stands in the register of concessions, and nothing is sent before a partner or finance has approved this sum.')}
      submitLabel={t('Give it')}
      onClose={onClose}
      onSubmit={give}
    >
      <Textarea
        label={t('What for')}
        description={t('Stands in the offer as it is written here')}
        data-autofocus
        autosize
        minRows={2}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <MoneyInput label={t('Comes off the price')} value={value ?? undefined} onChange={setValue} />
      <Select
        label={t('Ask for approval')}
        description={approvers.length === 0 ? t('Nobody here is a partner or finance yet') : undefined}
        clearable
        data={approvers.map(({ id, name }) => ({ value: id, label: id === me ? t('{{name}} (you)', { name }) : name }))}
        value={to}
        onChange={setTo}
      />
    </AskDialog>
  );
}
