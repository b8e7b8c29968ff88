import { Link } from 'react-router';
import type { ScopeLine } from '#shared/records/registry';
import { recordPath } from '../../../components/record-path';
import { useLive } from '../../../data/live';
import { promisesOfLine } from '../../../data/reads/scope';
import { SourceLink } from '../promises/SourceLink';
import classes from './LinePanel.module.css';
import { t } from '#shared/values/texts';

/** What was promised in this line, beside what gets it round a constraint. Nothing where nothing was. */
export function LinePromises({ line }: { readonly line: ScopeLine }) {
  const promises = useLive((records) => promisesOfLine(records, line.id).filter(({ worksAround }) => !worksAround), [line.id]);
  if (promises.length === 0) return null;
  return (
    <section aria-label={t('Promised in it')}>
      <h3 className={classes.label}>{t('Promised in it')}</h3>
      {promises.map((commitment) => (
        <div key={commitment.id} className={classes.promise}>
          <Link to={recordPath(commitment.id, commitment.deal) ?? ''}>{commitment.text}</Link>
          <SourceLink record={commitment} />
        </div>
      ))}
    </section>
  );
}
