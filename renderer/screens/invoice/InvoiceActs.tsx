import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMarginReader } from '../../components/use-margin-reader';
import { useMayWrite } from '../../components/use-may-write';
import type { InvoiceRow } from '../../data/reads/invoices';
import { CreditDialog } from './CreditDialog';
import { PaymentDialog } from './PaymentDialog';
import { WriteOffDialog } from './WriteOffDialog';
import classes from './InvoiceScreen.module.css';
import { t } from '#shared/values/texts';

type Asked = 'payment' | 'credit' | 'write off';

/** What finance does with a bill; others read it. */
export function InvoiceActs({ row }: { readonly row: InvoiceRow }) {
  const mayWrite = useMayWrite('invoice');
  const readsCost = useMarginReader();
  const [asked, setAsked] = useState<Asked>();
  const { invoice, sums } = row;
  if (!mayWrite) return <span className={classes.hint}>{t('Finance and partners bill, credit and book payments.')}</span>;
  if (invoice.kind === 'credit note' || !sums || invoice.archived) return null;
  const close = (): void => setAsked(undefined);
  const isOpen = sums.open.amount > 0;
  return (
    <>
      {readsCost && isOpen ? (
        <Button variant="default" onClick={() => setAsked('write off')}>
          {t('Write off…')}
        </Button>
      ) : null}
      {sums.credited.amount < sums.gross.amount ? (
        <Button variant="default" onClick={() => setAsked('credit')}>
          {t('Credit…')}
        </Button>
      ) : null}
      <Button variant={isOpen ? 'filled' : 'default'} onClick={() => setAsked('payment')}>
        {t('Book a payment…')}
      </Button>
      {asked === 'payment' ? <PaymentDialog invoice={invoice} sums={sums} onClose={close} /> : null}
      {asked === 'credit' ? <CreditDialog invoice={invoice} onClose={close} /> : null}
      {asked === 'write off' ? <WriteOffDialog invoice={invoice} sums={sums} onClose={close} /> : null}
    </>
  );
}
