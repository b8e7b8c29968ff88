import { isOpenDeal, isSignedDeal } from '../deal/phase';
import type { Command } from '../ledger/command';
import type { CalendarDateText } from '../records/define-record';
import type { Deal, Milestone, ScopeLine } from '../records/registry';
import { editRecord } from '../records/write';
import { addDays, daysBetween } from '../values/calendar';
import { err, ok, type Result } from '../values/result';
import type { DeliveryError } from './delivery-error';
import { hoursAfter, type WorkPackage } from './work-package';
import { t } from '../values/texts';

/** A figure this old no longer counts for a line on which hours were logged since. */
export const FIGURE_GOES_STALE_DAYS = 14;
/** So long before a milestone everybody wants to know whether it holds. */
export const ASKED_BEFORE_MILESTONE_DAYS = 7;
/** Shares of the planned hours at which a new figure is asked for, the later first. */
export const ASKED_AT_SHARES = [0.8, 0.5] as const;

/** The most that anybody states for one line: more is a slip of the finger. */
const MOST_HOURS = 100_000;

/** States what is left to do on a line, as of `today`. The date is part of what is said, also where the figure stays. */
export function stateRemaining(line: ScopeLine, hours: number, today: CalendarDateText): Result<Command, DeliveryError> {
  if (!Number.isFinite(hours) || hours < 0) return err({ message: t('Hours left are a number, zero or more.') });
  if (hours > MOST_HOURS) return err({ message: t('That is more than anybody can work. Check the figure.') });
  if (line.status === 'done') return err({ message: t('The line is done: nothing is left. Open it again first.') });
  if (line.status === 'negotiated away') return err({ message: t('The line was negotiated away. Bring it back first.') });
  const values = { remainingHours: Math.round(hours * 100) / 100, remainingAsOf: today };
  return ok(editRecord('scopeLine', line, values, { act: 'scopeLine.stateRemaining' }));
}

/** Why a fresh figure is wanted for a line. Hours in hours, shares from 0 to 1. */
export type FigureWanted =
  | { readonly why: 'milestone'; readonly milestone: Milestone; readonly days: number }
  | { readonly why: 'used up'; readonly since: number; readonly left: number }
  | { readonly why: 'spent'; readonly share: number; readonly spent: number; readonly planned: number }
  | { readonly why: 'old'; readonly days: number; readonly since: number };

/** People work on it now: signed, neither lost, closed nor on hold. */
export const isInDelivery = (deal: Deal): boolean => isSignedDeal(deal) && isOpenDeal(deal) && deal.phase !== 'on hold';

/**
 * Whether somebody should say anew what is left of a line, and why. A figure of today answers every reason. Nothing is
 * asked of a line that is done, that nobody has begun, or of a deal on which nobody works; except that a milestone is near.
 */
export function figureWanted(
  pack: WorkPackage,
  { today, milestone }: { readonly today: CalendarDateText; readonly milestone: Milestone | undefined },
): FigureWanted | undefined {
  const { line, isDone, spent } = pack;
  const stated = line.remainingAsOf;
  if (isDone || (stated !== undefined && stated >= today)) return undefined;
  const near = milestoneNear(milestone, stated, today);
  if (near) return near;
  if (spent === 0) return undefined;
  return usedUp(pack) ?? shareSpent(pack) ?? tooOld(pack, today);
}

function milestoneNear(
  milestone: Milestone | undefined,
  stated: CalendarDateText | undefined,
  today: CalendarDateText,
): FigureWanted | undefined {
  if (!milestone?.due || milestone.archived || milestone.reachedAt) return undefined;
  const days = daysBetween(today, milestone.due);
  if (days > ASKED_BEFORE_MILESTONE_DAYS) return undefined;
  const isFresh = stated !== undefined && stated >= addDays(today, -ASKED_BEFORE_MILESTONE_DAYS);
  return isFresh ? undefined : { why: 'milestone', milestone, days };
}

/** More was worked since than was said to be left: the figure cannot be true any more. */
function usedUp(pack: WorkPackage): FigureWanted | undefined {
  const { remainingAsOf, remainingHours } = pack.line;
  if (remainingAsOf === undefined || remainingHours === undefined) return undefined;
  const since = hoursAfter(pack, remainingAsOf);
  return since > remainingHours ? { why: 'used up', since, left: remainingHours } : undefined;
}

/** Half and four fifths of the plan were reached since somebody last said what is left. */
function shareSpent(pack: WorkPackage): FigureWanted | undefined {
  const { spent, planned } = pack;
  if (planned === undefined || planned <= 0) return undefined;
  const before = pack.line.remainingAsOf === undefined ? 0 : spent - hoursAfter(pack, pack.line.remainingAsOf);
  const share = ASKED_AT_SHARES.find((one) => spent >= one * planned && before < one * planned);
  return share === undefined ? undefined : { why: 'spent', share, spent, planned };
}

function tooOld(pack: WorkPackage, today: CalendarDateText): FigureWanted | undefined {
  const stated = pack.line.remainingAsOf;
  const first = pack.entries.reduce<CalendarDateText>((least, { date }) => (date < least ? date : least), today);
  const days = daysBetween(stated ?? first, today);
  const since = hoursAfter(pack, stated);
  return days > FIGURE_GOES_STALE_DAYS && since > 0 ? { why: 'old', days, since } : undefined;
}

/** The reason in words: `80 % of the 40 h planned are spent`. */
export function figureWantedText(wanted: FigureWanted): string {
  switch (wanted.why) {
    case 'milestone':
      return t('“{{title}}” is due {{days}}', { title: wanted.milestone.title, days: inDays(wanted.days) });
    case 'used up':
      return t('{{since}} h were logged since {{left}} h were said to be left', { since: wanted.since, left: wanted.left });
    case 'spent':
      return t('{{Math}} % of the {{planned}} h planned are spent', { Math: Math.round(wanted.share * 100), planned: wanted.planned });
    case 'old':
      return t('{{since}} h were logged, and nobody said for {{days}} days what is left', { since: wanted.since, days: wanted.days });
  }
}

function inDays(days: number): string {
  if (days === 0) return 'today';
  const count = Math.abs(days) === 1 ? t('1 day') : t('{{days}} days', { days: Math.abs(days) });
  return days > 0 ? t('in {{number}}', { number: count }) : t('since {{number}}', { number: count });
}
