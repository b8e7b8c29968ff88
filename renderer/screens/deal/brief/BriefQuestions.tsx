import { Button } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import type { Deal } from '#shared/records/registry';
import { AskQuestionDialog } from '../../../components/AskQuestionDialog';
import { QuestionLine } from '../../../components/QuestionLine';
import { idOf } from '../../../components/record-path';
import { SectionCard } from '../../../components/SectionCard';
import { countText } from '../../../components/text-of';
import { useAddressState } from '../../../components/use-address-state';
import { useLive } from '../../../data/live';
import { questionsOfDeal } from '../../../data/reads/handover';
import classes from './BriefTab.module.css';

/** The agenda: the open questions of the deal, answered where they stand; what is answered can be looked up. */
export function BriefQuestions({ deal }: { readonly deal: Deal }) {
  const [address] = useAddressState();
  const marked = idOf('question', address.get('question') ?? undefined);
  const open = useLive((records) => questionsOfDeal(records, deal).open, [deal]);
  const answered = useLive((records) => questionsOfDeal(records, deal).answered, [deal]);
  const [asking, setAsking] = useState(false);
  const [shown, setShown] = useState(false);
  const isShown = shown || answered.some(({ id }) => id === marked);
  const line = (question: (typeof open)[number]) => <QuestionLine key={question.id} question={question} marked={question.id === marked} />;
  return (
    <SectionCard
      flush
      title={open.length ? `Agenda: ${countText(open.length, 'open question', 'open questions')}` : 'Agenda'}
      actions={
        <Button size="compact-sm" variant="default" leftSection={<IconMessageQuestion size={14} />} onClick={() => setAsking(true)}>
          Ask…
        </Button>
      }
    >
      {open.length ? (
        <ul className={classes.questions}>{open.map(line)}</ul>
      ) : (
        <p className={classes.none}>Nobody waits for an answer, so there is nothing to meet for.</p>
      )}
      {answered.length ? (
        <Button size="compact-sm" variant="subtle" m="xs" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {isShown ? 'Hide what is answered' : countText(answered.length, 'answered question', 'answered questions')}
        </Button>
      ) : null}
      {isShown ? <ul className={classes.questions}>{answered.map(line)}</ul> : null}
      {asking ? <AskQuestionDialog deal={deal} onClose={() => setAsking(false)} /> : null}
    </SectionCard>
  );
}
