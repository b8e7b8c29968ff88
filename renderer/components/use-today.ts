import { dateOfInstant, instantOf, type CalendarDate } from '#shared/values/calendar';
import { useWorkspace } from '../data/live';

/** The person's own time zone: days of moments are counted in it. */
export const TIME_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What day it is where the person sits. Screens are drawn often enough for it to stay true. */
export function useToday(): CalendarDate {
  const workspace = useWorkspace();
  return dateOfInstant(instantOf(workspace.now()), TIME_ZONE);
}
