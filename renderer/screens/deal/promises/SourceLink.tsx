import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { MOMENT_ICONS } from '../../../components/moment-icons';
import { recordPath } from '../../../components/record-path';
import { recordTitle } from '#shared/records/title';
import { useRecord } from '../../../data/live';
import type { PromiseRecord } from '../../../data/reads/promises';
import classes from './PromiseLine.module.css';

/** The moment in which it was said, opened beside the story; says so where there is none. */
export function SourceLink({ record }: { readonly record: PromiseRecord }) {
  const moment = useRecord('moment', record.sourceMoment);
  if (!moment) return <span className={classes.noSource}>No source</span>;
  const Symbol = MOMENT_ICONS[moment.kind];
  return (
    <Anchor component={Link} to={recordPath(moment.id, moment.deal) ?? ''} inherit className={classes.source}>
      <Symbol size={13} stroke={1.75} role="img" aria-label={moment.kind} />
      <span>{recordTitle(moment)}</span>
    </Anchor>
  );
}
