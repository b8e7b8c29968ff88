import type { Values } from '#shared/records/parse';
import type { Ticket } from '#shared/records/registry';
import { createRecord } from '#shared/records/write';
import { RecordDialog } from '../../../components/RecordDialog';
import { useToday } from '../../../components/use-today';
import { useCommit, useWorkspace } from '../../../data/live';
import { t } from '#shared/values/texts';

interface NoteDecisionDialogProps {
  readonly ticket: Ticket;
  readonly onClose: () => void;
}

/** Writes down what was settled in the work, by whom and why. It stands in the deal's register of decisions too. */
export function NoteDecisionDialog({ ticket, onClose }: NoteDecisionDialogProps) {
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
      title={t('Note a decision')}
      opened
      onClose={onClose}
      fields={['text', 'why', 'decidedBy', 'decidedAt']}
      initial={{ decidedAt: today }}
      submitLabel={t('Note it')}
      onSubmit={note}
    />
  );
}
