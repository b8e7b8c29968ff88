import { useMemo } from 'react';
import { ageing, ageOf, AGES, type Age } from '#shared/money/ageing';
import type { BillStanding } from '#shared/money/billing';
import { DataTable } from '../../components/DataTable';
import type { DataColumn } from '../../components/data-column';
import { DateText } from '../../components/DateText';
import { EmptyState } from '../../components/EmptyState';
import { amountText } from '../../components/money/money-words';
import type { Drill } from '../../components/records-behind/RecordsDrawer';
import { countText } from '../../components/text-of';
import { useAddressState } from '../../components/use-address-state';
import type { FirmDeal } from '../../data/reads/money-firm';
import { IconCircleCheck } from '@tabler/icons-react';
import { amountColumn } from '../../components/money/money-columns';
import type { MoneyViewProps } from './money-view-props';
import classes from './MoneyScreen.module.css';
import { Tiles } from './Tiles';
import { t } from '#shared/values/texts';

interface OpenBill {
  readonly bill: BillStanding;
  readonly row: FirmDeal;
  readonly age: Age;
}

/** What clients owe, by how long it has been due. */
export function AgeingView({ rows, currency, onDrill }: MoneyViewProps) {
  const [address, change] = useAddressState();
  const open = useMemo(() => openBills(rows), [rows]);
  const sums = useMemo(
    () =>
      ageing(
        open.map(({ bill }) => bill),
        currency,
      ),
    [open, currency],
  );
  const chosen = AGES.find((age) => age === address.get('age'));
  const shown = useMemo(() => (chosen ? open.filter(({ age }) => age === chosen) : open), [open, chosen]);
  const columns = useMemo(() => billColumns(onDrill), [onDrill]);
  return (
    <div className={classes.view}>
      <Tiles
        label={t('Outstanding by age')}
        tiles={sums.map(([age, sum]) => ({
          name: age.charAt(0).toUpperCase() + age.slice(1),
          value: amountText(sum),
          note: countText(open.filter((one) => one.age === age).length, 'invoice', 'invoices'),
          pressed: age === chosen,
          onOpen: () => change({ age: age === chosen ? null : age }),
        }))}
      />
      <div className={classes.table}>
        <DataTable
          label={t('Outstanding invoices')}
          rows={shown}
          columns={columns}
          rowId={({ bill }) => bill.invoice}
          initialOrder={{ by: 'late', direction: 'down' }}
          empty={
            <EmptyState
              icon={IconCircleCheck}
              title={t('Nothing is outstanding here')}
              text={t('Every invoice that was issued is paid or credited.')}
            />
          }
        />
      </div>
    </div>
  );
}

const openBills = (rows: readonly FirmDeal[]): readonly OpenBill[] =>
  rows.flatMap((row) =>
    row.money.fees.bills.flatMap((bill) => (bill.open.amount === 0 ? [] : [{ bill, row, age: ageOf(bill.daysOverdue) }])),
  );

function billColumns(onDrill: (drill: Drill) => void): readonly DataColumn<OpenBill>[] {
  const amount = (id: 'net' | 'paid' | 'open', header: string, shownFrom = 0): DataColumn<OpenBill> =>
    amountColumn(
      {
        id,
        header,
        shownFrom,
        of: ({ bill }) => ({
          value: bill[id],
          drill: () => ({ title: `${header}: ${bill.number}`, value: amountText(bill[id]), records: bill.records }),
        }),
      },
      onDrill,
    );
  return [
    { id: 'number', header: t('Invoice'), width: 96, cell: ({ bill }) => bill.number, sortBy: ({ bill }) => bill.number },
    { id: 'deal', header: t('Deal'), width: 170, grow: 2, cell: ({ row }) => row.deal.name, sortBy: ({ row }) => row.deal.name },
    { id: 'account', header: t('Account'), width: 130, cell: ({ row }) => row.account, sortBy: ({ row }) => row.account },
    ...WHEN,
    amount('net', t('Net'), 1_050),
    amount('paid', t('Paid'), 1_200),
    amount('open', t('Open')),
  ];
}

const WHEN: readonly DataColumn<OpenBill>[] = [
  {
    id: 'issued',
    header: t('Issued'),
    width: 112,
    grow: 0,
    shownFrom: 1_150,
    cell: ({ bill }) => <DateText value={bill.issuedAt} />,
    data: ({ bill }) => ({ date: bill.issuedAt }),
    sortBy: ({ bill }) => bill.issuedAt,
  },
  {
    id: 'due',
    header: t('Due'),
    width: 112,
    grow: 0,
    cell: ({ bill }) => <DateText value={bill.dueAt} />,
    data: ({ bill }) => ({ date: bill.dueAt }),
    sortBy: ({ bill }) => bill.dueAt,
  },
  {
    id: 'late',
    header: t('Days late'),
    width: 82,
    grow: 0,
    align: 'end',
    cell: ({ bill }) => bill.daysOverdue || null,
    data: ({ bill }) => bill.daysOverdue,
    sortBy: ({ bill }) => bill.daysOverdue,
  },
  {
    id: 'age',
    header: t('Age'),
    width: 104,
    grow: 0,
    cell: ({ age }) => age,
    sortBy: ({ age }) => AGES.indexOf(age),
    data: ({ age }) => age,
  },
];
