import { NumberInput } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { stateRemaining } from '#shared/delivery/remaining-hours';
import type { WorkPackage } from '#shared/delivery/work-package';
import { ClashMark } from '../../../components/ClashMark';
import { ageText, dateText, numberText } from '../../../components/text-of';
import { useMayWrite } from '../../../components/use-may-write';
import { useToday } from '../../../components/use-today';
import { ValueHistory } from '../../../components/ValueHistory';
import { useCommit } from '../../../data/live';
import classes from './Work.module.css';
import { t } from '#shared/values/texts';

interface RemainingCellProps {
  readonly pack: WorkPackage;
  /** A fresh figure is wanted. */
  readonly asked: boolean;
}

/** What is left of a line and who says so since when. A press, a number, Enter: it is said anew, also where it stays. */
export function RemainingCell({ pack, asked }: RemainingCellProps) {
  const { line, remaining, isDone } = pack;
  const [draft, setDraft] = useState<number | string>();
  const mayWrite = useMayWrite('scopeLine') && !isDone;
  if (draft !== undefined) return <Figure pack={pack} draft={draft} onDraft={setDraft} />;
  const shown = remaining === undefined ? '–' : `${numberText(remaining)} h`;
  return (
    <span className={classes.left}>
      {mayWrite ? (
        <button
          type="button"
          className={classes.say}
          data-asked={asked || undefined}
          aria-label={t('Hours left on {{title}}: {{shown}}. Say anew', { title: line.title, shown })}
          onClick={() => setDraft(remaining ?? '')}
        >
          {shown}
        </button>
      ) : (
        <span>{shown}</span>
      )}
      <Since pack={pack} />
      <ClashMark record={line.id} field="remainingHours" label={t('Remaining hours')} />
      <ValueHistory record={line.id} field="remainingHours" />
    </span>
  );
}

/** Who says so: a person on a day, or the plan. */
function Since({ pack: { basis, line } }: { readonly pack: WorkPackage }) {
  if (basis === 'planned less worked') return <small className={classes.since}>{t('by plan')}</small>;
  if (basis !== 'stated') return null;
  const day = line.remainingAsOf;
  if (!day) return <small className={classes.since}>{t('no day')}</small>;
  return (
    <small className={classes.since} title={t('Said on {{day}}', { day: dateText(day) })}>
      {ageText(day, Date.now())}
    </small>
  );
}

interface FigureProps {
  readonly pack: WorkPackage;
  readonly draft: number | string;
  readonly onDraft: (draft: number | string | undefined) => void;
}

function Figure({ pack: { line }, draft, onDraft }: FigureProps) {
  const commit = useCommit();
  const today = useToday();
  const say = async (): Promise<void> => {
    if (typeof draft !== 'number') onDraft(undefined);
    else if (await commit(stateRemaining(line, draft, today))) onDraft(undefined);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') void say();
    else if (event.key === 'Escape') onDraft(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <NumberInput
      aria-label={t('Hours left on {{title}}', { title: line.title })}
      size="xs"
      className={classes.figure}
      autoFocus
      min={0}
      suffix=" h"
      hideControls
      value={draft}
      onChange={onDraft}
      onKeyDown={onKeyDown}
      onBlur={() => onDraft(undefined)}
    />
  );
}
