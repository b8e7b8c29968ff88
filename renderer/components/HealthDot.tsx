import classes from './HealthDot.module.css';
import { t } from '#shared/values/texts';

/** What the colours mean. */
export const HEALTH_WORDS = { green: t('On track'), amber: t('At risk'), red: t('In trouble') } as const;

interface HealthDotProps {
  readonly health: keyof typeof HEALTH_WORDS | undefined;
  /** Also in words; without it the words are there for screen readers and under the pointer. */
  readonly label?: boolean;
}

/** How a deal is doing. Shape tells as well as colour: a disc, a triangle, a square. */
export function HealthDot({ health, label = false }: HealthDotProps) {
  if (!health) return null;
  return (
    <span className={classes.health} data-health={health} title={HEALTH_WORDS[health]}>
      <span className={classes.dot} role={label ? undefined : 'img'} aria-label={label ? undefined : HEALTH_WORDS[health]} />
      {label ? HEALTH_WORDS[health] : null}
    </span>
  );
}
