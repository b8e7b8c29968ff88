import { MomentLink } from '../../../components/MomentLink';
import { useRecord } from '../../../data/live';
import type { PromiseRecord } from '../../../data/reads/promises';
import classes from './PromiseLine.module.css';
import { t } from '#shared/values/texts';

/** The moment in which it was said, opened beside the story; says so where there is none. */
export function SourceLink({ record }: { readonly record: PromiseRecord }) {
  const moment = useRecord('moment', record.sourceMoment);
  return moment ? <MomentLink id={moment.id} /> : <span className={classes.noSource}>{t('No source')}</span>;
}
