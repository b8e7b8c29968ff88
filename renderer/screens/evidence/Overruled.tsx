import { VERDICT_NAMES } from '#shared/evidence/overrule';
import type { Decision } from '#shared/records/registry';
import { Link } from 'react-router';
import { DateText } from '../../components/DateText';
import { UnsentMark } from '../../components/UnsentMark';
import { recordPath } from '../../components/record-path';
import classes from './EvidenceScreen.module.css';

/** What a person decided on this claim, whatever the rules say. */
export function Overruled({ decision }: { readonly decision: Decision }) {
  return (
    <div className={classes.overruled} role="note">
      <p>
        <strong>Overruled: {decision.verdict ? VERDICT_NAMES[decision.verdict].toLowerCase() : ''}</strong> by{' '}
        {decision.decidedBy ?? 'somebody'} on <DateText value={decision.decidedAt} /> <UnsentMark record={decision.id} />
      </p>
      <p>{decision.why}</p>
      <Link className={classes.plainLink} to={recordPath(decision.id, decision.deal) ?? ''}>
        Open the decision
      </Link>
    </div>
  );
}
