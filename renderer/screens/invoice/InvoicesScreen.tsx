import { IconFileInvoice } from '@tabler/icons-react';
import { SegmentedControl } from '@mantine/core';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { totalsByCurrency, type Money } from '#shared/values/money';
import { DataTable } from '../../components/DataTable';
import { EmptyState } from '../../components/EmptyState';
import { INVOICE_COLUMNS } from '../../components/invoice/invoice-columns';
import { InvoiceProblems } from '../../components/invoice/InvoiceProblems';
import { MoneyTotals } from '../../components/MoneyTotals';
import { Page } from '../../components/Page';
import { recordPath } from '../../components/record-path';
import { useAddressState } from '../../components/use-address-state';
import { useToday } from '../../components/use-today';
import { useLive } from '../../data/live';
import { allInvoices, type InvoiceRow } from '../../data/reads/invoices';
import { ReadyToBill } from './ReadyToBill';
import classes from './InvoicesScreen.module.css';
import { t } from '#shared/values/texts';
import { Sentence } from '../../components/Sentence';

const SHOWN = {
  all: () => true,
  open: ({ standing }: InvoiceRow) =>
    standing === 'open' || standing === 'partly paid' || standing === 'overdue' || standing === 'overpaid',
  overdue: ({ standing }: InvoiceRow) => standing === 'overdue',
  credits: ({ invoice }: InvoiceRow) => invoice.kind === 'credit note',
} as const;
type Shown = keyof typeof SHOWN;

/** Every bill of the firm, what is ready to be billed, and what two devices did twice. */
export function InvoicesScreen() {
  const today = useToday();
  const [address, setAddress] = useAddressState();
  const navigate = useNavigate();
  const rows = useLive((records) => allInvoices(records, today), [today]);
  const asked = address.get('show');
  const shown: Shown = asked !== null && asked in SHOWN ? (asked as Shown) : 'all';
  const listed = useMemo(() => rows.filter(SHOWN[shown]), [rows, shown]);
  return (
    <Page fill title={t('Invoices')} subtitle={<Subtitle rows={rows} />}>
      <div className={classes.invoices}>
        <InvoiceProblems />
        <ReadyToBill />
        <SegmentedControl
          className={classes.filter ?? ''}
          size="xs"
          aria-label={t('Which invoices')}
          value={shown}
          onChange={(to) => setAddress({ show: to === 'all' ? null : to })}
          data={[
            { value: 'all', label: t('All') },
            { value: 'open', label: t('Open') },
            { value: 'overdue', label: t('Overdue') },
            { value: 'credits', label: t('Credit notes') },
          ]}
        />
        <DataTable
          label={t('Invoices')}
          rows={listed}
          columns={INVOICE_COLUMNS}
          rowId={({ invoice }) => invoice.id}
          onOpen={({ invoice }) => void navigate(recordPath(invoice.id) ?? '')}
          empty={
            <EmptyState
              icon={IconFileInvoice}
              title={rows.length === 0 ? t('No invoice yet') : t('None of these')}
              text={t('Invoices are made on a deal of what is ready there, or come with an import from your accounting program.')}
            />
          }
        />
      </div>
    </Page>
  );
}

function Subtitle({ rows }: { readonly rows: readonly InvoiceRow[] }) {
  const open = (of: (row: InvoiceRow) => boolean): readonly Money[] =>
    totalsByCurrency(rows.filter(of).flatMap(({ sums }) => (sums && sums.open.amount > 0 ? [sums.open] : [])));
  const [owed, late] = [open(SHOWN.open), open(SHOWN.overdue)];
  if (owed.length === 0) return <>{t('Nothing is owed to us')}</>;
  return (
    <>
      <Sentence
        text={t('<moneyTotals/> open with tax<value/>')}
        parts={{
          moneyTotals: <MoneyTotals values={owed} />,
          value:
            late.length > 0 ? (
              <>
                <Sentence text={t(', of which <moneyTotals/> overdue')} parts={{ moneyTotals: <MoneyTotals values={late} /> }} />
              </>
            ) : null,
        }}
      />
    </>
  );
}
