import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { creditNotesOf, writtenOff } from '#shared/invoicing/sums';
import { FieldEditor } from '../../components/FieldEditor';
import { MoneyText } from '../../components/MoneyText';
import { recordPath } from '../../components/record-path';
import { useMarginReader } from '../../components/use-margin-reader';
import { useLive, useWorkspace } from '../../data/live';
import type { InvoiceRow } from '../../data/reads/invoices';
import classes from './InvoiceScreen.module.css';
import { t } from '#shared/values/texts';
import { Sentence } from '../../components/Sentence';

/** The head of a bill: its days, its sums, and what was taken back of it. */
export function InvoiceFacts({ row }: { readonly row: InvoiceRow }) {
  const { invoice, sums } = row;
  const isCredit = invoice.kind === 'credit note';
  const { records } = useWorkspace();
  const ofDeal = ({ id }: { readonly id: string }): boolean => {
    const other = records.get('invoice', id);
    return other?.kind === 'invoice' && other.deal === invoice.deal;
  };
  return (
    <section className={classes.facts} aria-label={t('Facts')}>
      <div className={classes.fields}>
        <FieldEditor type="invoice" id={invoice.id} field="issuedAt" />
        {isCredit ? (
          <FieldEditor type="invoice" id={invoice.id} field="credits" label={t('Takes back')} within={ofDeal} />
        ) : (
          <FieldEditor type="invoice" id={invoice.id} field="dueAt" />
        )}
        <FieldEditor type="invoice" id={invoice.id} field="reference" label={t('Their reference')} />
      </div>
      {sums ? (
        <dl className={classes.sums}>
          <Sum label={t('Net')}>
            <MoneyText value={sums.net} />
          </Sum>
          <Sum label={t('Tax')}>
            <MoneyText value={sums.tax} />
          </Sum>
          <Sum label={t('With tax')}>
            <MoneyText value={sums.gross} />
          </Sum>
          {isCredit ? null : <Settled row={row} />}
        </dl>
      ) : null}
      {sums && sums.foreign > 0 ? (
        <p className={classes.hint}>
          {t('Some sums of this invoice are in another currency than its first line. They are in none of these figures.')}
        </p>
      ) : null}
    </section>
  );
}

/** What was taken back, what arrived, and what is still owed. */
function Settled({ row: { invoice, sums } }: { readonly row: InvoiceRow }) {
  const readsCost = useMarginReader();
  const credits = useLive((records) => creditNotesOf(records, invoice.id), [invoice.id]);
  const given = useLive((records) => writtenOff(records, invoice.id, sums?.currency ?? ''), [invoice.id, sums?.currency]);
  if (!sums) return null;
  return (
    <>
      {credits.length > 0 ? (
        <Sum label={<CreditLinks credits={credits.map(({ id, number }) => ({ id, number }))} />}>
          −<MoneyText value={sums.credited} />
        </Sum>
      ) : null}
      <Sum label={t('Paid')}>
        {sums.paid.amount > 0 ? '−' : ''}
        <MoneyText value={sums.paid} />
      </Sum>
      <Sum label={sums.open.amount < 0 ? t('Too much arrived') : t('Open')} strong>
        <MoneyText value={sums.open.amount < 0 ? { ...sums.open, amount: -sums.open.amount } : sums.open} />
      </Sum>
      {readsCost && given ? (
        <Sum label={t('Written off, net')}>
          <MoneyText value={given} />
        </Sum>
      ) : null}
    </>
  );
}

function CreditLinks({ credits }: { readonly credits: readonly { readonly id: string; readonly number: string }[] }) {
  return (
    <>
      <Sentence
        text={t('Credited by <credits/>')}
        parts={{
          credits: credits.map(({ id, number }, at) => (
            <span key={id}>
              {at > 0 ? ', ' : ''}
              <Link to={recordPath(id as `invoice:${string}`) ?? ''} className={classes.link}>
                {number}
              </Link>
            </span>
          )),
        }}
      />
    </>
  );
}

interface SumProps {
  readonly label: ReactNode;
  readonly strong?: boolean;
  readonly children: ReactNode;
}

function Sum({ label, strong = false, children }: SumProps) {
  return (
    <div className={classes.sum} data-strong={strong || undefined}>
      <dt>{label}</dt>
      <dd className="num">{children}</dd>
    </div>
  );
}
