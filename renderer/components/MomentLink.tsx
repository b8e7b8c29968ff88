import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { recordTitle } from '#shared/records/title';
import { useRecord } from '../data/live';
import { MOMENT_ICONS } from './moment-icons';
import classes from './MomentLink.module.css';
import { recordPath } from './record-path';

/** A moment by its kind and subject; opens it beside the story. Nothing for one that is not here. */
export function MomentLink({ id }: { readonly id: string | undefined }) {
  const moment = useRecord('moment', id);
  if (!moment) return null;
  const Symbol = MOMENT_ICONS[moment.kind];
  return (
    <Anchor component={Link} to={recordPath(moment.id, moment.deal) ?? ''} inherit className={classes.source}>
      <Symbol size={13} stroke={1.75} role="img" aria-label={moment.kind} />
      <span>{recordTitle(moment)}</span>
    </Anchor>
  );
}
