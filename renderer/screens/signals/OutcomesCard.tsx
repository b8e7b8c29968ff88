import type { Outcome, OutcomeKey, OutcomePoint } from '#shared/signals/outcomes';
import { SectionCard } from '../../components/SectionCard';
import { countText, numberText } from '../../components/text-of';
import type { Outcomes } from '../../data/reads/signals';
import classes from './SignalsScreen.module.css';
import { Trend } from './Trend';
import { spokenLocale } from '#shared/values/texts';
import { t } from '#shared/values/texts';

interface Words {
  readonly name: string;
  readonly told: string;
  readonly unit: (value: number) => string;
  readonly againstLabel?: string;
}

const days = (value: number): string => countText(value, 'day', 'days');

const WORDS: Readonly<Record<OutcomeKey, Words>> = {
  toPlanned: { name: t('Signature to first planned work'), told: t('Middle value of the deals signed in the month.'), unit: days },
  toBillable: { name: t('Signature to first billable work'), told: t('Middle value of the deals signed in the month.'), unit: days },
  reconstruction: {
    name: t('Hours of reconstruction'),
    told: t('All hours of the month, on every deal.'),
    unit: (value) => `${numberText(value)} h`,
  },
  answered: {
    name: t('Answered from the record'),
    told: t('Sections of briefs that somebody read, against questions that had to be asked (dashed).'),
    unit: numberText,
    againstLabel: t('Asked'),
  },
  gates: {
    name: t('Gates and unknowns'),
    told: t('Signatures, accepted milestones and decided change orders, against questions asked (dashed).'),
    unit: numberText,
    againstLabel: t('Unknowns'),
  },
};

/** What comes out of the handovers, month by month. */
export function OutcomesCard({ outcomes: { outcomes, decay } }: { readonly outcomes: Outcomes }) {
  return (
    <SectionCard title={t('What comes of it')}>
      <div className={classes.outcomes}>
        {outcomes.map((outcome) => (
          <OutcomeTrend key={outcome.key} outcome={outcome} />
        ))}
      </div>
      {decay ? (
        <p className={classes.remark}>
          {t('Gates and questions: {{lately}} a week in the last six weeks, {{before}} in the six before. {{value}}', {
            lately: numberText(decay.lately),
            before: numberText(decay.before),
            value: decay.fades ? t('It fades: somebody should ask why.') : t('It does not fade.'),
          })}
        </p>
      ) : null}
    </SectionCard>
  );
}

function OutcomeTrend({ outcome: { key, points } }: { readonly outcome: Outcome }) {
  const { name, told, unit, againstLabel } = WORDS[key];
  const last = points.at(-1);
  return (
    <section className={classes.outcome} aria-label={name}>
      <h3 className={classes.outcomeName}>{name}</h3>
      <div className={classes.outcomeValue}>
        {last?.value === undefined ? 'n/a' : unit(last.value)}
        {last?.against === undefined ? null : <span className={classes.against}> : {numberText(last.against)}</span>}
        <span className={classes.against}>{t(' this month')}</span>
      </div>
      <Trend label={name} values={points.map(trendValue)} textOf={unit} {...(againstLabel ? { againstLabel } : {})} />
      <p className={classes.asks}>{told}</p>
    </section>
  );
}

const months = new Intl.DateTimeFormat(spokenLocale(), {
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const trendValue = ({ month, value, against }: OutcomePoint) => ({
  when: months.format(Date.parse(`${month}-01T00:00:00Z`)),
  value,
  against,
});
