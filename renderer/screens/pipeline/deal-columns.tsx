import type { Phase } from '#shared/records/deal';
import type { Deal } from '#shared/records/registry';
import type { DataColumn } from '../../components/data-column';
import { ClashMark } from '../../components/ClashMark';
import { DateText } from '../../components/DateText';
import { sentence } from '../../components/FieldValue';
import { HealthDot } from '../../components/HealthDot';
import { MoneyText } from '../../components/MoneyText';
import { WithUnsentMark } from '../../components/UnsentMark';
import { recordPath } from '../../components/record-path';
import type { ShownValue } from '../../components/value-mark';
import { type DealRow, PHASE_ORDER } from '../../data/reads/deals';
import { PhaseTicks } from './PhaseTicks';
import { Link } from 'react-router';
import classes from './PhaseTicks.module.css';
import { t } from '#shared/values/texts';

/** Columns of the pipeline's table. Cells are plain: a screenful is drawn on every frame of a scroll. */
export function dealColumns(nameOf: (phase: Phase) => string): readonly DataColumn<DealRow>[] {
  return [...WHAT, phaseColumn(nameOf), ...WHOSE, ...WHEN];
}

/** The cell shows a field of the deal itself. */
const fieldOf =
  (field: keyof Deal & string) =>
  ({ deal }: DealRow): ShownValue => ({ record: deal.id, field });

const WHAT: readonly DataColumn<DealRow>[] = [
  {
    id: 'name',
    value: fieldOf('name'),
    header: t('Deal'),
    width: 180,
    grow: 3,
    cell: ({ deal, clashes }) => (
      <WithUnsentMark record={deal.id}>
        <Link to={recordPath(deal.id) ?? ''} className={classes.name} tabIndex={-1}>
          {deal.name}
        </Link>
        {clashes ? <ClashMark record={deal.id} variant="icon" /> : null}
      </WithUnsentMark>
    ),
    sortBy: ({ deal }) => deal.name,
  },
  {
    id: 'account',
    value: fieldOf('account'),
    header: t('Account'),
    width: 120,
    grow: 2,
    cell: ({ account }) => account,
    sortBy: ({ account }) => account || undefined,
  },
];

function phaseColumn(nameOf: (phase: Phase) => string): DataColumn<DealRow> {
  return {
    id: 'phase',
    value: fieldOf('phase'),
    header: t('Phase'),
    width: 192,
    cell: ({ deal }) => <PhaseTicks phase={deal.phase} name={nameOf(deal.phase)} />,
    data: ({ deal }) => nameOf(deal.phase),
    sortBy: ({ deal }) => PHASE_ORDER[deal.phase],
  };
}

const WHOSE: readonly DataColumn<DealRow>[] = [
  {
    id: 'amount',
    value: fieldOf('amount'),
    header: t('Amount'),
    width: 110,
    align: 'end',
    cell: ({ deal }) => <MoneyText value={deal.amount} whole />,
    data: ({ deal }) => deal.amount,
    sortBy: ({ deal }) => deal.amount?.amount,
  },
  { id: 'ae', value: fieldOf('ae'), header: t('Owner'), width: 128, cell: ({ ae }) => ae, sortBy: ({ ae }) => ae || undefined },
  { id: 'pm', value: fieldOf('pm'), header: t('Project manager'), width: 130, cell: ({ pm }) => pm, sortBy: ({ pm }) => pm || undefined },
  {
    id: 'billing',
    value: fieldOf('billingModel'),
    header: t('Billing'),
    width: 95,
    shownFrom: 1250,
    cell: ({ deal }) => (deal.billingModel ? sentence(deal.billingModel) : null),
    sortBy: ({ deal }) => deal.billingModel,
  },
];

const HEALTH_ORDER = { red: 0, amber: 1, green: 2 } as const;

const WHEN: readonly DataColumn<DealRow>[] = [
  {
    id: 'expectedClose',
    value: fieldOf('expectedClose'),
    header: t('Expected'),
    width: 105,
    shownFrom: 1050,
    cell: ({ deal }) => <DateText value={deal.expectedClose} />,
    data: ({ deal }) => ({ date: deal.expectedClose }),
    sortBy: ({ deal }) => deal.expectedClose,
  },
  {
    id: 'signedAt',
    value: fieldOf('signedAt'),
    header: t('Signed'),
    width: 105,
    shownFrom: 1250,
    cell: ({ deal }) => <DateText value={deal.signedAt} />,
    data: ({ deal }) => ({ date: deal.signedAt }),
    sortBy: ({ deal }) => deal.signedAt,
  },
  {
    id: 'health',
    value: fieldOf('health'),
    header: t('Health'),
    width: 72,
    grow: 0,
    cell: ({ deal }) => <HealthDot health={deal.health} />,
    data: ({ deal }) => deal.health,
    sortBy: ({ deal }) => (deal.health ? HEALTH_ORDER[deal.health] : undefined),
  },
];
