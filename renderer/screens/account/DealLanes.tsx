import { type CSSProperties, useMemo } from 'react';
import { Link } from 'react-router';
import type { Deal } from '#shared/records/registry';
import { usePhaseName } from '../../components/phase-names';
import { sideOf } from '../../components/phase-side';
import { recordPath } from '../../components/record-path';
import { dateText, moneyText } from '../../components/text-of';
import type { DealSpan } from '../../data/reads/accounts';
import classes from './DealLanes.module.css';
import { type LaneBar, NO_DEPARTMENT, type Timeline, timelineOf } from './lanes';
import { t } from '#shared/values/texts';
import { Sentence } from '../../components/Sentence';

interface DealLanesProps {
  readonly spans: readonly DealSpan[];
  readonly today: string;
  /** What the signed deals of a department are contracted for, a text for each currency. */
  readonly contracted: ReadonlyMap<string, readonly string[]>;
}

/** An account's deals side by side: a lane for each department, a bar for each deal from first contact to warranty end. */
export function DealLanes({ spans, today, contracted }: DealLanesProps) {
  const timeline = useMemo(() => timelineOf(spans.map(laneDealOf), today), [spans, today]);
  const spanOf = useMemo(() => new Map<string, DealSpan>(spans.map((span) => [span.deal.id, span])), [spans]);
  return (
    <div className={classes.lanes}>
      <div className={classes.corner} />
      <Axis timeline={timeline} />
      {timeline.lanes.map((lane) => (
        <section key={lane.department} className={classes.lane} aria-label={departmentName(lane.department)}>
          <h3 className={classes.department} data-none={lane.department === NO_DEPARTMENT || undefined}>
            {departmentName(lane.department)}
            {contracted.get(lane.department)?.map((text) => (
              <span key={text} className={classes.laneMoney}>
                {text}
              </span>
            ))}
          </h3>
          <ul className={classes.track} style={{ '--lines': lane.lines } as CSSProperties}>
            {lane.bars.map((bar) => {
              const span = spanOf.get(bar.id);
              return span ? <Bar key={bar.id} bar={bar} span={span} /> : null;
            })}
          </ul>
        </section>
      ))}
      <Legend />
      <div className={classes.grid} aria-hidden>
        {timeline.ticks.map((tick) => (
          <span key={tick.at} className={classes.line} data-year={tick.year || undefined} style={{ left: `${tick.at}%` }} />
        ))}
        <span className={classes.today} style={{ left: `${timeline.today}%` }} />
      </div>
    </div>
  );
}

function laneDealOf({ deal, begins, ends }: DealSpan) {
  return {
    id: deal.id,
    department: deal.department?.trim() ?? NO_DEPARTMENT,
    begins,
    ends,
    ...(deal.signedAt ? { signed: deal.signedAt } : {}),
    ...(deal.expectedClose && deal.phase !== 'lost' ? { expected: deal.expectedClose } : {}),
  };
}

const departmentName = (department: string): string => (department === NO_DEPARTMENT ? t('No department') : department);

function Axis({ timeline }: { readonly timeline: Timeline }) {
  return (
    <div className={classes.axis} aria-hidden>
      {timeline.ticks.map((tick) => (
        <span
          key={tick.at}
          className={classes.tick}
          data-year={tick.year || undefined}
          data-crowded={Math.abs(tick.at - timeline.today) < 5 || undefined}
          style={{ left: `${tick.at}%` }}
        >
          {tick.label}
        </span>
      ))}
      <span className={classes.now} style={{ left: `${timeline.today}%` }}>
        {t('Today')}
      </span>
    </div>
  );
}

function Bar({ bar, span }: { readonly bar: LaneBar; readonly span: DealSpan }) {
  const { deal } = span;
  const phase = usePhaseName(deal.phase);
  const signature = bar.signature === undefined ? undefined : ((bar.signature - bar.left) / bar.width) * 100;
  const inside = signature !== undefined && signature >= 0 && signature <= 100;
  return (
    <li className={classes.place} style={{ left: `${bar.left}%`, width: `${bar.width}%`, '--line': bar.line } as CSSProperties}>
      <Link
        className={classes.bar}
        to={recordPath(deal.id) ?? '/pipeline'}
        data-side={sideOf(deal.phase)}
        data-signed={deal.signedAt ? true : undefined}
        data-words={inside ? (signature < 50 ? 'after' : 'before') : undefined}
        style={inside ? ({ '--signature': `${signature}%` } as CSSProperties) : undefined}
        title={spokenSpan(span, phase)}
        aria-label={spokenSpan(span, phase)}
      >
        {inside ? <span className={classes.signature} /> : null}
        <span className={classes.name}>{deal.name}</span>{' '}
        <span className={classes.facts}>
          {phase}
          {deal.amount ? ` · ${moneyText(deal.amount, 'whole')}` : ''}
        </span>
      </Link>
    </li>
  );
}

/** The bar in words: for screen readers, and under the pointer where the bar is too short for its text. */
function spokenSpan({ deal, begins, ends }: DealSpan, phase: string): string {
  return [
    `${deal.name} ${phase}${deal.amount ? ` · ${moneyText(deal.amount, 'whole')}` : ''}`,
    t('{{begins}} to {{ends}}', { begins: dateText(begins), ends: dateText(ends) }),
    signatureText(deal),
  ]
    .filter(Boolean)
    .join(', ');
}

function signatureText(deal: Deal): string | undefined {
  if (deal.signedAt) return t('signed {{signedAt}}', { signedAt: dateText(deal.signedAt) });
  return deal.expectedClose && deal.phase !== 'lost'
    ? t('signature expected {{expectedClose}}', { expectedClose: dateText(deal.expectedClose) })
    : undefined;
}

function Legend() {
  return (
    <p className={classes.legend}>
      <Sentence
        text={t('<span/> before the signature<span2/> signed<span3/> delivery<span4/> signature expected')}
        parts={{
          span: <span className={classes.sample} data-sample="before" />,
          span2: <span className={classes.sample} data-sample="signed" />,
          span3: <span className={classes.sample} data-sample="after" />,
          span4: <span className={classes.sample} data-sample="expected" />,
        }}
      />
    </p>
  );
}
