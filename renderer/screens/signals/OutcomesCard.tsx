import type { Outcome, OutcomeKey, OutcomePoint } from '#shared/signals/outcomes';
import { SectionCard } from '../../components/SectionCard';
import { countText, numberText } from '../../components/text-of';
import type { Outcomes } from '../../data/reads/signals';
import classes from './SignalsScreen.module.css';
import { Trend } from './Trend';
import { spokenLocale } from '#shared/values/texts';

interface Words {
  readonly name: string;
  readonly told: string;
  readonly unit: (value: number) => string;
  readonly againstLabel?: string;
}

const days = (value: number): string => countText(value, 'day', 'days');

const WORDS: Readonly<Record<OutcomeKey, Words>> = {
  toPlanned: { name: 'Signature to first planned work', told: 'Middle value of the deals signed in the month.', unit: days },
  toBillable: { name: 'Signature to first billable work', told: 'Middle value of the deals signed in the month.', unit: days },
  reconstruction: {
    name: 'Hours of reconstruction',
    told: 'All hours of the month, on every deal.',
    unit: (value) => `${numberText(value)} h`,
  },
  answered: {
    name: 'Answered from the record',
    told: 'Sections of briefs that somebody read, against questions that had to be asked (dashed).',
    unit: numberText,
    againstLabel: 'Asked',
  },
  gates: {
    name: 'Gates and unknowns',
    told: 'Signatures, accepted milestones and decided change orders, against questions asked (dashed).',
    unit: numberText,
    againstLabel: 'Unknowns',
  },
};

/** What comes out of the handovers, month by month. */
export function OutcomesCard({ outcomes: { outcomes, decay } }: { readonly outcomes: Outcomes }) {
  return (
    <SectionCard title="What comes of it">
      <div className={classes.outcomes}>
        {outcomes.map((outcome) => (
          <OutcomeTrend key={outcome.key} outcome={outcome} />
        ))}
      </div>
      {decay ? (
        <p className={classes.remark}>
          Gates and questions: {numberText(decay.lately)} a week in the last six weeks, {numberText(decay.before)} in the six before.{' '}
          {decay.fades ? 'It fades: somebody should ask why.' : 'It does not fade.'}
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
        <span className={classes.against}> this month</span>
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
