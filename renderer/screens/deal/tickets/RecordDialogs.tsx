import type { Values } from '#shared/records/parse';
import type { Ticket } from '#shared/records/registry';
import { createRecord } from '#shared/records/write';
import { addDays } from '#shared/values/calendar';
import { RecordDialog } from '../../../components/RecordDialog';
import { useToday } from '../../../components/use-today';
import { useCommit, useMe, useWorkspace } from '../../../data/live';

interface OnTicketProps {
  readonly ticket: Ticket;
  readonly onClose: () => void;
}

const DAYS_TO_ANSWER = 3;

/** Asks somebody of ours something about the work, with a day by which it is needed. */
export function AskQuestionDialog({ ticket, onClose }: OnTicketProps) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const askedBy = useMe();
  const today = useToday();
  const ask = (values: Values<'question'>): Promise<boolean> =>
    commit(createRecord('question', workspace.newId('question'), { ...values, askedBy, about: ticket.id, deal: ticket.deal }));
  return (
    <RecordDialog
      type="question"
      title="Ask a colleague"
      opened
      onClose={onClose}
      fields={['text', 'to', 'due']}
      initial={{ due: addDays(today, DAYS_TO_ANSWER) }}
      submitLabel="Ask"
      onSubmit={ask}
    />
  );
}

/** Writes down what was settled in the work, by whom and why. It stands in the deal's register of decisions too. */
export function NoteDecisionDialog({ ticket, onClose }: OnTicketProps) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const today = useToday();
  const note = (values: Values<'decision'>): Promise<boolean> => {
    const decision = { ...values, ticket: ticket.id, deal: ticket.deal };
    return commit(createRecord('decision', workspace.newId('decision'), decision, { act: 'decision.note' }));
  };
  return (
    <RecordDialog
      type="decision"
      title="Note a decision"
      opened
      onClose={onClose}
      fields={['text', 'why', 'decidedBy', 'decidedAt']}
      initial={{ decidedAt: today }}
      submitLabel="Note it"
      onSubmit={note}
    />
  );
}
