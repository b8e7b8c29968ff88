import { Anchor, Button, Text } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import type { Moment } from '#shared/records/registry';
import { useRecord } from '../data/live';
import { AgeText } from './AgeText';
import { FieldEditor } from './FieldEditor';
import classes from './MomentList.module.css';
import { MOMENT_ICONS } from './moment-icons';
import { RecordLink } from './RecordLink';
import { recordPath } from './record-path';
import { InstantText } from './InstantText';
import { t } from '#shared/values/texts';
import { Sentence } from './Sentence';

interface MomentListProps {
  /** Newest first. */
  readonly moments: readonly Moment[];
  /** How many are shown before "Show more". */
  readonly first?: number;
}

const MORE = 50;

/** What was said and sent, a line each; a line opens to the words themselves, and leads to its deal. */
export function MomentList({ moments, first = 20 }: MomentListProps) {
  const [shown, setShown] = useState(first);
  const rest = moments.length - shown;
  return (
    <>
      <ul className={classes.list}>
        {moments.slice(0, shown).map((moment) => (
          <MomentLine key={moment.id} moment={moment} />
        ))}
      </ul>
      {rest > 0 ? (
        <Button variant="subtle" size="compact-sm" m="xs" onClick={() => setShown(shown + MORE)}>
          {t('Show {{rest}} more', { rest: Math.min(rest, MORE) })}
        </Button>
      ) : null}
    </>
  );
}

function MomentLine({ moment }: { readonly moment: Moment }) {
  const [open, setOpen] = useState(false);
  const words = useId();
  const deal = useRecord('deal', moment.deal);
  const Symbol = MOMENT_ICONS[moment.kind];
  return (
    <li className={classes.item}>
      <button type="button" className={classes.line} aria-expanded={open} aria-controls={words} onClick={() => setOpen(!open)}>
        <IconChevronRight size={14} className={classes.chevron} data-open={open || undefined} aria-hidden />
        <Symbol size={16} stroke={1.75} role="img" aria-label={moment.kind} className={classes.kind} />
        <span className={classes.subject}>{titleOf(moment)}</span>
        <span className={classes.aside}>{deal?.name}</span>
        <span className={classes.aside}>{senderOf(moment)}</span>
        <span className={classes.age}>
          <AgeText value={moment.at} />
        </span>
      </button>
      {open ? (
        <div id={words} className={classes.words}>
          <Text size="xs" c="dimmed" component="div">
            <InstantText value={moment.at} />
            {moment.from ? t(' · from {{from}}', { from: moment.from }) : ''}
            {moment.to ? t(' · to {{to}}', { to: moment.to }) : ''}
          </Text>
          <p className={classes.body}>{moment.body?.trim() || t('No text.')}</p>
          <Where moment={moment} />
        </div>
      ) : null}
    </li>
  );
}

/** The deal it belongs to; or the field to file it under one. */
function Where({ moment }: { readonly moment: Moment }) {
  const path = recordPath(moment.id, moment.deal);
  if (!moment.deal || !path) return <FieldEditor type="moment" id={moment.id} field="deal" label={t('Deal')} />;
  return (
    <Text size="sm" component="div">
      <Sentence
        text={t('<anchor/> of <recordLink/>')}
        parts={{
          anchor: (
            <Anchor component={Link} to={path} inherit>
              {t('Open in the story')}
            </Anchor>
          ),
          recordLink: <RecordLink type="deal" id={moment.deal} />,
        }}
      />
    </Text>
  );
}

/** The name of `Priya Nair <priya@northwind.example>`. */
const senderOf = ({ from }: Moment): string => from?.replace(/\s*<[^>]*>/g, '').trim() || from || '';

/** Its subject, or its first words. */
function titleOf(moment: Moment): string {
  return moment.subject?.trim() || (moment.body ?? '').trim().split('\n')[0] || t('Without words');
}
