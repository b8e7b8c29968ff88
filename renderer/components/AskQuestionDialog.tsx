import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { askQuestion, usualDue } from '#shared/handover/questions';
import type { Id } from '#shared/records/define-record';
import { joinedPerson } from '#shared/records/joined-person';
import type { Deal, Question } from '#shared/records/registry';
import { useCommit, useLive, useMe, useWorkspace } from '../data/live';
import { AskDialog } from './AskDialog';
import { DayInput } from './DayInput';
import { FormProblem } from './FormProblem';
import { notify } from './notify';
import { RefPicker } from './RefPicker';
import { useToday } from './use-today';
import { t } from '#shared/values/texts';

interface AskQuestionDialogProps {
  readonly deal: Deal;
  /** What it is about, in words; and as a record, where it is not the deal as a whole. */
  readonly title?: string;
  readonly about?: Question['about'];
  readonly onClose: () => void;
}

/** Asks a colleague by a day: the account executive, unless somebody else is named. */
export function AskQuestionDialog({ deal, title, about, onClose }: AskQuestionDialogProps) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const me = useMe();
  const today = useToday();
  const seller = useLive((records) => joinedPerson(records, deal.ae)?.id, [deal.ae]);
  const [text, setText] = useState('');
  const [to, setTo] = useState<string | undefined>(seller === me ? undefined : seller);
  const [due, setDue] = useState<string | null>(usualDue(today, deal));
  const [problem, setProblem] = useState<string>();
  const ask = async (): Promise<boolean> => {
    const asked = { deal: deal.id, text, to: to as Id<'person'> | undefined, by: me, on: today, due: due ?? undefined, about };
    const decided = askQuestion(workspace.newId('question'), asked);
    setProblem(decided.ok ? undefined : decided.error.message);
    const done = decided.ok && (await commit(decided));
    if (done) notify.done(t('The question is asked'));
    return done;
  };
  return (
    <AskDialog
      title={t('Ask a colleague')}
      text={title ? t('About “{{title}}”', { title }) : t('About the deal')}
      submitLabel={t('Ask')}
      onClose={onClose}
      onSubmit={ask}
    >
      <Textarea
        label={t('Question')}
        data-autofocus
        autosize
        minRows={2}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <RefPicker to="person" label={t('To')} value={to} onChange={(id) => setTo(id ?? undefined)} />
      <DayInput label={t('Due')} clearable value={due} onChange={setDue} />
      <FormProblem message={problem} />
    </AskDialog>
  );
}
