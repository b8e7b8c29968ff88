import { Button } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import type { Question } from '#shared/records/registry';
import { useLive, useRecord } from '../data/live';
import { questionsAbout } from '../data/reads/questions';
import { AskQuestionDialog } from './AskQuestionDialog';
import { QuestionLine } from './QuestionLine';
import classes from './QuestionsAbout.module.css';
import { t } from '#shared/values/texts';

interface QuestionsAboutProps {
  readonly deal: string;
  readonly record: NonNullable<Question['about']>;
  /** What the record says, for the question's heading. */
  readonly title: string;
}

/** What was asked about a record and answered, and the way to ask. The answers are evidence on it. */
export function QuestionsAbout({ deal: dealId, record, title }: QuestionsAboutProps) {
  const questions = useLive((records) => questionsAbout(records, record), [record]);
  const deal = useRecord('deal', dealId);
  const [asking, setAsking] = useState(false);
  if (!deal) return null;
  return (
    <section aria-label={t('Questions')} className={classes.questions}>
      {questions.length ? (
        <ul className={classes.list}>
          {questions.map((question) => (
            <QuestionLine key={question.id} question={question} about="known" />
          ))}
        </ul>
      ) : null}
      <Button size="compact-sm" variant="default" leftSection={<IconMessageQuestion size={14} />} onClick={() => setAsking(true)}>
        {t('Ask about this…')}
      </Button>
      {asking ? <AskQuestionDialog deal={deal} about={record} title={title} onClose={() => setAsking(false)} /> : null}
    </section>
  );
}
