import { minorDigits, negateMoney, type Money } from '#shared/values/money';
import type { InvoiceRow } from '../../data/reads/invoices';
import { ClashMark } from '../ClashMark';
import type { DataColumn } from '../data-column';
import { dealColumn } from '../deal-column';
import { DateText } from '../DateText';
import { MoneyText } from '../MoneyText';
import { WithUnsentMark } from '../UnsentMark';
import { StandingMark } from './StandingMark';
import { standingWords } from './standing-words';
import { t } from '#shared/values/texts';

/** What a bill adds: a credit note takes back. */
const signed = ({ invoice }: InvoiceRow, value: Money | undefined): Money | undefined =>
  value && invoice.kind === 'credit note' ? negateMoney(value) : value;

const major = (value: Money | undefined): number | undefined => value && value.amount / 10 ** minorDigits(value.currency);

function moneyColumn(id: string, header: string, of: (row: InvoiceRow) => Money | undefined, shownFrom = 0): DataColumn<InvoiceRow> {
  return {
    id,
    header,
    width: 118,
    grow: 0,
    align: 'end',
    shownFrom,
    cell: (row) => <MoneyText value={of(row)} />,
    data: of,
    sortBy: (row) => major(of(row)),
  };
}

const NUMBER: DataColumn<InvoiceRow> = {
  id: 'number',
  header: t('Number'),
  width: 130,
  value: ({ invoice }) => ({ record: invoice.id, field: 'number' }),
  cell: ({ invoice, clashes }) => (
    <WithUnsentMark record={invoice.id}>
      {invoice.number}
      {clashes ? <ClashMark record={invoice.id} variant="icon" /> : null}
    </WithUnsentMark>
  ),
  data: ({ invoice }) => invoice.number,
  sortBy: ({ invoice }) => invoice.number,
};

const DEAL: readonly DataColumn<InvoiceRow>[] = [
  dealColumn(3),
  {
    id: 'account',
    header: t('Account'),
    width: 130,
    grow: 2,
    shownFrom: 1100,
    cell: ({ account }) => account?.name,
    sortBy: ({ account }) => account?.name,
  },
];

const REST: readonly DataColumn<InvoiceRow>[] = [
  {
    id: 'issuedAt',
    header: t('Issued'),
    width: 104,
    grow: 0,
    value: ({ invoice }) => ({ record: invoice.id, field: 'issuedAt' }),
    cell: ({ invoice }) => <DateText value={invoice.issuedAt} />,
    data: ({ invoice }) => ({ date: invoice.issuedAt }),
    sortBy: ({ invoice }) => invoice.issuedAt,
  },
  {
    id: 'dueAt',
    header: t('Due'),
    width: 104,
    grow: 0,
    shownFrom: 820,
    value: ({ invoice }) => ({ record: invoice.id, field: 'dueAt' }),
    cell: ({ invoice }) => <DateText value={invoice.dueAt} />,
    data: ({ invoice }) => ({ date: invoice.dueAt }),
    sortBy: ({ invoice }) => invoice.dueAt,
  },
  moneyColumn('net', t('Net'), (row) => signed(row, row.sums?.net)),
  moneyColumn('gross', t('With tax'), (row) => signed(row, row.sums?.gross), 1100),
  moneyColumn('open', t('Open'), ({ invoice, sums }) => (invoice.kind === 'invoice' ? sums?.open : undefined)),
  {
    id: 'standing',
    header: t('Standing'),
    width: 112,
    grow: 0,
    cell: ({ standing }) => <StandingMark standing={standing} />,
    data: ({ standing }) => standingWords(standing),
    sortBy: ({ standing }) => standing,
  },
];

/** Columns of a table of bills; with the deal where there are several. */
export const INVOICE_COLUMNS: readonly DataColumn<InvoiceRow>[] = [NUMBER, ...DEAL, ...REST];
export const DEAL_INVOICE_COLUMNS: readonly DataColumn<InvoiceRow>[] = [NUMBER, ...REST];
