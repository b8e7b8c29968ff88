import type { CostFigure, FeeFigure, MarginFigureName } from '#shared/money/rollup';
import { sentence } from '../FieldValue';
import { FigureButton } from '../FigureButton';
import type { DataColumn } from '../data-column';
import { amountText, pointsNumber, shareText } from './money-words';
import { RecordLink } from '../RecordLink';
import type { Drill } from '../records-behind/RecordsDrawer';
import type { FirmDeal } from '../../data/reads/money-firm';
import { dealAmounts, dealShare, groupAmount, groupShare, type ShownAmount } from './money-drill';
import type { MoneyGroup } from './money-group';
import { t } from '#shared/values/texts';

type OnDrill = (drill: Drill) => void;

interface AmountFacts<Row> {
  readonly id: string;
  readonly header: string;
  readonly of: (row: Row) => ShownAmount;
  readonly width?: number;
  readonly shownFrom?: number;
}

/** A column of amounts, each opening its records. */
export function amountColumn<Row>({ id, header, of, width = 104, shownFrom }: AmountFacts<Row>, onDrill: OnDrill): DataColumn<Row> {
  return {
    id,
    header,
    width,
    align: 'end',
    ...(shownFrom === undefined ? {} : { shownFrom }),
    cell: (row) => {
      const { value, drill } = of(row);
      return (
        <FigureButton name={header} onOpen={() => onDrill(drill())}>
          {amountText(value)}
        </FigureButton>
      );
    },
    data: (row) => of(row).value,
    sortBy: (row) => of(row).value?.amount,
  };
}

interface ShareFacts<Row> {
  readonly id: string;
  readonly header: string;
  readonly of: (row: Row) => number | undefined;
  readonly width?: number;
  readonly shownFrom?: number;
}

/** A column of percents. */
export const shareColumn = <Row,>({ id, header, of, width = 80, shownFrom }: ShareFacts<Row>): DataColumn<Row> => ({
  id,
  header,
  width,
  align: 'end',
  ...(shownFrom === undefined ? {} : { shownFrom }),
  cell: (row) => shareText(of(row)),
  data: (row) => ({ share: of(row) }),
  sortBy: of,
});

interface FigureColumn {
  readonly key: FeeFigure | CostFigure;
  readonly header: string;
  readonly shownFrom?: number;
}

const FEES: readonly FigureColumn[] = [
  { key: 'contracted', header: t('Contracted') },
  { key: 'billed', header: t('Billed') },
  { key: 'outstanding', header: t('Outstanding') },
  { key: 'overdue', header: t('Overdue'), shownFrom: 1_240 },
  { key: 'ready', header: t('Ready') },
  { key: 'pending', header: t('Pending'), shownFrom: 1_100 },
];

const COSTS: readonly FigureColumn[] = [
  { key: 'eac', header: t('Cost at compl.'), shownFrom: 1_400 },
  { key: 'vac', header: t('Variance'), shownFrom: 1_500 },
];

const SHARES: readonly { readonly key: MarginFigureName; readonly header: string; readonly shownFrom?: number }[] = [
  { key: 'marginSold', header: t('Sold') },
  { key: 'atCompletion', header: t('At compl.') },
];

/** Columns of the list of deals; with cost and margin for those who read them. */
export function dealColumns(reads: boolean, onDrill: OnDrill): readonly DataColumn<FirmDeal>[] {
  return [
    {
      id: 'deal',
      header: t('Deal'),
      width: 150,
      grow: 2,
      cell: ({ deal }) => <RecordLink type="deal" id={deal.id} />,
      data: ({ deal }) => deal.name,
      sortBy: ({ deal }) => deal.name,
    },
    { id: 'account', header: t('Account'), width: 120, cell: ({ account }) => account, sortBy: ({ account }) => account },
    { id: 'pm', header: 'PM', width: 110, shownFrom: 1_300, cell: ({ pmName }) => pmName, sortBy: ({ pmName }) => pmName },
    {
      id: 'billing',
      header: t('Billing'),
      width: 90,
      shownFrom: 1_450,
      cell: ({ deal }) => deal.billingModel && sentence(deal.billingModel),
      sortBy: ({ deal }) => deal.billingModel && sentence(deal.billingModel),
    },
    {
      id: 'practice',
      header: t('Practice'),
      width: 110,
      shownFrom: 1_600,
      cell: ({ practice }) => practice,
      sortBy: ({ practice }) => practice,
    },
    ...[...FEES, ...(reads ? COSTS : [])].map((column) =>
      amountColumn({ ...facts(column), of: (row: FirmDeal) => dealAmounts(row, column.key, column.header) }, onDrill),
    ),
    ...(reads ? SHARES.map(({ key, ...own }) => shareColumn({ id: key, ...own, of: (row: FirmDeal) => dealShare(row, key) })) : []),
    ...(reads ? [lostColumn<FirmDeal>((row) => lost(dealShare(row, 'marginSold'), dealShare(row, 'atCompletion')))] : []),
  ];
}

/** Columns of a list of groups: accounts, managers, practices, billing models. */
export function groupColumns(name: string, reads: boolean, onDrill: OnDrill): readonly DataColumn<MoneyGroup>[] {
  return [
    { id: 'name', header: name, width: 180, grow: 2, cell: ({ name: own }) => own, sortBy: ({ name: own }) => own },
    {
      id: 'deals',
      header: t('Deals'),
      width: 62,
      grow: 0,
      align: 'end',
      cell: ({ deals }) => deals.length,
      sortBy: ({ deals }) => deals.length,
    },
    ...[...FEES, ...(reads ? COSTS : [])].map((column) =>
      amountColumn({ ...facts(column), of: (row: MoneyGroup) => groupAmount(row, column.key, column.header) }, onDrill),
    ),
    ...(reads ? SHARES.map(({ key, ...own }) => shareColumn({ id: key, ...own, of: (row: MoneyGroup) => groupShare(row, key) })) : []),
    ...(reads ? [lostColumn<MoneyGroup>((row) => lost(groupShare(row, 'marginSold'), groupShare(row, 'atCompletion')))] : []),
  ];
}

const facts = ({ key, header, shownFrom }: FigureColumn) => ({ id: key, header, ...(shownFrom === undefined ? {} : { shownFrom }) });

/** Points between the margin sold and the margin at completion; negative where margin was lost. */
const lost = (sold: number | undefined, now: number | undefined): number | undefined =>
  sold === undefined || now === undefined ? undefined : (now - sold) * 100;

const lostColumn = <Row,>(of: (row: Row) => number | undefined): DataColumn<Row> => ({
  id: 'lost',
  header: t('Points'),
  width: 78,
  align: 'end',
  cell: (row) => {
    const points = of(row);
    return points === undefined ? 'n/a' : pointsNumber(points);
  },
  data: of,
  sortBy: of,
});
