import { Button, Progress } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { sweepOf, type AuthorOf, type OnlyTheyKnow, type SweepLine } from '#shared/handover/leaving';
import type { Person } from '#shared/records/registry';
import { EmptyState } from '../../components/EmptyState';
import { countText } from '../../components/text-of';
import { useLive } from '../../data/live';
import { AskAllDialog } from './AskAllDialog';
import { LeavingDeal } from './LeavingDeal';
import classes from './LeavingScreen.module.css';
import { t } from '#shared/values/texts';

interface LeavingSweepProps {
  readonly person: Person;
  readonly authorOf: AuthorOf;
}

/** How far the sweep is, and its lines, deal by deal; what is left out by hand is not asked. */
export function LeavingSweep({ person, authorOf }: LeavingSweepProps) {
  const lines = useLive((records) => sweepOf(records, person.id, authorOf), [person.id, authorOf]);
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const toAsk = useMemo(() => itemsToAsk(lines).filter(({ key }) => !leftOut.has(key)), [lines, leftOut]);
  const deals = useMemo(() => [...new Set(lines.map(({ deal }) => deal))], [lines]);
  const toggle = (key: string): void => setLeftOut((was) => new Set(was.has(key) ? [...was].filter((one) => one !== key) : [...was, key]));
  if (lines.length === 0) {
    return (
      <EmptyState
        icon={IconCircleCheck}
        title={t('Nothing that only {{name}} knows', { name: person.name })}
        text={t(
          'No promise of theirs is undecided or without a source, no line of their deals lacks its why, and nobody waits for an answer of theirs.',
        )}
      />
    );
  }
  return (
    <div className={classes.sweep}>
      <Standing lines={lines}>
        {toAsk.length > 0 ? (
          <Button onClick={() => setAsking(true)}>
            {t('Ask {{length}}…', { length: countText(toAsk.length, 'question', 'questions') })}
          </Button>
        ) : null}
      </Standing>
      {deals.map((deal) => (
        <LeavingDeal key={deal} deal={deal} lines={lines.filter((line) => line.deal === deal)} leftOut={leftOut} onToggle={toggle} />
      ))}
      {asking ? <AskAllDialog person={person} items={toAsk} onClose={() => setAsking(false)} /> : null}
    </div>
  );
}

const itemsToAsk = (lines: readonly SweepLine[]): readonly OnlyTheyKnow[] =>
  lines.flatMap((line) => (line.state === 'to ask' ? [line.item] : []));

function Standing({ lines, children }: { readonly lines: readonly SweepLine[]; readonly children: ReactNode }) {
  const count = (state: SweepLine['state']): number => lines.filter((line) => line.state === state).length;
  const answered = count('answered');
  return (
    <div className={classes.standing}>
      <div className={classes.progress}>
        <p className={classes.told} role="status">
          {t('{{answered}} of {{length}} answered · {{number}} asked · {{number2}} not asked yet', {
            answered,
            length: countText(lines.length, 'thing', 'things'),
            number: count('asked'),
            number2: count('to ask'),
          })}
        </p>
        <Progress value={(100 * answered) / lines.length} size="sm" aria-label={t('Answered')} />
      </div>
      {children}
    </div>
  );
}
