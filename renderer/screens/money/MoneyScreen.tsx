import { Button, Loader, Progress, SegmentedControl, Tabs, Text } from '@mantine/core';
import { IconCoins, IconHistory } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { EmptyState } from '../../components/EmptyState';
import { AsOfPicker, useAsOf } from '../../components/money/AsOfPicker';
import { Page } from '../../components/Page';
import { type Drill, RecordsDrawer } from '../../components/records-behind/RecordsDrawer';
import { dateText } from '../../components/text-of';
import { useAddressState } from '../../components/use-address-state';
import { useToday } from '../../components/use-today';
import { MoneyFilters } from './MoneyFilters';
import { currenciesOf } from './money-groups';
import { filteredDeals, MONEY_VIEWS, moneyFilterOf, type MoneyView } from './money-view';
import { MoneyViewOf } from './MoneyViewOf';
import classes from './MoneyScreen.module.css';
import { type ReadFirm, useFirmMoney } from './use-firm-money';
import { t } from '#shared/values/texts';
import { Sentence } from '../../components/Sentence';

/** The firm's money: what is contracted, billed and pending, what is left of it, and where it went. Each currency for itself. */
export function MoneyScreen() {
  const [day, setDay] = useAsOf();
  const today = useToday();
  const firm = useFirmMoney(day);
  return (
    <Page
      title={t('Money')}
      fill
      subtitle={
        day === today ? (
          t('Net of tax. Signed deals, each currency for itself.')
        ) : (
          <span className={classes.past}>
            <Sentence
              text={t('<iconHistory/> As the records said it on {{day}}')}
              parts={{ iconHistory: <IconHistory size={15} aria-hidden /> }}
              values={{ day: dateText(day) }}
            />
          </span>
        )
      }
      actions={
        <>
          <Button size="xs" variant="default" component={Link} to="/change-orders">
            {t('Change orders')}
          </Button>
          <AsOfPicker day={day} onDay={setDay} />
        </>
      }
    >
      {firm.kind === 'reading' ? (
        <div className={classes.reading} role="status" aria-label={t('Reading the books')}>
          {firm.share === undefined ? (
            <Loader size="sm" type="dots" />
          ) : (
            <Progress value={firm.share * 100} w={260} aria-label={t('Reading the books')} />
          )}
          <Text size="sm" c="dimmed">
            {t('Adding up the books of all deals')}
          </Text>
        </div>
      ) : firm.rows.length === 0 ? (
        <EmptyState
          icon={IconCoins}
          title={t('No signed deals yet')}
          text={t(
            'What is contracted, billed and left of it stands here from the first signature on. Sign a deal in the pipeline, or import your deals, invoices and hours.',
          )}
        />
      ) : (
        <Firm firm={firm} day={day} />
      )}
    </Page>
  );
}

function Firm({ firm: { rows, then, records }, day }: { readonly firm: ReadFirm; readonly day: string }) {
  const [address, change] = useAddressState();
  const [drill, setDrill] = useState<Drill>();
  const view: MoneyView = MONEY_VIEWS.find(({ path }) => path === address.get('view'))?.path ?? 'overview';
  const currencies = useMemo(() => currenciesOf(rows), [rows]);
  const asked = address.get('currency');
  const currency = currencies.find((one) => one === asked) ?? currencies[0] ?? '';
  const filter = useMemo(() => moneyFilterOf(address), [address]);
  const ofCurrency = useMemo(() => rows.filter(({ money }) => money.fees.currency === currency), [rows, currency]);
  const shown = useMemo(() => filteredDeals(ofCurrency, filter), [ofCurrency, filter]);
  return (
    <div className={classes.firm}>
      <div className={classes.bar}>
        <MoneyFilters rows={ofCurrency} filter={filter} onChange={change} />
        <span className={classes.spring} />
        {currencies.length > 1 ? (
          <SegmentedControl
            size="xs"
            aria-label={t('Currency')}
            value={currency}
            onChange={(next) => change({ currency: next })}
            data={currencies.map((one) => ({ value: one, label: one }))}
          />
        ) : null}
      </div>
      <Tabs value={view} onChange={(next) => change({ view: next === 'overview' ? null : next })}>
        <Tabs.List>
          {MONEY_VIEWS.map(({ path, name }) => (
            <Tabs.Tab key={path} value={path}>
              {name}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {shown.length === 0 ? (
        <EmptyState icon={IconCoins} title={t('No deal matches')} text={t('Take a word or a filter away to see more.')} />
      ) : (
        <MoneyViewOf view={view} rows={shown} currency={currency} day={day} then={then} onDrill={setDrill} onAddress={change} />
      )}
      <RecordsDrawer drill={drill} records={records} onClose={() => setDrill(undefined)} />
    </div>
  );
}
