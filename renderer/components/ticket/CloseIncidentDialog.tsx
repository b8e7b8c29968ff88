import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { closeIncident } from '#shared/delivery/incident';
import type { Ticket } from '#shared/records/registry';
import { AskDialog } from '../AskDialog';
import { DayInput } from '../DayInput';
import { FormProblem } from '../FormProblem';
import { useUndecided } from './use-undecided';
import { useToday } from '../use-today';
import { useCommit, useWorkspace } from '../../data/live';
import { PARTY_CHOICES, partyOf } from '../party-choices';
import { t } from '#shared/values/texts';

interface CloseIncidentDialogProps {
  readonly ticket: Ticket;
  readonly onClose: () => void;
}

/** Asks what caused an incident and whose doing it was, when it is over. */
export function CloseIncidentDialog({ ticket, onClose }: CloseIncidentDialogProps) {
  const { records } = useWorkspace();
  const undecided = useUndecided();
  const commit = useCommit();
  const today = useToday();
  const [on, setOn] = useState<string | null>(today);
  const [cause, setCause] = useState(ticket.cause ?? '');
  const [party, setParty] = useState<string | null>(ticket.party ?? null);
  const [outcome, setOutcome] = useState('');
  const [problem, setProblem] = useState<string>();
  const close = async (): Promise<boolean> => {
    const closed = closeIncident(ticket, { on: on ?? '', today, cause, party: partyOf(party), outcome }, records, undecided);
    if (closed.ok) return commit(closed);
    setProblem(closed.error.message);
    return false;
  };
  return (
    <AskDialog title={t('Close the incident')} text={`“${ticket.title}”`} submitLabel={t('Close it')} onClose={onClose} onSubmit={close}>
      <Textarea
        label={t('Cause')}
        data-autofocus
        autosize
        minRows={2}
        withAsterisk
        value={cause}
        onChange={(event) => setCause(event.currentTarget.value)}
      />
      <Select label={t('Caused by')} withAsterisk data={PARTY_CHOICES} value={party} onChange={setParty} />
      <Textarea
        label={t('What was done')}
        autosize
        minRows={2}
        value={outcome}
        onChange={(event) => setOutcome(event.currentTarget.value)}
      />
      <DayInput label={t('Over since')} withAsterisk value={on} maxDate={today} onChange={setOn} />
      <FormProblem message={problem} />
    </AskDialog>
  );
}
