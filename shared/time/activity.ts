import { isSignedDeal } from '../deal/phase';
import type { Deal, Ticket } from '../records/registry';
import { ACTIVITIES } from '../records/time-entry';
import { activityOf } from '../ticket/hours';
import { t } from '../values/texts';

export type Activity = (typeof ACTIVITIES)[number];

/** What each activity means, in a few words. */
export const ACTIVITY_WORDS: Readonly<Record<Activity, string>> = {
  delivery: t('Work that was sold'),
  reconstruction: t('Finding out again what the sale already knew'),
  escalation: t('Settling a dispute about the work'),
  rework: t('Doing again what was done'),
  pursuit: t('Winning the deal'),
};

export const isActivity = (word: string): word is Activity => (ACTIVITIES as readonly string[]).includes(word);

/** What hours are for unless somebody says otherwise: before the signature pursuit, after it what their ticket says. */
export const usualActivity = (deal: Deal, ticket?: Pick<Ticket, 'kind'>): Activity => activityOf(ticket ?? { kind: 'work package' }, deal);

/** True where the client pays for each hour, so that an hour needs a rate. */
export const isBilledByHour = ({ billingModel }: Pick<Deal, 'billingModel'>): boolean =>
  billingModel === 'T&M' || billingModel === 'capped T&M';

/**
 * Whether the client pays for such hours, by the hour or within the price, unless somebody says otherwise: for work that
 * was sold and nothing else, and never before the signature.
 */
export const isUsuallyBillable = (activity: Activity, deal: Deal): boolean => activity === 'delivery' && isSignedDeal(deal);
