import { isUndecided } from '#shared/change-order/standing';
import { CHANGE_ORDER_STATUSES } from '#shared/records/change-order';
import type { ChangeOrder } from '#shared/records/registry';
import { formatPercent } from '#shared/values/percent';
import type { ChangeRow } from '../../data/reads/change-orders';
import { ClashMark } from '../ClashMark';
import type { DataColumn } from '../data-column';
import { dealColumn } from '../deal-column';
import { DateText } from '../DateText';
import { MoneyText } from '../MoneyText';
import { PersonName } from '../PersonName';
import { RecordLink } from '../RecordLink';
import { countText, numberText } from '../text-of';
import { WithUnsentMark } from '../UnsentMark';
import type { ShownValue } from '../value-mark';
import { ChangeStatus } from './ChangeStatus';
import classes from './ChangeStatus.module.css';
import { spokenLocale } from '#shared/values/texts';
import { t } from '#shared/values/texts';

/** From how many days on a request that nobody decided is late: the fourth signal's threshold. */
export const LATE_DAYS = 14;

const valueOf =
  (field: keyof ChangeOrder & string) =>
  ({ order }: ChangeRow): ShownValue => ({ record: order.id, field });

const COLUMNS: readonly DataColumn<ChangeRow>[] = [
  {
    id: 'title',
    header: t('Change order'),
    value: valueOf('title'),
    width: 190,
    grow: 3,
    cell: ({ order }) => (
      <WithUnsentMark record={order.id}>
        {order.title} <ClashMark record={order.id} variant="icon" />
      </WithUnsentMark>
    ),
    data: ({ order }) => order.title,
    sortBy: ({ order }) => order.title,
  },
  {
    id: 'status',
    header: t('Status'),
    value: valueOf('status'),
    width: 104,
    grow: 0,
    cell: ({ order }) => <ChangeStatus order={order} />,
    data: ({ order }) => order.status,
    sortBy: ({ order }) => CHANGE_ORDER_STATUSES.indexOf(order.status),
  },
  {
    id: 'age',
    header: t('Waits'),
    width: 82,
    grow: 0,
    align: 'end',
    cell: ({ age }) =>
      age === undefined ? null : <span className={age > LATE_DAYS ? classes.old : undefined}>{countText(age, 'day', 'days')}</span>,
    data: ({ age }) => age,
    sortBy: ({ age }) => age,
  },
  {
    id: 'price',
    header: t('Price'),
    value: valueOf('price'),
    width: 112,
    grow: 0,
    align: 'end',
    cell: ({ order }) => <MoneyText value={order.price} />,
    data: ({ order }) => order.price,
    sortBy: ({ order }) => order.price?.amount,
  },
  {
    id: 'hours',
    header: t('Hours'),
    value: valueOf('hours'),
    width: 72,
    grow: 0,
    align: 'end',
    shownFrom: 780,
    cell: ({ order }) => (order.hours === undefined ? null : numberText(order.hours)),
    data: ({ order }) => order.hours,
    sortBy: ({ order }) => order.hours,
  },
];

const DEAL = dealColumn<ChangeRow>(2);

const PM: DataColumn<ChangeRow> = {
  id: 'pm',
  header: t('Project manager'),
  width: 130,
  grow: 1,
  shownFrom: 900,
  cell: ({ deal }) => <PersonName id={deal?.pm} />,
  sortBy: ({ deal }) => deal?.pm,
};

const ASKED: readonly DataColumn<ChangeRow>[] = [
  {
    id: 'requestedBy',
    header: t('Asked by'),
    value: valueOf('requestedBy'),
    width: 130,
    shownFrom: 760,
    cell: ({ order }) => <RecordLink type="contact" id={order.requestedBy} />,
    sortBy: ({ order }) => order.requestedBy,
  },
  {
    id: 'decidedAt',
    header: t('Decided'),
    value: valueOf('decidedAt'),
    width: 108,
    grow: 0,
    align: 'end',
    shownFrom: 700,
    cell: ({ order }) => (isUndecided(order) ? null : <DateText value={order.decidedAt} />),
    data: ({ order }) => ({ date: order.decidedAt }),
    sortBy: ({ order }) => order.decidedAt,
  },
];

const COST: readonly DataColumn<ChangeRow>[] = [
  {
    id: 'plannedCost',
    header: t('Planned cost'),
    width: 112,
    grow: 0,
    align: 'end',
    shownFrom: 980,
    cell: ({ margin }) => <MoneyText value={margin?.plannedCost} />,
    data: ({ margin }) => margin?.plannedCost,
    sortBy: ({ margin }) => margin?.plannedCost.amount,
  },
  {
    id: 'margin',
    header: t('Margin'),
    width: 78,
    grow: 0,
    align: 'end',
    shownFrom: 980,
    cell: ({ margin }) => (margin ? formatPercent(margin.share, spokenLocale(), 1) : null),
    data: ({ margin }) => ({ share: margin?.share }),
    sortBy: ({ margin }) => margin?.share,
  },
];

export interface ChangeColumnsFor {
  /** Of one deal, or of all of them. */
  readonly of: 'deal' | 'firm';
  /** Cost and margin, for readers of the finance ledger. */
  readonly cost: 'shown' | 'hidden';
}

/** The columns of a list of change orders; the same list twice for the same question. */
export function changeColumns({ of, cost }: ChangeColumnsFor): readonly DataColumn<ChangeRow>[] {
  return MADE[`${of} ${cost}`];
}

const [title, ...others] = COLUMNS;
const first = title ? [title] : [];
const ofFirm = [...first, DEAL, PM, ...others];
const ofDeal = [...first, ...others, ...ASKED];
const MADE = {
  'deal shown': [...ofDeal, ...COST],
  'deal hidden': ofDeal,
  'firm shown': [...ofFirm, ...COST],
  'firm hidden': ofFirm,
} as const;
