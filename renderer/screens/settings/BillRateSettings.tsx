import { ActionIcon, Button, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import type { Id, MoneyValue } from '#shared/records/define-record';
import { rateCard, setBillRate, type BillRate } from '#shared/time/rate-card';
import { ownerText } from '../../components/cost/owner-text';
import { ExportTableMenu } from '../../components/export-table/ExportTableMenu';
import { MoneyInput } from '../../components/MoneyInput';
import { MoneyText } from '../../components/MoneyText';
import { PersonName } from '../../components/PersonName';
import { RefPicker } from '../../components/RefPicker';
import { SectionCard } from '../../components/SectionCard';
import { moneyText } from '../../components/text-of';
import { useMayWrite } from '../../components/use-may-write';
import { useCommit, useLive, useWorkspace } from '../../data/live';
import classes from './CostRateSettings.module.css';
import { t } from '#shared/values/texts';

/** The firm's rate card: what clients are asked for an hour. Everybody reads it; what an hour costs us stands elsewhere. */
export function BillRateSettings() {
  const rates = useLive((records) => rateCard(records), []);
  const mayWrite = useMayWrite('firmSetting');
  const { records } = useWorkspace();
  return (
    <SectionCard
      flush
      title={t('Bill rates')}
      actions={
        rates.length > 0 ? (
          <ExportTableMenu
            label={t('Bill rates')}
            variant="icon"
            table={() => ({
              name: t('Bill rates'),
              headers: [t('Whose'), t('Rate an hour')],
              rows: rates.map(({ owner, rate }) => [ownerText(records, owner), rate]),
            })}
          />
        ) : null
      }
    >
      {rates.length === 0 ? (
        <p className={classes.none}>
          {t('No rates yet. Set what an hour of a role is billed at; time entries of deals by the hour take it over.')}
        </p>
      ) : (
        <table className={classes.table} aria-label={t('Bill rates')}>
          <tbody>
            {rates.map((rate) => (
              <RateRow key={rate.setting} rate={rate} mayWrite={mayWrite} />
            ))}
          </tbody>
        </table>
      )}
      {mayWrite ? <AddBillRate /> : null}
      <Text size="sm" c="dimmed" p={18} pt={10}>
        {t(
          'A person’s own rate goes before that of the role that their scope line names, and that before the role they have in the firm. Hours that are logged already keep the rate that they were logged with.',
        )}
      </Text>
    </SectionCard>
  );
}

function RateRow({ rate: { owner, rate }, mayWrite }: { readonly rate: BillRate; readonly mayWrite: boolean }) {
  const { records } = useWorkspace();
  const commit = useCommit();
  return (
    <tr data-first>
      <td>{'person' in owner ? <PersonName id={owner.person} avatar /> : owner.role}</td>
      <td className={classes.end}>
        <MoneyText value={rate} />
      </td>
      <td className={classes.tools}>
        {mayWrite ? (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('Take off {{rate}}', { rate: moneyText(rate) })}
            onClick={() => void commit(setBillRate(records, owner, rate.currency, undefined))}
          >
            <IconTrash size={15} />
          </ActionIcon>
        ) : (
          ' '
        )}
      </td>
    </tr>
  );
}

/** A role in words, or one of us, and the price. */
function AddBillRate() {
  const { records } = useWorkspace();
  const commit = useCommit();
  const [role, setRole] = useState('');
  const [person, setPerson] = useState<Id<'person'>>();
  const [rate, setRate] = useState<MoneyValue | null>(null);
  const mayAdd = (person !== undefined || role.trim() !== '') && rate !== null && rate.amount > 0;
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!mayAdd) return;
    const owner = person ? { person } : { role: role.trim() };
    if (!(await commit(setBillRate(records, owner, rate.currency, rate.amount)))) return;
    setRole('');
    setPerson(undefined);
    setRate(null);
  };
  return (
    <form className={classes.addRate} onSubmit={(event) => void add(event)}>
      <TextInput
        label={t('Role')}
        placeholder={t('Senior consultant')}
        disabled={person !== undefined}
        value={role}
        onChange={(event) => setRole(event.currentTarget.value)}
      />
      <RefPicker
        to="person"
        label={t('Or one of us')}
        value={person}
        onChange={(id) => setPerson((id ?? undefined) as Id<'person'> | undefined)}
      />
      <MoneyInput label={t('An hour, net')} value={rate ?? undefined} onChange={setRate} />
      <Button type="submit" variant="default" disabled={!mayAdd}>
        {t('Set the rate')}
      </Button>
    </form>
  );
}
