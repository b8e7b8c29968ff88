import { ActionIcon, Tooltip } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { BriefItem, BriefPoint } from '#shared/handover/brief-item';
import type { Deal, Question } from '#shared/records/registry';
import { isOfType, typeOf } from '#shared/records/registry';
import { QUESTIONABLE } from '#shared/records/recurring-fields';
import { AskQuestionDialog } from '../../../components/AskQuestionDialog';
import { MomentLink } from '../../../components/MomentLink';
import { QuestionLine } from '../../../components/QuestionLine';
import { recordPath } from '../../../components/record-path';
import { useLive, useRecord } from '../../../data/live';
import { questionsAbout } from '../../../data/reads/questions';
import classes from './BriefTab.module.css';
import { t } from '#shared/values/texts';

interface BriefItemLineProps {
  readonly deal: Deal;
  readonly item: BriefItem;
}

/** One thing that is told, the way to its source, and the way to ask about it. A question is shown as one. */
export function BriefItemLine({ deal, item }: BriefItemLineProps) {
  const question = useRecord('question', item.record);
  if (question) return <QuestionLine question={question} />;
  return (
    <li className={classes.item} data-open={item.open}>
      <div className={classes.words}>
        <Told deal={deal} item={item} />
        {item.quote ? <blockquote className={classes.quote}>{item.quote}</blockquote> : null}
        <Facts item={item} />
        {item.points.length ? (
          <ul className={classes.points}>
            {item.points.map((point, at) => (
              <Point key={`${point.record} ${at}`} deal={deal} point={point} />
            ))}
          </ul>
        ) : null}
        <Asked deal={deal} item={item} />
      </div>
      <AskAbout deal={deal} item={item} />
    </li>
  );
}

function Told({ deal, item: { record, lead, text } }: BriefItemLineProps) {
  const words = (
    <>
      {lead ? <strong>{lead}</strong> : null}
      {lead && text ? ': ' : ''}
      {text}
    </>
  );
  const path = record === deal.id ? undefined : recordPath(record, deal.id);
  return <p className={classes.told}>{path ? <Link to={path}>{words}</Link> : words}</p>;
}

function Facts({ item: { said, state, moment, open } }: { readonly item: BriefItem }) {
  if (!said && !state && !moment) return null;
  return (
    <p className={classes.facts}>
      {state ? (
        <span className={classes.state} data-open={open}>
          {state}
        </span>
      ) : null}
      {said ? <span>{said}</span> : null}
      <MomentLink id={moment} />
    </p>
  );
}

function Point({ deal, point }: { readonly deal: Deal; readonly point: BriefPoint }) {
  const path = recordPath(point.record, deal.id);
  return (
    <li data-open={point.open}>
      {path ? <Link to={path}>{point.text}</Link> : point.text}
      {point.moment ? (
        <span className={classes.facts}>
          <MomentLink id={point.moment} />
        </span>
      ) : null}
    </li>
  );
}

/** What was asked about it, with the answers. What is asked about the deal as a whole stands beside the brief. */
function Asked({ deal, item }: BriefItemLineProps) {
  const questions = useLive((records) => (item.record === deal.id ? [] : questionsAbout(records, item.record)), [deal.id, item.record]);
  if (questions.length === 0) return null;
  return (
    <ul className={classes.asked} aria-label={t('Questions about this')}>
      {questions.map((question) => (
        <QuestionLine key={question.id} question={question} about="known" />
      ))}
    </ul>
  );
}

function AskAbout({ deal, item }: BriefItemLineProps) {
  const [asking, setAsking] = useState(false);
  const title = item.lead ?? item.text;
  return (
    <>
      <Tooltip label={t('Ask about this')}>
        <ActionIcon
          size={26}
          variant="subtle"
          color="gray"
          className={classes.ask}
          aria-label={t('Ask about “{{title}}”', { title })}
          onClick={() => setAsking(true)}
        >
          <IconMessageQuestion size={16} />
        </ActionIcon>
      </Tooltip>
      {asking ? <AskQuestionDialog deal={deal} title={title} about={aboutOf(item.record)} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

/** A buyer or a milestone cannot be asked about by itself: then it is the deal. */
function aboutOf(record: string): Question['about'] {
  const type = typeOf(record);
  return QUESTIONABLE.find((known) => known === type && isOfType(known, record)) ? (record as Question['about']) : undefined;
}
