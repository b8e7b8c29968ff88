import { SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Id, MoneyValue } from '#shared/records/define-record';
import { setCostRate } from '#shared/time/cost-rates';
import type { RateOwner } from '#shared/time/rate-card';
import { useCommit, useWorkspace } from '../../data/live';
import { AskDialog } from '../AskDialog';
import { DayInput } from '../DayInput';
import { FormProblem } from '../FormProblem';
import { MoneyInput } from '../MoneyInput';
import { PersonName } from '../PersonName';
import { RefPicker } from '../RefPicker';
import { useToday } from '../use-today';
import { t } from '#shared/values/texts';

interface CostRateDialogProps {
  /** Whose rate it is; asked for where left out. */
  readonly owner?: RateOwner;
  /** The day that is offered; today when left out. */
  readonly from?: string;
  /** The currency that is offered; the firm's usual one when left out. */
  readonly currency?: string;
  readonly onClose: () => void;
}

/** What an hour costs, from a day on. */
export function CostRateDialog({ owner, from: offered, currency, onClose }: CostRateDialogProps) {
  const { records } = useWorkspace();
  const commit = useCommit();
  const today = useToday();
  const whose = useOwner(owner);
  const [from, setFrom] = useState(offered ?? today);
  const [hourlyCost, setHourlyCost] = useState<MoneyValue | null>(currency ? { amount: 0, currency } : null);
  const [problem, setProblem] = useState<string>();
  const save = async (): Promise<boolean> => {
    const command = setCostRate(records, { owner: whose.owner, from, hourlyCost: hourlyCost ?? undefined });
    setProblem(command.ok ? undefined : command.error.message);
    return command.ok && commit(command);
  };
  return (
    <AskDialog
      title={t('Cost rate')}
      text={t(
        'What an hour costs us. It holds from its day until the next rate begins; a margin that was signed keeps the cost it was planned with.',
      )}
      submitLabel={t('Set the rate')}
      onClose={onClose}
      onSubmit={save}
    >
      {owner ? null : whose.inputs}
      {owner && 'person' in owner ? <PersonName id={owner.person} avatar /> : null}
      {owner && 'role' in owner ? <TextInput label={t('Role')} readOnly value={owner.role} /> : null}
      <MoneyInput label={t('Cost an hour')} autoFocus={owner !== undefined} value={hourlyCost ?? undefined} onChange={setHourlyCost} />
      <DayInput label={t('Valid from')} value={from} onChange={(day) => setFrom(day ?? '')} />
      <FormProblem message={problem} />
    </AskDialog>
  );
}

/** Whose rate it is: one of us, or a role in words. */
function useOwner(given: RateOwner | undefined) {
  const [kind, setKind] = useState<'person' | 'role'>('person');
  const [person, setPerson] = useState<Id<'person'>>();
  const [role, setRole] = useState('');
  const chosen: RateOwner = kind === 'person' && person ? { person } : { role: kind === 'role' ? role : '' };
  const inputs = (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('Whose rate')}
        value={kind}
        onChange={(to) => setKind(to === 'role' ? 'role' : 'person')}
        data={[
          { value: 'person', label: t('A person') },
          { value: 'role', label: t('A role') },
        ]}
      />
      {kind === 'person' ? (
        <RefPicker
          to="person"
          label={t('Person')}
          autoFocus
          value={person}
          onChange={(id) => setPerson((id ?? undefined) as Id<'person'> | undefined)}
        />
      ) : (
        <TextInput
          label={t('Role')}
          placeholder={t('Senior consultant')}
          description={t('For hours of people without a rate of their own, by the role that their scope line names.')}
          data-autofocus
          value={role}
          onChange={(event) => setRole(event.currentTarget.value)}
        />
      )}
    </>
  );
  return { owner: given ?? chosen, inputs };
}
