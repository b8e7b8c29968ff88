import { IconFeather } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { FRICTION_KINDS, type FrictionItem, type FrictionKind } from '#shared/money/friction';
import { sumMoney } from '#shared/values/money';
import { moneyRatio } from '#shared/values/percent';
import { recordFacts } from '../../components/records-behind/record-facts';
import { DataTable } from '../../components/DataTable';
import type { DataColumn } from '../../components/data-column';
import { DateText } from '../../components/DateText';
import { EmptyState } from '../../components/EmptyState';
import { amountText, shareText } from '../../components/money/money-words';
import { recordPath } from '../../components/record-path';
import { countText, numberText } from '../../components/text-of';
import { useAddressState } from '../../components/use-address-state';
import { useMarginReader } from '../../components/use-margin-reader';
import { useLive } from '../../data/live';
import { dealFriction, type FirmDeal, type Then } from '../../data/reads/money-firm';
import type { MoneyViewProps } from './money-view-props';
import classes from './MoneyScreen.module.css';
import { Tiles } from './Tiles';
import { t } from '#shared/values/texts';

interface Small {
  readonly item: FrictionItem;
  readonly row: FirmDeal;
  readonly title: string;
}

const KIND_NAMES: Readonly<Record<FrictionKind, string>> = {
  'absorbed change order': t('Absorbed change orders'),
  'commitment honoured free': t('Commitments honoured free'),
  concession: t('Concessions'),
  reconstruction: t('Reconstruction'),
  escalation: t('Escalation'),
  rework: t('Rework'),
};

/** The small items, each below 1 % of its contract, and what they come to together. */
export function FrictionView({ rows, currency, day, then, onDrill }: MoneyViewProps) {
  const reads = useMarginReader();
  const [address, change] = useAddressState();
  const { small, hours } = useSmall(rows, day, then, reads);
  const chosen = FRICTION_KINDS.find((kind) => kind === address.get('kind'));
  const shown = useMemo(() => (chosen ? small.filter(({ item }) => item.kind === chosen) : small), [small, chosen]);
  if (small.length === 0)
    return (
      <EmptyState
        icon={IconFeather}
        title={t('No friction on record')}
        text={t(
          'Small things that were given away or done twice stand here, each worth less than 1 % of its contract: absorbed change orders, free promises, concessions, hours of reconstruction and rework.',
        )}
      />
    );
  return (
    <div className={classes.view}>
      <FrictionTiles
        small={small}
        rows={rows}
        currency={currency}
        chosen={chosen}
        onChoose={(kind) => change({ kind })}
        onDrill={onDrill}
      />
      <p className={classes.hint}>
        {t('Each item is worth less than 1 % of its contract; together they are what nobody looks at.{{value}}', {
          value:
            hours > 0 ? t(' {{hours}} h of the same kind have no cost here and are not in the sum.', { hours: numberText(hours) }) : '',
        })}
      </p>
      <div className={classes.table}>
        <DataTable
          label={t('Friction ledger')}
          rows={shown}
          columns={COLUMNS}
          rowId={({ item }) => item.record}
          initialOrder={{ by: 'value', direction: 'down' }}
        />
      </div>
    </div>
  );
}

/** Who does not read cost sees what was given away at its price, and no hours' cost. */
function useSmall(
  rows: readonly FirmDeal[],
  day: string,
  then: Then,
  reads: boolean,
): { readonly small: readonly Small[]; readonly hours: number } {
  const all = useLive((records) => rows.map((row) => dealFriction(records, row.deal.id, day, then)), [rows, day, then]);
  const titles = useLive(
    (records) => {
      const ids = all.flatMap((friction) => friction?.items.map(({ record }) => record) ?? []);
      return new Map(recordFacts(records, ids).map(({ id, title }) => [id, title] as const));
    },
    [all],
  );
  return useMemo(() => {
    const small = rows.flatMap((row, at) =>
      (all[at]?.items ?? [])
        .filter(({ hours }) => reads || hours === undefined)
        .map((item): Small => ({ item, row, title: titles.get(item.record) ?? '' })),
    );
    return { small, hours: reads ? all.reduce((sum, one) => sum + (one?.hoursWithoutCost ?? 0), 0) : 0 };
  }, [rows, all, titles, reads]);
}

interface FrictionTilesProps extends Pick<MoneyViewProps, 'rows' | 'currency' | 'onDrill'> {
  readonly small: readonly Small[];
  readonly chosen: FrictionKind | undefined;
  readonly onChoose: (kind: FrictionKind | null) => void;
}

function FrictionTiles({ small, rows, currency, chosen, onChoose, onDrill }: FrictionTilesProps) {
  const sumOf = (list: readonly Small[]) =>
    sumMoney(
      list.map(({ item }) => item.value),
      currency,
    );
  const sum = sumOf(small);
  const contracted = sumMoney(
    rows.flatMap(({ money }) => money.fees.contracted.value ?? []),
    currency,
  );
  return (
    <Tiles
      label={t('Friction by kind')}
      tiles={[
        {
          name: t('All of it'),
          value: amountText(sum),
          note: t('{{length}} · {{shareText}} of contracted', {
            length: countText(small.length, 'item', 'items'),
            shareText: shareText(moneyRatio(sum, contracted)),
          }),
          onOpen: () =>
            onDrill({
              title: t('Friction ledger'),
              value: amountText(sum),
              records: small.map(({ item }) => item.record),
              causes: small.map(({ item }) => ({
                record: item.record,
                amount: item.value,
                at: item.on,
                ...(item.hours === undefined ? {} : { hours: item.hours }),
              })),
            }),
        },
        ...FRICTION_KINDS.flatMap((kind) => {
          const own = small.filter(({ item }) => item.kind === kind);
          if (own.length === 0) return [];
          return [
            {
              name: KIND_NAMES[kind],
              value: amountText(sumOf(own)),
              note: countText(own.length, 'item', 'items'),
              pressed: chosen === kind,
              onOpen: () => onChoose(chosen === kind ? null : kind),
            },
          ];
        }),
      ]}
    />
  );
}

const COLUMNS: readonly DataColumn<Small>[] = [
  { id: 'kind', header: t('Kind'), width: 170, grow: 0, cell: ({ item }) => KIND_NAMES[item.kind], sortBy: ({ item }) => item.kind },
  {
    id: 'title',
    header: t('What'),
    width: 190,
    grow: 3,
    cell: ({ item, row, title }) => <Link to={recordPath(item.record, row.deal.id) ?? ''}>{title}</Link>,
    data: ({ title }) => title,
    sortBy: ({ title }) => title,
  },
  { id: 'deal', header: t('Deal'), width: 150, grow: 2, cell: ({ row }) => row.deal.name, sortBy: ({ row }) => row.deal.name },
  { id: 'account', header: t('Account'), width: 130, shownFrom: 1_050, cell: ({ row }) => row.account, sortBy: ({ row }) => row.account },
  {
    id: 'on',
    header: t('Date'),
    width: 112,
    grow: 0,
    cell: ({ item }) => <DateText value={item.on} />,
    data: ({ item }) => ({ date: item.on }),
    sortBy: ({ item }) => item.on,
  },
  {
    id: 'hours',
    header: t('Hours'),
    width: 74,
    grow: 0,
    align: 'end',
    cell: ({ item }) => (item.hours === undefined ? null : numberText(item.hours)),
    data: ({ item }) => item.hours,
    sortBy: ({ item }) => item.hours,
  },
  {
    id: 'value',
    header: t('Worth'),
    width: 110,
    grow: 0,
    align: 'end',
    cell: ({ item }) => amountText(item.value),
    data: ({ item }) => item.value,
    sortBy: ({ item }) => item.value.amount,
  },
];
