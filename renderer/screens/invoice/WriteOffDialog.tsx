import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { writeOff } from '#shared/invoicing/payment';
import { openNet, type InvoiceSums } from '#shared/invoicing/sums';
import type { MoneyValue } from '#shared/records/define-record';
import type { Invoice } from '#shared/records/registry';
import { AskDialog } from '../../components/AskDialog';
import { FormProblem } from '../../components/FormProblem';
import { MoneyInput } from '../../components/MoneyInput';
import { useToday } from '../../components/use-today';
import { useCommit, useWorkspace } from '../../data/live';
import { t } from '#shared/values/texts';

interface WriteOffDialogProps {
  readonly invoice: Invoice;
  readonly sums: InvoiceSums;
  readonly onClose: () => void;
}

/** Gives up what is owed. It is a cost of the deal, so it is kept where costs are. */
export function WriteOffDialog({ invoice, sums, onClose }: WriteOffDialogProps) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const today = useToday();
  const [cost, setCost] = useState<MoneyValue | null>(openNet(sums));
  const [why, setWhy] = useState('');
  const [problem, setProblem] = useState<string>();
  const give = async (): Promise<boolean> => {
    const given = { id: workspace.newId('expense'), cost: cost ?? { amount: 0, currency: sums.currency }, date: today, why };
    const command = writeOff(workspace.records, invoice, given);
    setProblem(command.ok ? undefined : command.error.message);
    return command.ok && commit(command);
  };
  return (
    <AskDialog
      title={t('Write off {{number}}', { number: invoice.number })}
      text={t('What will not be paid any more becomes a cost of the deal. The invoice stays as it is; only those who read costs see it.')}
      submitLabel={t('Write it off')}
      onClose={onClose}
      onSubmit={give}
    >
      <MoneyInput label={t('Given up, net')} autoFocus value={cost ?? undefined} onChange={setCost} />
      <Textarea label={t('Why')} autosize minRows={2} value={why} onChange={(event) => setWhy(event.currentTarget.value)} />
      <FormProblem message={problem} />
    </AskDialog>
  );
}
