import { Checkbox } from '@mantine/core';
import type { Id } from '#shared/records/define-record';
import { deliverableWords } from '#shared/ticket/deliverable';
import type { PlannedTicket } from '#shared/ticket/plan';
import { DateText } from '../../../components/DateText';
import { sentence } from '../../../components/FieldValue';
import { RefPicker } from '../../../components/RefPicker';
import classes from './PlannedLines.module.css';

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
    <ul className={classes.lines} aria-label="Tickets to lay out">
      {planned.map(({ line, due, owner, exists }) => {
        const isTaken = !exists && !without.has(line.key);
        return (
          <li key={line.key} className={classes.line} data-left={!isTaken || undefined}>
            <Checkbox aria-label={line.title} checked={isTaken} disabled={exists} onChange={() => toggle(line.key)} />
            <div className={classes.what}>
              <span className={classes.title}>{line.title}</span>
              <span className={classes.facts}>
                {sentence(line.kind)}
                {line.expects ? ` · delivers ${deliverableWords(line.expects)}` : ''}
                {exists ? ' · laid out already' : ''}
              </span>
            </div>
            <span className={classes.due}>
              <DateText value={due} />
            </span>
            <RefPicker
              to="person"
              aria-label={`Owner of ${line.title}`}
              placeholder={line.role === 'consultant' ? 'Choose a consultant' : 'Nobody yet'}
              value={line.key in owners ? owners[line.key] : owner}
              onChange={(id) => onOwner(line.key, (id ?? undefined) as Id<'person'> | undefined)}
            />
          </li>
        );
      })}
    </ul>
  );
}
