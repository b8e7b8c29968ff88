import { NumberInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Ticket } from '#shared/records/registry';
import { activityOf } from '#shared/ticket/hours';
import { logTime } from '#shared/time/entry';
import { useCommit, useMe, useRecord, useWorkspace } from '../../data/live';
import { AskDialog } from '../AskDialog';
import { DayInput } from '../DayInput';
import { FormProblem } from '../FormProblem';
import { notify } from '../notify';
import { numberText } from '../text-of';
import { useToday } from '../use-today';
import { t } from '#shared/values/texts';

interface LogHoursDialogProps {
  readonly ticket: Ticket;
  /** The day that is offered; today when left out. */
  readonly day?: string;
  readonly onLogged?: () => void;
  readonly onClose: () => void;
}

/** Hours written down by hand: how many, on which day, on what. */
export function LogHoursDialog({ ticket, day, onLogged, onClose }: LogHoursDialogProps) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const person = useMe();
  const today = useToday();
  const deal = useRecord('deal', ticket.deal);
  const [hours, setHours] = useState<number>();
  const [date, setDate] = useState(day ?? today);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string>();
  const log = async (): Promise<boolean> => {
    if (!deal) return false;
    const worked = { deal: deal.id, ticket: ticket.id, activity: activityOf(ticket, deal), person, date, hours: hours ?? 0, note };
    const command = logTime(workspace.records, workspace.newId('timeEntry'), worked, today);
    if (!command.ok) {
      setProblem(command.error.message);
      return false;
    }
    const done = await commit(command);
    if (done) {
      notify.done(t('{{hours}} h logged', { hours: numberText(worked.hours) }));
      onLogged?.();
    }
    return done;
  };
  return (
    <AskDialog title={t('Log hours')} text={`“${ticket.title}”`} submitLabel={t('Log it')} onClose={onClose} onSubmit={log}>
      <NumberInput
        label={t('Hours')}
        data-autofocus
        min={0}
        max={24}
        step={0.25}
        suffix=" h"
        value={hours ?? ''}
        onChange={(next) => setHours(typeof next === 'number' ? next : undefined)}
      />
      <DayInput label={t('Day')} value={date} maxDate={today} onChange={(next) => setDate(next ?? '')} />
      <Textarea label={t('Note')} autosize minRows={2} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      <FormProblem message={problem} />
    </AskDialog>
  );
}
