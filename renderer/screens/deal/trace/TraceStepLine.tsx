import { Anchor } from '@mantine/core';
import { IconArrowBackUp, IconLinkOff, IconRoute } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { TraceKey } from '#shared/evidence/trace-links';
import { wordsOfMoment, type TraceStep } from '#shared/evidence/trace-step';
import type { Deal } from '#shared/records/registry';
import { sentence } from '../../../components/FieldValue';
import { recordPath, tracePath } from '../../../components/record-path';
import { RecordLink } from '../../../components/RecordLink';
import { dateText, instantText, moneyText, numberText } from '../../../components/text-of';
import { useLive, useRecord } from '../../../data/live';
import classes from './TraceView.module.css';
import { t } from '#shared/values/texts';
import { Sentence } from '../../../components/Sentence';

interface TraceStepLineProps {
  readonly step: TraceStep;
  readonly deal: Deal;
  /** It is directly linked with what the pointer or the focus is on. */
  readonly linked: boolean;
  readonly onPoint: (key: TraceKey | undefined) => void;
}

/** One record of a trace: what it is, its words, who and when, and the way to it. */
export function TraceStepLine({ step, deal, linked, onPoint }: TraceStepLineProps) {
  const { node, kind, title, quote } = step;
  const path = node.state === 'missing' ? undefined : pathOf(step, deal);
  const name = path ? (
    <Anchor component={Link} to={path} inherit c="inherit" className={classes.title}>
      {title}
    </Anchor>
  ) : (
    <span className={classes.title}>{title}</span>
  );
  return (
    // Pointing at it, or at a link in it, marks its neighbours: the line itself does nothing.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className={classes.step}
      data-side={node.side}
      data-linked={linked || undefined}
      data-state={node.state}
      onPointerEnter={() => onPoint(node.key)}
      onPointerLeave={() => onPoint(undefined)}
      onFocus={() => onPoint(node.key)}
      onBlur={() => onPoint(undefined)}
    >
      <div className={classes.stepHead}>
        <span className={classes.kind}>
          {node.state === 'missing' ? <IconLinkOff size={13} stroke={1.75} aria-hidden /> : null} {kind}
          {node.state === 'archived' ? t(', archived') : ''}
        </span>
        {node.side === 'start' ? <span className={classes.here}>{t('Traced from here')}</span> : null}
        <span className={classes.fill} />
        {node.side !== 'start' && node.state !== 'missing' ? (
          <Anchor
            component={Link}
            to={tracePath(deal.id, node.id)}
            className={classes.retrace}
            aria-label={t('Trace {{title}}', { title })}
            title={t('Trace from here')}
          >
            <IconRoute size={15} stroke={1.75} aria-hidden />
          </Anchor>
        ) : null}
      </div>
      {name}
      {quote ? <QuotedWordsOf quote={quote} /> : node.stage === 'words' ? <MomentWords step={step} /> : null}
      <StepFacts step={step} />
      {node.open ? (
        <p className={classes.open}>
          <Sentence
            text={t('<iconArrowBackUp/> Nothing says where this comes from: no source is named.')}
            parts={{ iconArrowBackUp: <IconArrowBackUp size={14} stroke={1.75} aria-hidden /> }}
          />
        </p>
      ) : null}
    </li>
  );
}

/** The screen of the record; undefined where it has none but the deal that one is in already. */
function pathOf({ node, within }: TraceStep, deal: Deal): string | undefined {
  const [own, home] = [recordPath(node.id, deal.id), recordPath(deal.id)];
  if (own !== home) return own;
  const around = within && recordPath(within, deal.id);
  return around === home ? undefined : around;
}

function QuotedWordsOf({ quote }: { readonly quote: NonNullable<TraceStep['quote']> }) {
  return (
    <figure className={classes.figure}>
      <blockquote className={classes.quote}>{quote.text}</blockquote>
      {quote.moment ? (
        <figcaption className={classes.facts}>
          <RecordLink type="moment" id={quote.moment} />
        </figcaption>
      ) : null}
    </figure>
  );
}

function MomentWords({ step }: { readonly step: TraceStep }) {
  const words = useLive(
    (records) => {
      const moment = records.get('moment', step.node.id);
      return moment ? wordsOfMoment(moment) : '';
    },
    [step.node.id],
  );
  return words ? <p className={classes.words}>{words}</p> : null;
}

function StepFacts({ step }: { readonly step: TraceStep }) {
  const { status, on, who, from, money, hours } = step;
  const facts = [
    status === undefined ? undefined : sentence(status),
    on === undefined ? undefined : on.includes('T') ? instantText(on) : dateText(on),
    hours === undefined ? undefined : `${numberText(hours)} h`,
    money === undefined ? undefined : moneyText(money),
    who.length === 0 ? from : undefined,
  ].filter((fact) => fact !== undefined);
  return (
    <p className={classes.facts}>
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
      {who.map((id) => (
        <NameOf key={id} id={id} />
      ))}
    </p>
  );
}

function NameOf({ id }: { readonly id: TraceStep['who'][number] }) {
  const person = useRecord(id.startsWith('contact:') ? 'contact' : 'person', id);
  return <span>{person && 'name' in person ? person.name : t('Unknown person')}</span>;
}
