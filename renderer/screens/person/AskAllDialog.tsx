import { useState } from 'react';
import { askBeforeLeaving, type OnlyTheyKnow } from '#shared/handover/leaving';
import type { Person } from '#shared/records/registry';
import { addDays } from '#shared/values/calendar';
import { AskDialog } from '../../components/AskDialog';
import { DayInput } from '../../components/DayInput';
import { FormProblem } from '../../components/FormProblem';
import { notify } from '../../components/notify';
import { countText } from '../../components/text-of';
import { useToday } from '../../components/use-today';
import { useMe, useWorkspace } from '../../data/live';
import { t } from '#shared/values/texts';

/** A week: what is asked on the last day is not answered. */
const USUAL_DAYS = 7;

interface AskAllDialogProps {
  readonly person: Person;
  readonly items: readonly OnlyTheyKnow[];
  readonly onClose: () => void;
}

/** Asks for everything at once, by one day; one undo takes all of it back. */
export function AskAllDialog({ person, items, onClose }: AskAllDialogProps) {
  const workspace = useWorkspace();
  const me = useMe();
  const today = useToday();
  const [due, setDue] = useState<string | null>(addDays(today, USUAL_DAYS));
  const [problem, setProblem] = useState<string>();
  const ask = async (): Promise<boolean> => {
    if (!due) return refused(t('Choose the day by which the answers are needed.'));
    const asked = askBeforeLeaving(items, { to: person.id, by: me, on: today, due, newId: () => workspace.newId('question') });
    const done = asked.ok ? await workspace.commitAll(asked.value) : asked;
    if (!done.ok) return refused(done.error.message);
    notify.done(t('{{name}} is asked {{length}}', { name: person.name, length: countText(items.length, 'question', 'questions') }));
    return true;
  };
  const refused = (message: string): false => {
    setProblem(message);
    return false;
  };
  return (
    <AskDialog
      title={t('Ask {{name}}', { name: person.name })}
      text={t('{{length}}. They stand in the briefs of their deals until they are answered.', {
        length: countText(items.length, 'question', 'questions'),
      })}
      submitLabel={t('Ask')}
      onClose={onClose}
      onSubmit={ask}
    >
      <DayInput label={t('Answers needed by')} data-autofocus value={due} onChange={setDue} />
      <FormProblem message={problem} />
    </AskDialog>
  );
}
