import { Button } from '@mantine/core';
import { IconBarrierBlock, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { isSignedDeal } from '#shared/deal/phase';
import type { Deal } from '#shared/records/registry';
import { constraintBreaches, type ConstraintBreach } from '#shared/scope/constraint-check';
import { useMayWrite } from '../../../components/use-may-write';
import { useLive } from '../../../data/live';
import { breachesMet } from '../../../data/reads/scope';
import { SourceLink } from '../promises/SourceLink';
import classes from './ConstraintBanner.module.css';
import { WorkaroundActs } from './WorkaroundActs';
import { t } from '#shared/values/texts';
import { Sentence } from '../../../components/Sentence';

interface ConstraintBannerProps {
  readonly deal: Deal;
  readonly onOpen: (line: string) => void;
}

const SHOWN = 2;

/** Lines that meet what the client rules out, with both texts and what to do; one quiet sentence where all of it is met. */
export function ConstraintBanner({ deal, onOpen }: ConstraintBannerProps) {
  const breaches = useLive((records) => constraintBreaches(records, deal.id), [deal.id]);
  const met = useLive((records) => breachesMet(records, deal.id), [deal.id]);
  const [isWhole, setWhole] = useState(false);
  if (breaches.length === 0) {
    if (met === 0) return null;
    return (
      <p className={classes.met} role="status">
        <Sentence
          text={t('<iconCircleCheck/> Every constraint that must be kept has its way round it.')}
          parts={{ iconCircleCheck: <IconCircleCheck size={15} aria-hidden /> }}
        />
      </p>
    );
  }
  const shown = isWhole ? breaches : breaches.slice(0, SHOWN);
  return (
    <section className={classes.banner} aria-label={t('Constraint check')}>
      <h2 className={classes.head}>
        <IconBarrierBlock size={18} aria-hidden />
        {headOf(breaches.length, isSignedDeal(deal))}
      </h2>
      <ul className={classes.breaches}>
        {shown.map((breach) => (
          <Breach key={`${breach.line.id} ${breach.constraint.id}`} breach={breach} onOpen={onOpen} />
        ))}
      </ul>
      {breaches.length > SHOWN ? (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('Show fewer') : t('Show all {{breaches}}', { breaches: breaches.length })}
        </Button>
      ) : null}
    </section>
  );
}

function headOf(count: number, isSigned: boolean): string {
  const said = count === 1 ? t('one line meets what must be kept') : t('lines meet what must be kept {{number}} times', { number: count });
  return isSigned ? said.charAt(0).toUpperCase() + said.slice(1) : t('Not ready: {{said}}', { said });
}

function Breach({ breach, onOpen }: { readonly breach: ConstraintBreach; readonly onOpen: (line: string) => void }) {
  const { line, constraint, fallen } = breach;
  const mayWrite = useMayWrite('commitment');
  return (
    <li className={classes.breach}>
      <div className={classes.texts}>
        <span className={classes.label}>{t('Line')}</span>
        <button type="button" className={classes.line} onClick={() => onOpen(line.id)}>
          {line.title}
        </button>
        <span className={classes.label}>{t('Must be kept')}</span>
        <div>
          <span>{constraint.text}</span>
          {constraint.quote && constraint.quote !== constraint.text ? (
            <blockquote className={classes.quote}>{constraint.quote}</blockquote>
          ) : null}
          <div className={classes.source}>
            <SourceLink record={constraint} />
          </div>
        </div>
        <span className={classes.label}>{t('Way round it')}</span>
        <span>{fallen[0] ? t('“{{text}}” holds no longer.', { text: fallen[0].text }) : t('No promise is linked.')}</span>
      </div>
      {mayWrite ? <WorkaroundActs line={line} constraint={constraint} /> : null}
    </li>
  );
}
