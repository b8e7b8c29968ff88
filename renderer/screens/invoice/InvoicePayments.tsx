import { takeBackPayment } from '#shared/invoicing/payment';
import type { Payment } from '#shared/records/registry';
import { restoreRecord } from '#shared/records/write';
import { DateText } from '../../components/DateText';
import { ExportTableMenu } from '../../components/export-table/ExportTableMenu';
import { MoneyText } from '../../components/MoneyText';
import { notify } from '../../components/notify';
import { QuietButton } from '../../components/QuietButton';
import { SectionCard } from '../../components/SectionCard';
import { moneyText } from '../../components/text-of';
import { useMayWrite } from '../../components/use-may-write';
import { useCommit, useLive } from '../../data/live';
import type { InvoiceRow } from '../../data/reads/invoices';
import classes from './InvoiceScreen.module.css';
import { t } from '#shared/values/texts';

/** What arrived on a bill, the latest first. A credit note has none. */
export function InvoicePayments({ row: { invoice } }: { readonly row: InvoiceRow }) {
  const payments = useLive(
    (records) => records.of('payment', 'invoice', invoice.id).toSorted((a, b) => (a.paidAt < b.paidAt ? 1 : -1)),
    [invoice.id],
  );
  const mayWrite = useMayWrite('payment');
  const commit = useCommit();
  if (invoice.kind === 'credit note' && payments.length === 0) return null;
  const takeBack = async (payment: Payment): Promise<void> => {
    const done = await commit(takeBackPayment(payment, invoice));
    if (done)
      notify.undoable(
        t('The payment of {{amount}} is taken back', { amount: moneyText(payment.amount) }),
        () => void commit(restoreRecord(payment)),
      );
  };
  return (
    <SectionCard
      flush
      title={t('Payments')}
      actions={
        payments.length > 0 ? (
          <ExportTableMenu
            label={t('Payments')}
            variant="icon"
            table={() => ({
              name: t('Invoice {{number}} payments', { number: invoice.number ?? '' }),
              headers: [t('Day'), t('Amount')],
              rows: payments.map(({ paidAt, amount }) => [{ date: paidAt }, amount]),
            })}
          />
        ) : null
      }
    >
      {payments.length === 0 ? (
        <p className={classes.none}>{t('Nothing has arrived yet. Payments are booked here by hand, or come with an import.')}</p>
      ) : (
        <table className={classes.table} aria-label={t('Payments')}>
          <tbody>
            {payments.map((payment) => (
              <tr key={payment.id}>
                <td className={classes.text}>
                  <DateText value={payment.paidAt} />
                </td>
                <td className={classes.end}>
                  <MoneyText value={payment.amount} />
                </td>
                <td className={classes.acts}>
                  {mayWrite ? <QuietButton onClick={() => void takeBack(payment)}>{t('Take back')}</QuietButton> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </SectionCard>
  );
}
