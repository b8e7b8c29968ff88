import { IconActivityHeartbeat, IconAlertTriangle, IconHelpCircle, type Icon } from '@tabler/icons-react';
import { TRUE_SIGNALS, type Composite } from '#shared/signals/composite';
import classes from './SignalsScreen.module.css';
import { t } from '#shared/values/texts';

const ICONS: Readonly<Record<Composite['verdict'], Icon>> = {
  'losing margin': IconAlertTriangle,
  holding: IconActivityHeartbeat,
  'not enough data': IconHelpCircle,
};

const TITLES: Readonly<Record<Composite['verdict'], string>> = {
  'losing margin': t('You are losing margin at the handover'),
  holding: t('The handover is holding'),
  'not enough data': t('Too little is known to say'),
};

/** What the five come to. */
export function CompositeCard({ composite: { verdict, trueOnes, withData } }: { readonly composite: Composite }) {
  const Symbol = ICONS[verdict];
  const counted = t('{{trueOnes}} of {{withData}} signals with enough data {{value}} on.', {
    trueOnes,
    withData,
    value: trueOnes === 1 ? t('is') : t('are'),
  });
  const rule =
    verdict === 'not enough data'
      ? t('At least {{TRUE_SIGNALS}} of the five need data. Each says below what it lacks.', { TRUE_SIGNALS })
      : t('{{TRUE_SIGNALS}} or more mean that what was sold does not reach those who deliver it.', { TRUE_SIGNALS });
  return (
    <section className={classes.composite} data-verdict={verdict} aria-label={t('All five together')}>
      <Symbol size={26} stroke={1.6} aria-hidden />
      <div>
        <h2 className={classes.compositeTitle}>{TITLES[verdict]}</h2>
        <p className={classes.compositeText}>
          {counted} {rule}
        </p>
      </div>
    </section>
  );
}
