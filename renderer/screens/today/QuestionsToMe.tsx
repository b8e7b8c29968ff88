import { questionsTo } from '#shared/handover/questions';
import { QuestionLine } from '../../components/QuestionLine';
import { SectionCard } from '../../components/SectionCard';
import { useLive, useMe } from '../../data/live';
import classes from './TodayScreen.module.css';
import { t } from '#shared/values/texts';

/** What colleagues want to know from me, on every deal; answered where it stands. */
export function QuestionsToMe() {
  const me = useMe();
  const questions = useLive((records) => questionsTo(records, me), [me]);
  return (
    <SectionCard flush title={t('Questions to you')}>
      {questions.length === 0 ? (
        <p className={classes.none}>{t('Nobody waits for an answer of yours.')}</p>
      ) : (
        <ul className={classes.questions}>
          {questions.map((question) => (
            <QuestionLine key={question.id} question={question} about="with deal" />
          ))}
        </ul>
      )}
    </SectionCard>
  );
}
