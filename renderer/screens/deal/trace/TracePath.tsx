import { useMemo, useState } from 'react';
import type { TraceKey } from '#shared/evidence/trace-links';
import type { Deal } from '#shared/records/registry';
import { QuietButton } from '../../../components/QuietButton';
import { countText, numberText } from '../../../components/text-of';
import type { ToldTrace } from '../../../data/reads/trace';
import { STAGE_NAMES, stageGroups, type StageGroup } from '#shared/evidence/trace-stages';
import { TraceStepLine } from './TraceStepLine';
import classes from './TraceView.module.css';
import { t } from '#shared/values/texts';

/** Of one stage, so many are shown before somebody asks for the rest. */
const SHOWN = 6;

interface TracePathProps {
  readonly trace: ToldTrace;
  readonly deal: Deal;
}

/** The stages from the first words to the money, what stands at each, and with what each is directly linked. */
export function TracePath({ trace, deal }: TracePathProps) {
  const [pointed, setPointed] = useState<TraceKey>();
  const groups = useMemo(() => stageGroups(trace.steps), [trace.steps]);
  const linked = useMemo(() => linkedWith(trace, pointed), [trace, pointed]);
  return (
    <ol
      className={classes.path}
      aria-label={t('From the words to the money: {{title}}', { title: trace.title ?? t('a record that is not here') })}
    >
      {groups.map((group) => (
        <StageOf key={group.stage} group={group} deal={deal} linked={linked} onPoint={setPointed} />
      ))}
    </ol>
  );
}

function linkedWith({ links }: ToldTrace, pointed: TraceKey | undefined): ReadonlySet<TraceKey> {
  if (pointed === undefined) return new Set();
  return new Set(links.flatMap(({ cause, effect }) => (cause === pointed ? [effect] : effect === pointed ? [cause] : [])));
}

interface StageOfProps {
  readonly group: StageGroup;
  readonly deal: Deal;
  readonly linked: ReadonlySet<TraceKey>;
  readonly onPoint: (key: TraceKey | undefined) => void;
}

function StageOf({ group, deal, linked, onPoint }: StageOfProps) {
  const [all, setAll] = useState(false);
  const { stage, steps, isStart, hours } = group;
  const shown = all || steps.length <= SHOWN + 1 ? steps : steps.slice(0, SHOWN);
  return (
    <li className={classes.stage} data-start={isStart || undefined}>
      <h3 className={classes.stageName}>
        {STAGE_NAMES[stage]}
        {steps.length > 1 ? (
          <span className={classes.count}>{stage === 'time' ? `${numberText(hours)} h` : numberText(steps.length)}</span>
        ) : null}
      </h3>
      <ul className={classes.steps}>
        {shown.map((step) => (
          <TraceStepLine key={step.node.key} step={step} deal={deal} linked={linked.has(step.node.key)} onPoint={onPoint} />
        ))}
        {shown.length < steps.length ? (
          <li>
            <QuietButton onClick={() => setAll(true)}>
              {t('Show {{countText}}', { countText: countText(steps.length - shown.length, 'more', 'more') })}
            </QuietButton>
          </li>
        ) : null}
      </ul>
    </li>
  );
}
