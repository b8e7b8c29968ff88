import { Anchor, Button } from '@mantine/core';
import { IconFileOff } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import type { Invoice } from '#shared/records/registry';
import { ArchivedNotice } from '../../components/Archiving';
import { ClashMark } from '../../components/ClashMark';
import { EmptyState } from '../../components/EmptyState';
import { InvoiceProblems } from '../../components/invoice/InvoiceProblems';
import { StandingMark } from '../../components/invoice/StandingMark';
import { Page } from '../../components/Page';
import { idOf } from '../../components/record-path';
import { RecordLink } from '../../components/RecordLink';
import { useToday } from '../../components/use-today';
import { UnsentMark } from '../../components/UnsentMark';
import { useLive, useRecord } from '../../data/live';
import { invoiceRow } from '../../data/reads/invoices';
import { InvoiceActs } from './InvoiceActs';
import { InvoiceFacts } from './InvoiceFacts';
import { InvoiceLines } from './InvoiceLines';
import { InvoicePayments } from './InvoicePayments';
import classes from './InvoiceScreen.module.css';
import { t } from '#shared/values/texts';

/** One bill: its lines with the way back to what was promised, what arrived, and what was taken back. */
export function InvoiceScreen() {
  const { invoiceId } = useParams();
  const invoice = useRecord('invoice', idOf('invoice', invoiceId));
  return invoice ? <InvoicePage key={invoice.id} invoice={invoice} /> : <NoSuchInvoice />;
}

function InvoicePage({ invoice }: { readonly invoice: Invoice }) {
  const today = useToday();
  const row = useLive((records) => invoiceRow(records, invoice, today), [invoice, today]);
  const noun = invoice.kind === 'credit note' ? t('Credit note') : t('Invoice');
  return (
    <Page
      title={`${noun} ${invoice.number}`}
      crumb={
        <>
          <Anchor component={Link} to="/invoices" inherit>
            {t('Invoices')}
          </Anchor>
          {row.account ? ' · ' : null}
          <RecordLink type="account" id={row.account?.id} /> · <RecordLink type="deal" id={invoice.deal} />
        </>
      }
      mark={
        <span className={classes.marks}>
          <StandingMark standing={row.standing} />
          {row.clashes ? <ClashMark record={invoice.id} /> : null}
          <UnsentMark record={invoice.id} />
        </span>
      }
      actions={<InvoiceActs row={row} />}
    >
      <ArchivedNotice record={invoice} />
      <div className={classes.invoice}>
        <InvoiceProblems deal={invoice.deal} />
        <InvoiceFacts row={row} />
        <InvoiceLines row={row} />
        <InvoicePayments row={row} />
      </div>
    </Page>
  );
}

function NoSuchInvoice() {
  return (
    <Page title={t('No such invoice')}>
      <EmptyState
        icon={IconFileOff}
        title={t('This invoice is not in the workspace')}
        text={t('It may be on a colleague’s laptop that has not handed over its changes yet.')}
        action={
          <Button component={Link} to="/invoices">
            {t('All invoices')}
          </Button>
        }
      />
    </Page>
  );
}
