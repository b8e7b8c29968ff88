import { VERDICT_NAMES } from '#shared/evidence/overrule';
import type { Decision } from '#shared/records/registry';
import { Link } from 'react-router';
import { DateText } from '../../components/DateText';
import { UnsentMark } from '../../components/UnsentMark';
import { recordPath } from '../../components/record-path';
import classes from './EvidenceScreen.module.css';
import { t } from '#shared/values/texts';
import { Sentence } from '../../components/Sentence';

/** What a person decided on this claim, whatever the rules say. */
export function Overruled({ decision }: { readonly decision: Decision }) {
  return (
    <div className={classes.overruled} role="note">
      <p>
        <Sentence
          text={t('<strong/> by {{decidedBy}} on <date/> <unsentMark/>')}
          parts={{
            strong: (
              <strong>{t('Overruled: {{value}}', { value: decision.verdict ? VERDICT_NAMES[decision.verdict].toLowerCase() : '' })}</strong>
            ),
            date: <DateText value={decision.decidedAt} />,
            unsentMark: <UnsentMark record={decision.id} />,
          }}
          values={{ decidedBy: decision.decidedBy ?? t('somebody') }}
        />
      </p>
      <p>{decision.why}</p>
      <Link className={classes.plainLink} to={recordPath(decision.id, decision.deal) ?? ''}>
        {t('Open the decision')}
      </Link>
    </div>
  );
}
