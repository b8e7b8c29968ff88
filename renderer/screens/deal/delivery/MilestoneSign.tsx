import { IconCircleCheck, IconCircleCheckFilled, IconSquareRotated, IconSquareRotatedFilled } from '@tabler/icons-react';
import type { MilestoneState } from '#shared/delivery/plan';
import classes from './Milestones.module.css';
import { t } from '#shared/values/texts';

export const STATE_WORDS: Readonly<Record<MilestoneState, string>> = {
  accepted: t('Accepted'),
  reached: t('Reached, not accepted yet'),
  late: t('Late'),
  ahead: t('Ahead'),
  undated: t('Without a date'),
};

const SIGNS = {
  accepted: IconCircleCheckFilled,
  reached: IconCircleCheck,
  late: IconSquareRotatedFilled,
  ahead: IconSquareRotated,
  undated: IconSquareRotated,
} as const;

/** Where a milestone stands, by shape and in words for those who do not see it. */
export function MilestoneSign({ state, size = 17 }: { readonly state: MilestoneState; readonly size?: number }) {
  const Symbol = SIGNS[state];
  return (
    <span className={classes.sign} data-state={state} role="img" aria-label={STATE_WORDS[state]}>
      <Symbol size={size} stroke={1.75} aria-hidden />
    </span>
  );
}
