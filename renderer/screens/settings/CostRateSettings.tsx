import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { TableFile } from '#shared/exchange/table-file';
import type { Records } from '#shared/records/records';
import type { CostRate } from '#shared/records/registry';
import { rateHistories, removeCostRate, type RateHistory } from '#shared/time/cost-rates';
import type { RateOwner } from '#shared/time/rate-card';
import { CostRateDialog } from '../../components/cost/CostRateDialog';
import { ownerText } from '../../components/cost/owner-text';
import { HoursWithoutRate } from '../../components/cost/HoursWithoutRate';
import { DateText } from '../../components/DateText';
import { ExportTableMenu } from '../../components/export-table/ExportTableMenu';
import { MoneyText } from '../../components/MoneyText';
import { PersonName } from '../../components/PersonName';
import { QuietButton } from '../../components/QuietButton';
import { SectionCard } from '../../components/SectionCard';
import { moneyText } from '../../components/text-of';
import { useMarginReader } from '../../components/use-margin-reader';
import { useMayWrite } from '../../components/use-may-write';
import { useToday } from '../../components/use-today';
import { useCommit, useLive, useWorkspace } from '../../data/live';
import classes from './CostRateSettings.module.css';
import { t } from '#shared/values/texts';

/** What an hour costs us, of whom, from when. Only for those who read costs. */
export function CostRateSettings() {
  const readsCost = useMarginReader();
  const { records } = useWorkspace();
  const histories = useLive(rateHistories, []);
  const mayWrite = useMayWrite('costRate');
  const [asked, setAsked] = useState<{ readonly owner?: RateOwner }>();
  if (!readsCost) return <NotHere />;
  return (
    <div className={classes.rates}>
      <HoursWithoutRate />
      <SectionCard
        flush
        title={t('Cost rates')}
        actions={
          <Group gap={6} wrap="nowrap">
            {histories.length > 0 ? (
              <ExportTableMenu label={t('Cost rates')} variant="icon" table={() => ratesTable(records, histories)} />
            ) : null}
            {mayWrite ? (
              <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={() => setAsked({})}>
                {t('Add a rate')}
              </Button>
            ) : null}
          </Group>
        }
      >
        {histories.length === 0 ? (
          <p className={classes.none}>{t('No rates yet. Add what an hour of each person costs: costs and margins follow from it.')}</p>
        ) : (
          <table className={classes.table} aria-label={t('Cost rates')}>
            <thead>
              <tr>
                <th scope="col">{t('Whose')}</th>
                <th scope="col">{t('Valid from')}</th>
                <th scope="col" className={classes.end}>
                  {t('Cost an hour')}
                </th>
                <th scope="col">
                  <span className="sr-only">{t('Change')}</span>
                </th>
              </tr>
            </thead>
            {histories.map((history) => (
              <History
                key={keyOf(history.owner)}
                history={history}
                onAdd={mayWrite ? () => setAsked({ owner: history.owner }) : undefined}
              />
            ))}
          </table>
        )}
        <Rule mayWrite={mayWrite} />
      </SectionCard>
      {asked ? <CostRateDialog {...asked} onClose={() => setAsked(undefined)} /> : null}
    </div>
  );
}

function Rule({ mayWrite }: { readonly mayWrite: boolean }) {
  return (
    <p className={classes.none}>
      {t(
        'A rate holds from its day until the next one begins. It changes what work cost and will cost, also backwards; the margin that a deal was signed with stays as it was frozen. {{value}}',
        { value: mayWrite ? '' : t('Finance and partners set rates.') },
      )}
    </p>
  );
}

/** Every rate that ever held, the latest of each first. */
const ratesTable = (records: Records, histories: readonly RateHistory[]): TableFile => ({
  name: t('Cost rates'),
  headers: [t('Whose'), t('Valid from'), t('Cost an hour')],
  rows: histories.flatMap(({ owner, rates }) =>
    rates.map(({ from, hourlyCost }) => [ownerText(records, owner), { date: from }, hourlyCost]),
  ),
});

function NotHere() {
  return (
    <SectionCard title={t('Cost rates')}>
      <Text size="sm" c="dimmed">
        {t('Cost rates are not on this device. Project managers, finance and partners read them.')}
      </Text>
    </SectionCard>
  );
}

const keyOf = (owner: RateOwner): string => ('person' in owner ? owner.person : `role ${owner.role}`);

function History({ history, onAdd }: { readonly history: RateHistory; readonly onAdd: (() => void) | undefined }) {
  const { owner, rates, problems } = history;
  const today = useToday();
  const current = rates.find(({ from }) => from <= today);
  return (
    <tbody>
      {rates.map((rate, at) => (
        <tr key={rate.id} data-current={rate === current || undefined} data-first={at === 0 || undefined}>
          <td>
            {at === 0 ? <Owner owner={owner} /> : ''}
            {at === 0 && problems.length > 0 ? (
              <ul className={classes.problems}>
                {problems.map(({ message }) => (
                  <li key={message}>{message}</li>
                ))}
              </ul>
            ) : null}
          </td>
          <td>
            <DateText value={rate.from} />
            {rate === current ? <span className={classes.now}>{t(' now')}</span> : null}
          </td>
          <td className={classes.end}>
            <MoneyText value={rate.hourlyCost} />
          </td>
          <td className={classes.tools}>
            {onAdd ? (
              <>
                {at === 0 ? <QuietButton onClick={onAdd}>{t('New rate…')}</QuietButton> : null}
                <Remove rate={rate} />
              </>
            ) : (
              ' '
            )}
          </td>
        </tr>
      ))}
    </tbody>
  );
}

function Owner({ owner }: { readonly owner: RateOwner }) {
  return 'person' in owner ? <PersonName id={owner.person} avatar /> : <span>{t('{{role}} (role)', { role: owner.role })}</span>;
}

function Remove({ rate }: { readonly rate: CostRate }) {
  const commit = useCommit();
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={t('Remove the rate of {{hourlyCost}}', { hourlyCost: moneyText(rate.hourlyCost) })}
      onClick={() => void commit(removeCostRate(rate))}
    >
      <IconTrash size={15} />
    </ActionIcon>
  );
}
