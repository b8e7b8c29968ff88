import { IconArrowUpRight } from '@tabler/icons-react';
import { Link } from 'react-router';
import { whoOf } from '#shared/evidence/reason';
import { RULES } from '#shared/evidence/rules';
import type { Scope } from '#shared/evidence/scope';
import { sentencesIn } from '#shared/evidence/sentences';
import type { KnownTerm } from '#shared/evidence/terms';
import type { Hit } from '#shared/evidence/verdict';
import { definitionOf, typeOf } from '#shared/records/registry';
import { DateText } from '../../components/DateText';
import { sentence } from '../../components/FieldValue';
import { RecordLink } from '../../components/RecordLink';
import { useWording } from '../../components/use-wording';
import { useLive } from '../../data/live';
import classes from './EvidenceHit.module.css';
import { hitPath } from './hit-path';
import { piecesOfPassage } from './marked-passage';
import { t } from '#shared/values/texts';

interface EvidenceHitProps {
  readonly hit: Hit;
  readonly terms: readonly KnownTerm[];
  readonly scope: Scope;
}

const EFFECTS = { supports: t('For it'), opposes: t('Against it'), mentions: t('Spoken of') } as const;

/** Words that speak of a claim, in their context: who said them, when, where, and what they prove. */
export function EvidenceHit({ hit, terms, scope }: EvidenceHitProps) {
  const { passage, witness } = hit;
  const wording = useWording();
  const path = useLive((records) => hitPath(hit, records), [hit]);
  const type = typeOf(passage.record);
  const noun = type === 'moment' || type === undefined ? '' : definitionOf(type).label;
  const [by, to] = [whoOf(witness.by, wording), whoOf(witness.to, wording)];
  return (
    <li className={classes.hit}>
      <span className={classes.effect} data-effect={hit.effect}>
        {EFFECTS[hit.effect]}
      </span>
      <div className={classes.content}>
        <p className={classes.head}>
          {noun ? <strong>{noun}</strong> : <strong>{sentence(witness.channel)}</strong>}
          {by ? (
            <span>
              {by}
              {to ? t(' to {{to}}', { to }) : ''}
            </span>
          ) : null}
          <DateText value={witness.on} />
          {noun && noun.toLowerCase() !== witness.channel ? <span>{witness.channel}</span> : null}
          {scope.kind === 'deal' ? null : <RecordLink type="deal" id={witness.deal} />}
        </p>
        <blockquote className={classes.quote}>
          {passage.before ? <span className={classes.around}>{shortBefore(passage.before.text)} </span> : null}
          <Words hit={hit} terms={terms} />
          {passage.after ? <span className={classes.around}> {shortAfter(passage.after.text)}</span> : null}
        </blockquote>
        <p className={classes.foot}>
          {hit.effect === 'mentions' ? null : <span>{RULES[hit.rule]}</span>}
          {path ? (
            <Link to={path} className={classes.open}>
              {witness.moment ? t('Open the moment') : t('Open the record')}
              <IconArrowUpRight size={13} aria-hidden />
            </Link>
          ) : null}
        </p>
      </div>
    </li>
  );
}

const HOWS = { exact: t('the word itself'), stem: t('another form of'), typo: t('a slip of'), synonym: t('the same as') } as const;

function Words({ hit, terms }: Pick<EvidenceHitProps, 'hit' | 'terms'>) {
  return piecesOfPassage(hit.passage).map(({ text, match, at }) =>
    match ? (
      <mark key={at} data-how={match.how} title={`${HOWS[match.how]} “${terms[match.term]?.said ?? ''}”`}>
        {text}
      </mark>
    ) : (
      <span key={at}>{text}</span>
    ),
  );
}

const AROUND = 140;

const shortBefore = (text: string): string => (text.length <= AROUND ? text : `… ${sentencesIn(text).at(-1)?.text.slice(-AROUND) ?? ''}`);
const shortAfter = (text: string): string => (text.length <= AROUND ? text : `${text.slice(0, AROUND)} …`);
