import { Checkbox } from '@mantine/core';
import type { Id } from '#shared/records/define-record';
import { deliverableWords } from '#shared/ticket/deliverable';
import type { PlannedTicket } from '#shared/ticket/plan';
import { DateText } from '../../../components/DateText';
import { sentence } from '../../../components/FieldValue';
import { RefPicker } from '../../../components/RefPicker';
import classes from './PlannedLines.module.css';
import { t } from '#shared/values/texts';

interface PlannedLinesProps {
  readonly planned: readonly PlannedTicket[];
  readonly owners: Readonly<Record<string, Id<'person'> | undefined>>;
  readonly without: ReadonlySet<string>;
  readonly onOwner: (key: string, owner: Id<'person'> | undefined) => void;
  readonly onWithout: (without: ReadonlySet<string>) => void;
}

/** The lines of a template as they would be on this deal: taken or left, by whom, until when, with what to show. */
export function PlannedLines({ planned, owners, without, onOwner, onWithout }: PlannedLinesProps) {
  const toggle = (key: string): void =>
    onWithout(new Set(without.has(key) ? [...without].filter((one) => one !== key) : [...without, key]));
  return (
    <ul className={classes.lines} aria-label={t('Tickets to lay out')}>
      {planned.map(({ line, due, owner, exists }) => {
        const isTaken = !exists && !without.has(line.key);
        return (
          <li key={line.key} className={classes.line} data-left={!isTaken || undefined}>
            <Checkbox aria-label={line.title} checked={isTaken} disabled={exists} onChange={() => toggle(line.key)} />
            <div className={classes.what}>
              <span className={classes.title}>{line.title}</span>
              <span className={classes.facts}>
                {sentence(line.kind)}
                {line.expects ? t(' · delivers {{expects}}', { expects: deliverableWords(line.expects) }) : ''}
                {exists ? t(' · laid out already') : ''}
              </span>
            </div>
            <span className={classes.due}>
              <DateText value={due} />
            </span>
            <RefPicker
              to="person"
              aria-label={t('Owner of {{title}}', { title: line.title })}
              placeholder={line.role === 'consultant' ? t('Choose a consultant') : t('Nobody yet')}
              value={line.key in owners ? owners[line.key] : owner}
              onChange={(id) => onOwner(line.key, (id ?? undefined) as Id<'person'> | undefined)}
            />
          </li>
        );
      })}
    </ul>
  );
}
