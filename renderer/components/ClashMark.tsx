import { Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconArrowsSplit2 } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { RecordId } from '#shared/ledger/entry';
import { fieldName } from '#shared/records/registry';
import { useLive } from '../data/live';
import { homeOf } from '../data/review';
import classes from './ClashMark.module.css';
import { reviewPath } from './review-path';
import { t } from '#shared/values/texts';
import { Sentence } from './Sentence';

interface ClashMarkProps {
  readonly record: RecordId;
  /** One field, as declared; every field of the record when left out. */
  readonly field?: string;
  /** What it is called, where the value does not stand right before the mark. */
  readonly label?: string;
  /** `icon` where there is no room for a word. */
  readonly variant?: 'words' | 'icon';
}

/** Beside a value that people changed without seeing each other: says so, and leads to where it is settled. */
export function ClashMark({ record, field, label, variant = 'words' }: ClashMarkProps) {
  const isMeant = (stored: string): boolean => field === undefined || fieldName(stored) === field;
  const clashing = useLive((records) => records.clashing(record).filter(isMeant), [record, field]);
  const undecided = useLive((records) => records.undecided(record).filter(isMeant), [record, field]);
  const first = undecided[0] ?? clashing[0];
  if (first === undefined) return null;
  const isUndecided = undecided.length > 0;
  const [alone, behind] = isUndecided ? [t('Undecided'), 'undecided'] : [t('To settle'), t('to settle')];
  const words = label ? `${label} ${behind}` : alone;
  const Symbol = isUndecided ? IconAlertTriangle : IconArrowsSplit2;
  return (
    <Tooltip
      multiline
      w={250}
      label={t('People set this without seeing each other. The latest is shown{{value}} until somebody chooses.', {
        value: isUndecided ? t(', and nothing may be signed or sent on it,') : '',
      })}
    >
      <Link
        to={reviewPath(record, first)}
        className={classes.mark}
        data-undecided={isUndecided || undefined}
        draggable={false}
        tabIndex={variant === 'icon' ? -1 : 0}
      >
        <Symbol size={14} aria-hidden />
        {variant === 'words' ? words : <span className="sr-only">{words}</span>}
      </Link>
    </Tooltip>
  );
}

/** In the head of a deal, an account or a contact: how much of what belongs to it waits for a choice. */
export function ReviewBadge({ home }: { readonly home: RecordId }) {
  const found = useLive(
    (records) => {
      const clashes = records.clashes().filter(({ record }) => record === home || homeOf(record, records) === home);
      const [first] = clashes.toSorted((a, b) => Number(b.review === 'required') - Number(a.review === 'required'));
      return { count: clashes.length, isRequired: first?.review === 'required', record: first?.record, field: first?.field };
    },
    [home],
  );
  if (found.count === 0) return null;
  return (
    <Link to={reviewPath(found.record, found.field)} className={classes.badge} data-undecided={found.isRequired || undefined}>
      <Sentence
        text={t('<value/>{{number}} to settle')}
        parts={{ value: found.isRequired ? <IconAlertTriangle size={14} aria-hidden /> : <IconArrowsSplit2 size={14} aria-hidden /> }}
        values={{ number: found.count }}
      />
    </Link>
  );
}
