import { useState } from 'react';
import type { CalendarDateText, MoneyValue } from '#shared/records/define-record';
import type { Deal } from '#shared/records/registry';
import { AskDialog, type AskProps } from './AskDialog';
import { DayInput } from './DayInput';
import { MoneyInput } from './MoneyInput';
import { t } from '#shared/values/texts';

export interface Signature {
  readonly amount: MoneyValue;
  readonly signedAt: CalendarDateText;
}

interface SignDialogProps extends AskProps {
  readonly deal: Deal;
  readonly today: CalendarDateText;
  readonly onSubmit: (signature: Signature) => Promise<boolean>;
}

/** Asks for what a signature means: the value that was signed, and the day. */
export function SignDialog({ deal, today, onSubmit, ...ask }: SignDialogProps) {
  const [amount, setAmount] = useState<MoneyValue | null>(deal.amount ?? null);
  const [signedAt, setSignedAt] = useState<string | null>(deal.signedAt ?? today);
  const [tried, setTried] = useState(false);
  const submit = async (): Promise<boolean> => {
    setTried(true);
    return amount && signedAt ? onSubmit({ amount, signedAt }) : false;
  };
  return (
    <AskDialog {...ask} onSubmit={submit}>
      <MoneyInput
        label={t('Signed value')}
        description={t('Net of tax')}
        value={amount ?? undefined}
        onChange={setAmount}
        error={tried && !amount ? t('The signed value is needed') : undefined}
      />
      <DayInput
        label={t('Signed on')}
        value={signedAt}
        onChange={setSignedAt}
        error={tried && !signedAt ? t('The day of the signature is needed') : undefined}
      />
    </AskDialog>
  );
}
