import { CloseButton } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { Link } from 'react-router';
import { t } from '#shared/values/texts';
import { useProblems, useWorkspace } from '../../data/live';
import classes from './ShellFrame.module.css';

/** What the person has to know about this device's storage, until it is over. A note can be put away. */
export function ProblemBanner() {
  const problems = useProblems();
  const workspace = useWorkspace();
  return problems.map(({ kind, weight, message, advice }) => (
    <div key={kind} className={classes.problem} data-weight={weight} role={weight === 'obstacle' ? 'alert' : 'status'}>
      {weight === 'obstacle' ? <IconAlertTriangle size={18} aria-hidden /> : <IconInfoCircle size={18} aria-hidden />}
      <span>
        <strong>{message}</strong> {advice}
      </span>
      {kind === 'page-unreadable' ? (
        <Link to="/recovery" className={classes.problemLink ?? ''}>
          {t('Recovery')}
        </Link>
      ) : null}
      <span className={classes.spring} />
      {weight === 'note' ? <CloseButton size="sm" aria-label={t('Dismiss')} onClick={() => workspace.problems.clear(kind)} /> : null}
    </div>
  ));
}
