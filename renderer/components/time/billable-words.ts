import type { Deal } from '#shared/records/registry';
import { isBilledByHour, isUsuallyBillable, type Activity } from '#shared/time/activity';
import { t } from '#shared/values/texts';

/** Whether the client pays for such hours, and how, in a few words. */
export function billableWords(activity: Activity, deal: Deal, billable = isUsuallyBillable(activity, deal)): string {
  if (!billable) return t('not billable');
  return isBilledByHour(deal) ? t('billed by the hour') : t('within the price');
}
