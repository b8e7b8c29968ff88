import type { Deal } from '#shared/records/registry';
import { isBilledByHour, isUsuallyBillable, type Activity } from '#shared/time/activity';

/** Whether the client pays for such hours, and how, in a few words. */
export function billableWords(activity: Activity, deal: Deal, billable = isUsuallyBillable(activity, deal)): string {
  if (!billable) return 'not billable';
  return isBilledByHour(deal) ? 'billed by the hour' : 'within the price';
}
