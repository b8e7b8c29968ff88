import { SEVERITIES, type Severity } from '#shared/delivery/incident';
import { sentence } from '../../../components/FieldValue';
import classes from './SeverityMark.module.css';
import { t } from '#shared/values/texts';

/** How bad an incident is: in words, and in as many bars as it is bad, so that colour is not needed. */
export function SeverityMark({ severity }: { readonly severity: Severity | undefined }) {
  if (!severity) return <span className={classes.mark}>{t('Not rated')}</span>;
  const bars = SEVERITIES.length - SEVERITIES.indexOf(severity);
  return (
    <span className={classes.mark} data-severity={severity}>
      <span className={classes.bars} aria-hidden>
        {SEVERITIES.map((one, at) => (
          <span key={one} data-on={at < bars || undefined} />
        ))}
      </span>
      {sentence(severity)}
    </span>
  );
}
