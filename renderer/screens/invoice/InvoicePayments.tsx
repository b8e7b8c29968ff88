import { takeBackPayment } from '#shared/invoicing/payment';
import type { Payment } from '#shared/records/registry';
import { restoreRecord } from '#shared/records/write';
import { DateText } from '../../components/DateText';
import { MoneyText } from '../../components/MoneyText';
import { notify } from '../../components/notify';
import { QuietButton } from '../../components/QuietButton';
import { SectionCard } from '../../components/SectionCard';
import { moneyText } from '../../components/text-of';
import { useMayWrite } from '../../components/use-may-write';
import { useCommit, useLive } from '../../data/live';
import type { InvoiceRow } from '../../data/reads/invoices';
import classes from './InvoiceScreen.module.css';

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
    if (done) notify.undoable(`The payment of ${moneyText(payment.amount)} is taken back`, () => void commit(restoreRecord(payment)));
  };
  return (
    <SectionCard flush title="Payments">
      {payments.length === 0 ? (
        <p className={classes.none}>Nothing has arrived yet. Payments are booked here by hand, or come with an import.</p>
      ) : (
        <table className={classes.table} aria-label="Payments">
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
                  {mayWrite ? <QuietButton onClick={() => void takeBack(payment)}>Take back</QuietButton> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </SectionCard>
  );
}
