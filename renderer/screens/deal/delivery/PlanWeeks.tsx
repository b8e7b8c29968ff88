import { type CSSProperties, type KeyboardEvent } from 'react';
import { Link } from 'react-router';
import type { DeliveryPlan, PlanBar, PlanMark } from '#shared/delivery/plan';
import { completeShare, wholePercent } from '#shared/delivery/work-package';
import { bodyOf, recordPath } from '../../../components/record-path';
import { countText, dateText, shortDateText } from '../../../components/text-of';
import { MilestoneSign, STATE_WORDS } from './MilestoneSign';
import classes from './Plan.module.css';
import { t } from '#shared/values/texts';

interface PlanWeeksProps {
  readonly plan: DeliveryPlan;
  readonly today: string;
}

/**
 * Milestones and work packages on a line of weeks, with today on it. Tab reaches the first of them, the arrow keys the
 * others; Enter opens. The same stands in the table beside it.
 */
export function PlanWeeks({ plan, today }: PlanWeeksProps) {
  const { weeks, bars, marks } = plan;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrow keys walk over the links inside
    <div className={classes.scroll} role="group" aria-label={t('Plan by week')} onKeyDown={walk}>
      <div className={classes.plan} style={{ '--weeks': weeks.length } as CSSProperties}>
        <div className={classes.row} data-head>
          <span className={classes.label} />
          <div className={classes.track} aria-hidden>
            {weeks.map((week, at) => (
              <span key={week.monday} className={classes.week} data-now={week.isNow || undefined}>
                {at % everyNth(weeks.length) === 0 ? shortDateText(week.monday, today) : ''}
              </span>
            ))}
          </div>
        </div>
        {marks.map((mark) => (
          <MarkRow key={mark.milestone.id} mark={mark} />
        ))}
        {bars.map((bar) => (
          <BarRow key={bar.pack.line.id} bar={bar} />
        ))}
        {plan.today === undefined ? null : (
          <span
            className={classes.today}
            style={{ '--at': plan.today } as CSSProperties}
            title={t('Today, {{today}}', { today: dateText(today) })}
          />
        )}
      </div>
    </div>
  );
}

/** Dates of weeks need room: every one, every second, every fourth. */
function everyNth(weeks: number): number {
  return weeks <= 14 ? 1 : weeks <= 28 ? 2 : weeks <= 60 ? 4 : 8;
}

function MarkRow({ mark }: { readonly mark: PlanMark }) {
  const { milestone, slips, state, at, was } = mark;
  const day = milestone.reachedAt ?? milestone.due ?? '';
  const slipped =
    slips.days === 0
      ? ''
      : t(', {{countText}} {{value}} than planned', {
          countText: countText(Math.abs(slips.days), 'day', 'days'),
          value: slips.days > 0 ? t('later') : t('earlier'),
        });
  const words = `${milestone.title}: ${STATE_WORDS[state].toLowerCase()}, ${dateText(day)}${slipped}`;
  return (
    <div className={classes.row}>
      <span className={classes.label} data-milestone>
        {milestone.title}
      </span>
      <div className={classes.track}>
        {was === undefined ? null : (
          <span
            className={classes.slip}
            style={{ '--from': Math.min(was, at), '--to': Math.max(was, at) } as CSSProperties}
            title={t('Planned for {{dateText}}', { dateText: dateText(slips.original ?? '') })}
          />
        )}
        <Link
          className={classes.mark}
          style={{ '--at': at } as CSSProperties}
          to={`?milestone=${bodyOf(milestone.id)}&show=milestones`}
          aria-label={words}
          title={words}
          data-plan-item
        >
          <MilestoneSign state={state} size={18} />
        </Link>
      </div>
    </div>
  );
}

function BarRow({ bar }: { readonly bar: PlanBar }) {
  const { pack, start, end, drawnBy, isLate } = bar;
  const { line, spent, remaining, isDone } = pack;
  const share = isDone ? 1 : (completeShare(spent, remaining ?? 0) ?? 0);
  const by = drawnBy === 'milestone' ? t(', to its milestone') : '';
  const words = t('{{title}}: {{start}} to {{end}}{{by}}, {{share}} %{{value}}', {
    title: line.title,
    start: dateText(start),
    end: dateText(end),
    by,
    share: wholePercent(share),
    value: isDone ? t(', done') : isLate ? t(', late') : '',
  });
  return (
    <div className={classes.row}>
      <span className={classes.label}>{line.title}</span>
      <div className={classes.track}>
        <Link
          className={classes.bar}
          style={{ '--from': bar.from, '--to': bar.to } as CSSProperties}
          data-drawn-by={drawnBy}
          data-late={isLate || undefined}
          data-done={isDone || undefined}
          to={recordPath(line.id, line.deal) ?? ''}
          aria-label={words}
          title={words}
          data-plan-item
        >
          <span className={classes.part} style={{ width: `${share * 100}%` }} />
        </Link>
      </div>
    </div>
  );
}

/** Arrow keys, Home and End go from item to item. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-plan-item]')];
  const from = items.findIndex((item) => item === document.activeElement);
  const to = { ArrowDown: from + 1, ArrowRight: from + 1, ArrowUp: from - 1, ArrowLeft: from - 1, Home: 0, End: items.length - 1 }[
    event.key
  ];
  if (to === undefined || from < 0) return;
  items[Math.min(items.length - 1, Math.max(0, to))]?.focus();
  event.preventDefault();
}
