import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Ticket } from '#shared/records/registry';
import { accepted, deliverableState, listed, type Shown } from '#shared/ticket/deliverable';
import { closeTicket } from '#shared/ticket/lifecycle';
import { useCommit, useLive, useWorkspace } from '../../data/live';
import { AskDialog } from '../AskDialog';
import { FormProblem } from '../FormProblem';
import { DeliverablePicker } from './DeliverablePicker';
import { useUndecided } from './use-undecided';
import { t } from '#shared/values/texts';

interface CloseTicketDialogProps {
  readonly ticket: Ticket;
  readonly onClose: () => void;
}

/** Asks what there is to show for the work, or why it is done without. */
export function CloseTicketDialog({ ticket, onClose }: CloseTicketDialogProps) {
  const { records } = useWorkspace();
  const undecided = useUndecided();
  const commit = useCommit();
  const [shown, setShown] = useState<Shown>({
    deliverableLines: ticket.deliverableLines,
    ...(ticket.deliverable ? { deliverable: ticket.deliverable } : {}),
  });
  const [outcome, setOutcome] = useState(ticket.outcome ?? '');
  const [problem, setProblem] = useState<string>();
  const state = useLive((live) => deliverableState(ticket, live, (id) => live.undecided(id), shown), [ticket, shown]);
  const close = async (): Promise<boolean> => {
    const closed = closeTicket(ticket, { shown, outcome }, records, undecided);
    if (closed.ok) return commit(closed);
    setProblem(closed.error.message);
    return false;
  };
  return (
    <AskDialog
      title={t('Close the ticket')}
      text={t('“{{title}}” is done once it has {{listed}} to show, or a reason why it has not.', {
        title: ticket.title,
        listed: listed(accepted(ticket)),
      })}
      submitLabel={t('Close it')}
      onClose={onClose}
      onSubmit={close}
    >
      <DeliverablePicker
        ticket={ticket}
        shown={shown}
        onChange={(next) => {
          setShown(next);
          setProblem(undefined);
        }}
      />
      <Textarea
        label={state.kind === 'ready' ? t('What came of it') : t('Why it is done without')}
        description={state.kind === 'not yet' ? state.message : undefined}
        autosize
        minRows={2}
        value={outcome}
        onChange={(event) => setOutcome(event.currentTarget.value)}
      />
      <FormProblem message={problem} />
    </AskDialog>
  );
}
