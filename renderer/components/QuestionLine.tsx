import { Anchor, Button } from '@mantine/core';
import { Link } from 'react-router';
import { isOpenQuestion, isOverdueQuestion, recordAbout } from '#shared/handover/questions';
import type { Question } from '#shared/records/registry';
import { recordTitle } from '#shared/records/title';
import { useLive, useRecord } from '../data/live';
import { DateText } from './DateText';
import { PersonName } from './PersonName';
import { QuestionMenu, useAnswering } from './QuestionActs';
import classes from './QuestionLine.module.css';
import { recordPath } from './record-path';
import { useToday } from './use-today';
import { t } from '#shared/values/texts';

interface QuestionLineProps {
  readonly question: Question;
  /** Says what it is about, with its deal among questions of several; left out where that goes without saying. */
  readonly about?: 'told' | 'with deal' | 'known';
  /** The address leads to it. */
  readonly marked?: boolean;
}

/** One question: the words, from whom an answer is wanted by when, and the answer or the way to give it. */
export function QuestionLine({ question, about = 'told', marked = false }: QuestionLineProps) {
  const { begin, dialog } = useAnswering(question);
  const isOpen = isOpenQuestion(question);
  const reveal = (line: HTMLElement | null): void => {
    if (marked) line?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <li ref={reveal} className={classes.line} data-marked={marked || undefined}>
      <div className={classes.words}>
        <p className={classes.text}>{question.text}</p>
        <p className={classes.facts}>
          <Facts question={question} />
          {about === 'known' ? null : <About question={question} />}
          {about === 'with deal' ? <InDeal question={question} /> : null}
        </p>
        {isOpen ? null : <Answer question={question} />}
      </div>
      <span className={classes.acts}>
        {isOpen ? (
          <Button size="compact-sm" variant="default" onClick={begin} aria-label={t('Answer “{{text}}”', { text: question.text })}>
            {t('Answer')}
          </Button>
        ) : null}
        <QuestionMenu question={question} />
      </span>
      {dialog}
    </li>
  );
}

function Facts({ question }: { readonly question: Question }) {
  const isOverdue = isOverdueQuestion(question, useToday());
  return (
    <span>
      <PersonName id={question.askedBy} />
      {question.askedBy ? t(' asks ') : t('To ')}
      <PersonName id={question.to} />
      {question.due && isOpenQuestion(question) ? (
        <span className={classes.due} data-overdue={isOverdue || undefined}>
          {isOverdue ? t(' · was due ') : t(' · due ')}
          <DateText value={question.due} />
        </span>
      ) : null}
    </span>
  );
}

/** Nothing for a question about the deal as a whole. */
function About({ question }: { readonly question: Question }) {
  const about = useLive((records) => recordAbout(records, question), [question]);
  const path = about && recordPath(about.id, question.deal);
  if (!about || !path || about.id === question.deal) return null;
  return (
    <span>
      {t('about ')}
      <Anchor component={Link} to={path} inherit underline="always">
        {recordTitle(about)}
      </Anchor>
    </span>
  );
}

function InDeal({ question }: { readonly question: Question }) {
  const deal = useRecord('deal', question.deal);
  return deal ? (
    <span>
      {t('in ')}
      <Anchor component={Link} to={recordPath(question.id, deal.id) ?? ''} inherit>
        {deal.name}
      </Anchor>
    </span>
  ) : null;
}

/** The words of the answer, and the note in the story that keeps them. */
function Answer({ question }: { readonly question: Question }) {
  const note = useLive((records) => records.of('moment', 'answers', question.id).at(-1), [question.id]);
  const path = note && recordPath(note.id, note.deal);
  return (
    <figure className={classes.answer}>
      <blockquote>{question.answer}</blockquote>
      <figcaption>
        <PersonName id={question.answeredBy ?? question.to} /> <DateText value={question.answeredAt} />
        {path ? (
          <>
            {' · '}
            <Anchor component={Link} to={path} inherit underline="always">
              {t('Open in the story')}
            </Anchor>
          </>
        ) : null}
      </figcaption>
    </figure>
  );
}
