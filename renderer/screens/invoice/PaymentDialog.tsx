import { useState } from 'react';
import { bookPayment } from '#shared/invoicing/payment';
import type { InvoiceSums } from '#shared/invoicing/sums';
import type { MoneyValue } from '#shared/records/define-record';
import type { Invoice } from '#shared/records/registry';
import { AskDialog } from '../../components/AskDialog';
import { DayInput } from '../../components/DayInput';
import { FormProblem } from '../../components/FormProblem';
import { MoneyInput } from '../../components/MoneyInput';
import { moneyText } from '../../components/text-of';
import { useToday } from '../../components/use-today';
import { useCommit, useWorkspace } from '../../data/live';
import { t } from '#shared/values/texts';

interface PaymentDialogProps {
  readonly invoice: Invoice;
  readonly sums: InvoiceSums;
  readonly onClose: () => void;
}

/** What arrived: all that is open is offered, less is a part, more is kept as overpaid. */
export function PaymentDialog({ invoice, sums, onClose }: PaymentDialogProps) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const today = useToday();
  const [amount, setAmount] = useState<MoneyValue | null>(sums.open.amount > 0 ? sums.open : null);
  const [paidAt, setPaidAt] = useState(today);
  const [problem, setProblem] = useState<string>();
  const book = async (): Promise<boolean> => {
    const arrived = amount ?? { amount: 0, currency: sums.currency };
    const command = bookPayment(workspace.records, invoice, { id: workspace.newId('payment'), amount: arrived, paidAt, today });
    setProblem(command.ok ? undefined : command.error.message);
    return command.ok && commit(command);
  };
  const tooMuch = amount && amount.currency === sums.currency ? amount.amount - Math.max(0, sums.open.amount) : 0;
  return (
    <AskDialog
      title={t('Payment on {{number}}', { number: invoice.number })}
      text={sums.open.amount > 0 ? t('{{open}} is open, tax included.', { open: moneyText(sums.open) }) : t('Nothing is open on it.')}
      submitLabel={t('Book it')}
      onClose={onClose}
      onSubmit={book}
    >
      <MoneyInput
        label={t('What arrived')}
        description={
          tooMuch > 0
            ? t('{{moneyText}} more than is open.', { moneyText: moneyText({ amount: tooMuch, currency: sums.currency }) })
            : t('Tax included, as it arrived.')
        }
        autoFocus
        value={amount ?? undefined}
        onChange={setAmount}
      />
      <DayInput label={t('Day')} value={paidAt} maxDate={today} onChange={(day) => setPaidAt(day ?? '')} />
      <FormProblem message={problem} />
    </AskDialog>
  );
}
