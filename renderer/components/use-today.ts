import { dateOfInstant, instantOf, type CalendarDate } from '#shared/values/calendar';
import { useWorkspace } from '../data/live';
import type { Workspace } from '../data/workspace';

/** The person's own time zone: days of moments are counted in it. */
export const TIME_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The day of a workspace's clock, where the person sits. */
export const todayOf = (workspace: Pick<Workspace, 'now'>): CalendarDate => dateOfInstant(instantOf(workspace.now()), TIME_ZONE);

/** What day it is where the person sits. Screens are drawn often enough for it to stay true. */
export function useToday(): CalendarDate {
  return todayOf(useWorkspace());
}
