import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from 'react-router';
import { SectionCard } from '../../components/SectionCard';
import { recordPath } from '../../components/record-path';
import { useWording } from '../../components/use-wording';
import { useSync, useWorkspace } from '../../data/live';
import { deviceLines, gapLines, searchedLine, type GapLine } from './coverage-lines';
import classes from './CoverageCard.module.css';
import type { WeighedAnswer } from './use-evidence';
import { t } from '#shared/values/texts';

/** What was searched and, above all, what was not: a negative is worth no more than this. */
export function CoverageCard({ weighed }: { readonly weighed: WeighedAnswer }) {
  const { answer, coverage, health, devices } = weighed;
  const wording = useWording();
  const sync = useSync();
  const now = useWorkspace().now();
  const gaps = [...gapLines(coverage, wording), ...deviceLines(health, devices, sync, wording, now)];
  const isNegative = answer.verdict === 'no record' || answer.verdict === 'discussed';
  const shown = (
    <>
      <p className={classes.searched}>{searchedLine(coverage)}</p>
      {gaps.length > 0 ? (
        <>
          <h3 className={classes.title}>{t('Not covered')}</h3>
          <ul className={classes.gaps}>
            {gaps.map((gap) => (
              <Gap key={gap.key} gap={gap} />
            ))}
          </ul>
        </>
      ) : (
        <p className={classes.searched}>{t('Nothing is known to be missing.')}</p>
      )}
    </>
  );
  if (isNegative) return <SectionCard title={t('What was searched, and what was not')}>{shown}</SectionCard>;
  return (
    <details className={classes.more}>
      <summary>{t('What was searched, and what was not ({{gaps}} not covered)', { gaps: gaps.length })}</summary>
      {shown}
    </details>
  );
}

function Gap({ gap: { title, detail, moments = [] } }: { readonly gap: GapLine }) {
  return (
    <li>
      <IconAlertTriangle size={15} stroke={1.75} aria-hidden />
      <div>
        <strong>{title}</strong>
        <p>{detail}</p>
        {moments.map((moment) => {
          const path = recordPath(moment.id, moment.deal);
          return path ? (
            <Link key={moment.id} to={path} className={classes.moment}>
              {moment.title}
            </Link>
          ) : null;
        })}
      </div>
    </li>
  );
}
