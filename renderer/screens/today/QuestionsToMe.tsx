import type { Question } from '#shared/records/registry';
import { DateText } from '../../components/DateText';
import { PersonName } from '../../components/PersonName';
import { RecordLink } from '../../components/RecordLink';
import { SectionCard } from '../../components/SectionCard';
import { useToday } from '../../components/use-today';
import { typeOf } from '#shared/records/registry';
import { useLive, useMe } from '../../data/live';
import { questionsTo } from '../../data/reads/tickets';
import classes from './TodayScreen.module.css';

/** What colleagues want to know from me, on every deal. */
export function QuestionsToMe() {
  const me = useMe();
  const questions = useLive((records) => questionsTo(records, me), [me]);
  return (
    <SectionCard flush title="Questions to you">
      {questions.length === 0 ? (
        <p className={classes.none}>Nobody waits for an answer of yours.</p>
      ) : (
        questions.map((question) => <AskedOfMe key={question.id} question={question} />)
      )}
    </SectionCard>
  );
}

function AskedOfMe({ question }: { readonly question: Question }) {
  const today = useToday();
  const { text, askedBy, due, about, deal } = question;
  const subject = about ?? deal;
  return (
    <article className={classes.question}>
      <p className={classes.words}>{text}</p>
      <span className={classes.facts}>
        {askedBy ? (
          <>
            <PersonName id={askedBy} /> ·{' '}
          </>
        ) : null}
        <RecordLink type={typeOf(subject) ?? 'deal'} id={subject} />
        {due ? (
          <span className={classes.due} data-late={due < today || undefined}>
            {' '}
            · by <DateText value={due} />
          </span>
        ) : null}
      </span>
    </article>
  );
}
